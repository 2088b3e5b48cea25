import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { JobStatus, VideoJob } from "../../src/jobs/provider.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import {
  completed,
  createScriptedProvider,
  job,
  pending,
  remote,
  times,
} from "../support/jobs/scripted-provider.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

interface WaitOptions {
  readonly statuses: readonly (JobStatus | Error)[];
  readonly timeoutMs?: number;
  readonly interval?: { minMs: number; maxMs: number };
  readonly random?: number;
  readonly submitted?: VideoJob;
}

function start({ statuses, timeoutMs = 600_000, interval, random = 0.5, submitted = job }: WaitOptions) {
  const runtime = { ...createFakeRuntime(), random: () => random };
  const provider = createScriptedProvider(runtime, { statuses });
  const jobs: VideoJob[] = [];
  const deadline = createDeadline(runtime, timeoutMs);
  const pollInterval = { minMs: 5_000, maxMs: 30_000, ...interval };
  const wait = () =>
    waitForVideo(
      submitted,
      { runtime, provider, deadline },
      { pollInterval, onJob: (updated) => jobs.push(updated) },
    );
  return { runtime, provider, jobs, wait };
}

test("the provider is polled at once, and then until the video is ready", async () => {
  const { provider, wait } = start({ statuses: [pending, pending, completed] });
  expect(await wait()).toEqual(remote);
  expect(provider.askedAt).toEqual([0, 5_000, 10_000]);
});

test("the provider is polled less often the longer the render takes", async () => {
  const { provider, wait } = start({ statuses: [...times(60, pending), completed], timeoutMs: 7_200_000 });
  await wait();
  const pauses = provider.askedAt.map((time, index, all) => time - (all[index - 1] ?? 0)).slice(1);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect([pauses.at(0), pauses.at(-1)]).toEqual([5_000, 30_000]);
});

test.each([0, 0.5, 0.99])("a fixed interval has no jitter (random: %d)", async (random) => {
  const interval = { minMs: 10_000, maxMs: 10_000 };
  const { provider, wait } = start({ statuses: [...times(3, pending), completed], interval, random });
  await wait();
  expect(provider.askedAt).toEqual([0, 10_000, 20_000, 30_000]);
});

describe("the deadline", () => {
  test("is the time of the last poll", async () => {
    const { provider, wait } = start({ statuses: [pending], timeoutMs: 17_000 });
    const failure = await failureOf(wait);
    expect(failure.code).toBe("timed_out");
    expect(failure.message).toContain("the video is still rendering");
    expect(failure.message).toContain("last state: processing");
    expect(provider.askedAt).toEqual([0, 5_000, 10_000, 15_000, 17_000]);
  });

  test("is not exceeded if the video is ready at the last poll", async () => {
    const { provider, wait } = start({ statuses: [pending, pending, completed], timeoutMs: 7_000 });
    expect(await wait()).toEqual(remote);
    expect(provider.askedAt).toEqual([0, 5_000, 7_000]);
  });
});

test("unknown states count as pending, and are logged as plain text", async () => {
  const detail = "composing\n::error::x";
  const unknown: JobStatus = { state: "pending", job, phase: "rendering", detail, progress: 41.6 };
  const { runtime, wait } = start({ statuses: [unknown, completed] });
  expect(await wait()).toEqual(remote);
  expect(runtime.lines[0]).toBe("progress: composing ::error::x 42 % (0.0 s)");
});

test("a job that gets its video id is reported once, and polled with that id", async () => {
  const session: VideoJob = { provider: "scripted", surface: "agent", ids: { session_id: "s_1" } };
  const withVideoId = { ...session, ids: { session_id: "s_1", video_id: "v_1" } };
  const statuses: JobStatus[] = [
    { state: "pending", job: session, phase: "queued", detail: "thinking" },
    ...times(2, { state: "pending", job: withVideoId, phase: "rendering", detail: "generating" } as const),
    { state: "completed", job: withVideoId, video: remote },
  ];
  const { provider, jobs, wait } = start({ statuses, submitted: session });
  await wait();
  expect(jobs).toEqual([withVideoId]);
  expect(provider.askedFor).toEqual([session, session, withVideoId, withVideoId]);
});

test("a failed video ends the wait at once, with the provider's reason", async () => {
  const statuses: JobStatus[] = [pending, { state: "failed", job, reason: "Avatar\nrendering timed out" }];
  const { provider, wait } = start({ statuses });
  const failure = await failureOf(wait);
  expect(failure).toMatchObject({ code: "generation_failed", terminal: true, retryable: false });
  expect(failure.message).toBe("The video failed: Avatar rendering timed out");
  expect(provider.askedAt).toHaveLength(2);
});

test("an agent that waits for a reply ends the wait at once, with the agent's question", async () => {
  const { wait } = start({ statuses: [{ state: "blocked", job, question: "Which logo?" }] });
  const failure = await failureOf(wait);
  expect(failure).toMatchObject({ code: "generation_failed", terminal: false });
  expect(failure.message).toContain("Which logo?");
});

test.each([
  new ShowreelError("unauthorized", "The key was refused."),
  new ShowreelError("interrupted", "The run was interrupted."),
  new ShowreelError("provider_error", "No such video."),
])("a permanent error ends the wait at once: $message", async (error) => {
  const { provider, wait } = start({ statuses: [error, completed] });
  expect(await failureOf(wait)).toBe(error);
  expect(provider.askedAt).toEqual([0]);
});

test("an unexpected error is rethrown", async () => {
  const { wait } = start({ statuses: [new TypeError("a bug"), completed] });
  await expect(wait()).rejects.toThrow(new TypeError("a bug"));
});
