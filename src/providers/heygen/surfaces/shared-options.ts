import { z } from "zod";

// Strict, because an option that is silently ignored costs the price of a video. Created only when they are used,
// because that takes a tenth of a millisecond each. Source of all fields and limits: HeyGen's schemas of its v3 API
// (July to autumn 2026).

export const callbackOptions = () => ({
  callback_url: z.url({ protocol: /^https$/ }).optional(),
  callback_id: z.string().optional(),
});

/** A file by its public URL, by its asset id at HeyGen, or inline. */
export const assetReference = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("url"), url: z.url({ protocol: /^https$/ }) }),
    z.strictObject({ type: z.literal("asset_id"), asset_id: z.string() }),
    z.strictObject({ type: z.literal("base64"), media_type: z.string(), data: z.base64() }),
  ]),
);

const optionalFraction = z.number().min(0).max(1).optional();

const engineSettings = z.lazy(() =>
  z.discriminatedUnion("engine_type", [
    z.strictObject({
      engine_type: z.literal("elevenlabs"),
      model: z
        .enum(["eleven_multilingual_v2", "eleven_turbo_v2_5", "eleven_flash_v2_5", "eleven_v3"])
        .optional(),
      stability: optionalFraction,
      similarity_boost: optionalFraction,
      style: optionalFraction,
      use_speaker_boost: z.boolean().optional(),
    }),
    z.strictObject({
      engine_type: z.literal("fish"),
      model: z.enum(["s1", "s2-pro"]).optional(),
      stability: optionalFraction,
      similarity: optionalFraction,
    }),
    z.strictObject({ engine_type: z.literal("starfish") }),
  ]),
);

export const background = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("color"), value: z.string().regex(/^#[0-9A-Fa-f]{6}$/) }),
    z
      .strictObject({ type: z.literal("image"), url: z.url().optional(), asset_id: z.string().optional() })
      .refine(
        ({ url, asset_id }) => (url === undefined) !== (asset_id === undefined),
        "either url or asset_id",
      ),
  ]),
);

const optionalOffset = z.number().optional();

/** Only some Enterprise accounts may use it. */
export const watermark = z.lazy(() =>
  z.strictObject({
    image: assetReference,
    opacity: optionalFraction,
    scale: z.number().positive().optional(),
    placement: z
      .strictObject({
        position: z.enum(["top_left", "top_right", "bottom_left", "bottom_right"]).optional(),
        offset_x: optionalOffset,
        offset_y: optionalOffset,
      })
      .optional(),
  }),
);

export const voiceSettings = z.lazy(() =>
  z.strictObject({
    speed: z.number().min(0.5).max(1.5).optional(),
    pitch: z.number().min(-50).max(50).optional(),
    volume: optionalFraction,
    locale: z.string().optional(),
    engine_settings: engineSettings.optional(),
  }),
);

export const engine = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("avatar_iii") }),
    z.strictObject({ type: z.literal("avatar_iv") }),
    z.strictObject({ type: z.literal("avatar_v"), reference_look_id: z.string().optional() }),
  ]),
);

export const expressiveness = z.enum(["high", "medium", "low"]);
