import { z } from "zod";
import { invalidInputError } from "../../../base/errors.ts";
import { readOptions } from "../../../inputs/provider-options.ts";
import { rejectSettings, requireLength, requireOneOf, toAspectRatio } from "./request-checks.ts";
import { assetReference, callbackOptions } from "./shared-options.ts";
import { heygenJob, type Surface } from "./surface.ts";

/** `provider_options` with a `prompt` for the model `heygen-video-1`. */
const instantVideoOptions = z.lazy(() =>
  z
    .strictObject({
      model: z.literal("heygen-video-1"),
      mode: z.enum(["text_to_video", "image_to_video", "reference_to_video"]).default("text_to_video"),
      image: assetReference.optional(),
      reference_images: z.array(assetReference).max(9).optional(),
      reference_videos: z.array(assetReference).max(3).optional(),
      reference_audio: z.array(assetReference).max(3).optional(),
      duration: z.int().min(5).max(15).optional(),
      prompt_enhancement: z.enum(["ultraquality", "turbo", "quality", "default", "disabled"]).optional(),
      seed: z.int().optional(),
      ...callbackOptions(),
    })
    .refine(({ mode, image }) => (mode === "image_to_video") === (image !== undefined), {
      path: ["image"],
      message: "is required with mode image_to_video, and works with no other mode",
    })
    .refine(({ mode, ...options }) => mode === "reference_to_video" || countReferences(options) === 0, {
      path: ["mode"],
      message: "references need mode reference_to_video",
    })
    .refine((options) => countReferences(options) <= 12, {
      path: ["reference_images"],
      message: "at most 12 references in total",
    }),
);

type References = Partial<
  Record<"reference_images" | "reference_videos" | "reference_audio", unknown[] | undefined>
>;

function countReferences({
  reference_images = [],
  reference_videos = [],
  reference_audio = [],
}: References): number {
  return reference_images.length + reference_videos.length + reference_audio.length;
}

// Source: HeyGen's schema of POST /v3/models/videos (autumn 2026).
const maxPromptLength = 16_000;
const resolutions = ["480p", "768p", "1080p", "2k"];
const aspectRatios = ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"];

/** Makes a clip of 5 to 15 s with sound from a `prompt` (`model: heygen-video-1`). */
export const instantVideo: Surface = {
  replaysIdempotencyKey: true,
  toBody(request) {
    requireLength(request, "prompt", maxPromptLength);
    rejectSettings(request, "a video with an avatar", "avatar_id", "voice_id", "style_id", "captions");
    rejectSettings(request, "Video Agent (references go into `provider_options`)", "files", "messages");
    rejectSettings(request, "Video Agent (`provider_options` takes a duration)", "length");
    const chosen = readOptions(instantVideoOptions, request.options, "HeyGen with heygen-video-1");
    const aspect_ratio = toAspectRatio(
      request,
      chosen.mode === "reference_to_video" ? [...aspectRatios, "adaptive"] : aspectRatios,
    );
    if (chosen.mode === "image_to_video" && aspect_ratio !== undefined) throw imageShapeError();
    requireLargeAspectRatio(request.resolution, aspect_ratio);
    return {
      ...chosen,
      prompt: request.text,
      resolution: requireOneOf("resolution", request.resolution, resolutions),
      aspect_ratio,
    };
  },
  async create(client, body, key) {
    return heygenJob("instant_video", { video_id: await client.createInstantVideo(body, key) });
  },
};

// HeyGen chooses the aspect ratio if there is none.
function requireLargeAspectRatio(resolution: string | undefined, aspectRatio: string | undefined): void {
  const isLarge = resolution === "1080p" || resolution === "2k";
  if (isLarge && aspectRatio !== undefined) {
    requireOneOf("aspect_ratio", aspectRatio, ["16:9", "9:16"], ` with ${resolution}`);
  }
}

function imageShapeError() {
  return invalidInputError(
    "`aspect_ratio` and `orientation` don't work with image_to_video: the picture's own are used.",
    {
      hint: "Remove them.",
      settings: ["aspect_ratio", "orientation"],
    },
  );
}
