import { z } from "zod";
import { readOptions } from "../../../inputs/provider-options.ts";
import { createVideo, toLooks } from "./avatar.ts";
import { requireNone } from "./checks.ts";
import { asset, callback, engine, expressiveness, voiceSettings, watermark } from "./shared-options.ts";
import type { Surface } from "./surface.ts";

const sound = {
  script: z.string().min(1).max(5_000).optional(),
  voice_id: z.string().optional(),
  voice_settings: voiceSettings.optional(),
  audio_url: z.url({ protocol: /^https$/ }).optional(),
  audio_asset_id: z.string().optional(),
};

type Sound = { readonly [name in "script" | "audio_url" | "audio_asset_id"]?: string | undefined };
const sourcesOf = ({ script, audio_url, audio_asset_id }: Sound) =>
  [script, audio_url, audio_asset_id].filter((source) => source !== undefined).length;
const oneSource = "exactly one of script, audio_url and audio_asset_id is needed";

const acting = { expressiveness: expressiveness.optional(), motion_prompt: z.string().optional() };

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
      ...acting,
      ...sound,
    })
    .refine((input) => sourcesOf(input) === 1, oneSource),
  z
    .strictObject({ type: z.literal("image"), image: asset, ...acting, ...sound })
    .refine((input) => sourcesOf(input) === 1, oneSource),
]);

const scene = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("avatar_video"), input: speaker }),
  z
    .strictObject({
      type: z.literal("image"),
      source: asset,
      duration: z.number().positive().max(300).optional(),
      ...sound,
    })
    .refine(
      (picture) => sourcesOf(picture) + Number(picture.duration !== undefined) === 1,
      "either a duration, or exactly one of script, audio_url and audio_asset_id is needed",
    ),
  z.strictObject({
    type: z.literal("video"),
    source: asset,
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
  ...callback,
});

/** Several scenes in one video, all out of `provider_options.scenes`. */
export const studio: Surface = {
  replays: true,
  toBody(request) {
    requireNone(request, "a single scene", "avatar_id", "voice_id", "style_id", "files", "messages");
    const chosen = readOptions(studioOptions, request.options, "HeyGen with scenes");
    return { ...chosen, type: "studio", title: request.title, ...toLooks(request) };
  },
  create: createVideo,
};
