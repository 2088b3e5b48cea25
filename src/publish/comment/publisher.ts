import type { Runtime } from "../../base/runtime.ts";
import type { VideoState } from "../../jobs/video-record.ts";
import { openMarker } from "../../platform/github/marker.ts";
import type { Workflow } from "../../platform/github/workflow.ts";
import type { Publisher, PublishResult } from "../publisher.ts";
import { toCommentBody } from "./body.ts";
import { type Comment, upsertComment } from "./comments.ts";

/** Publishes a comment that is updated as the video progresses. */
export interface CommentPublisher extends Publisher {
  /** Starts to write a comment that says that the video is rendering. Returns before it is written. */
  onStarted(video: VideoState): void;
}

/**
 * Creates the publisher of one comment per video on the run's pull request. Logs a line if there is no pull
 * request.
 */
export function createCommentPublisher(runtime: Runtime, workflow: Workflow, key: string): CommentPublisher {
  const marker = openMarker(key);
  let firstWrite: Promise<PublishResult> | undefined;
  const write = async (video: VideoState): Promise<PublishResult> => {
    const issue = await workflow.pullRequest();
    if (issue === undefined) {
      runtime.log.info("There is no open pull request to comment on.");
      return {};
    }
    const { run, github } = workflow;
    const toBody = (current: Comment | undefined) => {
      const body = toCommentBody(marker, video, run, current);
      // The first and the last line identify the comment, and hold only our own numbers and hashes.
      return body && runtime.secrets.redactMarkdown(body, marker, body.slice(body.lastIndexOf("\n")));
    };
    const comment = await upsertComment(toBody, { runtime, github, issue, marker });
    return comment ? { commentUrl: comment.html_url } : {};
  };
  return {
    name: "comment",
    isEssential: false,
    onStarted(video) {
      // `publish` writes again, and reports if that fails.
      firstWrite ??= write(video);
      firstWrite.catch(() => {});
    },
    async publish(video) {
      await firstWrite?.catch(() => {});
      return write(video);
    },
  };
}
