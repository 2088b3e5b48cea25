import { z } from "zod";
import { readOptions } from "../../../inputs/provider-options.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import { invalid, oneOf, requireNone, toAspectRatio } from "./checks.ts";
import { callback } from "./shared-options.ts";
import { jobOf, type Surface } from "./surface.ts";

/** `provider_options` of a `composition` that HeyGen's cloud renders. */
const hyperframesOptions = z.strictObject({
  fps: z.number().positive().optional(),
  quality: z.enum(["draft", "standard", "high"]).optional(),
  format: z.enum(["mp4", "webm"]).optional(),
  /** One of several compositions in the project. */
  composition: z.string().optional(),
  variables: z.record(z.string(), z.json()).optional(),
  ...callback,
});

/** A HyperFrames project (HTML) that HeyGen's cloud renders. */
export const hyperframes: Surface = {
  replays: true,
  toBody(request, toAsset) {
    requireNone(
      request,
      "other sources",
      "avatar_id",
      "voice_id",
      "style_id",
      "captions",
      "files",
      "messages",
    );
    requirePage(request);
    const chosen = readOptions(hyperframesOptions, request.options, "HeyGen with `composition`");
    if (request.resolution === "4k" && chosen.format === "webm") throw noLargeWebm();
    return {
      ...chosen,
      project: request.composition && toAsset(request.composition),
      title: request.title,
      resolution: oneOf("resolution", request.resolution, ["1080p", "4k"]),
      aspect_ratio: toAspectRatio(request, ["16:9", "9:16", "1:1"]),
    };
  },
  async create(client, body, key) {
    return jobOf("hyperframes", { video_id: await client.renderComposition(body, key) });
  },
};

function noLargeWebm() {
  return invalid("`resolution` is 4k, and a webm has 1080p at most.", "Choose one of the two.");
}

function requirePage({ composition }: VideoRequest): void {
  if (composition?.from !== "disk") return;
  const isPage = composition.entries?.includes("index.html") ?? composition.name.endsWith(".zip");
  if (!isPage)
    throw invalid("`composition` has no `index.html`.", "Give the folder that holds it, or a zip of it.");
}
