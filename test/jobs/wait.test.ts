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

interface Wait {
  readonly statuses: readonly (JobStatus | Error)[];
  readonly timeoutMs?: number;
  readonly pace?: { minMs: number; maxMs: number };
  readonly random?: number;
  readonly submitted?: VideoJob;
}

function start({ statuses, timeoutMs = 600_000, pace, random = 0.5, submitted = job }: Wait) {
  const runtime = { ...createFakeRuntime(), random: () => random };
  const provider = createScriptedProvider(runtime, { statuses });
  const told: VideoJob[] = [];
  const deadline = createDeadline(runtime, timeoutMs);
  const ask = { minMs: 5_000, maxMs: 30_000, ...pace };
  const done = () =>
    waitForVideo(
      submitted,
      { runtime, provider, deadline },
      { pollInterval: ask, onJob: (known) => told.push(known) },
    );
  return { runtime, provider, told, done };
}

test("the provider is asked at once, then until the video is there", async () => {
  const { provider, done } = start({ statuses: [pending, pending, completed] });
  expect(await done()).toEqual(remote);
  expect(provider.askedAt).toEqual([0, 5_000, 10_000]);
});

test("the longer it takes, the rarer the questions", async () => {
  const { provider, done } = start({ statuses: [...times(60, pending), completed], timeoutMs: 7_200_000 });
  await done();
  const pauses = provider.askedAt.map((time, index, all) => time - (all[index - 1] ?? 0)).slice(1);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect([pauses.at(0), pauses.at(-1)]).toEqual([5_000, 30_000]);
});

test.each([0, 0.5, 0.99])("a fixed interval is kept, whatever the dice say (%d)", async (random) => {
  const pace = { minMs: 10_000, maxMs: 10_000 };
  const { provider, done } = start({ statuses: [...times(3, pending), completed], pace, random });
  await done();
  expect(provider.askedAt).toEqual([0, 10_000, 20_000, 30_000]);
});

describe("the deadline", () => {
  test("is the moment of the last question", async () => {
    const { provider, done } = start({ statuses: [pending], timeoutMs: 17_000 });
    const failure = await failureOf(done);
    expect(failure.code).toBe("timed_out");
    expect(failure.message).toContain("the video is still rendering");
    expect(failure.message).toContain("last state: processing");
    expect(provider.askedAt).toEqual([0, 5_000, 10_000, 15_000, 17_000]);
  });

  test("is in time for a video that is there at that moment", async () => {
    const { provider, done } = start({ statuses: [pending, pending, completed], timeoutMs: 7_000 });
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toEqual([0, 5_000, 7_000]);
  });
});

test("states that nobody knows go on, and are shown as harmless words", async () => {
  const detail = "composing\n::error::x";
  const unknown: JobStatus = { state: "pending", job, phase: "rendering", detail, progress: 41.6 };
  const { runtime, done } = start({ statuses: [unknown, completed] });
  expect(await done()).toEqual(remote);
  expect(runtime.lines[0]).toBe("progress: composing ::error::x 42 % (0.0 s)");
});

test("a job that learns its video's id is told once, and asked for under that id", async () => {
  const session: VideoJob = { provider: "scripted", surface: "agent", ids: { session_id: "s_1" } };
  const learnt = { ...session, ids: { session_id: "s_1", video_id: "v_1" } };
  const statuses: JobStatus[] = [
    { state: "pending", job: session, phase: "queued", detail: "thinking" },
    ...times(2, { state: "pending", job: learnt, phase: "rendering", detail: "generating" } as const),
    { state: "completed", job: learnt, video: remote },
  ];
  const { provider, told, done } = start({ statuses, submitted: session });
  await done();
  expect(told).toEqual([learnt]);
  expect(provider.askedFor).toEqual([session, session, learnt, learnt]);
});

test("a failed video ends the wait at once, with the provider's reason", async () => {
  const statuses: JobStatus[] = [pending, { state: "failed", job, reason: "Avatar\nrendering timed out" }];
  const { provider, done } = start({ statuses });
  const failure = await failureOf(done);
  expect(failure).toMatchObject({ code: "generation_failed", terminal: true, retryable: false });
  expect(failure.message).toBe("The video failed: Avatar rendering timed out");
  expect(provider.askedAt).toHaveLength(2);
});

test("a video that waits for a person ends the wait at once, with the question", async () => {
  const { done } = start({ statuses: [{ state: "blocked", job, question: "Which logo?" }] });
  const failure = await failureOf(done);
  expect(failure).toMatchObject({ code: "generation_failed", terminal: false });
  expect(failure.message).toContain("Which logo?");
});

test.each([
  new ShowreelError("unauthorized", "The key was refused."),
  new ShowreelError("interrupted", "The run was interrupted."),
  new ShowreelError("provider_error", "No such video."),
])("a permanent error ends the wait at once: $message", async (error) => {
  const { provider, done } = start({ statuses: [error, completed] });
  expect(await failureOf(done)).toBe(error);
  expect(provider.askedAt).toEqual([0]);
});

test("an error that nobody foresaw is not swallowed", async () => {
  const { done } = start({ statuses: [new TypeError("a bug"), completed] });
  await expect(done()).rejects.toThrow(new TypeError("a bug"));
});
