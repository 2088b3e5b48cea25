import { z } from "zod";
import type { Material } from "../../../inputs/materials.ts";
import { readOptions } from "../../../inputs/provider-options.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { Client } from "../client.ts";
import { typeOf } from "../upload/materials.ts";
import { invalid, oneOf, requireLength, requireNone, toAspectRatio } from "./checks.ts";
import {
  asset,
  background,
  callback,
  engine,
  expressiveness,
  voiceSettings,
  watermark,
} from "./shared-options.ts";
import { jobOf, type Surface, type ToAsset } from "./surface.ts";

const spokenOptions = {
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
const avatarVideoOptions = z
  .strictObject({ type: z.literal("avatar").optional(), engine: engine.optional(), ...spokenOptions })
  .refine(isPossible, reason);

/** `provider_options` of a `script` or an `audio` that a picture speaks. */
const imageVideoOptions = z
  .strictObject({ type: z.literal("image"), image: asset, ...spokenOptions })
  .refine(isPossible, reason);

// Source of the limits: HeyGen's reference of POST /v3/videos.

/** In characters. */
export const longestScript = 5_000;
const resolutions = ["4k", "1080p", "720p"];

/** A `script` or an `audio` that an avatar speaks. */
export const avatarVideo: Surface = {
  replays: true,
  toBody(request, toAsset) {
    if (request.avatarId === undefined) throw avatarMissing(request);
    const chosen = readOptions(avatarVideoOptions, request.options, "HeyGen with `script`");
    return { ...chosen, type: "avatar", avatar_id: request.avatarId, ...spoken(request, toAsset) };
  },
  create: createVideo,
};

/** A `script` or an `audio` that a picture speaks (`type: image`). */
export const imageVideo: Surface = {
  replays: true,
  toBody(request, toAsset) {
    requireNone(request, "an avatar", "avatar_id");
    if (request.kind === "script" && request.voiceId === undefined) throw voiceMissing();
    const chosen = readOptions(imageVideoOptions, request.options, "HeyGen with `type: image`");
    return { ...chosen, ...spoken(request, toAsset) };
  },
  create: createVideo,
};

/** `POST /v3/videos`, whatever the type. */
export async function createVideo(client: Client, body: object, key: string) {
  return jobOf("video", { video_id: await client.createVideo(body, key) });
}

/** What is asked of every video that is made in one piece, but for its title. */
export function toLooks(request: VideoRequest) {
  return {
    resolution: oneOf("resolution", request.resolution, resolutions),
    aspect_ratio: toAspectRatio(request),
    // Without a style the captions are a file beside the video and not burned in.
    caption: request.captions ? { file_format: "srt" } : undefined,
  };
}

function spoken(request: VideoRequest, toAsset: ToAsset): Record<string, unknown> {
  requireNone(request, "`prompt`", "style_id", "files", "messages");
  return { ...soundOf(request, toAsset), title: request.title, ...toLooks(request) };
}

function soundOf(request: VideoRequest, toAsset: ToAsset): Record<string, unknown> {
  if (request.audio === undefined) {
    requireLength(request, "script", longestScript);
    return { script: request.text, voice_id: request.voiceId };
  }
  requireNone(request, "`script`", "voice_id");
  requireSound(request.audio);
  const audio = toAsset(request.audio);
  return audio.type === "url" ? { audio_url: audio.url } : { audio_asset_id: audio.asset_id };
}

function requireSound(audio: Material): void {
  if (audio.from !== "disk" || typeOf(audio)?.startsWith("audio/")) return;
  throw invalid("`audio` is no recording: HeyGen takes .mp3 and .wav.", "Give one of these.");
}

function avatarMissing({ kind }: VideoRequest) {
  return invalid(
    `\`avatar_id\` is missing: with \`${kind}\` an avatar speaks.`,
    "Take one from `showreel list avatars` or app.heygen.com/avatars, or use `prompt`, where the agent chooses.",
  );
}

function voiceMissing() {
  return invalid("`voice_id` is missing: a picture has no voice of its own.", "Give `voice_id`.");
}
