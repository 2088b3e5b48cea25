import { ShowreelError } from "../base/errors.ts";
import { formatDuration } from "../base/format-units.ts";
import { errorResponseOf } from "../base/http/error-response.ts";
import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { createRetryBudget, retryDelayMs } from "../base/timing/retry.ts";
import { withMissingConfirmation } from "./confirm-missing.ts";
import type { Deadline } from "./deadline.ts";
import { nextPollDelayMs, type PollInterval } from "./poll-interval.ts";
import type { JobStatus, PendingPhase, Provider, RemoteVideo, VideoJob } from "./provider.ts";

/** What the wait has to know of the one who waits, and whom to tell how it goes. */
export interface WaitForVideoOptions {
  /** The job is nothing but an id that a user typed: a provider that does not know it is believed at once. */
  readonly isUserSuppliedId?: boolean;
  /** More is known of the job. */
  onJob(job: VideoJob): void;
  /** The job is queued or rendering. */
  onPending?(phase: PendingPhase): void;
}

/**
 * Asks until the video is completed; the last question is asked at the deadline itself. Passing faults are tolerated
 * (see `createTolerance`), and so is a video that is missing for less than a minute. A limit on asking says nothing of the
 * video, so that the wait goes on until the deadline. Fails with `timed_out`, `generation_failed`, or the provider's
 * permanent error.
 */
export async function waitForVideo(
  runtime: Runtime,
  provider: Provider,
  submitted: VideoJob,
  deadline: Deadline,
  pollInterval: PollInterval,
  options: WaitForVideoOptions,
): Promise<RemoteVideo> {
  const pause = (ms: number) => deadline.pause("not known just now, asking again", ms);
  const confirming = withMissingConfirmation(provider, pause, options.isUserSuppliedId);
  const ask = createStatusPoller(runtime, confirming, deadline);
  let state = "not asked yet";
  for (let job = submitted; ; ) {
    const answer = await ask(job, state);
    if (JSON.stringify(answer.job) !== JSON.stringify(job)) options.onJob(answer.job);
    job = answer.job;
    switch (answer.state) {
      case "completed":
        return answer.video;
      case "failed":
        throw videoFailedError(answer.reason);
      case "blocked":
        throw videoBlockedError(answer.question);
      case "pending":
        options.onPending?.(answer.phase);
        state = describePending(answer);
        await deadline.pause(state, nextPollDelayMs(deadline.elapsedMs(), pollInterval, runtime.random()));
    }
  }
}

function createStatusPoller(runtime: Runtime, provider: Provider, deadline: Deadline) {
  const tolerance = createRetryBudget(runtime.elapsed);
  return async (job: VideoJob, lastState: string): Promise<JobStatus> => {
    for (let state = lastState; ; ) {
      try {
        const status = await deadline.limitResponse(state, provider.status(job));
        // Nothing more is begun once the run has given up.
        const next = deadline.remainingMs() > 0 ? await replyIfBlocked(provider, status) : status;
        tolerance.recordSuccess();
        return next;
      } catch (error) {
        if (!(error instanceof ShowreelError) || !error.retryable) throw error;
        const outOfPatience = tolerance.recordFailure();
        if (outOfPatience && error.code !== "rate_limited") throw error;
        runtime.log.debug(`${error.message} ${tolerance.consecutiveFailures} in a row.`);
        state = describeTransientError(error);
        await deadline.pause(
          state,
          retryDelayMs(error.retryAfterMs, tolerance.consecutiveFailures, runtime.random()),
        );
      }
    }
  };
}

// Whether a message may be sent is decided by the gate around the provider (`withSpending`).
async function replyIfBlocked(provider: Provider, status: JobStatus): Promise<JobStatus> {
  if (status.state !== "blocked" || !status.message || !provider.reply) return status;
  await provider.reply(status.job, status.message);
  return {
    state: "pending",
    job: status.job,
    phase: "rendering",
    detail: "the agent asked, and was answered",
  };
}

function describeTransientError(error: ShowreelError): string {
  const { retryAfterMs } = error;
  const status = errorResponseOf(error)?.status;
  const facts = [
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(retryAfterMs === undefined ? [] : [`Retry-After ${formatDuration(retryAfterMs)}`]),
  ];
  return `no usable answer${facts.length > 0 ? ` (${facts.join(", ")})` : ""}, asking again`;
}

function describePending(answer: JobStatus & { state: "pending" }): string {
  const percent = answer.progress === undefined ? "" : ` ${Math.round(answer.progress)} %`;
  return `${plainText(answer.detail, 60)}${percent}`;
}

function videoFailedError(reason: string): ShowreelError {
  return new ShowreelError("generation_failed", `The video failed: ${plainText(reason)}`, {
    hint: "Change what the reason names and run again; the provider will not finish this one.",
    terminal: true,
  });
}

function videoBlockedError(question: string): ShowreelError {
  return new ShowreelError("generation_failed", `The video waits for an answer: ${plainText(question)}`, {
    hint: "Answer it at the provider; then take the video up.",
  });
}
