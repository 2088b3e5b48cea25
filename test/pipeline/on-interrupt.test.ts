import { describe, expect, test } from "vitest";
import type { FakeHeygen } from "../support/heygen/fake-heygen.ts";
import { prepareVideoRun, promptInputs, startFakeWithVideo } from "../support/pipeline/video-run.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createMemoryStore } from "../support/stores/memory-store.ts";

const thinking = { sessionStatuses: [{ status: "thinking", video_id: null }] };
const stops = ({ requests }: FakeHeygen) => requests.filter(({ path }) => path.endsWith("/stop")).length;

/** Tells a story that is cancelled while it waits, and gives what it said. */
async function cancelled(fake: FakeHeygen, typed: Record<string, string>, store = createMemoryStore()) {
  const { runtime, run } = await prepareVideoRun(fake, { on_interrupt: "stop", ...typed }, { store });
  // Only the last words may still be spoken.
  Object.assign(runtime, { graceSignal: new AbortController().signal });
  runtime.log.progress = () => runtime.interrupt();
  const { code } = await failureOf(run);
  expect(code).toBe("interrupted");
  return { lines: runtime.lines, store };
}

const leftRunning = expect.stringContaining("`on_interrupt` is stop, but the video keeps rendering");

describe("a cancelled run with `on_interrupt: stop`", () => {
  test.each(["run", "never"])("stops the session that it has submitted (reuse: %s)", async (reuse) => {
    await using fake = await startFakeWithVideo(thinking);
    const { lines } = await cancelled(fake, { ...promptInputs, reuse });
    expect(stops(fake)).toBe(1);
    expect(lines).not.toContainEqual(leftRunning);
  });

  test("leaves one running that other runs may share, and says so", async () => {
    await using fake = await startFakeWithVideo(thinking);
    const { lines } = await cancelled(fake, { ...promptInputs, reuse: "content" });
    expect(stops(fake)).toBe(0);
    expect(lines).toContainEqual(leftRunning);
  });

  test.each(["run", "content"])("leaves one running that it has resumed (reuse: %s)", async (reuse) => {
    await using fake = await startFakeWithVideo(thinking);
    const { store } = await cancelled(fake, { ...promptInputs, reuse, on_interrupt: "keep" });
    const { lines } = await cancelled(fake, { ...promptInputs, reuse }, store);
    expect([stops(fake), fake.billed]).toEqual([0, 1]);
    expect(lines).toContainEqual(leftRunning);
  });

  test("leaves one running that the user named", async () => {
    await using fake = await startFakeWithVideo(thinking);
    await cancelled(fake, { ...promptInputs, on_interrupt: "keep" });
    const { lines } = await cancelled(fake, { video_id: "sess_1" });
    expect(stops(fake)).toBe(0);
    expect(lines).toContainEqual(leftRunning);
  });
});
