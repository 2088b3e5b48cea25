import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { createTolerance, repetitionDelayMs } from "../base/retry.ts";
import type { Runtime } from "../base/runtime.ts";
import { confirmingProvider } from "./confirm-missing.ts";
import type { Deadline } from "./deadline.ts";
import type { JobStatus, Provider, RemoteVideo, VideoJob } from "./provider.ts";
import { nextDelayMs, type PollPace } from "./schedule.ts";

/** What the wait has to know of the one who waits, and whom to tell how it goes. */
export interface Watch {
  /** The job is nothing but an id that a user typed: a provider that does not know it is believed at once. */
  readonly isTyped?: boolean;
  /** More is known of the job. */
  onJob(job: VideoJob): void;
  /** The provider still works, in its own word for how. */
  onPending?(word: string): void;
}

/**
 * Asks until the video is completed; the last question is asked at the deadline itself. Passing faults are tolerated
 * (see `createTolerance`), and so is a video that is missing for less than a minute. Fails with `timed_out`,
 * `generation_failed`, or the provider's permanent error.
 */
export async function waitForVideo(
  runtime: Runtime,
  provider: Provider,
  submitted: VideoJob,
  deadline: Deadline,
  pace: PollPace,
  watch: Watch,
): Promise<RemoteVideo> {
  const pause = (ms: number) => deadline.pause("not known just now, asking again", ms);
  const confirming = confirmingProvider(provider, pause, watch.isTyped);
  const ask = createPatientQuestion(runtime, confirming, deadline);
  for (let job = submitted; ; ) {
    const answer = await ask(job);
    if (JSON.stringify(answer.job) !== JSON.stringify(job)) watch.onJob(answer.job);
    job = answer.job;
    switch (answer.state) {
      case "completed":
        return answer.video;
      case "failed":
        throw failed(answer.reason);
      case "blocked":
        throw blocked(answer.question);
      case "pending":
        watch.onPending?.(answer.detail);
        await deadline.pause(describe(answer), nextDelayMs(deadline.elapsedMs(), pace, runtime.random()));
    }
  }
}

function createPatientQuestion(runtime: Runtime, provider: Provider, deadline: Deadline) {
  const tolerance = createTolerance(runtime.now);
  return async (job: VideoJob): Promise<JobStatus> => {
    for (;;) {
      try {
        const status = await askAndReply(provider, job);
        tolerance.succeeded();
        return status;
      } catch (error) {
        if (!(error instanceof ShowreelError) || !error.retryable || tolerance.failed()) throw error;
        runtime.log.debug(`${error.message} ${tolerance.inARow} in a row.`);
        // What the provider asks for is honoured in full; our own pauses may be cut short by the deadline.
        const delay = repetitionDelayMs(error.retryAfterMs, tolerance.inARow, runtime.random());
        await deadline.pause("no usable answer, asking again", delay, error.retryAfterMs !== undefined);
      }
    }
  };
}

// Whether a message may be sent is decided by the gate around the provider (`withSpending`).
async function askAndReply(provider: Provider, job: VideoJob): Promise<JobStatus> {
  const status = await provider.status(job);
  if (status.state !== "blocked" || !status.message || !provider.reply) return status;
  await provider.reply(status.job, status.message);
  return { state: "pending", job: status.job, detail: "the agent asked, and was answered" };
}

function describe(answer: JobStatus & { state: "pending" }): string {
  const percent = answer.progress === undefined ? "" : ` ${Math.round(answer.progress)} %`;
  return `${plainText(answer.detail, 60)}${percent}`;
}

function failed(reason: string): ShowreelError {
  return new ShowreelError("generation_failed", `The video failed: ${plainText(reason)}`, {
    hint: "Change what the reason names and run again; the provider will not finish this one.",
    endsJob: true,
  });
}

function blocked(question: string): ShowreelError {
  return new ShowreelError("generation_failed", `The video waits for an answer: ${plainText(question)}`, {
    hint: "Answer it at the provider; then take the video up.",
  });
}
