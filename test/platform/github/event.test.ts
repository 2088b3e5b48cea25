import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  announcesRelease,
  eventPullRequest,
  eventTag,
  isOwnNotesEdit,
  readWorkflowEvent,
  titleFromEvent,
} from "../../../src/platform/github/event.ts";
import { mayBeUntrusted, missingSecretsReason } from "../../../src/platform/github/trust.ts";
import { createPipe } from "../../support/files/pipe.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { eventEnvironment, exampleEvents } from "../../support/github/event-environment.ts";

const names = [
  "release",
  "push",
  "pull_request",
  "create",
  "workflow_dispatch",
  "repository_dispatch",
  "schedule",
  "issue_comment",
];
const examples = names.flatMap((name) =>
  exampleEvents(name).map((payload, index) => ({ name, index, payload })),
);

test("has GitHub's examples of all events except schedule, which has no payload", () => {
  const known = new Set(examples.map(({ name }) => name));
  expect(names.filter((name) => !known.has(name))).toEqual(["schedule"]);
  expect(examples.length).toBeGreaterThan(60);
});

// A second, strict parser of the examples, because ours is lenient.
const pullRequest = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  html_url: z.string(),
});
const shapes = z.object({
  repository: z.object({ full_name: z.string() }),
  release: z
    .object({ tag_name: z.string(), name: z.string().nullable(), body: z.string().nullable() })
    .optional(),
  pull_request: pullRequest.optional(),
  issue: z
    .object({
      number: z.number(),
      title: z.string(),
      pull_request: z.object({ html_url: z.string() }).optional(),
    })
    .optional(),
  ref: z.string().nullish(),
  ref_type: z.string().optional(),
});

describe("reads GitHub's example of every event", () => {
  test.each(examples)("$name $index", ({ name, payload }) => {
    const truth = shapes.parse(payload);
    const event = readWorkflowEvent(
      eventEnvironment(name, payload, { GITHUB_REPOSITORY: "", GITHUB_REF: "", GITHUB_REF_NAME: "" }),
    );
    expect(event.repository).toBe(truth.repository.full_name);
    expect(event.payload.release?.body).toBe(truth.release?.body);
    const pushedTag = truth.ref?.startsWith("refs/tags/") ? truth.ref.slice("refs/tags/".length) : undefined;
    const createdTag = truth.ref_type === "tag" ? truth.ref : undefined;
    expect(eventTag(event)).toBe(truth.release?.tag_name ?? pushedTag ?? createdTag ?? undefined);
    const commented = truth.issue?.pull_request && truth.issue;
    expect(eventPullRequest(event)?.number).toBe(truth.pull_request?.number ?? commented?.number);
    expect(eventPullRequest(event)?.title).toBe(truth.pull_request?.title ?? commented?.title);
    expect(eventPullRequest(event)?.html_url).toBe(
      truth.pull_request?.html_url ?? commented?.pull_request?.html_url,
    );
    expect(titleFromEvent(event).text).not.toBe("");
  });
});

const anyEvent = { GITHUB_REPOSITORY: "octo/reel", GITHUB_REF: "refs/heads/main", GITHUB_REF_NAME: "main" };

describe("treats a malformed payload as missing", () => {
  test.each([
    ["broken JSON", "{"],
    ["a list", "[1, 2]"],
    ["null", "null"],
    ["numbers for texts", { release: { tag_name: 1, name: {}, body: [], html_url: false }, ref: 5 }],
    ["texts for objects", { release: "v1", pull_request: "x", issue: 1, commits: "none", repository: [] }],
    ["half a pull request", { pull_request: { number: "7", head: null, base: 3 } }],
    ["names of methods", { __proto__: { release: {} }, constructor: { name: "x" } }],
  ])("%s", (_, payload) => {
    const event = readWorkflowEvent(eventEnvironment("push", payload, anyEvent));
    expect([eventTag(event), eventPullRequest(event), titleFromEvent(event).text]).toEqual([
      undefined,
      undefined,
      "reel main",
    ]);
  });

  test("treats a missing file as a missing payload", () => {
    const event = readWorkflowEvent({ ...anyEvent, GITHUB_EVENT_PATH: "/nowhere/event.json" });
    expect(titleFromEvent(event).text).toBe("reel main");
  });
});

describe("announcesRelease", () => {
  const tagged = { GITHUB_REF: "refs/tags/v1.2.0", GITHUB_REF_NAME: "v1.2.0" };

  type Row = [string, string, object, NodeJS.ProcessEnv, boolean];

  test.each<Row>([
    ["a published release", "release", { action: "published", release: { tag_name: "v1" } }, {}, true],
    ...["created", "edited", "deleted", "unpublished", "prereleased", "released"].map(
      (action): Row => [
        `a release that is ${action}`,
        "release",
        { action, release: { tag_name: "v1" } },
        {},
        false,
      ],
    ),
    ["a pushed tag", "push", {}, tagged, true],
    ["a pushed branch", "push", {}, {}, false],
    ["a deleted tag", "push", { deleted: true }, tagged, false],
    ["a run by hand on a tag", "workflow_dispatch", {}, tagged, false],
    ["a pull request", "pull_request", { pull_request: { number: 1 } }, {}, false],
  ])("with %s: %s", (_, name, payload, changes, expected) => {
    expect(
      announcesRelease(readWorkflowEvent(eventEnvironment(name, payload, { ...anyEvent, ...changes }))),
    ).toBe(expected);
  });
});

