import assert from "node:assert/strict";
import type { WorkflowRun } from "../../scripts/e2e/workflow-run.ts";
import type { World } from "../../scripts/e2e/world.ts";

/** The recipes, as users copy them, and what must have come of each: they cannot ask for it themselves. */
export const exampleRuns: readonly WorkflowRun[] = [
  {
    ...example("release-video"),
    event: "push",
    payload: "tag-with-release.json",
    id: 201,
    check: async (world) => {
      await billed(world, "release-video", 1);
      attached(world, "v3.0.0", 1);
    },
  },
  {
    ...example("docs-video"),
    event: "push",
    payload: "push.json",
    id: 202,
    check: async (world) => {
      await billed(world, "docs-video", 1);
      await asked(world, "docs-video", "It arrives before the tea is cold.");
    },
  },
  {
    ...example("pull-request-preview"),
    event: "pull_request",
    payload: "pull-request-of-examples.json",
    id: 203,
    check: async (world) => {
      await billed(world, "pull-request-preview", 1);
      const comments = world.github.state.comments.filter(({ issue }) => issue === 9);
      assert.equal(comments.length, 1);
    },
  },
  {
    ...example("languages"),
    event: "release",
    payload: "release-of-examples.json",
    id: 204,
    check: async (world) => {
      await billed(world, "languages", 3);
      for (const language of ["English", "German", "Japanese"])
        await asked(world, "languages", `Spoken and written in ${language}.`);
      attached(world, "v4.0.0", 3);
    },
  },
  {
    ...example("detach-and-collect"),
    event: "release",
    payload: "release-of-examples.json",
    id: 205,
    check: async (world) => {
      await billed(world, "detach-and-collect", 1);
      videos(world, 1);
    },
  },
  {
    ...example("check-then-render"),
    event: "pull_request",
    payload: "pull-request-of-examples.json",
    id: 206,
    check: async (world) => {
      await billed(world, "check-then-render", 0);
      videos(world, 0);
    },
  },
  {
    ...example("check-then-render"),
    event: "push",
    payload: "push.json",
    id: 207,
    check: async (world) => {
      await billed(world, "check-then-render", 1);
      videos(world, 1);
    },
  },
];

function example(name: string): Pick<WorkflowRun, "workflow"> {
  return { workflow: fileOf(name) };
}

function fileOf(name: string): string {
  return `examples/${name}.yml`;
}

async function billed(world: World, name: string, expected: number): Promise<void> {
  assert.equal((await world.heygen(fileOf(name))).billed, expected, "how many videos were paid for");
}

async function asked(world: World, name: string, words: string): Promise<void> {
  const { requests } = await world.heygen(fileOf(name));
  assert.ok(
    requests.some(({ body }) => JSON.stringify(body ?? "").includes(words)),
    `HeyGen was asked for: ${words}`,
  );
}

function videos({ results }: World, expected: number): void {
  const found = results.artifacts.filter(({ name }) => name.endsWith(".mp4"));
  assert.equal(found.length, expected, "how many videos were uploaded");
}

function attached({ github }: World, tag: string, expected: number): void {
  const release = github.state.releases.find((candidate) => candidate.tag === tag);
  const found = release?.assets?.filter(({ name }) => name.endsWith(".mp4")) ?? [];
  assert.equal(found.length, expected, `how many videos ${tag} has`);
  for (const { name } of found) assert.ok(release?.body?.includes(name), `the notes of ${tag} link ${name}`);
}
