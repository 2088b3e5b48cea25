import { basename, extname } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { Artifact, VideoState } from "../../jobs/video-record.ts";
import type { Publisher } from "../publisher.ts";
import { type ArtifactOptions, uploadArtifact } from "./upload.ts";

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
      const { artifact, unsupportedReason } = await uploadArtifact(runtime, local.path, options);
      if (!artifact) runtime.log.warning(unsupportedWarning(local.path, unsupportedReason));
      if (artifact?.isZipped) runtime.log.notice(zippedNotice);
      return artifact ? { artifact } : {};
    },
  };
}

/**
 * Creates the publisher that uploads a rejected video as an artifact of its own name: on most runners, this
 * is the only way to get it.
 */
export function createRejectedArtifactPublisher(runtime: Runtime, options: ArtifactOptions): Publisher {
  return {
    name: "rejected file",
    isEssential: false,
    runsAfterFailure: true,
    publish: async ({ rejected }) => {
      if (!rejected) return {};
      const name = options.name && removeVideoExtension(options.name) + rejectedSuffix(rejected.path);
      const upload = uploadArtifact(runtime, rejected.path, { ...options, name });
      const { artifact: rejectedArtifact } = await upload.catch((error) => {
        throw error instanceof ShowreelError ? error.with({ hint: rejectedHint }) : error;
      });
      if (!rejectedArtifact) return {};
      runtime.log.notice(`The rejected file was uploaded as an artifact: ${rejectedArtifact.url}`);
      return { rejectedArtifact };
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
  const upload = async (path: string | undefined, { local }: VideoState): Promise<Artifact | undefined> => {
    if (path === undefined || !local) return undefined;
    const name = sidecarName(path, local.path, options.name);
    return (await uploadArtifact(runtime, path, { ...options, name })).artifact;
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

const rejectedHint = "`rejected_path` holds its path. Upload it in a later step with `if: always()`.";

const unsupportedWarning = (path: string, reason: string) =>
  `The artifact was not uploaded to this server, which is not GitHub: ${reason}. ` +
  `The video is complete: \`video_path\` holds the path of ${basename(path)}. ` +
  "Upload it in a later step with an artifact action that the server supports, such as " +
  "actions/upload-artifact@v3.";

const zippedNotice =
  "The video's artifact is a ZIP, because this server takes no unzipped files. " +
  "Its link downloads the ZIP instead of playing the video.";

// `Reel.poster.jpg` for the poster of `Reel.mp4`.
function sidecarName(path: string, videoPath: string, artifactName: string | undefined): string | undefined {
  const videoExtension = extname(videoPath);
  const suffix = basename(path).slice(basename(videoPath, videoExtension).length);
  return artifactName && removeExtension(artifactName, videoExtension) + suffix;
}

// `.rejected.mp4` for `Reel.rejected-2.mp4`: the artifact gets a number of its own if its name is taken.
const rejectedSuffix = (path: string) => `.rejected${extname(path)}`;

const removeVideoExtension = (name: string) => removeExtension(removeExtension(name, ".mp4"), ".webm");

function removeExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(extension.toLowerCase()) ? name.slice(0, -extension.length) : name;
}
