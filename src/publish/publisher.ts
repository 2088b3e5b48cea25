import { formatError, ShowreelError } from "../base/errors.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import { formatDuration } from "../base/text/format-units.ts";
import { withTimeLimit } from "../base/timing/time-limit.ts";
import type { VideoRecord, VideoState } from "../jobs/video-record.ts";

/** The links that a publisher adds to the record. */
export type PublishResult = Partial<
  Pick<
    VideoState,
    | "artifact"
    | "posterArtifact"
    | "subtitlesArtifact"
    | "rejectedArtifact"
    | "releaseAssetUrl"
    | "releasePosterUrl"
    | "commentUrl"
  >
>;

/** Publishes a finished video, or a link to it, to one destination. */
export interface Publisher {
  /** The name in messages, such as `comment`. */
  readonly name: string;
  /**
   * Whether the run fails if this publisher fails. If an optional publisher fails, the run only logs a
   * warning.
   */
  readonly isEssential: boolean | ((video: VideoState) => boolean);
  /** Whether the publisher shows the poster. If none does, the poster isn't downloaded for publishing. */
  readonly usesPoster?: boolean;
  /** Whether it publishes what a failed run leaves, instead of a finished video. */
  readonly runsAfterFailure?: boolean;
  publish(video: VideoState): Promise<PublishResult>;
}

/**
 * Runs all publishers in parallel, each with the current state, and adds their results to the record. Once
 * all are done, it fails with the first error of an essential publisher; every other error is logged as a
 * warning.
 */
export async function publishAll(
  runtime: Runtime,
  publishers: readonly Publisher[],
  record: VideoRecord,
): Promise<void> {
  const video = record.current();
  const failures: [name: string, error: unknown][] = [];
  let isCancelled = false;
  await Promise.all(
    publishers.map(async ({ name, isEssential, publish }) => {
      try {
        record.update(await publish(video));
      } catch (error) {
        isCancelled ||= runtime.signal.aborted;
        const failsRun = typeof isEssential === "function" ? isEssential(video) : isEssential;
        if (failsRun) failures.push([name, error]);
        else if (!isCancelled) runtime.log.warning(publishWarning(name, error, video));
      }
    }),
  );
  const [failure, ...more] = failures;
  for (const [name, error] of isCancelled ? [] : more)
    runtime.log.warning(publishWarning(name, error, video));
  if (failure) throw failure[1];
  // An interrupted optional publisher is not a failure, but the run must not report success.
  if (isCancelled) throw interruptedError();
}

/**
 * Returns the publisher with a time limit, in milliseconds, on `publish`. Fails with `publish_failed` at the
 * limit, even if a server or a library never responds.
 */
export function withPublishLimit(
  runtime: Runtime,
  limitMsFor: (video: VideoState) => number,
  publisher: Publisher,
): Publisher {
  return {
    ...publisher,
    publish(video) {
      const limitMs = limitMsFor(video);
      return withTimeLimit(runtime, limitMs, publisher.publish(video), () =>
        timeLimitError(publisher, limitMs),
      );
    },
  };
}

/**
 * Returns a function that returns the remaining milliseconds of a time budget, at least 0. Its first call
 * starts the clock.
 */
export function createTimeBudget(runtime: Runtime, budgetMs: number): () => number {
  let endsAt: number | undefined;
  return () => {
    endsAt ??= runtime.elapsed() + budgetMs;
    return Math.max(0, endsAt - runtime.elapsed());
  };
}

function publishWarning(name: string, error: unknown, { local }: VideoState): string {
  // "Nothing was submitted." would be wrong if the video is complete.
  const reason =
    error instanceof ShowreelError ? formatError(error, { includeSubmitted: false }) : String(error);
  const assurance = local ? "; the video itself is complete" : "";
  return `The ${name} could not be published${assurance}. ${reason}`;
}

function timeLimitError({ name }: Publisher, limitMs: number): ShowreelError {
  return new ShowreelError("publish_failed", `The ${name} took longer than ${formatDuration(limitMs)}.`, {
    hint: "Check githubstatus.com, then run the step again.",
  });
}
