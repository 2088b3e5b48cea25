import { expect, test } from "vitest";
import { createRecord, type Render } from "../../src/jobs/record.ts";
import { job, remote } from "../support/jobs/scripted-provider.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

function start() {
  const runtime = createFakeRuntime();
  const states: Render[] = [];
  return { runtime, states, record: createRecord(runtime, "Release 2.0", (render) => states.push(render)) };
}

test("the very first state is told before anything happens", () => {
  const { states } = start();
  expect(states).toEqual([
    { status: "pending", title: "Release 2.0", provider: "", phases: {}, milestones: {} },
  ]);
});

test("what becomes known is told at once and kept", () => {
  const { states, record } = start();
  record.update({ status: "processing", job });
  record.update({ remote });
  expect(states.at(-2)).toMatchObject({ status: "processing", job });
  expect(states.at(-1)).toMatchObject({ status: "processing", job, remote });
  expect(record.current()).toEqual(states.at(-1));
});

test("a state that was told does not change afterwards", () => {
  const { states, record } = start();
  const before = structuredClone(states[0]);
  record.update({ status: "failed" });
  expect(states[0]).toEqual(before);
});

test("each phase has a heading and its time, in their order", async () => {
  const { runtime, record } = start();
  await record.phase("submit", async () => runtime.advance(1_500));
  await record.phase("render", async () => runtime.advance(60_000));
  expect(record.current().phases).toEqual({ submit: 1_500, render: 60_000 });
  expect(runtime.lines).toEqual(["group: Submit", "group: Render"]);
});

test("a phase hands on what its work gives", async () => {
  const { record } = start();
  expect(await record.phase("submit", async () => job)).toBe(job);
});

test("a phase that fails has its time too, and what became known in it stays known", async () => {
  const { runtime, states, record } = start();
  const work = async () => {
    runtime.advance(2_000);
    record.update({ job });
    throw new Error("no");
  };
  await expect(record.phase("render", work)).rejects.toThrow("no");
  expect(states.at(-1)).toMatchObject({ job, phases: { render: 2_000 } });
});
