import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { slug } from "../../download/target.ts";
import { answerOf } from "../../github/failure.ts";
import type { Workflow } from "../../github/workflow.ts";
import type { Render } from "../../render/record.ts";
import type { Published, Publisher } from "../publisher.ts";
import { attach } from "./attach.ts";
import { toBlock } from "./block.ts";
import { placeBlock } from "./notes.ts";
import { type Asset, findReleaseToFill, type ReleaseToFill } from "./releases.ts";

/** Where on a release a video goes. */
export interface ReleasePlace {
  readonly tag: string;
  /** What the block in the notes is found again by. */
  readonly key: string;
  /** The stem of the files' names there: the same for every version of a video. */
  readonly fileName: string;
}

// GitHub takes files below 2 GiB.
const tooManyBytes = 2 * 1_024 ** 3;

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
        if (!render.local) return {};
        const block = toBlock(place.key, render);
        await placeBlock(runtime, github, (await release()).id, place.key, block);
        return {};
      },
    },
  };
}

async function attachAll(
  runtime: Runtime,
  workflow: Workflow,
  release: ReleaseToFill,
  { fileName, tag }: ReleasePlace,
  { local, posterPath }: Render,
): Promise<Published> {
  if (!local) return {};
  const reason = whyNot(release, local.sizeBytes);
  if (reason) {
    runtime.log.info(`The video is not attached to the release, which gets a link instead: ${reason}.`);
    return {};
  }
  const linkTo = ({ name, browser_download_url }: Asset) =>
    release.draft ? workflow.downloadUrl(tag, name) : browser_download_url;
  const attached = async (path: string, bytes: number, sha256: string) => {
    const extension = extname(path);
    const file = {
      path,
      bytes,
      sha256,
      name: fileName + extension,
      contentType: contentTypes[extension] ?? binary,
    };
    return linkTo(await attach(runtime, workflow.github, release, file));
  };
  try {
    const poster =
      posterPath === undefined ? undefined : await attached(posterPath, ...(await measure(posterPath)));
    const releaseAssetUrl = await attached(local.path, local.sizeBytes, local.sha256);
    return { releaseAssetUrl, ...(poster !== undefined && { releasePosterUrl: poster }) };
  } catch (error) {
    if (!isImmutable(error)) throw error;
    runtime.log.info("The release is immutable, so it takes no more files; its notes get a link instead.");
    return {};
  }
}

function whyNot({ immutable, draft }: ReleaseToFill, bytes: number): string | undefined {
  if (immutable && !draft) return "it is immutable, and takes files only as a draft";
  return bytes >= tooManyBytes ? "GitHub takes files below 2 GiB" : undefined;
}

const isImmutable = (error: unknown) =>
  answerOf(error)?.status === 422 && /immutable/i.test(answerOf(error)?.words ?? "");

async function measure(path: string): Promise<[bytes: number, sha256: string]> {
  const hash = createHash("sha256").update(await readFile(path));
  return [(await stat(path)).size, hash.digest("hex")];
}

const binary = "application/octet-stream";
const contentTypes: Readonly<Record<string, string>> = {
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".gif": "image/gif",
  ".webp": "image/webp",
};

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
