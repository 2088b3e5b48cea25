import { describe, expect, test } from "vitest";
import { failureOf } from "../support/failure-of.ts";
import type { FakeHeygen } from "../support/fake-heygen.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { prompt, startFake, startStory } from "../support/tell-story.ts";

const thinking = { sessionStatuses: [{ status: "thinking", video_id: null }] };
const stops = ({ requests }: FakeHeygen) => requests.filter(({ path }) => path.endsWith("/stop")).length;

/** Tells a story that is cancelled while it waits, and gives what it said. */
async function cancelled(fake: FakeHeygen, typed: Record<string, string>, store = createMemoryStore()) {
  const { runtime, told } = await startStory(fake, { on_interrupt: "stop", ...typed }, { store });
  // Only the last words may still be spoken.
  Object.assign(runtime, { graceSignal: new AbortController().signal });
  runtime.log.progress = () => runtime.interrupt();
  const { code } = await failureOf(told);
  expect(code).toBe("interrupted");
  return { lines: runtime.lines, store };
}

const leftRunning = expect.stringContaining("`on_interrupt` is stop, but the video keeps rendering");

describe("a cancelled run with `on_interrupt: stop`", () => {
  test.each(["run", "never"])("stops the session that it has submitted (reuse: %s)", async (reuse) => {
    await using fake = await startFake(thinking);
    const { lines } = await cancelled(fake, { ...prompt, reuse });
    expect(stops(fake)).toBe(1);
    expect(lines).not.toContainEqual(leftRunning);
  });

  test("leaves one running that other runs may share, and says so", async () => {
    await using fake = await startFake(thinking);
    const { lines } = await cancelled(fake, { ...prompt, reuse: "content" });
    expect(stops(fake)).toBe(0);
    expect(lines).toContainEqual(leftRunning);
  });

  test.each(["run", "content"])("leaves one running that it has resumed (reuse: %s)", async (reuse) => {
    await using fake = await startFake(thinking);
    const { store } = await cancelled(fake, { ...prompt, reuse, on_interrupt: "keep" });
    const { lines } = await cancelled(fake, { ...prompt, reuse }, store);
    expect([stops(fake), fake.billed]).toEqual([0, 1]);
    expect(lines).toContainEqual(leftRunning);
  });

  test("leaves one running that the user named", async () => {
    await using fake = await startFake(thinking);
    await cancelled(fake, { ...prompt, on_interrupt: "keep" });
    const { lines } = await cancelled(fake, { video_id: "sess_1" });
    expect(stops(fake)).toBe(0);
    expect(lines).toContainEqual(leftRunning);
  });
});
