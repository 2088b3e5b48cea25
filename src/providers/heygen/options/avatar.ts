import { z } from "zod";
import { asset, background, callback, engine, expressiveness, voiceSettings, watermark } from "./shared.ts";

const spoken = {
  voice_settings: voiceSettings.optional(),
  fit: z.enum(["contain", "cover"]).optional(),
  background: background.optional(),
  remove_background: z.boolean().optional(),
  /** `webm` has a transparent background, and takes no `background`. */
  output_format: z.enum(["mp4", "webm"]).optional(),
  motion_prompt: z.string().optional(),
  expressiveness: expressiveness.optional(),
  watermark: watermark.optional(),
  ...callback,
};

type Looks = { readonly output_format?: string | undefined; readonly background?: unknown };
const isPossible = ({ output_format, background: behind }: Looks) =>
  output_format !== "webm" || behind === undefined;
const reason = { path: ["background"], message: "a webm is transparent and takes none" };

/** `provider_options` of a `script` or an `audio` that an avatar speaks. */
export const avatarVideoOptions = z
  .strictObject({ type: z.literal("avatar").optional(), engine: engine.optional(), ...spoken })
  .refine(isPossible, reason);

/** `provider_options` of a `script` or an `audio` that a picture speaks. */
export const imageVideoOptions = z
  .strictObject({ type: z.literal("image"), image: asset, ...spoken })
  .refine(isPossible, reason);
