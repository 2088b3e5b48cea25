import { basename, extname } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { slugify } from "../../download/output-target.ts";
import { closeMarker, openMarker } from "../../platform/github/marker.ts";
import type { Workflow } from "../../platform/github/workflow.ts";
import type { Publisher } from "../publisher.ts";
import { watchLink } from "../watch-link.ts";
import { attachVideoAndPoster, type ReleaseTarget } from "./attach-assets.ts";
import { toBlock, writeBlock } from "./notes.ts";
import { findWritableRelease, type WritableRelease } from "./releases.ts";

/** Attaches video and poster to a release, and leads to them from its notes. Two publishers: the second needs the first. */
export function createReleasePublishers(
  runtime: Runtime,
  workflow: Workflow,
  target: ReleaseTarget,
): { readonly files: Publisher; readonly notes: Publisher } {
  const { github } = workflow;
  let found: Promise<WritableRelease> | undefined;
  const release = () => {
    found ??= findWritableRelease(github, target.tag).then(
      (known) => known ?? Promise.reject(releaseNotFoundError(target.tag)),
    );
    return found;
  };
  // The user asked for it by name: whatever the reason is, it is this that is missing.
  const toFailure = (error: unknown): never => {
    throw runtime.signal.aborted ? error : notOnReleaseError(target.tag, error);
  };
  return {
    files: {
      name: "release's file",
      isEssential: true,
      usesPoster: true,
      publish: (render) =>
        release()
          .then((known) => attachVideoAndPoster(runtime, workflow, known, target, render))
          .catch(toFailure),
    },
    notes: {
      name: "link in the release notes",
      // Where the release takes no file, the link is all that it gets.
      isEssential: ({ releaseAssetUrl }) => releaseAssetUrl === undefined,
      publish: async (render) => {
        // What there is to say of a release that is not there has been said.
        const known = await release().catch(() => undefined);
        if (!render.local || !known) return {};
        // A block that leads nowhere helps nobody.
        if (watchLink(render, { preferRelease: true }) === undefined) throw nothingToLinkError(target.tag);
        const { key } = target;
        const block = runtime.secrets.redactMarkdown(toBlock(key, render), openMarker(key), closeMarker(key));
        await writeBlock(runtime, github, known.id, key, block).catch(toFailure);
        return {};
      },
    },
  };
}

/** The stem of a file on a release: of the file that the user named, else of the title. */
export function assetNameStem(outputPath: string | undefined, title: string): string {
  const stem = outputPath === undefined ? title : basename(outputPath, extname(outputPath));
  return (
    slugify(stem)
      .slice(0, 80)
      .replace(/[-.]+$/, "") || "video"
  );
}

function notOnReleaseError(tag: string, error: unknown): unknown {
  if (!(error instanceof ShowreelError)) return error;
  const message = `The video is not on the release ${tag}: ${error.message}`;
  return error.with({ code: "publish_failed", message, submitted: undefined });
}

function nothingToLinkError(tag: string): ShowreelError {
  return new ShowreelError(
    "publish_failed",
    `The release ${tag} takes no file, and there is no page to link to.`,
    { hint: "Publish the release once the video is attached to its draft, or upload the artifact." },
  );
}

function releaseNotFoundError(tag: string): ShowreelError {
  return new ShowreelError(
    "publish_failed",
    `There is no release of the tag ${tag}, or not for this token.`,
    {
      hint: "Create the release before the video is finished; a draft is seen with `contents: write`.",
    },
  );
}
