import { z } from "zod";
import { invalidInputError } from "../../../base/errors.ts";
import { readOptions } from "../../../inputs/provider-options.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import { rejectSettings, requireOneOf, toAspectRatio } from "./request-checks.ts";
import { callbackOptions } from "./shared-options.ts";
import { heygenJob, type Surface } from "./surface.ts";

/** `provider_options` with a `composition`. */
const hyperframesOptions = z.lazy(() =>
  z.strictObject({
    fps: z.number().positive().optional(),
    quality: z.enum(["draft", "standard", "high"]).optional(),
    format: z.enum(["mp4", "webm"]).optional(),
    /** Selects one of several compositions in the project. */
    composition: z.string().optional(),
    variables: z.record(z.string(), z.json()).optional(),
    ...callbackOptions(),
  }),
);

/** Renders a `composition`, which is a HyperFrames project (HTML), in HeyGen's cloud. */
export const hyperframes: Surface = {
  replaysIdempotencyKey: true,
  toBody(request, toAsset) {
    rejectSettings(
      request,
      "other sources",
      "avatar_id",
      "voice_id",
      "style_id",
      "captions",
      "files",
      "messages",
    );
    requireIndexPage(request);
    const chosen = readOptions(hyperframesOptions, request.options, "HeyGen with `composition`");
    if (request.resolution === "4k" && chosen.format === "webm") throw webmResolutionError();
    return {
      ...chosen,
      project: request.composition && toAsset(request.composition),
      title: request.title,
      resolution: requireOneOf("resolution", request.resolution, ["1080p", "4k"]),
      aspect_ratio: toAspectRatio(request, ["16:9", "9:16", "1:1"]),
    };
  },
  async create(client, body, key) {
    return heygenJob("hyperframes", { video_id: await client.renderComposition(body, key) });
  },
};

function webmResolutionError() {
  return invalidInputError("`resolution` is 4k, but a webm has 1080p at most.", {
    hint: "Choose one of the two.",
    settings: ["resolution"],
  });
}

function requireIndexPage({ composition }: VideoRequest): void {
  if (composition?.from !== "disk") return;
  const isPage = composition.entries?.includes("index.html") ?? composition.name.endsWith(".zip");
  if (!isPage)
    throw invalidInputError("`composition` has no `index.html`.", {
      hint: "Use the folder that contains it, or a zip of that folder.",
      settings: ["composition"],
    });
}
