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
  const submit = () =>
    submitWithRetries(() => provider.submit(createScriptRequest(), "showreel-key"), { runtime, deadline });
  return { runtime, provider, submit };
}

const rateLimited = (retryAfterMs: number) =>
  new ShowreelError("rate_limited", "Too many.", { retryable: true, retryAfterMs });

test("a request that is accepted is submitted once", async () => {
  const { provider, submit } = start([job]);
  expect(await submit()).toBe(job);
  expect(provider.keys).toEqual(["showreel-key"]);
});

test("every retry has the same idempotency key, and is logged", async () => {
  const { runtime, provider, submit } = start([
    transientError(),
    transientError(),
    transientError(7_000),
    job,
  ]);
  expect(await submit()).toBe(job);
  expect(provider.keys).toEqual(times(4, "showreel-key"));
  expect(provider.submittedAt).toEqual([0, 1_000, 3_000, 10_000]);
  expect(runtime.lines.filter((line) => line.startsWith("info"))).toEqual([
    "info: HTTP 503. Trying again in 1 s.",
    "info: HTTP 503. Trying again in 2 s.",
    "info: HTTP 503. Trying again in 7 s.",
  ]);
});

test("a run that is cancelled before its submit does not submit", async () => {
  const { runtime, provider, submit } = start([job]);
  runtime.interrupt();
  expect((await failureOf(submit)).code).toBe("interrupted");
  expect(provider.keys).toEqual([]);
});

test("a permanent error is not retried", async () => {
  const error = new ShowreelError("invalid_input", "No such avatar.");
  const { provider, submit } = start([error, job]);
  expect(await failureOf(submit)).toBe(error);
  expect(provider.keys).toHaveLength(1);
});

test("an unexpected error is rethrown, not retried", async () => {
  const { provider, submit } = start([new TypeError("a bug"), job]);
  await expect(submit()).rejects.toThrow(new TypeError("a bug"));
  expect(provider.keys).toHaveLength(1);
});

test("the tenth transient error in a row is final if they lasted more than two minutes", async () => {
  const error = transientError();
  const { provider, submit } = start([error]);
  expect(await failureOf(submit)).toBe(error);
  expect(provider.keys).toHaveLength(10);
  expect(provider.submittedAt.at(-1)).toBeGreaterThanOrEqual(120_000);
});

test("a rate limit is waited out for as long as the deadline allows", async () => {
  const { provider, submit } = start([...times(15, rateLimited(60_000)), job]);
  expect(await submit()).toBe(job);
  expect(provider.submittedAt.at(-1)).toBe(900_000);
});

describe("a retry that would come after the deadline", () => {
  test("fails at once with the original error code, and names both times", async () => {
    const { provider, submit } = start([rateLimited(900_000), job], 600_000);
    const failure = await failureOf(submit);
    expect(failure.code).toBe("rate_limited");
    expect(failure.message).toBe(
      "Too many. The next try would be in 15 min (Retry-After), but only 10 min of `timeout_minutes` are left.",
    );
    expect(failure.submitted).toBe(false);
    expect(provider.submittedAt).toEqual([0]);
  });

  test("does not claim that nothing was submitted if a response was lost", async () => {
    const lostResponse = new ShowreelError("network_error", "No answer came.", {
      retryable: true,
      outcomeUnknown: true,
    });
    const { submit } = start([lostResponse], 500);
    expect((await failureOf(submit)).submitted).toBeUndefined();
  });
});

test("a `Retry-After` of zero does not lead to retries without a pause", async () => {
  const { provider, submit } = start([...times(20, rateLimited(0)), job]);
  await submit();
  expect(provider.submittedAt.at(-1)).toBeGreaterThan(0);
});

test("a run that is cancelled during its submit does not retry it", async () => {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, { submits: [transientError(), job] });
  const cancellingProvider: typeof provider = {
    ...provider,
    submit(request, key) {
      runtime.interrupt();
      return provider.submit(request, key);
    },
  };
  const deadline = createDeadline(runtime, 1_200_000);
  const failure = await failureOf(() =>
    submitWithRetries(() => cancellingProvider.submit(createScriptRequest(), "key"), { runtime, deadline }),
  );
  expect(failure.code).toBe("interrupted");
  expect(provider.keys).toHaveLength(1);
});
