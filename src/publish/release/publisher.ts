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

/**
 * Creates the publishers that attach video and poster to a release, and that link them in its notes. The
 * second publisher uses the results of the first.
 */
export function createReleasePublishers(
  runtime: Runtime,
  workflow: Workflow,
  target: ReleaseTarget,
): { readonly files: Publisher; readonly notes: Publisher } {
  const { github } = workflow;
  let found: Promise<WritableRelease> | undefined;
  const findRelease = () => {
    found ??= findWritableRelease(github, target.tag).then(
      (release) => release ?? Promise.reject(releaseNotFoundError(target.tag)),
    );
    return found;
  };
  // The user set `release_tag`, so the message always starts with the file that is missing on the release.
  const toFailure = (error: unknown): never => {
    throw runtime.signal.aborted ? error : notOnReleaseError(target.tag, error);
  };
  return {
    files: {
      name: "release's file",
      isEssential: true,
      usesPoster: true,
      publish: (video) =>
        findRelease()
          .then((release) => attachVideoAndPoster(video, target, { runtime, workflow, release }))
          .catch(toFailure),
    },
    notes: {
      name: "link in the release notes",
      // If the release accepts no files, its notes still get the link.
      isEssential: ({ releaseAssetUrl }) => releaseAssetUrl === undefined,
      publish: async (video) => {
        // The other publisher reports a missing release.
        const release = await findRelease().catch(() => undefined);
        if (!video.local || !release) return {};
        if (watchLink(video, { preferRelease: true }) === undefined) throw nothingToLinkError(target.tag);
        const { key } = target;
        const block = runtime.secrets.redactMarkdown(toBlock(key, video), openMarker(key), closeMarker(key));
        await writeBlock({ key, block }, { runtime, github, releaseId: release.id }).catch(toFailure);
        return {};
      },
    },
  };
}

/** Returns the base name of the assets on a release: that of the output file, or else the title. */
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
    `The release ${tag} takes no files, and there is no page to link to.`,
    {
      hint: "Attach the video to a draft before you publish it, or set `upload_artifact` to true.",
    },
  );
}

function releaseNotFoundError(tag: string): ShowreelError {
  return new ShowreelError(
    "publish_failed",
    `No release with the tag ${tag} was found, or the token can't see it.`,
    {
      hint: "Create the release before the video is finished. To see a draft, a token needs `contents: write`.",
    },
  );
}
