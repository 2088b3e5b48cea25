import type { Runtime } from "../../base/runtime.ts";
import type { Render } from "../../jobs/record.ts";
import { openMarker } from "../../platform/github/marker.ts";
import type { Workflow } from "../../platform/github/workflow.ts";
import type { Publisher, PublishResult } from "../publisher.ts";
import { toCommentBody } from "./body.ts";
import { upsertComment } from "./comments.ts";

/** A comment that is kept up to date through the life of a video. */
export interface CommentPublisher extends Publisher {
  /** The video is being rendered: says so at once, and nobody waits for it. */
  onStarted(render: Render): void;
}

/** One comment for the video of this key on the pull request of the run. Where there is none it says so once. */
export function createCommentPublisher(runtime: Runtime, workflow: Workflow, key: string): CommentPublisher {
  const marker = openMarker(key);
  let begun: Promise<PublishResult> | undefined;
  const write = async (render: Render): Promise<PublishResult> => {
    const issue = await workflow.pullRequest();
    if (issue === undefined) {
      runtime.log.info("There is no open pull request to comment on.");
      return {};
    }
    const { run } = workflow;
    const comment = await upsertComment(runtime, workflow.github, issue, marker, (present) => {
      const body = toCommentBody(marker, render, run, present);
      // By its first line it is found again, and in its last it knows itself: numbers and hashes of ours.
      return body && runtime.secrets.redactMarkdown(body, marker, body.slice(body.lastIndexOf("\n")));
    });
    return comment ? { commentUrl: comment.html_url } : {};
  };
  return {
    name: "comment",
    isEssential: false,
    onStarted(render) {
      // What fails here is told at the end.
      begun ??= write(render);
      begun.catch(() => {});
    },
    async publish(render) {
      await begun?.catch(() => {});
      return write(render);
    },
  };
}
