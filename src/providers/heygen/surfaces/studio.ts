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

const soundOptions = {
  script: z.string().min(1).max(5_000).optional(),
  voice_id: z.string().optional(),
  voice_settings: voiceSettings.optional(),
  audio_url: z.url({ protocol: /^https$/ }).optional(),
  audio_asset_id: z.string().optional(),
};

type SoundOptions = { readonly [name in "script" | "audio_url" | "audio_asset_id"]?: string | undefined };
const countSoundSources = ({ script, audio_url, audio_asset_id }: SoundOptions) =>
  [script, audio_url, audio_asset_id].filter((source) => source !== undefined).length;
const oneSourceMessage = "exactly one of script, audio_url and audio_asset_id is needed";

const actingOptions = { expressiveness: expressiveness.optional(), motion_prompt: z.string().optional() };

const speaker = z.discriminatedUnion("type", [
  z
    .strictObject({
      type: z.literal("avatar"),
      avatar_id: z.string(),
      engine: engine.optional(),
      // Here the colour is called `color`, in an avatar video `value`.
      background: z
        .strictObject({ type: z.literal("color"), color: z.string().regex(/^#[0-9A-Fa-f]{6}$/) })
        .optional(),
      ...actingOptions,
      ...soundOptions,
    })
    .refine((input) => countSoundSources(input) === 1, oneSourceMessage),
  z
    .strictObject({ type: z.literal("image"), image: assetReference, ...actingOptions, ...soundOptions })
    .refine((input) => countSoundSources(input) === 1, oneSourceMessage),
]);

const scene = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("avatar_video"), input: speaker }),
  z
    .strictObject({
      type: z.literal("image"),
      source: assetReference,
      duration: z.number().positive().max(300).optional(),
      ...soundOptions,
    })
    .refine(
      (picture) => countSoundSources(picture) + Number(picture.duration !== undefined) === 1,
      "either a duration, or exactly one of script, audio_url and audio_asset_id is needed",
    ),
  z.strictObject({
    type: z.literal("video"),
    source: assetReference,
    playback: z
      .strictObject({ volume: z.number().min(0).max(1).optional(), mute: z.boolean().optional() })
      .optional(),
  }),
]);

/** `provider_options` of several scenes in one video; they say what to make all by themselves. */
const studioOptions = z.strictObject({
  type: z.literal("studio").optional(),
  scenes: z.array(scene).min(1).max(50),
  watermark: watermark.optional(),
  ...callbackOptions,
});

/** Several scenes in one video, all out of `provider_options.scenes`. */
export const studio: Surface = {
  replaysIdempotencyKey: true,
  toBody(request) {
    rejectSettings(request, "a single scene", "avatar_id", "voice_id", "style_id", "files", "messages");
    const chosen = readOptions(studioOptions, request.options, "HeyGen with scenes");
    return { ...chosen, type: "studio", title: request.title, ...toSharedFields(request) };
  },
  create: createVideo,
};
