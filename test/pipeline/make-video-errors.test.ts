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

describe("when the time is up", () => {
  const slow = { videoStatuses: ["processing"] };

  test("the run fails, the video goes on, and the way back is told", async () => {
    await using fake = await startFakeWithVideo(slow);
    const { record, run } = await prepareVideoRun(fake, { ...promptInputs, timeout_minutes: "1" });
    const timedOut = await failureOf(run);
    expect(timedOut.code).toBe("timed_out");
    expect(timedOut.hint).toBe(
      'The video is paid for. Resume it with `video_id` set to "v_1": showreel --provider heygen --video-id v_1',
    );
    expect(record.current().status).toBe("processing");
    expect(record.current().phases.render).toBe(60_000);
  });

  test("the run may end well all the same, with a warning", async () => {
    await using fake = await startFakeWithVideo(slow);
    const { runtime, record, run } = await prepareVideoRun(fake, {
      ...promptInputs,
      timeout_minutes: "1",
      on_timeout: "detach",
    });
    await run();
    expect(record.current()).toMatchObject({ status: "processing", job: { ids: { video_id: "v_1" } } });
    expect(runtime.lines.at(-1)).toMatch(/^warning: Timed out after 1 min; the video is still rendering/);
  });
});

describe("an error after the submit", () => {
  test("carries the way back, by the session while the video has no id", async () => {
    await using fake = await startFakeWithVideo();
    fake.on("GET /v3/video-agents/{session_id}", failure(401, "unauthorized", "No."));
    const { run } = await prepareVideoRun(fake, promptInputs);
    const refused = await failureOf(run);
    expect(refused.code).toBe("unauthorized");
    expect(refused.hint).toMatch(/Check the key.+The video is paid for\..+`video_id` set to "sess_1"/);
  });

  test("of the download carries it too, and leaves no video behind", async () => {
    await using fake = await startFakeWithVideo();
    fake.on("GET /files/{name}", ...times(8, { status: 403 }));
    const { record, run } = await prepareVideoRun(fake, scriptInputs);
    const refused = await failureOf(run);
    expect(refused.code).toBe("download_failed");
    expect(refused.hint).toContain('`video_id` set to "v_1"');
    expect(record.current()).toMatchObject({ status: "processing", remote: { durationSeconds: 30.5 } });
    expect(record.current().local).toBeUndefined();
  });

  test("of an interrupted run carries it too", async () => {
    await using fake = await startFakeWithVideo();
    const { runtime, run } = await prepareVideoRun(fake, scriptInputs);
    fake.on("GET /v3/videos/{video_id}", "hang");
    const interrupted = failureOf(run);
    while (fake.requests.length < 2) await new Promise(setImmediate);
    runtime.interrupt();
    expect((await interrupted).code).toBe("interrupted");
    expect((await interrupted).hint).toContain('`video_id` set to "v_1"');
  });

  test("that was nothing but the video's own failure does not: there is nothing to take up", async () => {
    await using fake = await startFakeWithVideo({ videoStatuses: ["failed"] });
    const { run } = await prepareVideoRun(fake, scriptInputs);
    const failed = await failureOf(run);
    expect(failed.code).toBe("generation_failed");
    expect(failed.message).toBe("The video failed: Avatar rendering timed out (rendering_failed)");
    expect(failed.hint).not.toContain("Resume it");
  });

  test("that says that the video does not exist does not either", async () => {
    await using fake = await startFakeWithVideo();
    const { run } = await prepareVideoRun(fake, { video_id: "typo" });
    const unknown = await failureOf(run);
    expect(unknown.code).toBe("provider_error");
    expect(unknown.hint).not.toContain("Resume it");
  });

  test("that is HeyGen's policy against the text does not either", async () => {
    await using fake = await startFakeWithVideo();
    fake.on("GET /v3/videos/{video_id}", failure(400, "content_policy_violation", "No."));
    const { run } = await prepareVideoRun(fake, scriptInputs);
    const refused = await failureOf(run);
    expect(refused.code).toBe("generation_failed");
    expect(refused.hint).not.toContain("Resume it");
  });
});

test("an error before the submit speaks of no video", async () => {
  await using fake = await startFakeWithVideo();
  fake.on("POST /v3/videos", failure(402, "insufficient_credit", "No."));
  const { record, run } = await prepareVideoRun(fake, scriptInputs);
  const refused = await failureOf(run);
  expect(refused.code).toBe("out_of_credit");
  expect(refused.hint).not.toContain("paid for");
  expect(record.current()).toMatchObject({ status: "pending", phases: { submit: 0 } });
});
