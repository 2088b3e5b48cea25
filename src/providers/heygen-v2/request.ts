import { z } from "zod";
import { defined } from "../../base/defined.ts";
import { invalidInputError, type ShowreelError } from "../../base/errors.ts";
import { codePointLength } from "../../base/text/lines-and-characters.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { readOptions } from "../../inputs/provider-options.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";

// Strict, because an option that is silently ignored costs the price of a video. Source: HeyGen's reference
// of POST /v2/video/generate, as it was until the end of October 2026.

const background = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("color"), value: z.string().regex(/^#[0-9A-Fa-f]{6}$/) }),
    z.strictObject({ type: z.literal("image"), url: z.url() }),
    z.strictObject({ type: z.literal("video"), url: z.url() }),
  ]),
);

/** `provider_options` of `heygen_v2`. */
const optionsSchema = z.lazy(() =>
  z.strictObject({
    /** For a talking photo, `avatar_id` is the id of the photo. */
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
  }),
);

/** The size of the video, in pixels. */
interface Dimension {
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

/** Returns the dimension in the options, or the one for the settings; 720p and landscape by default. */
function toDimension(request: VideoRequest, fromOptions: Dimension | undefined): Dimension {
  if (fromOptions) {
    requireNoSizeSettings(request);
    return fromOptions;
  }
  const { orientation, aspectRatio, resolution } = request;
  const defaultRatio = orientation === "portrait" ? "9:16" : "16:9";
  const [width, height] = lookUpSetting("aspect_ratio", ratios, aspectRatio ?? defaultRatio);
  const side = lookUpSetting("resolution", shorterSides, resolution ?? "720p");
  const fits = orientation === "landscape" ? width > height : height > width;
  if (orientation !== undefined && !fits) {
    throw invalidInputError(
      `\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`,
      {
        hint: "Remove one of the two.",
        settings: ["orientation", "aspect_ratio"],
      },
    );
  }
  const unit = side / Math.min(width, height);
  return { width: width * unit, height: height * unit };
}

function requireNoSizeSettings({ orientation, aspectRatio, resolution }: VideoRequest): void {
  const settings = { orientation, aspect_ratio: aspectRatio, resolution };
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    throw invalidInputError(`\`${name}\` and dimension in \`provider_options\` exclude each other.`, {
      hint: "Remove one of the two.",
      settings: [name, "provider_options"],
    });
  }
}

function lookUpSetting<Value>(setting: string, allowed: ReadonlyMap<string, Value>, name: string): Value {
  const value = allowed.get(name);
  if (value !== undefined) return value;
  const list = [...allowed.keys()].join(", ");
  throw invalidInputError(`\`${setting}\` is "${plainText(name, 60)}": HeyGen v2 accepts ${list}.`, {
    hint: "Choose one of them.",
    settings: [setting],
  });
}

type Options = z.infer<typeof optionsSchema>;

/** The maximum length of a script, in characters. Source: HeyGen's reference of POST /v2/video/generate. */
export const maxScriptLength = 5_000;

/** Returns the body of the submit. Fails with `invalid_input` if HeyGen v2 does not support the request. */
export function toBody(request: VideoRequest): object {
  requireSupported(request);
  const chosen = readOptions(optionsSchema, request.options, "HeyGen v2");
  const { character_type, avatar_style, speed, pitch, background, dimension, ...rest } = chosen;
  const scene = { character: toCharacter(request, chosen), voice: toVoice(request, chosen), background };
  return {
    video_inputs: [defined(scene)],
    dimension: toDimension(request, dimension),
    title: request.title,
    caption: request.captions,
    ...rest,
  };
}

function requireSupported(request: VideoRequest): void {
  const { kind, styleId, files = [], messages = [] } = request;
  if (kind !== "script") throw unsupportedError(kind);
  const unsupported = { style_id: styleId, files: files[0], messages: messages[0] };
  for (const [name, value] of Object.entries(unsupported)) {
    if (value !== undefined) throw unsupportedError(name);
  }
  const length = codePointLength(request.text);
  if (length <= maxScriptLength) return;
  const [count, limit] = [length.toLocaleString("en"), maxScriptLength.toLocaleString("en")];
  throw invalidInputError(`\`script\` has ${count} characters; HeyGen takes at most ${limit}.`, {
    hint: "Shorten it.",
    settings: ["script"],
  });
}

function unsupportedError(setting: string): ShowreelError {
  return invalidInputError(`\`${setting}\` is not supported with \`provider: heygen_v2\`.`, {
    hint: "Set `provider` to heygen, which is HeyGen's v3.",
    settings: [setting],
  });
}

function toCharacter({ avatarId }: VideoRequest, { character_type, avatar_style }: Options): object {
  if (avatarId === undefined)
    throw invalidInputError("`avatar_id` is required with `script`.", {
      hint: "Set it to the id of an avatar or of a talking photo.",
      settings: ["avatar_id", "script"],
    });
  if (character_type !== "talking_photo") {
    return { type: "avatar", avatar_id: avatarId, avatar_style: avatar_style ?? "normal" };
  }
  if (avatar_style === undefined) return { type: "talking_photo", talking_photo_id: avatarId };
  throw invalidInputError("avatar_style in `provider_options` does not work with a talking_photo.", {
    hint: "Remove it.",
    settings: ["provider_options"],
  });
}

function toVoice({ text, voiceId }: VideoRequest, { speed, pitch }: Options): object {
  if (voiceId === undefined)
    throw invalidInputError("`voice_id` is required with `provider: heygen_v2`.", {
      hint: "Set it to the id of a voice.",
      settings: ["voice_id", "script"],
    });
  return defined({ type: "text", input_text: text, voice_id: voiceId, speed, pitch });
}
