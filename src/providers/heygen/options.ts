import { z } from "zod";

// Strict, because an option that is silently ignored costs the price of a video. Source of all fields and limits:
// HeyGen's schemas of POST /v3/video-agents and POST /v3/videos (July 2026).

const callback = {
  callback_url: z.url({ protocol: /^https$/ }).optional(),
  callback_id: z.string().optional(),
};

/** A file by public URL, by HeyGen's asset id, or inline. */
const asset = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("url"), url: z.url({ protocol: /^https$/ }) }),
  z.strictObject({ type: z.literal("asset_id"), asset_id: z.string() }),
  z.strictObject({ type: z.literal("base64"), media_type: z.string(), data: z.base64() }),
]);

/** `provider_options` of a `prompt` (Video Agent). */
export const agentOptions = z.strictObject({
  brand_kit_id: z.string().optional(),
  files: z.array(asset).max(20).optional(),
  incognito_mode: z.boolean().optional(),
  ...callback,
});

const fraction = z.number().min(0).max(1).optional();

const engineSettings = z.discriminatedUnion("engine_type", [
  z.strictObject({
    engine_type: z.literal("elevenlabs"),
    model: z
      .enum(["eleven_multilingual_v2", "eleven_turbo_v2_5", "eleven_flash_v2_5", "eleven_v3"])
      .optional(),
    stability: fraction,
    similarity_boost: fraction,
    style: fraction,
    use_speaker_boost: z.boolean().optional(),
  }),
  z.strictObject({
    engine_type: z.literal("fish"),
    model: z.enum(["s1", "s2-pro"]).optional(),
    stability: fraction,
    similarity: fraction,
  }),
  z.strictObject({ engine_type: z.literal("starfish") }),
]);

const background = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("color"), value: z.string().regex(/^#[0-9A-Fa-f]{6}$/) }),
  z
    .strictObject({ type: z.literal("image"), url: z.url().optional(), asset_id: z.string().optional() })
    .refine(
      ({ url, asset_id }) => (url === undefined) !== (asset_id === undefined),
      "either url or asset_id",
    ),
]);

/** `provider_options` of a `script` (direct avatar video). */
export const avatarVideoOptions = z
  .strictObject({
    voice_settings: z
      .strictObject({
        speed: z.number().min(0.5).max(1.5).optional(),
        pitch: z.number().min(-50).max(50).optional(),
        volume: fraction,
        locale: z.string().optional(),
        engine_settings: engineSettings.optional(),
      })
      .optional(),
    fit: z.enum(["contain", "cover"]).optional(),
    background: background.optional(),
    remove_background: z.boolean().optional(),
    /** `webm` has a transparent background, and takes no `background`. */
    output_format: z.enum(["mp4", "webm"]).optional(),
    engine: z
      .discriminatedUnion("type", [
        z.strictObject({ type: z.literal("avatar_iii") }),
        z.strictObject({ type: z.literal("avatar_iv") }),
        z.strictObject({ type: z.literal("avatar_v"), reference_look_id: z.string().optional() }),
      ])
      .optional(),
    motion_prompt: z.string().optional(),
    expressiveness: z.enum(["high", "medium", "low"]).optional(),
    ...callback,
  })
  .refine(({ output_format, background: behind }) => output_format !== "webm" || behind === undefined, {
    path: ["background"],
    message: "a webm is transparent and takes none",
  });
