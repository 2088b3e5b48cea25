import { z } from "zod";
import { asset, callback } from "./shared.ts";

/** `provider_options` of a `prompt` that becomes a short clip with sound (model `heygen-video-1`). */
export const instantVideoOptions = z
  .strictObject({
    model: z.literal("heygen-video-1"),
    mode: z.enum(["text_to_video", "image_to_video", "reference_to_video"]).default("text_to_video"),
    image: asset.optional(),
    reference_images: z.array(asset).max(9).optional(),
    reference_videos: z.array(asset).max(3).optional(),
    reference_audio: z.array(asset).max(3).optional(),
    duration: z.int().min(5).max(15).optional(),
    prompt_enhancement: z.enum(["ultraquality", "turbo", "quality", "default", "disabled"]).optional(),
    seed: z.int().optional(),
    ...callback,
  })
  .refine(({ mode, image }) => (mode === "image_to_video") === (image !== undefined), {
    path: ["image"],
    message: "goes with mode image_to_video, and with no other",
  })
  .refine(({ mode, ...given }) => mode === "reference_to_video" || referencesIn(given) === 0, {
    path: ["mode"],
    message: "references need reference_to_video",
  })
  .refine((given) => referencesIn(given) <= 12, {
    path: ["reference_images"],
    message: "at most 12 references together",
  });

type Given = Partial<
  Record<"reference_images" | "reference_videos" | "reference_audio", unknown[] | undefined>
>;

function referencesIn({ reference_images = [], reference_videos = [], reference_audio = [] }: Given): number {
  return reference_images.length + reference_videos.length + reference_audio.length;
}
