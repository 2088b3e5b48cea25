import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ShowreelError } from "../../src/base/errors.ts";
import type { Settings } from "../../src/inputs/schema/settings.ts";
import { createRecord } from "../../src/jobs/video-record.ts";
import { readWorkflow } from "../../src/platform/github/workflow.ts";
import { createPublishStages } from "../../src/publish/publish-stages.ts";
import { type Publisher, publishAll, withPublishLimit } from "../../src/publish/publisher.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { eventEnvironment } from "../support/github/event-environment.ts";
import { startFakeGithub } from "../support/github/fake-github.ts";
import {
  advanceUntilDone,
  floods,
  type HostBehavior,
  redirectRoute,
  retryAfterReplies,
  stalls,
  startHangingHost,
} from "../support/network/hanging-host.ts";
import { startLocalServer } from "../support/network/local-server.ts";
import { completed, videoFormat } from "../support/pipeline/render-states.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../support/runtime/fake-runtime.ts";

const minute = 60_000;
const payload = { pull_request: { number: 7, title: "Add", head: { sha: "d".repeat(40) } } };
const ends = { head: { ref: "topic", sha: "d".repeat(40) }, base: { ref: "main", sha: "a".repeat(40) } };
const settings = { release_tag: "v2", comment: true, title: "Tour" } as Settings;

/** The stages for a release and a comment, and the record of a finished video. */
async function openStages(runtime: FakeRuntime, apiUrl: string, files: readonly Publisher[] = []) {
  const env = eventEnvironment("pull_request", payload, { GITHUB_API_URL: apiUrl });
  const stages = await createPublishStages(
    runtime,
    readWorkflow(runtime, env, "ghs_test-token"),
    settings,
    files,
  );
  const content = "video";
  const path = join(createWorkspace({ "v.mp4": content }), "v.mp4");
  const sha256 = createHash("sha256").update(content).digest("hex");
  const record = createRecord(runtime, "Release 2", () => {});
  record.update({ ...completed, local: { path, sizeBytes: content.length, sha256, ...videoFormat } });
  return { stages, record };
}

async function runStage(attack: HostBehavior, route: RegExp, stage: "publish" | "reportFailure" | "flush") {
  const release = { id: 2, tag: "v2", name: "Two", body: "" };
  const pull = { number: 7, title: "Add", ...ends };
  await using fake = await startFakeGithub({ releases: [release], pulls: [pull] });
  await using host = await startHangingHost(attack);
  const clock = createFakeRuntime();
  const runtime = redirectRoute(clock, route, host);
  const { stages, record } = await openStages(runtime, fake.url);
  const end = await advanceUntilDone(clock, host, stages[stage](record), 5_000);
  expect(host.count()).toBeGreaterThan(0);
  const warnings = clock.lines.filter((line) => line.startsWith("warning")).length;
  return { ...end, warnings };
}

const everyAttack = [
  ...Object.keys(stalls),
  ...Object.keys(floods),
  ...Object.keys(retryAfterReplies),
] as HostBehavior[];

describe.each(everyAttack)("where GitHub %s", (attack) => {
  test.each([
    ["all of GitHub", /./, true, 2],
    ["the comments", /comments/, false, 1],
    ["the upload", /^POST .*assets/, true, 0],
    ["the notes", /^PATCH .*releases\/2$/, false, 1],
  ])(
    "at %s, publishing ends in time and reports what failed",
    async (_, route, fails, most) => {
      const { error, tookMs, warnings } = await runStage(attack, route, "publish");
      // The step fails only if the release does not get its video; everything else is a warning.
      expect(error && (error as ShowreelError).code).toBe(fails ? "publish_failed" : undefined);
      expect([warnings > 0, warnings <= most]).toEqual([most > 0, true]);
      // Uploads first, then release notes and comment: five minutes each.
      expect(tookMs).toBeLessThanOrEqual(10 * minute + 10_000);
    },
    120_000,
  );

  test.each([
    ["ends without a video", "reportFailure", 5 * minute],
    ["does not wait for one", "flush", 10_000],
  ] as const)(
    "the comment does not delay a run that %s",
    async (_, stage, most) => {
      const { error, tookMs, warnings } = await runStage(attack, /comments/, stage);
      expect([error, warnings]).toEqual([undefined, 1]);
      expect(tookMs).toBeLessThanOrEqual(Math.max(most, 3 * minute) + 5_000);
    },
    120_000,
  );
});

/**
 * Publishes and then reports the failure, as `run` does. The release is immutable: it must get its link, but
 * no file.
 */
