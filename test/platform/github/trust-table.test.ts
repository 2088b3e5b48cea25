import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readWorkflow } from "../../../src/platform/github/workflow.ts";
import { allExampleEvents, eventEnvironment } from "../../support/github/event-environment.ts";
import { type FakeGithub, startFakeGithub } from "../../support/github/fake-github.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

// By GitHub's documentation, only users with write permission can start these. All others are untrusted, also future ones.
const writersEvents = new Set([
  "push",
  "release",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
  "create",
  "delete",
  "merge_group",
  "deployment",
  "registry_package",
  "page_build",
]);

const own = { full_name: "octo/showreel-test" };
const fork = { full_name: "reader/showreel-test" };
const origins = { "the repository itself": own, "a fork": fork, "a fork that is gone": null };

/** Returns the example with this origin, in the field that holds the origin of its event. */
function from(origin: object | null, payload: object): object {
  const { pull_request, workflow_run } = payload as { pull_request?: object; workflow_run?: object };
  return {
    ...payload,
    ...(pull_request && { pull_request: { ...pull_request, head: { repo: origin }, base: { repo: own } } }),
    ...(workflow_run && { workflow_run: { ...workflow_run, head_repository: origin } }),
  };
}

const pullRequest = { action: "opened", pull_request: { number: 7, title: "Add a knob" } };
const run = (event: string) => ({ action: "completed", workflow_run: { event } });

// Cases that GitHub's own examples lack, or lack in some format.
const more: [event: string, payload: object][] = [
  ["schedule", {}],
  ["registry_package", {}],
  ["pull_request", {}],
  ["pull_request_target", pullRequest],
  ["pull_request_comment", pullRequest],
  ["pull_request_review", pullRequest],
  ["pull_request_review_comment", pullRequest],
  ["issue_comment", { issue: { number: 7, pull_request: {} } }],
  ["workflow_run", {}],
  ["workflow_run", run("pull_request")],
  ["workflow_run", run("issue_comment")],
  ["workflow_run", run("pull_request_target")],
  ["workflow_run", run("workflow_run")],
  ["workflow_run", run("schedule")],
  ["workflow_run", run("")],
  ["image_version", {}],
  ["an_event_of_next_year", {}],
  ["Push", {}],
];

const events: [event: string, payload: object][] = [...allExampleEvents(), ...more];

function isOpen(event: string, payload: object, origin: object | null): boolean {
  if (event === "pull_request") return origin !== own || !("pull_request" in payload);
  if (event !== "workflow_run") return !writersEvents.has(event);
  const started = (payload as { workflow_run?: { event?: string } }).workflow_run?.event ?? "";
  return origin !== own || !(started === "pull_request" || writersEvents.has(started));
}

describe("requireTrust by event, origin and permission", () => {
  let github: FakeGithub;
  beforeAll(async () => {
    github = await startFakeGithub({ permissions: { writer: "write", reader: "read" } });
  });
  afterAll(() => github[Symbol.asyncDispose]());

  async function mayStart(event: string, payload: object, actor: string) {
    const asked = github.requests.length;
    const env = eventEnvironment(event, payload, { GITHUB_API_URL: github.url, GITHUB_ACTOR: actor });
    const workflow = readWorkflow(createFakeRuntime(), env, github.token);
    const code = await workflow.requireTrust().then(
      () => "may",
      async (error) => (await failureOf(() => Promise.reject(error))).code,
    );
    return [code, github.requests.length - asked];
  }

  test.each(events.map(([event, payload], index) => [event, index, payload] as const))(
    "%s (%i)",
    async (event, _, payload) => {
      for (const [place, origin] of Object.entries(origins)) {
        const sent = from(origin, payload);
        const open = isOpen(event, payload, origin);
        const asked = open ? 1 : 0;
        expect.soft([place, await mayStart(event, sent, "writer")]).toEqual([place, ["may", asked]]);
        const word = open ? "unauthorized" : "may";
        expect.soft([place, await mayStart(event, sent, "reader")]).toEqual([place, [word, asked]]);
      }
    },
  );

  test("covers every event that GitHub has an example of", () => {
    expect(events.length * Object.keys(origins).length * 2).toBeGreaterThan(400);
  });
});
