import { basename, extname } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { slug } from "../../download/target.ts";
import { beginOf, endOf } from "../../github/own-block.ts";
import type { Workflow } from "../../github/workflow.ts";
import type { Publisher } from "../publisher.ts";
import { watchLink } from "../watch.ts";
import { attachAll, type ReleasePlace } from "./attach-all.ts";
import { toBlock } from "./block.ts";
import { placeBlock } from "./notes.ts";
import { findReleaseToFill, type ReleaseToFill } from "./releases.ts";

/** Attaches video and poster to a release, and leads to them from its notes. Two publishers: the second needs the first. */
export function createReleasePublishers(
  runtime: Runtime,
  workflow: Workflow,
  place: ReleasePlace,
): { readonly files: Publisher; readonly notes: Publisher } {
  const { github } = workflow;
  let found: Promise<ReleaseToFill> | undefined;
  const release = () => {
    found ??= findReleaseToFill(github, place.tag).then(
      (known) => known ?? Promise.reject(noRelease(place.tag)),
    );
    return found;
  };
  return {
    files: {
      name: "release's file",
      isEssential: false,
      usesPoster: true,
      publish: async (render) => attachAll(runtime, workflow, await release(), place, render),
    },
    notes: {
      name: "link in the release notes",
      isEssential: false,
      publish: async (render) => {
        // A block that leads nowhere helps nobody.
        if (!render.local || watchLink(render, true) === undefined) return {};
        const { key } = place;
        const block = runtime.secrets.strikeMarkdown(toBlock(key, render), beginOf(key), endOf(key));
        await placeBlock(runtime, github, (await release()).id, key, block);
        return {};
      },
    },
  };
}

/** The stem of a file on a release: of the file that the user named, else of the title. */
export function stemFor(outputPath: string | undefined, title: string): string {
  const stem = outputPath === undefined ? title : basename(outputPath, extname(outputPath));
  return (
    slug(stem)
      .slice(0, 80)
      .replace(/[-.]+$/, "") || "video"
  );
}

function noRelease(tag: string): ShowreelError {
  return new ShowreelError(
    "publish_failed",
    `There is no release of the tag ${tag}, or not for this token.`,
    {
      hint: "Create the release before the video is finished; a draft is seen with `contents: write`.",
    },
  );
}
