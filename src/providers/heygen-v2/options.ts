import { z } from "zod";

// Strict, because an option that is silently ignored costs the price of a video. Source: HeyGen's reference of
// POST /v2/video/generate, as it was until the end of October 2026.

const background = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("color"), value: z.string().regex(/^#[0-9A-Fa-f]{6}$/) }),
  z.strictObject({ type: z.literal("image"), url: z.url() }),
  z.strictObject({ type: z.literal("video"), url: z.url() }),
]);

/** `provider_options` of `heygen_v2`. */
export const options = z.strictObject({
  /** A photo that talks instead of an avatar; its id is given as `avatar_id`. */
  character_type: z.enum(["avatar", "talking_photo"]).optional(),
  avatar_style: z.string().optional(),
  speed: z.number().min(0.5).max(1.5).optional(),
  pitch: z.number().min(-50).max(50).optional(),
  background: background.optional(),
  dimension: z.strictObject({ width: z.int().positive(), height: z.int().positive() }).optional(),
  test: z.boolean().optional(),
  folder_id: z.string().optional(),
  callback_url: z.url({ protocol: /^https$/ }).optional(),
  callback_id: z.string().optional(),
});
