import { z } from "zod";
import { invalidInputError } from "../../../base/errors.ts";
import { plainText } from "../../../base/text/plain-text.ts";
import type { Material } from "../../../inputs/materials.ts";
import { readOptions } from "../../../inputs/provider-options.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { Client } from "../client.ts";
import { mimeTypeOf } from "../upload/materials.ts";
import { rejectSettings, requireLength, requireOneOf, toAspectRatio } from "./request-checks.ts";
import {
  assetReference,
  background,
  callbackOptions,
  engine,
  expressiveness,
  voiceSettings,
  watermark,
} from "./shared-options.ts";
import { heygenJob, type Surface, type ToAsset } from "./surface.ts";

const spokenOptions = () => ({
  voice_settings: voiceSettings.optional(),
  fit: z.enum(["contain", "cover"]).optional(),
  background: background.optional(),
  remove_background: z.boolean().optional(),
  /** `webm` has a transparent background, so it excludes `background`. */
  output_format: z.enum(["mp4", "webm"]).optional(),
  motion_prompt: z.string().optional(),
  expressiveness: expressiveness.optional(),
  watermark: watermark.optional(),
  ...callbackOptions(),
});

interface OutputOptions {
  readonly output_format?: string | undefined;
  readonly background?: unknown;
}

const allowsBackground = (options: OutputOptions) =>
  options.output_format !== "webm" || options.background === undefined;
const backgroundIssue = { path: ["background"], message: "a webm is transparent and has none" };

/** `provider_options` with a `script` or `audio` that an avatar speaks. */
const avatarVideoOptions = z.lazy(() =>
  z
    .strictObject({ type: z.literal("avatar").optional(), engine: engine.optional(), ...spokenOptions() })
    .refine(allowsBackground, backgroundIssue),
);

/** `provider_options` with a `script` or `audio` that a picture speaks. */
const imageVideoOptions = z.lazy(() =>
  z
    .strictObject({ type: z.literal("image"), image: assetReference, ...spokenOptions() })
    .refine(allowsBackground, backgroundIssue),
);

/**
 * The maximum length of a script, in characters. Source of this and of the resolutions: HeyGen's reference of
 * POST /v3/videos.
 */
export const maxScriptLength = 5_000;
const resolutions = ["4k", "1080p", "720p"];

/** Makes a video in which an avatar speaks a `script` or `audio`. */
export const avatarVideo: Surface = {
  replaysIdempotencyKey: true,
  toBody(request, toAsset) {
    if (request.avatarId === undefined) throw missingAvatarError(request);
    const chosen = readOptions(avatarVideoOptions, request.options, "HeyGen with `script`");
    return { ...chosen, type: "avatar", avatar_id: request.avatarId, ...toSpokenFields(request, toAsset) };
  },
  create: createVideo,
};

/** Makes a video in which a picture speaks a `script` or `audio` (`type: image`). */
export const imageVideo: Surface = {
  replaysIdempotencyKey: true,
  toBody(request, toAsset) {
    rejectSettings(request, "an avatar", "avatar_id");
    if (request.kind === "script" && request.voiceId === undefined) throw missingVoiceError();
    const chosen = readOptions(imageVideoOptions, request.options, "HeyGen with `type: image`");
    return { ...chosen, ...toSpokenFields(request, toAsset) };
  },
  create: createVideo,
};

/** Submits to `POST /v3/videos`, for all types. */
export async function createVideo(client: Client, body: object, key: string) {
  return heygenJob("video", { video_id: await client.createVideo(body, key) });
}

/** Returns the fields that all types of `POST /v3/videos` with spoken scenes have, except the title. */
export function toSharedFields(request: VideoRequest) {
  return {
    resolution: requireOneOf("resolution", request.resolution, resolutions),
    aspect_ratio: toAspectRatio(request),
    // Without a style, captions are a separate file instead of being burned into the video.
    caption: request.captions ? { file_format: "srt" } : undefined,
  };
}

function toSpokenFields(request: VideoRequest, toAsset: ToAsset): Record<string, unknown> {
  rejectSettings(request, "`prompt`", "style_id", "files", "messages");
  return { ...toVoiceFields(request, toAsset), title: request.title, ...toSharedFields(request) };
}

function toVoiceFields(request: VideoRequest, toAsset: ToAsset): Record<string, unknown> {
  if (request.audio === undefined) {
    requireLength(request, "script", maxScriptLength);
    return { script: request.text, voice_id: request.voiceId };
  }
  rejectSettings(request, "`script`", "voice_id");
  requireAudioFile(request.audio);
  const audio = toAsset(request.audio);
  return audio.type === "url" ? { audio_url: audio.url } : { audio_asset_id: audio.asset_id };
}

function requireAudioFile(audio: Material): void {
  if (audio.from !== "disk" || mimeTypeOf(audio)?.startsWith("audio/")) return;
  throw invalidInputError(`\`audio\` is ${plainText(audio.name, 120)}: HeyGen takes .mp3 and .wav files.`, {
    hint: "Use one of these formats.",
    settings: ["audio"],
  });
}

function missingAvatarError({ kind }: VideoRequest) {
  return invalidInputError(`\`avatar_id\` is required with \`${kind}\`.`, {
    hint:
      "Choose one from `showreel list avatars` or app.heygen.com/avatars, or use `prompt`, where the agent " +
      "chooses the avatar.",
    settings: ["avatar_id", kind],
  });
}

function missingVoiceError() {
  return invalidInputError("`voice_id` is required with `type: image`: a picture has no voice of its own.", {
    hint: "Choose one from `showreel list voices`.",
    settings: ["voice_id"],
  });
}
