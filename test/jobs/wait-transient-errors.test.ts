import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { JobStatus } from "../../src/jobs/provider.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import {
  completed,
  createScriptedProvider,
  job,
  pending,
  remote,
  times,
  transientError,
} from "../support/jobs/scripted-provider.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

function start(statuses: readonly (JobStatus | Error)[], timeoutMs = 1_200_000) {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, { statuses });
  const deadline = createDeadline(runtime, timeoutMs);
  const wait = () =>
    waitForVideo(job, { runtime, provider, deadline }, { poll: { minMs: () => 5_000 }, onJob: () => {} });
  return { provider, wait };
}

describe("transient errors", () => {
  test("do not end the wait if nine in a row are followed by a response", async () => {
    const { provider, wait } = start([...times(9, transientError()), completed]);
    expect(await wait()).toEqual(remote);
    expect(provider.askedAt.slice(0, 7)).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000]);
  });

  test("end the wait with the tenth in a row, after more than two minutes, and are rethrown", async () => {
    const error = transientError();
    const { provider, wait } = start([error]);
    expect(await failureOf(wait)).toBe(error);
    expect(provider.askedAt).toHaveLength(10);
    expect(provider.askedAt.at(-1)).toBeGreaterThanOrEqual(120_000);
  });

  test("do not end the wait within two minutes, even if they are more than ten", async () => {
    const { provider, wait } = start([...times(30, transientError(1_000)), completed]);
    expect(await wait()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(31);
  });

  test("end the wait when they have lasted two minutes, however many they are", async () => {
    const { provider, wait } = start([transientError(1_000)]);
    await failureOf(wait);
    expect(provider.askedAt.at(-1)).toBe(120_000);
  });

  test("are counted from zero after each response", async () => {
    const errorsThenResponse = [...times(9, transientError()), pending];
    const { provider, wait } = start(
      [...errorsThenResponse, ...errorsThenResponse, ...errorsThenResponse, completed],
      86_400_000,
    );
    expect(await wait()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(31);
  });

  test("end with a last poll at the deadline", async () => {
    const { provider, wait } = start([transientError()], 10_000);
    expect(await failureOf(wait)).toMatchObject({ code: "timed_out" });
    expect(provider.askedAt).toEqual([0, 1_000, 3_000, 7_000, 10_000]);
  });
});

describe("Retry-After", () => {
  test("is honored", async () => {
    const { provider, wait } = start([transientError(40_000), completed]);
    await wait();
    expect(provider.askedAt).toEqual([0, 40_000]);
  });

  test.each([61_000, 99_999_000, Number.MAX_SAFE_INTEGER])(
    "of %i ms beyond the deadline does not end the wait: the last poll is at the deadline",
    async (retryAfterMs) => {
      const { provider, wait } = start([transientError(retryAfterMs), completed], 60_000);
      expect(await wait()).toEqual(remote);
      expect(provider.askedAt).toEqual([0, 60_000]);
    },
  );

  test("is named in the timeout error, with the HTTP status", async () => {
    const description = "HTTP 429: GET https://api.example";
    const rateLimited = new ShowreelError("rate_limited", "Too many.", {
      retryable: true,
      retryAfterMs: 99_999_000,
      response: { status: 429, body: {}, description, headers: {}, retryAfterMs: 99_999_000 },
    });
    const { provider, wait } = start([pending, rateLimited], 600_000);
    const { code, message } = await failureOf(wait);
    expect([code, message]).toEqual([
      "timed_out",
      "Timed out after 10 min; the video is still rendering (last state: no usable response (HTTP 429, " +
        "Retry-After 27 h 46 min), asking again).",
    ]);
    expect(provider.askedAt.at(-1)).toBe(600_000);
  });

  test("of repeated rate limits does not use up the retry budget", async () => {
    const rateLimited = new ShowreelError("rate_limited", "Too many.", {
      retryable: true,
      retryAfterMs: 40_000,
    });
    const { provider, wait } = start([...times(25, rateLimited), completed]);
    expect(await wait()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(26);
  });

  test("that ends at the deadline is waited out", async () => {
    const { provider, wait } = start([transientError(60_000), completed], 60_000);
    expect(await wait()).toEqual(remote);
    expect(provider.askedAt).toEqual([0, 60_000]);
  });

  test("of zero does not lead to polls without a pause", async () => {
    const { provider, wait } = start([...times(20, transientError(0)), completed]);
    await wait();
    expect(provider.askedAt.at(-1)).toBeGreaterThan(0);
  });
});
