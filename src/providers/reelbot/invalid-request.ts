import { invalidInputError, type ShowreelError } from "../../base/errors.ts";
import { codePointLength } from "../../base/lines-and-characters.ts";
import { plainText } from "../../base/plain-text.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Options } from "./options.ts";

// What ReelBot would refuse, said before anything is sent.

/** Fails when the request holds what ReelBot has no place for. */
export function requireSupported({
  avatarId,
  styleId,
  resolution,
  files = [],
  messages = [],
}: VideoRequest): void {
  const strangers = {
    avatar_id: avatarId,
    style_id: styleId,
    resolution,
    files: files[0],
    messages: messages[0],
  };
  for (const [name, value] of Object.entries(strangers)) {
    if (value !== undefined)
      throw invalidInputError(`\`${name}\` means nothing to ReelBot.`, {
        hint: `Remove \`${name}\`.`,
        settings: [name],
      });
  }
}

/** Fails when a clip is to be trimmed that is none of the video's. */
export function requireKnownTrimKeys({ brollKeys, assetTrimSettings = {} }: Options): void {
  const stranger = Object.keys(assetTrimSettings).find((key) => !brollKeys.includes(key));
  if (stranger === undefined) return;
  throw invalidInputError(
    `assetTrimSettings in \`provider_options\` names "${plainText(stranger, 120)}", which is not in brollKeys.`,
    { hint: "Name a clip as it stands in brollKeys.", settings: ["provider_options"] },
  );
}

/** Fails when a text is longer than ReelBot takes it. */
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
    "`provider_options` names no brollKeys: ReelBot cuts a video out of 1 to 20 clips in your library.",
    {
      hint: 'Give them as `provider_options: {"brollKeys": ["users/…/b-roll/clip.mp4"]}`.',
      settings: ["provider_options"],
    },
  );
}

export function musicOnlyError(setting: string, what = `\`${setting}\``): ShowreelError {
  return invalidInputError(`${what} needs \`script\`: a video about a \`prompt\` has music alone.`, {
    hint: `Remove ${what}.`,
    settings: [setting, "script", "prompt"],
  });
}

export function voiceCountError(isDouble: boolean): ShowreelError {
  return isDouble
    ? invalidInputError("`voice_id` and voiceoverKey in `provider_options` are given together.", {
        hint: "Keep one of them.",
        settings: ["voice_id", "provider_options"],
      })
    : invalidInputError("`script` needs a voice.", {
        hint: "Give `voice_id` (such as joanna or matthew), or voiceoverKey in `provider_options`.",
        settings: ["script"],
      });
}
