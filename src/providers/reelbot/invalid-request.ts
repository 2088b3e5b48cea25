import { invalidInputError, type ShowreelError } from "../../base/errors.ts";
import { codePointLength } from "../../base/text/lines-and-characters.ts";
import { plainText } from "../../base/text/plain-text.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Options } from "./options.ts";

/** Fails with `invalid_input` if the request has settings that ReelBot does not support. */
export function requireSupported({
  avatarId,
  styleId,
  resolution,
  files = [],
  messages = [],
}: VideoRequest): void {
  const unsupported = {
    avatar_id: avatarId,
    style_id: styleId,
    resolution,
    files: files[0],
    messages: messages[0],
  };
  for (const [name, value] of Object.entries(unsupported)) {
    if (value !== undefined)
      throw invalidInputError(`\`${name}\` is not supported with \`provider: reelbot\`.`, {
        hint: `Remove \`${name}\`.`,
        settings: [name],
      });
  }
}

/** Fails with `invalid_input` if the request trims a clip that isn't part of the video. */
export function requireKnownTrimKeys({ brollKeys, assetTrimSettings = {} }: Options): void {
  const unknownKey = Object.keys(assetTrimSettings).find((key) => !brollKeys.includes(key));
  if (unknownKey === undefined) return;
  throw invalidInputError(
    `assetTrimSettings in \`provider_options\` has the key "${plainText(unknownKey, 120)}", which is not ` +
      "in brollKeys.",
    { hint: "Use a key of brollKeys.", settings: ["provider_options"] },
  );
}

/** Fails with `invalid_input` if the text has more characters than ReelBot accepts. */
export function requireLength(setting: "prompt" | "script", text: string, limit: number): void {
  const length = codePointLength(text);
  if (length <= limit) return;
  const count = length.toLocaleString("en");
  throw invalidInputError(
    `\`${setting}\` has ${count} characters; ReelBot takes at most ${limit.toLocaleString("en")}.`,
    { hint: "Shorten it.", settings: [setting] },
  );
}

export function missingBrollError(): ShowreelError {
  return invalidInputError(
    "brollKeys in `provider_options` is required: ReelBot cuts a video out of 1 to 20 clips in your library.",
    {
      hint: 'Set them with `provider_options: {"brollKeys": ["users/…/b-roll/clip.mp4"]}`.',
      settings: ["provider_options"],
    },
  );
}

export function musicOnlyError(setting: string, what = `\`${setting}\``): ShowreelError {
  return invalidInputError(`${what} needs \`script\`: a video about a \`prompt\` has music only.`, {
    hint: `Remove ${what}.`,
    settings: [setting, "script", "prompt"],
  });
}

export function twoVoicesError(): ShowreelError {
  return invalidInputError("`voice_id` and voiceoverKey in `provider_options` exclude each other.", {
    hint: "Remove one of the two.",
    settings: ["voice_id", "provider_options"],
  });
}

export function missingVoiceError(): ShowreelError {
  return invalidInputError("`script` requires a voice.", {
    hint: "Set `voice_id` (such as joanna or matthew), or voiceoverKey in `provider_options`.",
    settings: ["script"],
  });
}
