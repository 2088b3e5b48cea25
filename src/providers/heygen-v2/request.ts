import { z } from "zod";
import { invalidInputError } from "../../base/errors.ts";
import { plainText } from "../../base/plain-text.ts";
import { readOptions } from "../../inputs/provider-options.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";

// Strict, because an option that is silently ignored costs the price of a video. Source: HeyGen's reference of
// POST /v2/video/generate, as it was until the end of October 2026.

const background = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("color"), value: z.string().regex(/^#[0-9A-Fa-f]{6}$/) }),
  z.strictObject({ type: z.literal("image"), url: z.url() }),
  z.strictObject({ type: z.literal("video"), url: z.url() }),
]);

/** `provider_options` of `heygen_v2`. */
const optionsSchema = z.strictObject({
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

/** Pixels. */
export interface Dimension {
  readonly width: number;
  readonly height: number;
}

const shorterSides = new Map([
  ["720p", 720],
  ["1080p", 1_080],
]);
const ratios = new Map<string, readonly [width: number, height: number]>([
  ["16:9", [16, 9]],
  ["9:16", [9, 16]],
  ["1:1", [1, 1]],
]);

/** The size in pixels: the one that is given, or what the settings ask for; 720p landscape unless told. */
function toDimension(request: VideoRequest, given: Dimension | undefined): Dimension {
  if (given) {
    requireNoShapeSettings(request);
    return given;
  }
  const { orientation, aspectRatio, resolution } = request;
  const usual = orientation === "portrait" ? "9:16" : "16:9";
  const [width, height] = lookUpSetting("aspect_ratio", ratios, aspectRatio ?? usual);
  const side = lookUpSetting("resolution", shorterSides, resolution ?? "720p");
  const isMeant = orientation === "landscape" ? width > height : height > width;
  if (orientation !== undefined && !isMeant) {
    throw invalidInputError(`\`orientation\` is ${orientation}, but \`aspect_ratio\` is ${aspectRatio}.`, {
      hint: "Keep one.",
      settings: ["orientation", "aspect_ratio"],
    });
  }
  const unit = side / Math.min(width, height);
  return { width: width * unit, height: height * unit };
}

function requireNoShapeSettings({ orientation, aspectRatio, resolution }: VideoRequest): void {
  const settings = { orientation, aspect_ratio: aspectRatio, resolution };
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    throw invalidInputError(`\`${name}\` and dimension in \`provider_options\` are given together.`, {
      hint: "Keep one.",
      settings: [name, "provider_options"],
    });
  }
}

function lookUpSetting<Value>(setting: string, allowed: ReadonlyMap<string, Value>, word: string): Value {
  const value = allowed.get(word);
  if (value !== undefined) return value;
  const list = [...allowed.keys()].join(", ");
  throw invalidInputError(`\`${setting}\` is "${plainText(word, 60)}": HeyGen v2 accepts ${list}.`, {
    hint: "Choose one of them.",
    settings: [setting],
  });
}

type Options = z.infer<typeof optionsSchema>;

/** In characters. Source: HeyGen's reference of POST /v2/video/generate. */
export const maxScriptLength = 5_000;

/** The body of the one request that makes the video. Fails with `invalid_input` before anything is sent. */
export function toBody(request: VideoRequest): object {
  requireScript(request);
  const chosen = readOptions(optionsSchema, request.options, "HeyGen v2");
  const { character_type, avatar_style, speed, pitch, background, dimension, ...rest } = chosen;
  const scene = { character: toCharacter(request, chosen), voice: toVoice(request, chosen), background };
  return {
    video_inputs: [withoutUndefined(scene)],
    dimension: toDimension(request, dimension),
    title: request.title,
    caption: request.captions,
    ...rest,
  };
}

function requireScript(request: VideoRequest): void {
  const { kind, styleId, files = [], messages = [] } = request;
  if (kind !== "script")
    throw invalidInputError(`\`${kind}\` needs HeyGen's v3.`, {
      hint: "Set `provider` to heygen.",
      settings: [kind],
    });
  const extras = { style_id: styleId, files: files[0], messages: messages[0] };
  for (const [name, value] of Object.entries(extras)) {
    if (value !== undefined)
      throw invalidInputError(`\`${name}\` needs HeyGen's v3.`, {
        hint: "Set `provider` to heygen.",
        settings: [name],
      });
  }
  const length = Array.from(request.text).length;
  if (length <= maxScriptLength) return;
  const [count, limit] = [length, maxScriptLength].map((characters) => characters.toLocaleString("en"));
  throw invalidInputError(`\`script\` has ${count} characters; HeyGen takes at most ${limit}.`, {
    hint: "Shorten it.",
    settings: ["script"],
  });
}

function toCharacter({ avatarId }: VideoRequest, { character_type, avatar_style }: Options): object {
  if (avatarId === undefined)
    throw invalidInputError("`script` needs an avatar.", { hint: "Give `avatar_id`.", settings: ["script"] });
  if (character_type !== "talking_photo") {
    return { type: "avatar", avatar_id: avatarId, avatar_style: avatar_style ?? "normal" };
  }
  if (avatar_style === undefined) return { type: "talking_photo", talking_photo_id: avatarId };
  throw invalidInputError("avatar_style in `provider_options` means nothing to a talking_photo.", {
    hint: "Remove it.",
    settings: ["provider_options"],
  });
}

function toVoice({ text, voiceId }: VideoRequest, { speed, pitch }: Options): object {
  if (voiceId === undefined)
    throw invalidInputError("`script` needs a voice in HeyGen's v2.", {
      hint: "Give `voice_id`.",
      settings: ["script"],
    });
  return withoutUndefined({ type: "text", input_text: text, voice_id: voiceId, speed, pitch });
}

function withoutUndefined(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
