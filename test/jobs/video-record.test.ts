import { expect, test } from "vitest";
import { createRecord, type VideoState } from "../../src/jobs/video-record.ts";
import { job, remote } from "../support/jobs/scripted-provider.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

function start() {
  const runtime = createFakeRuntime();
  const states: VideoState[] = [];
  return { runtime, states, record: createRecord(runtime, "Release 2.0", (video) => states.push(video)) };
}

test("a record reports the initial state before any work starts", () => {
  const { states } = start();
  expect(states).toEqual([
    { status: "pending", title: "Release 2.0", provider: "", phases: {}, milestones: {} },
  ]);
});

test("a record reports each update at once, and keeps it", () => {
  const { states, record } = start();
  record.update({ status: "processing", job });
  record.update({ remote });
  expect(states.at(-2)).toMatchObject({ status: "processing", job });
  expect(states.at(-1)).toMatchObject({ status: "processing", job, remote });
  expect(record.current()).toEqual(states.at(-1));
});

test("a record does not change a state that it has reported", () => {
  const { states, record } = start();
  const before = structuredClone(states[0]);
  record.update({ status: "failed" });
  expect(states[0]).toEqual(before);
});

test("each phase is a group in the log, and its duration is recorded", async () => {
  const { runtime, record } = start();
  await record.phase("submit", async () => runtime.advance(1_500));
  await record.phase("render", async () => runtime.advance(60_000));
  expect(record.current().phases).toEqual({ submit: 1_500, render: 60_000 });
  expect(runtime.lines).toEqual(["group: Submit", "group: Render"]);
});

test("a phase returns what its work returns", async () => {
  const { record } = start();
  expect(await record.phase("submit", async () => job)).toBe(job);
});

test("a failed phase has a duration, too, and the updates made in it are kept", async () => {
  const { runtime, states, record } = start();
  const failingWork = async () => {
    runtime.advance(2_000);
    record.update({ job });
    throw new Error("no");
  };
  await expect(record.phase("render", failingWork)).rejects.toThrow("no");
  expect(states.at(-1)).toMatchObject({ job, phases: { render: 2_000 } });
});
