import { ShowreelError } from "../base/errors.ts";
import { refusalOf } from "../base/http/error-response.ts";
import { duration, plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { createTolerance, repetitionDelayMs } from "../base/timing/retry.ts";
import { confirmingProvider } from "./confirm-missing.ts";
import type { Deadline } from "./deadline.ts";
import { nextDelayMs, type PollPace } from "./poll-pace.ts";
import type { JobStatus, Provider, RemoteVideo, VideoJob } from "./provider.ts";

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
 * (see `createTolerance`), and so is a video that is missing for less than a minute. A limit on asking says nothing of the
 * video, so that the wait goes on until the deadline. Fails with `timed_out`, `generation_failed`, or the provider's
 * permanent error.
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
  let state = "not asked yet";
  for (let job = submitted; ; ) {
    const answer = await ask(job, state);
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
        state = describe(answer);
        await deadline.pause(state, nextDelayMs(deadline.elapsedMs(), pace, runtime.random()));
    }
  }
}

function createPatientQuestion(runtime: Runtime, provider: Provider, deadline: Deadline) {
  const tolerance = createTolerance(runtime.elapsed);
  return async (job: VideoJob, lastState: string): Promise<JobStatus> => {
    for (let state = lastState; ; ) {
      try {
        const status = await deadline.answer(state, provider.status(job));
        // Nothing more is begun once the run has given up.
        const next = deadline.leftMs() > 0 ? await reply(provider, status) : status;
        tolerance.succeeded();
        return next;
      } catch (error) {
        if (!(error instanceof ShowreelError) || !error.retryable) throw error;
        const outOfPatience = tolerance.failed();
        if (outOfPatience && error.code !== "rate_limited") throw error;
        runtime.log.debug(`${error.message} ${tolerance.inARow} in a row.`);
        state = describeFault(error);
        await deadline.pause(
          state,
          repetitionDelayMs(error.retryAfterMs, tolerance.inARow, runtime.random()),
        );
      }
    }
  };
}

// Whether a message may be sent is decided by the gate around the provider (`withSpending`).
async function reply(provider: Provider, status: JobStatus): Promise<JobStatus> {
  if (status.state !== "blocked" || !status.message || !provider.reply) return status;
  await provider.reply(status.job, status.message);
  return { state: "pending", job: status.job, detail: "the agent asked, and was answered" };
}

function describeFault(error: ShowreelError): string {
  const { retryAfterMs } = error;
  const status = refusalOf(error)?.status;
  const facts = [
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(retryAfterMs === undefined ? [] : [`Retry-After ${duration(retryAfterMs)}`]),
  ];
  return `no usable answer${facts.length > 0 ? ` (${facts.join(", ")})` : ""}, asking again`;
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
