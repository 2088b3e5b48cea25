import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../../src/base/errors.ts";
import { createGitHubClient, type GitHubClient } from "../../../../src/platform/github/api/client.ts";
import { readWorkflowEvent } from "../../../../src/platform/github/event.ts";
import { findRelease } from "../../../../src/platform/github/event-text/release.ts";
import { requireWritePermission } from "../../../../src/platform/github/trust.ts";
import { readWorkflow } from "../../../../src/platform/github/workflow.ts";
import {
  createComment,
  deleteComment,
  findComments,
  updateComment,
} from "../../../../src/publish/comment/comments.ts";
import {
  deleteAsset,
  findWritableRelease,
  listAssets,
  readRelease,
  renameAsset,
  uploadAsset,
  type WritableRelease,
  writeNotes,
} from "../../../../src/publish/release/releases.ts";
import { createTemporaryFolder } from "../../../support/files/temporary-folder.ts";
import { eventEnvironment } from "../../../support/github/event-environment.ts";
import { startFakeGithub } from "../../../support/github/fake-github.ts";
import {
  advanceUntilDone,
  floods,
  type HostBehavior,
  redirectRoute,
  retryAfterReplies,
  stalls,
  startHangingHost,
} from "../../../support/network/hanging-host.ts";
import { createFakeRuntime } from "../../../support/runtime/fake-runtime.ts";

const event = readWorkflowEvent(eventEnvironment("issue_comment", {}));
const pushed = eventEnvironment("push", {}, { GITHUB_REF: "refs/heads/topic", GITHUB_REF_NAME: "topic" });
// More than a socket buffers before the other side reads.
const bytes = 20_000_000;

function fileOf(): string {
  const path = join(createTemporaryFolder(), "v.mp4");
  writeFileSync(path, Buffer.alloc(bytes));
  return path;
}

const words =
  (name: Parameters<ReturnType<typeof wordsOf>["read"]>[0], changes: NodeJS.ProcessEnv, payload = {}) =>
  (_: GitHubClient, runtime: Parameters<typeof readWorkflow>[0], apiUrl: string) =>
    wordsOf(runtime, { ...eventEnvironment("push", payload, changes), GITHUB_API_URL: apiUrl }).read(name);
const wordsOf = (runtime: Parameters<typeof readWorkflow>[0], env: NodeJS.ProcessEnv) =>
  readWorkflow(runtime, env, "ghs_test-token").eventText("/nowhere", undefined);
const onTag = { GITHUB_REF: "refs/tags/v2", GITHUB_REF_NAME: "v2" };

interface Case {
  readonly name: string;
  readonly route: RegExp;
  readonly uploads?: true;
  /** A request with an effect, which is not retried before the state is read. */
  readonly once?: true;
  work(github: GitHubClient, runtime: Parameters<typeof readWorkflow>[0], apiUrl: string): Promise<unknown>;
}

