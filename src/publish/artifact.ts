import { copyFile, link, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../base/errors.ts";
import { makeTemporaryFolder } from "../base/files/temporary-folder.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import { plainText } from "../base/text/plain-text.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { withSuffix } from "../download/output-target.ts";
import type { Artifact, VideoState } from "../jobs/video-record.ts";
import type { Publisher } from "./publisher.ts";

export interface ArtifactOptions {
  /** The artifact's name; defaults to the file name. */
  readonly name: string | undefined;
  /** Replaces an existing artifact of the same name. */
  readonly overwrite: boolean;
  readonly retentionDays: number | undefined;
  /** The runner's folder for temporary files, on the same disk as the video if possible. */
  readonly temporaryFolder: string;
  /** The URL of the workflow run's page, from which the URLs of its artifacts are built. */
  readonly runUrl: string;
}

type UploadResult =
  | { readonly outcome: "uploaded"; readonly artifact: Artifact }
  | { readonly outcome: "name_taken" }
  | { readonly outcome: "unsupported" };

const maxAttempts = 15;

/**
 * Creates the publisher that uploads the video as an artifact that plays in the browser. If the upload fails,
 * the run fails.
 */
export function createVideoArtifactPublisher(runtime: Runtime, options: ArtifactOptions): Publisher {
  return {
    name: "artifact",
    isEssential: true,
    publish: async ({ local }) => {
      if (!local) return {};
      const artifact = await uploadArtifact(runtime, local.path, options);
      if (!artifact) runtime.log.warning(unsupportedWarning(local.path));
      return artifact ? { artifact } : {};
    },
  };
}

/**
 * Creates the publishers that upload the poster and the subtitle file as artifacts, named after the video's
 * artifact.
 */
export function createSidecarArtifactPublishers(
  runtime: Runtime,
  options: ArtifactOptions,
): readonly Publisher[] {
  const upload = async (path: string | undefined, { local }: VideoState) => {
    if (path === undefined || !local) return undefined;
    return uploadArtifact(runtime, path, { ...options, name: sidecarName(path, local.path, options.name) });
  };
  return [
    {
      name: "poster",
      isEssential: false,
      usesPoster: true,
      publish: async (video) => {
        const posterArtifact = await upload(video.posterPath, video);
        return posterArtifact ? { posterArtifact } : {};
      },
    },
    {
      name: "subtitle file",
      isEssential: false,
      publish: async (video) => {
        const subtitlesArtifact = await upload(video.subtitlesPath, video);
        return subtitlesArtifact ? { subtitlesArtifact } : {};
      },
    },
  ];
}

/**
 * Uploads a file without zipping it, so that the browser can show it. An unzipped artifact is named after its
 * file. If the name is taken, the existing artifact is replaced, or the new one gets a number. Returns
 * undefined if the server has no service for unzipped artifacts. Fails with `publish_failed`; the file stays
 * where it is.
 */
async function uploadArtifact(
  runtime: Runtime,
  path: string,
  options: ArtifactOptions,
): Promise<Artifact | undefined> {
  const folder = await makeTemporaryFolder(options.temporaryFolder);
  try {
    for (let attempt = 1; ; attempt += 1) {
      // Parallel jobs that count up at the same pace would keep choosing the same names, so later attempts
      // use random numbers.
      const number = attempt > 5 ? Math.floor(10_000 + 90_000 * runtime.random()) : attempt;
      const file = join(folder, numberedName(artifactName(path, options.name), number));
      await link(path, file).catch(() => copyFile(path, file));
      // The client takes no AbortSignal. A cancelled run waits for an upload until its grace period ends.
      const result = await unlessAborted(runtime.graceSignal, tryUpload(file, options), interruptedError);
      if (result.outcome === "uploaded") return result.artifact;
      if (result.outcome === "unsupported") return undefined;
      if (attempt === maxAttempts)
        throw artifactUploadError(`${maxAttempts} names are taken, the last one tried is ${basename(file)}`);
      runtime.log.info(`The artifact name ${basename(file)} is taken; trying the next one.`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryUpload(
  file: string,
  { overwrite, retentionDays, runUrl }: ArtifactOptions,
): Promise<UploadResult> {
  const uploadOptions = { skipArchive: true, ...(retentionDays !== undefined && { retentionDays }) };
  try {
    // Imported here because it takes half a second to load, is needed only if there is a video, and may fail
    // to read the runner's files on import.
    const { DefaultArtifactClient } = await import("@actions/artifact");
    const client = new DefaultArtifactClient();
    const upload = () => client.uploadArtifact(basename(file), [file], dirname(file), uploadOptions);
    const uploaded = await upload().catch(async (cause) => {
      if (!isNameTaken(cause) || !overwrite) throw cause;
      // The client's own `overwrite` looks for a name that unzipped artifacts don't have
      // (upload-artifact#769).
      await client.deleteArtifact(basename(file));
      return upload();
    });
    const id = String(uploaded.id ?? "");
    const artifact = { id, url: `${runUrl}/artifacts/${id}`, digest: uploaded.digest ?? "" };
    return { outcome: "uploaded", artifact };
  } catch (cause) {
    if (isNameTaken(cause)) return { outcome: "name_taken" };
    // Source: @actions/artifact, which supports only github.com and *.ghe.com.
    if (cause instanceof Error && cause.name === "GHESNotSupportedError") return { outcome: "unsupported" };
    throw artifactUploadError(cause);
  }
}

const isNameTaken = (cause: unknown) => /\b409\b|already exists/i.test(String(cause));

function artifactUploadError(cause: unknown): ShowreelError {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new ShowreelError("publish_failed", `The artifact was not uploaded: ${plainText(reason, 300)}`, {
    hint:
      "The video is complete; `video_path` holds its path. Upload it in a later step with `if: always()`, " +
      "or set `upload_artifact` to false.",
    cause,
  });
}

const unsupportedWarning = (path: string) =>
  "This server does not support unzipped artifacts (GitHub Enterprise Server, Gitea, Forgejo). " +
  `The video is complete: \`video_path\` holds the path of ${basename(path)}. ` +
  "Upload it in a later step with an artifact action that the server supports, such as " +
  "actions/upload-artifact@v3.";

// The artifact service rejects these characters. The extension tells the browser that it can play the file.
function artifactName(path: string, name = basename(path)): string {
  const validName = plainText(name, 200).replace(/[":<>|*?\\/]+/g, "-");
  const extension = extname(path).toLowerCase();
  return extname(validName).toLowerCase() === extension ? validName : `${validName}${extension}`;
}

// `Reel.poster.jpg` for the poster of `Reel.mp4`.
function sidecarName(path: string, videoPath: string, artifactName: string | undefined): string | undefined {
  const videoExtension = extname(videoPath);
  const suffix = basename(path).slice(basename(videoPath, videoExtension).length);
  return artifactName && removeExtension(artifactName, videoExtension) + suffix;
}

function numberedName(name: string, number: number): string {
  return number === 1 ? name : withSuffix(name, String(number));
}

function removeExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(extension.toLowerCase()) ? name.slice(0, -extension.length) : name;
}
