import { basename, extname } from "node:path";
import type { Runtime } from "../base/runtime.ts";
import { type ArtifactOptions, uploadArtifact } from "./artifact.ts";
import type { Publisher } from "./publisher.ts";

/** The video as an artifact that plays in the browser. */
export function videoArtifact(runtime: Runtime, options: ArtifactOptions): Publisher {
  return {
    name: "artifact",
    isEssential: true,
    publish: async ({ local }) => {
      if (!local) return {};
      const artifact = await uploadArtifact(runtime, local.path, options);
      if (!artifact) runtime.log.warning(noService(local.path));
      return artifact ? { artifact } : {};
    },
  };
}

const noService = (path: string) =>
  "This server takes no unzipped artifacts (GitHub Enterprise Server, Gitea, Forgejo). The video is complete: `video_path` " +
  `holds ${basename(path)}. Upload it in a later step with an artifact action that the server knows, such as ` +
  "actions/upload-artifact@v3.";

/** Poster and subtitles beside it, under the same name. */
export function extraArtifacts(runtime: Runtime, options: ArtifactOptions): readonly Publisher[] {
  const beside = async (path: string | undefined, video: string | undefined) => {
    if (path === undefined || video === undefined) return undefined;
    const ending = basename(path).slice(basename(video, extname(video)).length);
    const name = options.name && withoutEnding(options.name, extname(video)) + ending;
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

const withoutEnding = (name: string, ending: string) =>
  name.toLowerCase().endsWith(ending.toLowerCase()) ? name.slice(0, -ending.length) : name;
