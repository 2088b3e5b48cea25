import { expect, test } from "vitest";
import { systemRuntime } from "../../src/base/runtime.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";

const interruption = (signal: AbortSignal) => ({ signal, lateSignal: signal, lastSignal: signal });

test("a sleep ends as interrupted as soon as the run is", async () => {
  const controller = new AbortController();
  const runtime = systemRuntime(createFakeRuntime().log, interruption(controller.signal));
  const sleeping = failureOf(() => runtime.sleep(600_000));
  controller.abort();
  expect((await sleeping).code).toBe("interrupted");
});

test("a sleep of an interrupted run does not begin", async () => {
  const runtime = systemRuntime(createFakeRuntime().log, interruption(AbortSignal.abort()));
  expect((await failureOf(() => runtime.sleep(600_000))).code).toBe("interrupted");
});
