import assert from "node:assert/strict";
import type { FakeServices } from "../../scripts/e2e/fake-services.ts";
import type { WorkflowRun } from "../../scripts/e2e/workflow-run.ts";

/** The recipes, as users copy them, and what must have come of each: they cannot ask for it themselves. */
export const exampleRuns: readonly WorkflowRun[] = [
  {
    ...example("release-video"),
    event: "push",
    payload: "tag-with-release.json",
    id: 201,
    check: async (services) => {
      await assertBilled(services, "release-video", 1);
      assertAttached(services, "v3.0.0", 1);
    },
  },
  {
    ...example("docs-video"),
    event: "push",
    payload: "push.json",
    id: 202,
    check: async (services) => {
      await assertBilled(services, "docs-video", 1);
      await assertSent(services, "docs-video", "It arrives before the tea is cold.");
    },
  },
  {
    ...example("pull-request-preview"),
    event: "pull_request",
    payload: "pull-request-of-examples.json",
    id: 203,
    check: async (services) => {
      await assertBilled(services, "pull-request-preview", 1);
      const comments = services.github.state.comments.filter(({ issue }) => issue === 9);
      assert.equal(comments.length, 1);
    },
  },
  {
    ...example("storyboard-preview"),
    event: "pull_request",
    payload: "pull-request-of-examples.json",
    id: 208,
    check: async (services) => {
      await assertBilled(services, "storyboard-preview", 0);
      assertUploaded(services, 1);
    },
  },
  {
    ...example("languages"),
    event: "release",
    payload: "release-of-examples.json",
    id: 204,
    check: async (services) => {
      await assertBilled(services, "languages", 3);
      for (const language of ["English", "German", "Japanese"])
        await assertSent(services, "languages", `Spoken and written in ${language}.`);
      assertAttached(services, "v4.0.0", 3);
    },
  },
  {
    ...example("detach-and-collect"),
    event: "release",
    payload: "release-of-examples.json",
    id: 205,
    check: async (services) => {
      await assertBilled(services, "detach-and-collect", 1);
      assertUploaded(services, 1);
    },
  },
  {
    ...example("check-then-render"),
    event: "pull_request",
    payload: "pull-request-of-examples.json",
    id: 206,
    check: async (services) => {
      await assertBilled(services, "check-then-render", 0);
      assertUploaded(services, 0);
    },
  },
  {
    ...example("check-then-render"),
    event: "push",
    payload: "push.json",
    id: 207,
    check: async (services) => {
      await assertBilled(services, "check-then-render", 1);
      assertUploaded(services, 1);
    },
  },
];

function example(name: string): Pick<WorkflowRun, "workflow"> {
  return { workflow: fileOf(name) };
}

function fileOf(name: string): string {
  return `examples/${name}.yml`;
}

async function assertBilled(services: FakeServices, name: string, expected: number): Promise<void> {
  assert.equal((await services.heygen(fileOf(name))).billed, expected, "how many videos were paid for");
}

async function assertSent(services: FakeServices, name: string, text: string): Promise<void> {
  const { requests } = await services.heygen(fileOf(name));
  assert.ok(
    requests.some(({ body }) => JSON.stringify(body ?? "").includes(text)),
    `HeyGen received: ${text}`,
  );
}

function assertUploaded({ results }: FakeServices, expected: number): void {
  const found = results.artifacts.filter(({ name }) => name.endsWith(".mp4"));
  assert.equal(found.length, expected, "how many videos were uploaded");
}

function assertAttached({ github }: FakeServices, tag: string, expected: number): void {
  const release = github.state.releases.find((candidate) => candidate.tag === tag);
  const found = release?.assets?.filter(({ name }) => name.endsWith(".mp4")) ?? [];
  assert.equal(found.length, expected, `how many videos ${tag} has`);
  for (const { name } of found) assert.ok(release?.body?.includes(name), `the notes of ${tag} link ${name}`);
}
