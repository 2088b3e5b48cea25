import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { transferLimitMs } from "../base/timing/time-limit.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import type { Render, RenderRecord } from "../jobs/record.ts";
import type { Workflow } from "../platform/github/workflow.ts";
import { createCommentPublisher } from "./comment/publisher.ts";
import { createTimeBudget, type Publisher, publishAll, withPublishLimit } from "./publisher.ts";
import { assetNameStem, createReleasePublishers } from "./release/publisher.ts";
import { settingsDigest, videoKey } from "./video-key.ts";

/** All that is done so that people see a video, in two stages: where it lies, and then what leads there. */
export interface PublishStages {
  readonly usesPoster: boolean;
  /** The video is being rendered. Nobody waits for what is done about it. */
  onStarted(render: Render): void;
  /** The run ends before the video is here, and all is well: what was begun is brought to its end. */
  flush(record: RenderRecord): Promise<void>;
  /** The video is here. Fails with what an essential publisher fails with, once all are done. */
  publish(record: RenderRecord): Promise<void>;
  /** The run ends without a video. */
  reportFailure(record: RenderRecord): Promise<void>;
}

const flushTimeoutMs = 10_000;
// For the files, beside what they need, and once more for what leads to them. GitHub's own pauses have three minutes of it.
const publishTimeoutMs = 300_000;

const withUploadLimit = (runtime: Runtime, publisher: Publisher) =>
  withPublishLimit(
    runtime,
    ({ local }) => transferLimitMs(local?.sizeBytes ?? 0, publishTimeoutMs),
    publisher,
  );

/** The stages that these settings want; `files` bring the video to where it lies. */
export function createPublishStages(
  runtime: Runtime,
  workflow: Workflow,
  settings: Settings,
  files: readonly Publisher[],
): PublishStages {
  const key = videoKey(workflow.run, settings);
  const release = createReleaseStage(runtime, workflow, settings, key);
  const comment = settings.comment ? createCommentPublisher(runtime, workflow, key) : undefined;
  const first = [...files, ...(release ? [release.files] : [])].map((one) => withUploadLimit(runtime, one));
  const leftMs = createTimeBudget(runtime, publishTimeoutMs);
  const second = [...(release ? [release.notes] : []), ...(comment ? [comment] : [])].map((one) =>
    withPublishLimit(runtime, leftMs, one),
  );
  // Where a comment could not be written, that has been said.
  let isSilent = false;
  return {
    usesPoster: first.some(({ usesPoster }) => usesPoster),
    onStarted: (render) => comment?.onStarted(render),
    async flush(record) {
      // A run that was skipped has nothing to tell.
      if (!comment || !record.current().job) return;
      // Who does not wait for a video does not wait for a comment.
      await publishAll(runtime, [withPublishLimit(runtime, () => flushTimeoutMs, comment)], record);
    },
    async publish(record) {
      if (first.length + second.length === 0) return;
      await record.phase("publish", async () => {
        const lies = publishAll(runtime, first, record);
        const failed = await lies.then(
          () => false,
          () => true,
        );
        if (record.current().artifact) record.recordMilestone("uploaded");
        // A run fails once, with what failed first.
        const then = failed ? second.map((one) => ({ ...one, isEssential: false })) : second;
        await publishAll(runtime, then, record).finally(() => {
          // A cancelled run may still write what it had to leave out.
          isSilent = record.current().commentUrl === undefined && !runtime.signal.aborted;
        });
        await lies;
      });
    },
    async reportFailure(record) {
      if (!comment || isSilent) return;
      // A comment that says "ready" must not stay where something failed.
      const limitMs = () => Math.max(flushTimeoutMs, leftMs());
      await publishAll(runtime, [withPublishLimit(runtime, limitMs, comment)], record);
    },
  };
}

function noRepositoryError(tag: string): ShowreelError {
  return new ShowreelError("invalid_input", `\`release_tag\` is ${tag}, but this run knows no repository.`, {
    hint: "Set GITHUB_REPOSITORY to owner/name, or remove `release_tag`. Nothing was submitted.",
  });
}

function createReleaseStage(runtime: Runtime, workflow: Workflow, settings: Settings, key: string) {
  if (settings.release_tag === undefined) return undefined;
  const tag = workflow.resolveTag(settings.release_tag);
  if (tag !== undefined && !workflow.hasRepository) throw noRepositoryError(tag);
  if (tag === undefined) {
    runtime.log.warning("`release_tag` is auto, and the run is about no tag: nothing is added to a release.");
    return undefined;
  }
  const { title, output_path } = settings;
  // Two videos of one release want two names, though they have one title.
  const mark =
    title === undefined && output_path === undefined
      ? settingsDigest({ ...settings, release_tag: undefined })
      : "";
  const fileName = (shown: string) =>
    [assetNameStem(output_path, shown), mark.slice(0, 6)].filter(Boolean).join("-");
  return createReleasePublishers(runtime, workflow, { tag, key, fileName });
}