const home = { repo: { full_name: "octo/reel" } };
const fork = { repo: { full_name: "stranger/reel" } };

describe("missingSecretsReason", () => {
  test.each([
    [
      "to a pull request from a fork",
      "pull_request",
      { pull_request: { head: fork, base: home } },
      {},
      "a pull request from a fork",
    ],
    [
      "when the fork is gone",
      "pull_request",
      { pull_request: { head: { repo: null }, base: home } },
      {},
      "a pull request from a fork",
    ],
    [
      "to a review from a fork",
      "pull_request_review",
      { pull_request: { head: fork, base: home } },
      {},
      "a pull request from a fork",
    ],
    ["to Dependabot", "push", {}, { GITHUB_ACTOR: "dependabot[bot]" }, "a run of Dependabot"],
  ])("%s", (_, name, payload, changes, why) => {
    expect(
      missingSecretsReason(readWorkflowEvent(eventEnvironment(name, payload, { ...anyEvent, ...changes }))),
    ).toBe(why);
  });

  test.each([
    ["a pull request from a branch", "pull_request", { pull_request: { head: home, base: home } }],
    [
      "a pull request aimed at us with our secrets",
      "pull_request_target",
      { pull_request: { head: fork, base: home } },
    ],
    ["a push", "push", {}],
    ["a release", "release", { release: { tag_name: "v1" } }],
  ])("is undefined for %s", (_, name, payload) => {
    expect(
      missingSecretsReason(readWorkflowEvent(eventEnvironment(name, payload, anyEvent))),
    ).toBeUndefined();
  });
});

test.each([
  ["pull_request_target", {}, true],
  ["issue_comment", {}, true],
  ["issues", {}, true],
  ["discussion_comment", {}, true],
  ["workflow_run", { workflow_run: { head_repository: { full_name: "stranger/reel" } } }, true],
  ["workflow_run", { workflow_run: { event: "push", head_repository: { full_name: "octo/reel" } } }, false],
  [
    "workflow_run",
    { workflow_run: { event: "issue_comment", head_repository: { full_name: "octo/reel" } } },
    true,
  ],
  ["workflow_run", {}, true],
  ["pull_request_review", {}, true],
  ["fork", {}, true],
  ["watch", {}, true],
  ["gollum", {}, true],
  ["pull_request", { pull_request: { head: home } }, false],
  ["pull_request", { pull_request: { head: fork } }, true],
  ["pull_request", { pull_request: { head: { repo: null } } }, true],
  ["pull_request", { pull_request: { head: null } }, true],
  ["pull_request", {}, true],
  ["an_event_of_next_year", {}, true],
  ["push", {}, false],
  ["release", {}, false],
  ["workflow_dispatch", {}, false],
  ["schedule", {}, false],
])("mayBeUntrusted for %s %j returns %s", (name, payload, open) => {
  expect(mayBeUntrusted(readWorkflowEvent(eventEnvironment(name, payload, anyEvent)))).toBe(open);
});

describe("isOwnNotesEdit for an edit of a release", () => {
  const ours = "<!-- showreel:k -->\n\n[x](y)\n\n<!-- /showreel:k -->";
  const edit = (from: string, body: string, more = {}) =>
    isOwnNotesEdit(
      readWorkflowEvent(
        eventEnvironment("release", {
          action: "edited",
          release: { tag_name: "v1", body },
          changes: { body: { from }, ...more },
        }),
      ),
    );

  test("is true if only our block has changed", () => {
    expect(edit("Notes.", `Notes.\n\n${ours}`)).toBe(true);
    expect(edit(`Notes.\n\n${ours}`, `Notes.\n\n${ours.replace("(y)", "(z)")}`)).toBe(true);
  });

  test("is false if anything else has changed", () => {
    expect(edit("Notes.", `Notes!\n\n${ours}`)).toBe(false);
    expect(edit("Notes.", `Notes.\n\n${ours}`, { name: { from: "One" } })).toBe(false);
    expect(
      isOwnNotesEdit(
        readWorkflowEvent(eventEnvironment("release", { action: "published", release: { tag_name: "v1" } })),
      ),
    ).toBe(false);
  });
});

test("does not block on a pipe in place of the payload", () => {
  const path = join(createTemporaryFolder(), "event.json");
  createPipe(path);
  expect(
    readWorkflowEvent({ ...eventEnvironment("push", {}), GITHUB_EVENT_PATH: path }).payload.release,
  ).toBeUndefined();
});
