import type { Runtime } from "../../base/runtime.ts";
import type { Render } from "../../jobs/record.ts";
import { beginOf } from "../../platform/github/marker.ts";
import type { Workflow } from "../../platform/github/workflow.ts";
import type { Published, Publisher } from "../publisher.ts";
import { toCommentBody } from "./body.ts";
import { upsertComment } from "./comments.ts";

/** A comment that is kept up to date through the life of a video. */
export interface CommentPublisher extends Publisher {
  /** The video is being rendered: says so at once, and nobody waits for it. */
  begin(render: Render): void;
}

/** One comment for the video of this key on the pull request of the run. Where there is none it says so once. */
export function createCommentPublisher(runtime: Runtime, workflow: Workflow, key: string): CommentPublisher {
  const marker = beginOf(key);
  let begun: Promise<Published> | undefined;
  const write = async (render: Render): Promise<Published> => {
    const issue = await workflow.pullRequest();
    if (issue === undefined) {
      runtime.log.info("There is no open pull request to comment on.");
      return {};
    }
    const { run } = workflow;
    const comment = await upsertComment(runtime, workflow.github, issue, marker, (present) => {
      const body = toCommentBody(marker, render, run, present);
      // By its first line it is found again, and in its last it knows itself: numbers and hashes of ours.
      return body && runtime.secrets.strikeMarkdown(body, marker, body.slice(body.lastIndexOf("\n")));
    });
    return comment ? { commentUrl: comment.html_url } : {};
  };
  return {
    name: "comment",
    isEssential: false,
    begin(render) {
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
