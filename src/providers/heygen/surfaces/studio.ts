import { z } from "zod";
import { readOptions } from "../../../inputs/provider-options.ts";
import { createVideo, toSharedFields } from "./avatar.ts";
import { rejectSettings } from "./request-checks.ts";
import {
  assetReference,
  callbackOptions,
  engine,
  expressiveness,
  voiceSettings,
  watermark,
} from "./shared-options.ts";
import type { Surface } from "./surface.ts";

const voiceOptions = () => ({
  script: z.string().min(1).max(5_000).optional(),
  voice_id: z.string().optional(),
  voice_settings: voiceSettings.optional(),
  audio_url: z.url({ protocol: /^https$/ }).optional(),
  audio_asset_id: z.string().optional(),
});

type VoiceSources = { readonly [name in "script" | "audio_url" | "audio_asset_id"]?: string | undefined };

const countVoiceSources = ({ script, audio_url, audio_asset_id }: VoiceSources) =>
  [script, audio_url, audio_asset_id].filter((source) => source !== undefined).length;

const oneSourceMessage = "exactly one of script, audio_url and audio_asset_id is needed";

const actingOptions = () => ({
  expressiveness: expressiveness.optional(),
  motion_prompt: z.string().optional(),
});

const speaker = z.lazy(() =>
  z.discriminatedUnion("type", [
    z
      .strictObject({
        type: z.literal("avatar"),
        avatar_id: z.string(),
        engine: engine.optional(),
        // The color is called `color` here, and `value` in an avatar video.
        background: z
          .strictObject({ type: z.literal("color"), color: z.string().regex(/^#[0-9A-Fa-f]{6}$/) })
          .optional(),
        ...actingOptions(),
        ...voiceOptions(),
      })
      .refine((input) => countVoiceSources(input) === 1, oneSourceMessage),
    z
      .strictObject({
        type: z.literal("image"),
        image: assetReference,
        ...actingOptions(),
        ...voiceOptions(),
      })
      .refine((input) => countVoiceSources(input) === 1, oneSourceMessage),
  ]),
);

const scene = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("avatar_video"), input: speaker }),
    z
      .strictObject({
        type: z.literal("image"),
        source: assetReference,
        duration: z.number().positive().max(300).optional(),
        ...voiceOptions(),
      })
      .refine(
        (image) => countVoiceSources(image) + Number(image.duration !== undefined) === 1,
        "either a duration, or exactly one of script, audio_url and audio_asset_id is needed",
      ),
    z.strictObject({
      type: z.literal("video"),
      source: assetReference,
      playback: z
        .strictObject({ volume: z.number().min(0).max(1).optional(), mute: z.boolean().optional() })
        .optional(),
    }),
  ]),
);

/** `provider_options` of a video with several scenes, which needs no other source. */
const studioOptions = z.lazy(() =>
  z.strictObject({
    type: z.literal("studio").optional(),
    scenes: z.array(scene).min(1).max(50),
    watermark: watermark.optional(),
    ...callbackOptions(),
  }),
);

/** Makes a video with several scenes, all of them in `provider_options.scenes`. */
export const studio: Surface = {
  replaysIdempotencyKey: true,
  toBody(request) {
    rejectSettings(request, "a single scene", "avatar_id", "voice_id", "style_id", "files", "messages");
    const chosen = readOptions(studioOptions, request.options, "HeyGen with scenes");
    return { ...chosen, type: "studio", title: request.title, ...toSharedFields(request) };
  },
  create: createVideo,
};
