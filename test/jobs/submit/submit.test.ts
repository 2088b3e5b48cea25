import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import { createDeadline } from "../../../src/jobs/deadline.ts";
import type { VideoJob } from "../../../src/jobs/provider.ts";
import { submitWithRetries } from "../../../src/jobs/submit/submit.ts";
import { createScriptedProvider, job, times, transientError } from "../../support/jobs/scripted-provider.ts";
import { createScriptRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

function start(submits: readonly (VideoJob | Error)[], timeoutMs = 1_200_000) {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, { submits });
  const deadline = createDeadline(runtime, timeoutMs);
  const done = () =>
    submitWithRetries(() => provider.submit(createScriptRequest(), "showreel-key"), { runtime, deadline });
  return { runtime, provider, done };
}

const rateLimited = (retryAfterMs: number) =>
  new ShowreelError("rate_limited", "Too many.", { retryable: true, retryAfterMs });

test("a request that is accepted is submitted once", async () => {
  const { provider, done } = start([job]);
  expect(await done()).toBe(job);
  expect(provider.keys).toEqual(["showreel-key"]);
});

test("every repetition has the same key, and the user hears of each", async () => {
  const { runtime, provider, done } = start([transientError(), transientError(), transientError(7_000), job]);
  expect(await done()).toBe(job);
  expect(provider.keys).toEqual(times(4, "showreel-key"));
  expect(provider.submittedAt).toEqual([0, 1_000, 3_000, 10_000]);
  expect(runtime.lines.filter((line) => line.startsWith("info"))).toEqual([
    "info: HTTP 503. Trying again in 1 s.",
    "info: HTTP 503. Trying again in 2 s.",
    "info: HTTP 503. Trying again in 7 s.",
  ]);
});

test("a run that is cancelled before its submit submits nothing", async () => {
  const { runtime, provider, done } = start([job]);
  runtime.interrupt();
  expect((await failureOf(done)).code).toBe("interrupted");
  expect(provider.keys).toEqual([]);
});

test("what cannot be repeated ends at once", async () => {
  const error = new ShowreelError("invalid_input", "No such avatar.");
  const { provider, done } = start([error, job]);
  expect(await failureOf(done)).toBe(error);
  expect(provider.keys).toHaveLength(1);
});

test("an error that nobody foresaw is not swallowed and not repeated", async () => {
  const { provider, done } = start([new TypeError("a bug"), job]);
  await expect(done()).rejects.toThrow(new TypeError("a bug"));
  expect(provider.keys).toHaveLength(1);
});

test("passing faults end with the tenth in a row after more than two minutes", async () => {
  const fault = transientError();
  const { provider, done } = start([fault]);
  expect(await failureOf(done)).toBe(fault);
  expect(provider.keys).toHaveLength(10);
  expect(provider.submittedAt.at(-1)).toBeGreaterThanOrEqual(120_000);
});

test("a full account is waited for as long as the time allows", async () => {
  const { provider, done } = start([...times(15, rateLimited(60_000)), job]);
  expect(await done()).toBe(job);
  expect(provider.submittedAt.at(-1)).toBe(900_000);
});

describe("a wait that does not fit", () => {
  test("ends at once, under the code of what happened, and says both times", async () => {
    const { provider, done } = start([rateLimited(900_000), job], 600_000);
    const failure = await failureOf(done);
    expect(failure.code).toBe("rate_limited");
    expect(failure.message).toBe(
      "Too many. The next try would be in 15 min (Retry-After), but only 10 min of `timeout_minutes` are left.",
    );
    expect(failure.submitted).toBe(false);
    expect(provider.submittedAt).toEqual([0]);
  });

  test("does not claim that nothing was submitted when an answer was lost", async () => {
    const lost = new ShowreelError("network_error", "No answer came.", {
      retryable: true,
      outcomeUnknown: true,
    });
    const { done } = start([lost], 500);
    expect((await failureOf(done)).submitted).toBeUndefined();
  });
});

test("a Retry-After of zero does not mean to submit without end and without a pause", async () => {
  const { provider, done } = start([...times(20, rateLimited(0)), job]);
  await done();
  expect(provider.submittedAt.at(-1)).toBeGreaterThan(0);
});

test("a run that is cancelled during its submit submits nothing more", async () => {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, { submits: [transientError(), job] });
  const cancelled: typeof provider = {
    ...provider,
    submit(request, key) {
      runtime.interrupt();
      return provider.submit(request, key);
    },
  };
  const deadline = createDeadline(runtime, 1_200_000);
  const failure = await failureOf(() =>
    submitWithRetries(() => cancelled.submit(createScriptRequest(), "key"), { runtime, deadline }),
  );
  expect(failure.code).toBe("interrupted");
  expect(provider.keys).toHaveLength(1);
});
