import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { PollSettings } from "../../src/jobs/poll-schedule.ts";
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
  readonly poll?: Partial<PollSettings>;
  readonly isNew?: boolean;
  readonly random?: number;
  readonly submitted?: VideoJob;
}

function start({ statuses, timeoutMs = 600_000, poll, isNew, random = 0, submitted = job }: WaitOptions) {
  const runtime = { ...createFakeRuntime(), random: () => random };
  const provider = createScriptedProvider(runtime, { statuses });
  const jobs: VideoJob[] = [];
  const deadline = createDeadline(runtime, timeoutMs);
  const settings = { minMs: () => 5_000, usualMs: async () => 3_000, ...poll };
  const wait = () =>
    waitForVideo(
      submitted,
      { runtime, provider, deadline },
      { poll: settings, ...(isNew !== undefined && { isNew }), onJob: (updated) => jobs.push(updated) },
    );
  return { runtime, provider, jobs, wait };
}

test("the provider is polled at once, and then until the video is ready", async () => {
  const { provider, wait } = start({ statuses: [pending, pending, completed] });
  expect(await wait()).toEqual(remote);
  expect(provider.askedAt).toEqual([0, 5_000, 10_000]);
});

describe("a new video", () => {
  const newVideo = { isNew: true, timeoutMs: 7_200_000, poll: { usualMs: async () => 8 * 60_000 } };

  test("is first polled after an interval, because the submit has just answered", async () => {
    const { provider, wait } = start({ ...newVideo, statuses: [completed] });
    await wait();
    expect(provider.askedAt).toEqual([57_000]);
  });

  test("is polled most often around its usual time", async () => {
    const { provider, wait } = start({ ...newVideo, statuses: [...times(150, pending), completed] });
    await wait();
    const pausesIn = (from: number, to: number) =>
      provider.askedAt.flatMap((at, index, all) =>
        at > from * 60_000 && at <= to * 60_000 ? [at - (all[index - 1] ?? 0)] : [],
      );
    expect(Math.min(...pausesIn(0, 3))).toBeGreaterThan(10_000);
    expect(Math.max(...pausesIn(7, 10))).toBeLessThan(7_000);
  });

  test("is not polled more often than the provider allows", async () => {
    const poll = { usualMs: async () => 60_000, minMs: () => 10_000 };
    const { provider, wait } = start({ ...newVideo, poll, statuses: [...times(50, pending), completed] });
    await wait();
    const pauses = provider.askedAt.map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(Math.min(...pauses)).toBe(10_000);
  });

  test("may be polled more often once it has an id, if the provider allows it", async () => {
    const session: VideoJob = { provider: "scripted", surface: "agent", ids: { session_id: "s_1" } };
    const minMs = ({ ids }: VideoJob) => (ids.video_id === undefined ? 10_000 : 5_000);
    const statuses = [{ ...pending, job: session }, ...times(2, pending), completed];
    const { provider, wait } = start({ statuses, submitted: session, poll: { minMs } });
    await wait();
    expect(provider.askedAt).toEqual([0, 10_000, 15_000, 20_000]);
  });

  test("may have a longest interval, so that an agent's question is seen in time", async () => {
    const poll = { ...newVideo.poll, maxMs: 15_000 };
    const { provider, wait } = start({ ...newVideo, poll, statuses: [pending, completed] });
    await wait();
    expect(provider.askedAt.every((at, index, all) => at - (all[index - 1] ?? 0) <= 15_000)).toBe(true);
  });

  test("is waited for even if its usual time can't be read", async () => {
    const poll = { usualMs: () => Promise.reject(new Error("Cannot find module")) };
    const { wait } = start({ ...newVideo, poll, statuses: [pending, completed] });
    expect(await wait()).toEqual(remote);
  });

  test("is asked for once if its time is up right after the submit", async () => {
    const { provider, wait } = start({ ...newVideo, timeoutMs: 0, statuses: [completed] });
    expect(await wait()).toEqual(remote);
    expect(provider.askedAt).toEqual([0]);
  });

  test("in a long queue is polled less often than one that renders", async () => {
    const pollsOf = async (phase: "queued" | "rendering") => {
      const statuses = times(1, { ...pending, phase });
      const { provider, wait } = start({ ...newVideo, timeoutMs: 30 * 60_000, statuses });
      await failureOf(wait);
      return provider.askedAt.length;
    };
    expect(await pollsOf("queued")).toBeLessThan((await pollsOf("rendering")) * 0.8);
  });
});

describe("a fixed interval", () => {
  const poll = { fixedMs: 1_000, minMs: () => 5_000, usualMs: async () => 60_000 };

  test.each([0, 0.5, 0.99])("is kept exactly (random: %d)", async (random) => {
    const { provider, wait } = start({ statuses: [...times(3, pending), completed], poll, random });
    await wait();
    expect(provider.askedAt).toEqual([0, 1_000, 2_000, 3_000]);
  });

  test("starts with a poll at once, also for a new video", async () => {
    const { provider, wait } = start({ statuses: [pending, completed], poll, isNew: true });
    await wait();
    expect(provider.askedAt).toEqual([0, 1_000]);
  });
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
