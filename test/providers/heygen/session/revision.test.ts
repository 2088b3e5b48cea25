import { describe, expect, test } from "vitest";
import { type FakeHeygen, startFakeHeygen } from "../../../support/heygen/fake-heygen.ts";
import { prepareVideoRun, startFakeWithVideo } from "../../../support/pipeline/video-run.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";
import { createMemoryStore } from "../../../support/stores/memory-store.ts";

const first = { prompt: "A tour", provider_options: "mode: chat" };
const change = { prompt: "Shorter, please", video_id: "sess_1" };
const route = "POST /v3/video-agents/{session_id}";

async function withFirstVideo(): Promise<FakeHeygen> {
  const fake = await startFakeWithVideo();
  await (await prepareVideoRun(fake, first)).run();
  return fake;
}

const messagesSent = ({ requests }: FakeHeygen) =>
  requests.filter(({ method, path }) => method === "POST" && path === "/v3/video-agents/sess_1").length;

describe("a prompt with the id of a session as `video_id`", () => {
  test("delivers the new video, although the session still contains the id of the old one", async () => {
    await using fake = await withFirstVideo();
    const { record, run } = await prepareVideoRun(fake, change);
    await run();
    expect(record.current()).toMatchObject({
      status: "completed",
      job: { ids: { session_id: "sess_1", revised_video_id: "v_1", video_id: "v_2" } },
    });
    expect(record.current().local?.path).toContain("v_2.mp4");
    expect([fake.billed, ...fake.requests.flatMap(({ problems }) => problems)]).toEqual([2]);
  });

  test("is paid for once when a later run resumes it", async () => {
    await using fake = await withFirstVideo();
    const store = createMemoryStore();
    const begun = await prepareVideoRun(fake, { ...change, wait: "false" }, { store });
    await begun.run();
    const { record, run } = await prepareVideoRun(fake, change, { store });
    await run();
    expect(record.current()).toMatchObject({
      status: "completed",
      resumed: true,
      job: { ids: { video_id: "v_2" } },
    });
    expect([fake.billed, messagesSent(fake)]).toEqual([2, 1]);
  });

  test("is found by its text when the response was lost, and not sent again", async () => {
    await using fake = await withFirstVideo();
    fake.on(route, "lost");
    const story = await prepareVideoRun(fake, change, { store: createMemoryStore() });
    // The fake dates messages by the real clock.
    story.runtime.advance(Date.now() - story.runtime.now());
    await story.run();
    expect(story.record.current()).toMatchObject({ status: "completed", job: { ids: { video_id: "v_2" } } });
    expect([fake.billed, messagesSent(fake)]).toEqual([2, 1]);
  });

  test("is rejected by HeyGen when the session is not a chat", async () => {
    await using fake = await startFakeWithVideo();
    await (await prepareVideoRun(fake, { prompt: "A tour" })).run();
    const { run } = await prepareVideoRun(fake, change);
    expect(await failureOf(run)).toMatchObject({ code: "invalid_input" });
    expect(fake.billed).toBe(1);
  });

  test("of an unknown session sends nothing", async () => {
    await using fake = await startFakeHeygen();
    const { run } = await prepareVideoRun(fake, { ...change, timeout_minutes: "1" });
    const { code, message } = await failureOf(run);
    expect([code, message]).toEqual([
      "invalid_input",
      expect.stringContaining("`video_id` is not a session"),
    ]);
    expect([fake.billed, messagesSent(fake)]).toEqual([0, 0]);
  });
});