const cases: readonly Case[] = [
  {
    name: "a release by its tag",
    route: /releases\/tags\/v2$/,
    work: (github) => findWritableRelease(github, "v2"),
  },
  { name: "the list of releases", route: /releases$/, work: (github) => findWritableRelease(github, "v9") },
  {
    name: "the release of an event",
    route: /releases\/tags/,
    work: (github) => findRelease(github, event, "v2"),
  },
  { name: "a release as it is now", route: /releases\/2$/, work: (github) => readRelease(github, 2) },
  {
    name: "new notes",
    route: /PATCH .*releases\/2$/,
    once: true,
    work: (github) => writeNotes(github, 2, "New"),
  },
  { name: "the files of a release", route: /releases\/2\/assets$/, work: (github) => listAssets(github, 2) },
  {
    name: "another name for a file",
    route: /PATCH .*assets\/5$/,
    work: (github) => renameAsset(github, 5, "a.mp4"),
  },
  { name: "a file to remove", route: /DELETE .*assets\/5$/, work: (github) => deleteAsset(github, 5) },
  {
    name: "a file to upload",
    route: /^POST .*assets$/,
    uploads: true,
    once: true,
    work: (github, _, apiUrl) =>
      uploadAsset(
        github,
        {
          upload_url: `${apiUrl}/repos/octo/showreel-test/releases/2/assets{?name,label}`,
        } as WritableRelease,
        {
          path: fileOf(),
          bytes,
          name: "v.mp4",
          contentType: "video/mp4",
        },
      ),
  },
  {
    name: "the comments",
    route: /GET .*issues\/7\/comments$/,
    work: (github) => findComments(github, 7, "m"),
  },
  {
    name: "a new comment",
    route: /POST .*issues\/7\/comments$/,
    once: true,
    work: (github) => createComment(github, 7, "Hello"),
  },
  {
    name: "another text for a comment",
    route: /PATCH .*comments\/5$/,
    once: true,
    work: (github) => updateComment(github, 5, "Hi"),
  },
  { name: "a comment to remove", route: /DELETE .*comments\/5$/, work: (github) => deleteComment(github, 5) },
  { name: "who may write", route: /permission$/, work: (github) => requireWritePermission(github, event) },
  {
    name: "the pull request of a push",
    route: /pulls$/,
    work: (_, runtime, apiUrl) =>
      readWorkflow(runtime, { ...pushed, GITHUB_API_URL: apiUrl }, "ghs_test-token").pullRequest(),
  },
  { name: "the tags", route: /GET .*tags$/, work: words("commits", onTag) },
  { name: "the commits of a tag", route: /GET .*commits$/, work: words("commits", onTag) },
  { name: "the notes that GitHub writes", route: /generate-notes$/, work: words("release.notes", onTag) },
  {
    name: "what has changed since",
    route: /compare\//,
    work: words("changed_files", {}, { before: "a".repeat(40) }),
  },
];

async function meet({ route, work }: Case, attack: HostBehavior) {
  const release = { id: 2, tag: "v2", name: "Two", body: "" };
  const tags = [{ name: "v2", sha: "a".repeat(40) }];
  const commits = [{ sha: "a".repeat(40), message: "Add" }];
  await using fake = await startFakeGithub({ releases: [release], tags, commits });
  await using host = await startHangingHost(attack);
  const clock = createFakeRuntime();
  const runtime = redirectRoute(clock, route, host);
  const place = { apiUrl: fake.url, token: fake.token, repository: "octo/showreel-test" };
  const end = await advanceUntilDone(
    clock,
    host,
    work(createGitHubClient(runtime, place), runtime, fake.url),
    5_000,
  );
  return { ...end, held: host.count() };
}

const everyAttack = [...Object.keys(stalls), ...Object.keys(floods)] as HostBehavior[];

describe.each(everyAttack)("where GitHub %s", (attack) => {
  const held = cases.filter(({ uploads }) => attack !== "never reads the request" || uploads);

  test.each(held.map((one) => [one.name, one] as const))(
    "%s fails within its time limit",
    async (_, one) => {
      const { error, tookMs, held } = await meet(one, attack);
      // A deleted object stays deleted, whatever the response is.
      if (attack === "sends an endless response" && / remove$/.test(one.name))
        return expect([held, error]).toEqual([1, undefined]);
      expect(held).toBe(one.once ? 1 : 4);
      expect(error).toMatchObject({ code: "network_error" });
      const uploadMs = 120_000 + bytes / 100;
      expect(tookMs).toBeLessThanOrEqual(one.uploads ? uploadMs + 5_000 : 4 * 35_000 + 20_000);
    },
    120_000,
  );
});

describe.each(Object.keys(retryAfterReplies) as HostBehavior[])("where GitHub %s", (attack) => {
  test.each(cases.map((one) => [one.name, one] as const))(
    "%s pauses for at most three minutes",
    async (_, one) => {
      const { error, tookMs, held } = await meet(one, attack);
      expect(held).toBeGreaterThan(0);
      expect(error).toBeInstanceOf(ShowreelError);
      expect(error).toMatchObject({ code: "rate_limited" });
      expect(tookMs).toBeLessThanOrEqual(180_000);
    },
  );
});
