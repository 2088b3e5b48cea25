import { expect, test } from "vitest";
import { createDeadline } from "../../../src/jobs/deadline.ts";
import { submitWithRetries } from "../../../src/jobs/submit/submit.ts";
import { waitForVideo } from "../../../src/jobs/wait.ts";
import { reelbotError } from "../../support/providers/fake-reelbot.ts";
import { createNarration, openReelbot } from "../../support/providers/open-reelbot.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const generate = "POST /api/v1/video/generate";
const statusRoute = "GET /api/v1/video/status/{projectId}";
const downloadRoute = "GET /api/v1/video/download/{projectId}";
const minute = 60_000;

const limited = (seconds: number) => ({
  ...reelbotError(429, "RATE_LIMITED", "Rate limit exceeded. Please try again later."),
  headers: { "retry-after": String(seconds), "x-ratelimit-remaining": "0" },
});

test("the eleventh submit within an hour is delayed without a request to ReelBot", async () => {
  await using reelbot = await openReelbot();
  for (let video = 1; video <= 10; video += 1) {
    await reelbot.submit();
    reelbot.runtime.advance(minute);
  }
  const refusal = await failureOf(reelbot.submit);
  expect(refusal).toMatchObject({ code: "rate_limited", retryable: true, outcomeUnknown: false });
  expect([refusal.retryAfterMs, reelbot.fake.count(generate)]).toEqual([50 * minute, 10]);
  reelbot.runtime.advance(50 * minute);
  await reelbot.submit();
  expect(reelbot.fake.billed).toBe(11);
});

test("polling every second stays within 60 status calls per minute", async () => {
  await using reelbot = await openReelbot({ statuses: [...Array(150).fill("processing"), "completed"] });
  const { runtime, provider, fake } = reelbot;
  const job = await reelbot.submit();
  const started = runtime.now();
  const askedAt: number[] = [];
  const watched = {
    ...provider,
    status: async (asked: typeof job) => {
      const before = fake.count(statusRoute);
      return provider.status(asked).finally(() => {
        if (fake.count(statusRoute) > before) askedAt.push(runtime.now() - started);
      });
    },
  };
  await waitForVideo(
    job,
    { runtime, provider: watched, deadline: createDeadline(runtime, 20 * minute) },
    { poll: { fixedMs: 500, minMs: () => 0 }, onJob: () => {} },
  );
  const mostInAMinute = Math.max(
    ...askedAt.map((from) => askedAt.filter((at) => at >= from && at < from + minute).length),
  );
  expect([askedAt.length, mostInAMinute]).toEqual([151, 60]);
});

test("the thirty-first link within an hour is not requested", async () => {
  await using reelbot = await openReelbot({ statuses: ["completed"] });
  const job = await reelbot.submit();
  for (let link = 1; link <= 30; link += 1) {
    await reelbot.provider.status(job);
    reelbot.runtime.advance(minute);
  }
  const refusal = await failureOf(() => reelbot.provider.status(job));
  expect(refusal).toMatchObject({ code: "rate_limited", retryAfterMs: 30 * minute });
  expect(refusal.message).toContain("30 download calls per hour");
  expect(reelbot.fake.count(downloadRoute)).toBe(30);
});

test("a Retry-After of half an hour ends a run of 20 minutes at once, and the error names the pause", async () => {
  await using reelbot = await openReelbot();
  reelbot.fake.on(generate, limited(1_847));
  const { runtime, provider } = reelbot;
  const deadline = createDeadline(runtime, 20 * minute);
  const refusal = await failureOf(() =>
    submitWithRetries(() => provider.submit(createNarration(), "key"), { runtime, deadline }),
  );
  expect(refusal).toMatchObject({ code: "rate_limited", outcomeUnknown: false, submitted: false });
  expect(refusal.message).toMatch(
    /next try would be in 30 min 47 s \(Retry-After\), but only 20 min of `timeout_minutes`/,
  );
  expect([runtime.sleeps, reelbot.fake.count(generate)]).toEqual([[], 1]);
});

test("a Retry-After of half an hour is waited out if the run has time", async () => {
  await using reelbot = await openReelbot();
  reelbot.fake.on(generate, limited(1_847));
  const { runtime, provider, fake } = reelbot;
  const started = runtime.now();
  await submitWithRetries(() => provider.submit(createNarration(), "key"), {
    runtime,
    deadline: createDeadline(runtime, 45 * minute),
  });
  expect([runtime.now() - started, fake.count(generate), fake.billed]).toEqual([1_847_000, 2, 1]);
});

test("a rate limit on links is waited out if the run has time", async () => {
  await using reelbot = await openReelbot({ statuses: ["completed"] });
  reelbot.fake.on(downloadRoute, limited(600));
  const { runtime, provider } = reelbot;
  const started = runtime.now();
  const job = await reelbot.submit();
  const video = await waitForVideo(
    job,
    { runtime, provider, deadline: createDeadline(runtime, 20 * minute) },
    { poll: { minMs: () => 5_000 }, onJob: () => {} },
  );
  expect([video.url, runtime.now() - started]).toEqual([expect.stringContaining("secret-1"), 600_000]);
});
