import { ShowreelError } from "../base/errors.ts";
import { errorResponseOf } from "../base/http/error-response.ts";
import { formatDuration } from "../base/text/format-units.ts";
import { plainText } from "../base/text/plain-text.ts";
import { createRetryBudget, retryDelayMs } from "../base/timing/retry.ts";
import { createConfirmedStatusReader } from "./confirm-missing.ts";
import type { JobContext } from "./job-context.ts";
import { longestIntervalMs, nextPollDelayMs, type PollSettings } from "./poll-schedule.ts";
import type { JobStatus, PendingPhase, Provider, RemoteVideo, VideoJob } from "./provider.ts";

export interface WaitForVideoOptions {
  readonly poll: PollSettings;
  /** Whether this run has just submitted the job. The age of any other job is unknown. */
  readonly isNew?: boolean;
  /**
   * Whether a user typed the id of the job. If the provider doesn't find such an id, the wait fails at once.
   */
  readonly isUserSuppliedId?: boolean;
  /** Called when the provider reports more ids of the job. */
  onJob(job: VideoJob): void;
  /** Called for every pending status. */
  onPending?(phase: PendingPhase): void;
}

/**
 * Polls the provider until the video is completed: at once, or after a first interval if the job is new and
 * the interval isn't fixed. The last request is sent at the deadline. Retries
 * transient errors (see `createRetryBudget`) and "not found" responses for up to a minute. Rate limits are
 * retried until the deadline. Fails with `timed_out`, `generation_failed`, or the provider's permanent error.
 */
export async function waitForVideo(
  submitted: VideoJob,
  context: JobContext,
  options: WaitForVideoOptions,
): Promise<RemoteVideo> {
  const { deadline } = context;
  const nextDelayMs = await createDelays(context, options);
  const readStatus = createStatusPoller(context, options.isUserSuppliedId);
  let state = "not asked yet";
  // The submit's response is a first status.
  if (options.isNew && options.poll.fixedMs === undefined && deadline.remainingMs() > 0) {
    state = "submitted";
    await deadline.pause(state, nextDelayMs({ job: submitted, phase: "rendering" }));
  }
  for (let job = submitted; ; ) {
    const status = await readStatus(job, state);
    if (JSON.stringify(status.job) !== JSON.stringify(job)) options.onJob(status.job);
    job = status.job;
    switch (status.state) {
      case "completed":
        return status.video;
      case "failed":
        throw videoFailedError(status.reason);
      case "blocked":
        throw videoBlockedError(status.question);
      case "pending": {
        options.onPending?.(status.phase);
        state = describePending(status);
        await deadline.pause(state, nextDelayMs(status));
      }
    }
  }
}

type PendingStatus = JobStatus & { readonly state: "pending" };
type RenderStatus = Pick<PendingStatus, "job" | "phase" | "progress">;

// Returns a function that returns the delay after a status, in milliseconds.
async function createDelays({ runtime, deadline }: JobContext, options: WaitForVideoOptions) {
  const { poll, isNew = false } = options;
  const startedMs = deadline.elapsedMs();
  // The video is paid for: without an estimate, the wait goes on.
  const usualMs = poll.fixedMs === undefined ? await poll.usualMs?.().catch(() => undefined) : undefined;
  let queuedMs = 0;
  return ({ job, phase, progress }: RenderStatus): number => {
    if (poll.fixedMs !== undefined) return poll.fixedMs;
    const waitedMs = deadline.elapsedMs() - startedMs;
    if (phase === "queued") queuedMs = waitedMs;
    const limits = { minMs: poll.minMs(job), maxMs: poll.maxMs ?? longestIntervalMs };
    return nextPollDelayMs({ waitedMs, isNew, usualMs, queuedMs, progress }, limits, runtime.random());
  };
}

function createStatusPoller({ runtime, provider, deadline }: JobContext, isUserSuppliedId?: boolean) {
  const pause = (ms: number) => deadline.pause("unknown at the moment, asking again", ms);
  const readConfirmed = createConfirmedStatusReader(provider, pause, isUserSuppliedId);
  const retryBudget = createRetryBudget(runtime.elapsed);
  return async (job: VideoJob, lastState: string): Promise<JobStatus> => {
    for (let state = lastState; ; ) {
      try {
        const status = await deadline.limitResponse(state, readConfirmed(job));
        // No message is sent after the deadline.
        const next = deadline.remainingMs() > 0 ? await replyIfBlocked(provider, status) : status;
        retryBudget.recordSuccess();
        return next;
      } catch (error) {
        if (!(error instanceof ShowreelError) || !error.retryable) throw error;
        const isExhausted = retryBudget.recordFailure();
        if (isExhausted && error.code !== "rate_limited") throw error;
        const { consecutiveFailures } = retryBudget;
        runtime.log.debug(`${error.message} ${consecutiveFailures} in a row.`);
        state = describeTransientError(error);
        await deadline.pause(state, retryDelayMs(error.retryAfterMs, consecutiveFailures, runtime.random()));
      }
    }
  };
}

// The gate around the provider (`withSpendingGate`) decides whether a message may be sent.
async function replyIfBlocked(provider: Provider, status: JobStatus): Promise<JobStatus> {
  if (status.state !== "blocked" || !status.message || !provider.reply) return status;
  await provider.reply(status.job, status.message);
  return { state: "pending", job: status.job, phase: "rendering", detail: "replied to the agent's question" };
}

function describeTransientError(error: ShowreelError): string {
  const { retryAfterMs } = error;
  const status = errorResponseOf(error)?.status;
  const details = [
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(retryAfterMs === undefined ? [] : [`Retry-After ${formatDuration(retryAfterMs)}`]),
  ];
  return `no usable response${details.length > 0 ? ` (${details.join(", ")})` : ""}, asking again`;
}

function describePending({ detail, progress }: PendingStatus): string {
  const percent = progress === undefined ? "" : ` ${Math.round(progress)} %`;
  return `${plainText(detail, 60)}${percent}`;
}

function videoFailedError(reason: string): ShowreelError {
  return new ShowreelError("generation_failed", `The video failed: ${plainText(reason)}`, {
    hint: "Fix what the reason names and run again; the provider will not finish this video.",
    terminal: true,
  });
}

function videoBlockedError(question: string): ShowreelError {
  return new ShowreelError("generation_failed", `The video waits for a reply: ${plainText(question)}`, {
    hint: "Reply at the provider; then resume the video.",
  });
}
