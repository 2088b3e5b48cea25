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
      const artifact = local && (await uploadArtifact(runtime, local.path, options));
      return artifact ? { artifact } : {};
    },
  };
}

/** Poster and subtitles beside it, under the same name. */
export function extraArtifacts(runtime: Runtime, options: ArtifactOptions): readonly Publisher[] {
  const beside = async (path: string | undefined) => {
    if (path === undefined) return undefined;
    const { name } = options;
    const stem = name === undefined ? undefined : basename(name, extname(name));
    return uploadArtifact(runtime, path, { ...options, name: stem && stem + extname(path) });
  };
  return [
    {
      name: "poster",
      isEssential: false,
      usesPoster: true,
      publish: async ({ posterPath }) => {
        const posterArtifact = await beside(posterPath);
        return posterArtifact ? { posterArtifact } : {};
      },
    },
    {
      name: "subtitle file",
      isEssential: false,
      publish: async ({ subtitlesPath }) => {
        const subtitlesArtifact = await beside(subtitlesPath);
        return subtitlesArtifact ? { subtitlesArtifact } : {};
      },
    },
  ];
}
