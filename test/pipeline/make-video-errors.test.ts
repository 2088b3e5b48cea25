import { describe, expect, test } from "vitest";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { times } from "../support/jobs/scripted-provider.ts";
import {
  prepareVideoRun,
  promptInputs,
  scriptInputs,
  startFakeWithVideo,
} from "../support/pipeline/video-run.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

describe("after the deadline", () => {
  const slow = { videoStatuses: ["processing"] };

  test("the run fails, the video keeps rendering, and the hint says how to resume it", async () => {
    await using fake = await startFakeWithVideo(slow);
    const { record, run } = await prepareVideoRun(fake, { ...promptInputs, timeout_minutes: "5" });
    const timedOut = await failureOf(run);
    expect(timedOut.code).toBe("timed_out");
    expect(timedOut.hint).toBe(
      'The video is paid for. Resume it with `video_id` set to "v_1": showreel --provider heygen --video-id v_1',
    );
    expect(record.current().status).toBe("processing");
    expect(record.current().phases.render).toBe(300_000);
  });

  test("the run succeeds with a warning if `on_timeout` is detach", async () => {
    await using fake = await startFakeWithVideo(slow);
    const { runtime, record, run } = await prepareVideoRun(fake, {
      ...promptInputs,
      timeout_minutes: "5",
      on_timeout: "detach",
    });
    await run();
    expect(record.current()).toMatchObject({ status: "processing", job: { ids: { video_id: "v_1" } } });
    expect(runtime.lines.at(-1)).toMatch(/^warning: Timed out after 5 min; the video is still rendering/);
  });
});

describe("an error after the submit", () => {
  test("has a resume hint, with the session id while the video has no id", async () => {
    await using fake = await startFakeWithVideo();
    fake.on("GET /v3/video-agents/{session_id}", failure(401, "unauthorized", "No."));
    const { run } = await prepareVideoRun(fake, promptInputs);
    const error = await failureOf(run);
    expect(error.code).toBe("unauthorized");
    expect(error.hint).toMatch(/Check the key.+The video is paid for\..+`video_id` set to "sess_1"/);
  });

  test("of the download has a resume hint, and no local video is recorded", async () => {
    await using fake = await startFakeWithVideo();
    fake.on("GET /files/{name}", ...times(8, { status: 403 }));
    const { record, run } = await prepareVideoRun(fake, scriptInputs);
    const error = await failureOf(run);
    expect(error.code).toBe("download_failed");
    expect(error.hint).toContain('`video_id` set to "v_1"');
    expect(record.current()).toMatchObject({ status: "processing", remote: { durationSeconds: 4 } });
    expect(record.current().local).toBeUndefined();
  });

  test("of an interrupted run has a resume hint", async () => {
    await using fake = await startFakeWithVideo();
    const { runtime, run } = await prepareVideoRun(fake, scriptInputs);
    fake.on("GET /v3/videos/{video_id}", "hang");
    const interrupted = failureOf(run);
    while (fake.requests.length < 2) await new Promise(setImmediate);
    runtime.interrupt();
    expect((await interrupted).code).toBe("interrupted");
    expect((await interrupted).hint).toContain('`video_id` set to "v_1"');
  });

  test("about a failed video has no resume hint: there is nothing to resume", async () => {
    await using fake = await startFakeWithVideo({ videoStatuses: ["failed"] });
    const { run } = await prepareVideoRun(fake, scriptInputs);
    const failed = await failureOf(run);
    expect(failed.code).toBe("generation_failed");
    expect(failed.message).toBe("The video failed: Avatar rendering timed out (rendering_failed)");
    expect(failed.hint).not.toContain("Resume it");
  });

  test("about a video that does not exist has no resume hint", async () => {
    await using fake = await startFakeWithVideo();
    const { run } = await prepareVideoRun(fake, { video_id: "typo" });
    const unknown = await failureOf(run);
    expect(unknown.code).toBe("provider_error");
    expect(unknown.hint).not.toContain("Resume it");
  });

  test("about HeyGen's content policy has no resume hint", async () => {
    await using fake = await startFakeWithVideo();
    fake.on("GET /v3/videos/{video_id}", failure(400, "content_policy_violation", "No."));
    const { run } = await prepareVideoRun(fake, scriptInputs);
    const error = await failureOf(run);
    expect(error.code).toBe("generation_failed");
    expect(error.hint).not.toContain("Resume it");
  });
});

test("an error before the submit does not mention a paid video", async () => {
  await using fake = await startFakeWithVideo();
  fake.on("POST /v3/videos", failure(402, "insufficient_credit", "No."));
  const { record, run } = await prepareVideoRun(fake, scriptInputs);
  const error = await failureOf(run);
  expect(error.code).toBe("out_of_credit");
  expect(error.hint).not.toContain("paid for");
  expect(record.current()).toMatchObject({ status: "pending", phases: { submit: 0 } });
});