async function publishAndReport(opened: Awaited<ReturnType<typeof openStages>>, between = () => {}) {
  const { stages, record } = opened;
  const failure = await failureOf(() => stages.publish(record));
  record.update({ failure });
  between();
  await stages.reportFailure(record);
  return failure;
}

const immutable = { id: 2, tag: "v2", name: "Two", body: "", immutable: true };
const pull = { number: 7, title: "Add", ...ends };
const commentWarnings = (clock: FakeRuntime) =>
  clock.lines.filter((line) => line.startsWith("warning") && line.includes("comment"));

test.each(everyAttack)(
  "where GitHub %s, release notes and comment share five minutes, and the run warns once",
  async (attack) => {
    await using fake = await startFakeGithub({ releases: [immutable], pulls: [pull] });
    await using host = await startHangingHost(attack);
    const clock = createFakeRuntime();
    const runtime = redirectRoute(clock, /^PATCH .*releases\/2$|comments/, host);
    const { error, tookMs } = await advanceUntilDone(
      clock,
      host,
      publishAndReport(await openStages(runtime, fake.url)),
      5_000,
    );
    expect([error, commentWarnings(clock).length]).toEqual([undefined, 1]);
    expect(tookMs).toBeLessThanOrEqual(5 * minute + 10_000);
  },
  120_000,
);

test("the comment reports a failure within ten seconds after the release notes took five minutes", async () => {
  await using fake = await startFakeGithub({ releases: [immutable], pulls: [pull] });
  const clock = createFakeRuntime();
  // Another user keeps emptying the release notes, and the comments are an endless list of slow pages.
  const ask: FakeRuntime["fetch"] = async (input, init) => {
    const isSlow = /releases\/2$/.test(String(input)) || fake.state.comments.length > 1;
    if (isSlow) clock.advance(20_000);
    for (const release of fake.state.releases) release.body = "";
    return clock.fetch(input, init);
  };
  const opened = await openStages({ ...clock, fetch: ask }, fake.url);
  let beganMs = 0;
  const failure = await publishAndReport(opened, () => {
    beganMs = clock.elapsed();
    const [ours] = fake.state.comments;
    if (ours) fake.state.comments = Array.from({ length: 3_000 }, (_, id) => ({ ...ours, id, body: "Hm." }));
  });
  expect([failure.code, beganMs]).toEqual(["publish_failed", expect.closeTo(5 * minute, -5)]);
  expect(clock.elapsed() - beganMs).toBeLessThanOrEqual(40_000);
  expect(commentWarnings(clock)).toEqual([expect.stringContaining("The comment took longer than 10 s.")]);
});

test("an endless list of slow comment pages is given up after five minutes", async () => {
  const runtime = createFakeRuntime();
  const foreignComment = {
    id: 1,
    html_url: "https://github.com",
    body: "x",
    author_association: "NONE",
    user: null,
  };
  await using server = await startLocalServer(({ url = "" }, response) => {
    runtime.advance(20_000);
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.setHeader("link", `<https://api.github.com${url}>; rel="next"`);
    response.end(JSON.stringify(Array(100).fill(foreignComment)));
  });
  const { stages, record } = await openStages(runtime, server.url.origin);
  const before = runtime.elapsed();
  await stages.reportFailure(record);
  expect(runtime.elapsed() - before).toBe(5 * minute);
  expect(runtime.lines).toContainEqual(expect.stringContaining("The comment took longer than 5 min."));
});

describe("a publisher that never finishes", () => {
  const never: Publisher = { name: "artifact", isEssential: true, publish: () => new Promise(() => {}) };

  test.each([
    [5, 5 * minute],
    [300_000_000, 55 * minute],
  ])("is given up after five minutes plus one second per 100 kB (%i bytes)", async (bytes, mostMs) => {
    const runtime = createFakeRuntime();
    const { stages, record } = await openStages(runtime, "http://127.0.0.1:1", [never]);
    record.update({ local: { path: "v.mp4", sizeBytes: bytes, sha256: "", ...videoFormat } });
    const done = failureOf(() => stages.publish(record));
    for (let minutes = 0; minutes * minute < mostMs + 5 * minute; minutes += 1) {
      await new Promise(setImmediate);
      runtime.advance(minute);
    }
    expect(await done).toMatchObject({ code: "publish_failed" });
  });

  test("is given up at once in an interrupted run", async () => {
    const runtime = createFakeRuntime();
    const record = createRecord(runtime, "Release 2", () => {});
    const done = failureOf(() =>
      publishAll(runtime, [withPublishLimit(runtime, () => minute, never)], record),
    );
    runtime.interrupt();
    expect((await done).code).toBe("interrupted");
  });
});
