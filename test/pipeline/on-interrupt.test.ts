import { describe, expect, test } from "vitest";
import type { FakeHeygen } from "../support/heygen/fake-heygen.ts";
import { prepareVideoRun, promptInputs, startFakeWithVideo } from "../support/pipeline/video-run.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createMemoryStore } from "../support/stores/memory-store.ts";

const thinking = { sessionStatuses: [{ status: "thinking", video_id: null }] };
const countStops = ({ requests }: FakeHeygen) => requests.filter(({ path }) => path.endsWith("/stop")).length;

/** Cancels a run while it waits; returns its log and its store. */
async function cancelWhileWaiting(
  fake: FakeHeygen,
  typed: Record<string, string>,
  store = createMemoryStore(),
) {
  const { runtime, run } = await prepareVideoRun(fake, { on_interrupt: "stop", ...typed }, { store });
  // Leaves time for the request that stops the session.
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
    const { lines } = await cancelWhileWaiting(fake, { ...promptInputs, reuse });
    expect(countStops(fake)).toBe(1);
    expect(lines).not.toContainEqual(leftRunning);
  });

  test("leaves a session running that other runs may share, and logs that", async () => {
    await using fake = await startFakeWithVideo(thinking);
    const { lines } = await cancelWhileWaiting(fake, { ...promptInputs, reuse: "content" });
    expect(countStops(fake)).toBe(0);
    expect(lines).toContainEqual(leftRunning);
  });

  test.each(["run", "content"])("leaves a session running that it has resumed (reuse: %s)", async (reuse) => {
    await using fake = await startFakeWithVideo(thinking);
    const { store } = await cancelWhileWaiting(fake, { ...promptInputs, reuse, on_interrupt: "keep" });
    const { lines } = await cancelWhileWaiting(fake, { ...promptInputs, reuse }, store);
    expect([countStops(fake), fake.billed]).toEqual([0, 1]);
    expect(lines).toContainEqual(leftRunning);
  });

  test("leaves a session running that the user named with `video_id`", async () => {
    await using fake = await startFakeWithVideo(thinking);
    await cancelWhileWaiting(fake, { ...promptInputs, on_interrupt: "keep" });
    const { lines } = await cancelWhileWaiting(fake, { video_id: "sess_1" });
    expect(countStops(fake)).toBe(0);
    expect(lines).toContainEqual(leftRunning);
  });
});
