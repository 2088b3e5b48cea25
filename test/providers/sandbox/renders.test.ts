import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { createRenders } from "../../../src/providers/sandbox/renders.ts";
import type { StudioRequest } from "../../../src/studio/request.ts";

const request: StudioRequest = {
  title: "Welcome",
  outline: "Welcome.",
  isBrief: false,
  subject: {},
  aspectRatio: "16:9",
  resolution: "720p",
  motion: true,
  theme: "dark",
};

const program = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const hanging = program("setInterval(() => {}, 1000)");
const reporting = program(`
  import { parentPort } from "node:worker_threads";
  setTimeout(() => parentPort.postMessage({ kind: "progress", percent: 40 }), 20);
  setInterval(() => {}, 1000);
`);

/** Timers that go off when a test says so. */
function createTimers() {
  const running = new Set<() => void>();
  return {
    running,
    setTimer: (_ms: number, callback: () => void) => {
      running.add(callback);
      return () => void running.delete(callback);
    },
    goOff: () => [...running].forEach((callback) => void callback()),
  };
}

test("a renderer that makes no progress for two minutes is given up, and the video fails with the reason", async () => {
  const { setTimer, goOff } = createTimers();
  const renders = createRenders(setTimer, hanging);
  const render = await renders.start("a", request);
  const change = render.nextChange();
  goOff();
  await change;
  expect(render.failure).toBe("The renderer made no progress for two minutes.");
  await renders.close();
});

test("each report starts the two minutes anew, and a closed renderer leaves no timer and no folder", async () => {
  const { running, setTimer } = createTimers();
  const renders = createRenders(setTimer, reporting);
  const render = await renders.start("a", request);
  const [first] = running;
  await render.nextChange();
  expect([render.progress, render.failure, running.size]).toEqual([40, undefined, 1]);
  expect(running.has(first ?? (() => {}))).toBe(false);
  await renders.close();
  expect([running.size, existsSync(render.path("video").replace(/[^/\\]+$/, ""))]).toEqual([0, false]);
});

test("a program that can't be started makes the video fail with the reason", async () => {
  const renders = createRenders(createTimers().setTimer, program("throw new Error('No fonts.')"));
  const render = await renders.start("a", request);
  await render.nextChange();
  expect(render.failure).toBe("No fonts.");
  await renders.close();
});
