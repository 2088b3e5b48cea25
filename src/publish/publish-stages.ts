import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { transferLimitMs } from "../base/timing/time-limit.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import type { VideoRecord, VideoState } from "../jobs/video-record.ts";
import type { Workflow } from "../platform/github/workflow.ts";
import { createTimeBudget, type Publisher, publishAll, withPublishLimit } from "./publisher.ts";
import { settingsDigest, videoKey } from "./video-key.ts";

/**
 * Publishes a video in two stages: first its files, then the release notes and the comment that link to them.
 */
export interface PublishStages {
  /** Whether a publisher shows the poster. If not, the poster isn't downloaded for publishing. */
  readonly usesPoster: boolean;
  /** Announces that the video is rendering. Runs in the background. */
  onStarted(video: VideoState): void;
  /** Writes the comment's last state if the run succeeds without the video. */
  flush(record: VideoRecord): Promise<void>;
  /**
   * Publishes the finished video. Fails with the first error of an essential publisher, once all publishers
   * are done.
   */
  publish(record: VideoRecord): Promise<void>;
  /** Uploads what the failed run has kept, and announces that it failed. */
  reportFailure(record: VideoRecord): Promise<void>;
}

const flushTimeoutMs = 10_000;
// The time limit for uploads, in addition to their transfer time, and for the second stage. It includes up to
// three minutes of GitHub's rate limit pauses.
const publishTimeoutMs = 300_000;

/** Creates the stages for these settings. `filePublishers` upload the files of the video. */
export async function createPublishStages(
  runtime: Runtime,
  workflow: Workflow,
  settings: Settings,
  filePublishers: readonly Publisher[],
): Promise<PublishStages> {
  const key = videoKey(workflow.run, settings);
  const release = await createReleaseStage(runtime, workflow, settings, key);
  const comment = settings.comment ? await createCommentStage(runtime, workflow, key) : undefined;
  const filesStage = [...filePublishers, ...(release ? [release.files] : [])].map((publisher) =>
    withPublishLimit(runtime, uploadLimitMs, publisher),
  );
  const firstStage = filesStage.filter(({ runsAfterFailure }) => !runsAfterFailure);
  const failureStage = filesStage.filter(({ runsAfterFailure }) => runsAfterFailure);
  const remainingMs = createTimeBudget(runtime, publishTimeoutMs);
  const secondStage = [...(release ? [release.notes] : []), ...(comment ? [comment] : [])].map((publisher) =>
    withPublishLimit(runtime, remainingMs, publisher),
  );
  // Set if the comment could not be written: the warning about it is not repeated.
  let hasCommentFailed = false;
  return {
    usesPoster: firstStage.some(({ usesPoster }) => usesPoster),
    onStarted: (video) => comment?.onStarted(video),
    async flush(record) {
      // A skipped run has nothing to report.
      if (!comment || !record.current().job) return;
      // A run with `wait: false` waits only briefly for its comment.
      await publishAll(runtime, [withPublishLimit(runtime, () => flushTimeoutMs, comment)], record);
    },
    async publish(record) {
      if (firstStage.length + secondStage.length === 0) return;
      await record.phase("publish", async () => {
        const files = publishAll(runtime, firstStage, record);
        const haveFilesFailed = await files.then(
          () => false,
          () => true,
        );
        if (record.current().artifact) record.recordMilestone("uploaded");
        // A run fails once, with its first error.
        const links = haveFilesFailed
          ? secondStage.map((publisher) => ({ ...publisher, isEssential: false }))
          : secondStage;
        await publishAll(runtime, links, record).finally(() => {
          // A cancelled run may still write a comment that was skipped before.
          hasCommentFailed = record.current().commentUrl === undefined && !runtime.signal.aborted;
        });
        await files;
      });
    },
    async reportFailure(record) {
      if (record.current().rejected && failureStage.length > 0 && !runtime.signal.aborted) {
        // The comment is written even if the run is cancelled during the upload.
        await record.phase("publish", () => publishAll(runtime, failureStage, record)).catch(() => {});
      }
      if (!comment || hasCommentFailed) return;
      // The comment must not say "ready" if something failed, so there is always some time left to update it.
      const limitMs = () => Math.max(flushTimeoutMs, remainingMs());
      await publishAll(runtime, [withPublishLimit(runtime, limitMs, comment)], record);
    },
  };
}

const uploadLimitMs = ({ local, rejected }: VideoState) =>
  transferLimitMs((local ?? rejected)?.sizeBytes ?? 0, publishTimeoutMs);

async function createCommentStage(runtime: Runtime, workflow: Workflow, key: string) {
  const { createCommentPublisher } = await import("./comment/publisher.ts");
  return createCommentPublisher(runtime, workflow, key);
}

async function createReleaseStage(runtime: Runtime, workflow: Workflow, settings: Settings, key: string) {
  if (settings.release_tag === undefined) return undefined;
  const tag = workflow.resolveTag(settings.release_tag);
  if (tag !== undefined && !workflow.hasRepository) throw noRepositoryError(tag);
  if (tag === undefined) {
    runtime.log.warning(
      "No release found for `release_tag`: it is auto, and this run was not started by a tag or a release. " +
        "Nothing is added to a release.",
    );
    return undefined;
  }
  const { assetNameStem, createReleasePublishers } = await import("./release/publisher.ts");
  const { title, output_path } = settings;
  // Two videos of one release need different asset names, even if both have the default title.
  const suffix =
    title === undefined && output_path === undefined
      ? settingsDigest({ ...settings, release_tag: undefined })
      : "";
  const fileName = (shownTitle: string) =>
    [assetNameStem(output_path, shownTitle), suffix.slice(0, 6)].filter(Boolean).join("-");
  return createReleasePublishers(runtime, workflow, { tag, key, fileName });
}

function noRepositoryError(tag: string): ShowreelError {
  return invalidInputError(`\`release_tag\` is ${tag}, but the repository of this run is unknown.`, {
    hint: "Set GITHUB_REPOSITORY to owner/name, or remove `release_tag`.",
    settings: ["release_tag"],
  });
}
