import { copyFile, link, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../base/errors.ts";
import { makeTemporaryFolder } from "../base/files/temporary-folder.ts";
import { plainText } from "../base/plain-text.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { withSuffix } from "../download/output-target.ts";
import type { Artifact } from "../jobs/record.ts";
import type { Publisher } from "./publisher.ts";

export interface ArtifactOptions {
  /** By default the file's name. */
  readonly name: string | undefined;
  /** Replaces an artifact of the same name. */
  readonly overwrite: boolean;
  readonly retentionDays: number | undefined;
  /** An empty folder of the runner's, on the same disk where possible. */
  readonly temporaryFolder: string;
  /** The workflow run's page, below which the artifact is found. */
  readonly runUrl: string;
}

/**
 * Uploads a file as it is, so that the browser shows it. An unzipped artifact is named after its file; where the name is
 * taken the old one is replaced, or the new one gets a number. Undefined where there is no artifact service. Fails with
 * `publish_failed`; the file stays where it is.
 */
async function uploadArtifact(
  runtime: Runtime,
  path: string,
  options: ArtifactOptions,
): Promise<Artifact | undefined> {
  const folder = await makeTemporaryFolder(options.temporaryFolder);
  try {
    for (let copy = 1; ; copy += 1) {
      const mark = copy > 5 ? Math.floor(10_000 + 90_000 * runtime.random()) : copy;
      const file = join(folder, numberedName(artifactName(path, options.name), mark));
      await link(path, file).catch(() => copyFile(path, file));
      // The client knows no signal. An upload that is nearly done may end; any other is given up in time.
      const outcome = await unlessAborted(runtime.graceSignal, tryUpload(file, options), interruptedError);
      if (outcome === "no service") return undefined;
      if (outcome !== "taken") return outcome;
      if (copy === 15)
        throw artifactUploadError(new Error(`fifteen artifacts named like ${basename(file)} exist`));
      runtime.log.info(`The artifact name ${basename(file)} is taken; trying the next.`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryUpload(file: string, options: ArtifactOptions): Promise<Artifact | "taken" | "no service"> {
  const retention = options.retentionDays === undefined ? {} : { retentionDays: options.retentionDays };
  try {
    // Half a second to load, and only needed when there is a video. Loading it reads the runner's files, and may fail.
    const { DefaultArtifactClient } = await import("@actions/artifact");
    const client = new DefaultArtifactClient();
    const send = () =>
      client.uploadArtifact(basename(file), [file], dirname(file), { skipArchive: true, ...retention });
    const uploaded = await send().catch(async (cause) => {
      if (!isNameTaken(cause) || !options.overwrite) throw cause;
      // The client's own way of replacing goes by a name that unzipped artifacts do not have (upload-artifact#769).
      await client.deleteArtifact(basename(file));
      return send();
    });
    const id = String(uploaded.id ?? "");
    return { id, url: `${options.runUrl}/artifacts/${id}`, digest: uploaded.digest ?? "" };
  } catch (cause) {
    if (isNameTaken(cause)) return "taken";
    // Source: @actions/artifact, which knows github.com and *.ghe.com alone.
    if (cause instanceof Error && cause.name === "GHESNotSupportedError") return "no service";
    throw artifactUploadError(cause);
  }
}

const isNameTaken = (cause: unknown) => /\b409\b|already exists/i.test(String(cause));

function artifactUploadError(cause: unknown): ShowreelError {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new ShowreelError("publish_failed", `The artifact was not uploaded: ${plainText(reason, 300)}`, {
    hint:
      "The video itself is complete: `video_path` says where it lies. Upload it in a later step with " +
      "`if: always()`, or set `upload_artifact` to false.",
    cause,
  });
}

// The artifact service refuses these characters; the extension tells the browser that it can play it.
function artifactName(path: string, wanted: string | undefined): string {
  const name = plainText(wanted ?? basename(path), 200).replace(/[":<>|*?\\/]+/g, "-");
  const extension = extname(path).toLowerCase();
  return extname(name).toLowerCase() === extension ? name : `${name}${extension}`;
}

function numberedName(name: string, copy: number): string {
  return copy === 1 ? name : withSuffix(name, String(copy));
}

/** The video as an artifact that plays in the browser. */
export function createVideoArtifactPublisher(runtime: Runtime, options: ArtifactOptions): Publisher {
  return {
    name: "artifact",
    isEssential: true,
    publish: async ({ local }) => {
      if (!local) return {};
      const artifact = await uploadArtifact(runtime, local.path, options);
      if (!artifact) runtime.log.warning(noArtifactServiceMessage(local.path));
      return artifact ? { artifact } : {};
    },
  };
}

const noArtifactServiceMessage = (path: string) =>
  "This server takes no unzipped artifacts (GitHub Enterprise Server, Gitea, Forgejo). The video is complete: `video_path` " +
  `holds ${basename(path)}. Upload it in a later step with an artifact action that the server knows, such as ` +
  "actions/upload-artifact@v3.";

/** Poster and subtitles beside it, under the same name. */
export function createSidecarArtifactPublishers(
  runtime: Runtime,
  options: ArtifactOptions,
): readonly Publisher[] {
  const beside = async (path: string | undefined, video: string | undefined) => {
    if (path === undefined || video === undefined) return undefined;
    const ending = basename(path).slice(basename(video, extname(video)).length);
    const name = options.name && removeExtension(options.name, extname(video)) + ending;
    return uploadArtifact(runtime, path, { ...options, name });
  };
  return [
    {
      name: "poster",
      isEssential: false,
      usesPoster: true,
      publish: async ({ posterPath, local }) => {
        const posterArtifact = await beside(posterPath, local?.path);
        return posterArtifact ? { posterArtifact } : {};
      },
    },
    {
      name: "subtitle file",
      isEssential: false,
      publish: async ({ subtitlesPath, local }) => {
        const subtitlesArtifact = await beside(subtitlesPath, local?.path);
        return subtitlesArtifact ? { subtitlesArtifact } : {};
      },
    },
  ];
}

const removeExtension = (name: string, ending: string) =>
  name.toLowerCase().endsWith(ending.toLowerCase()) ? name.slice(0, -ending.length) : name;
