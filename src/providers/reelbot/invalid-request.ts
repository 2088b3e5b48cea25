import { ShowreelError } from "../../base/errors.ts";
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
      throw invalidRequest(`\`${name}\` means nothing to ReelBot.`, `Remove \`${name}\`.`);
  }
}

/** Fails when a clip is to be trimmed that is none of the video's. */
export function requireKnownTrimKeys({ brollKeys, assetTrimSettings = {} }: Options): void {
  const stranger = Object.keys(assetTrimSettings).find((key) => !brollKeys.includes(key));
  if (stranger === undefined) return;
  throw invalidRequest(
    `assetTrimSettings in \`provider_options\` names "${plainText(stranger, 120)}", which is not in brollKeys.`,
    "Name a clip as it stands in brollKeys.",
  );
}

/** Fails when a text is longer than ReelBot takes it. */
export function requireLength(setting: "prompt" | "script", text: string, limit: number): void {
  const length = codePointLength(text);
  if (length <= limit) return;
  const count = length.toLocaleString("en");
  throw invalidRequest(
    `\`${setting}\` has ${count} characters; ReelBot takes at most ${limit.toLocaleString("en")}.`,
    "Shorten it.",
  );
}

export function missingBrollError(): ShowreelError {
  return invalidRequest(
    "`provider_options` names no brollKeys: ReelBot cuts a video out of 1 to 20 clips in your library.",
    'Give them as `provider_options: {"brollKeys": ["users/…/b-roll/clip.mp4"]}`.',
  );
}

export function musicOnlyError(what: string): ShowreelError {
  return invalidRequest(
    `${what} needs \`script\`: a video about a \`prompt\` has music alone.`,
    `Remove ${what}.`,
  );
}

export function voiceCountError(isDouble: boolean): ShowreelError {
  return isDouble
    ? invalidRequest(
        "`voice_id` and voiceoverKey in `provider_options` are given together.",
        "Keep one of them.",
      )
    : invalidRequest(
        "`script` needs a voice.",
        "Give `voice_id` (such as joanna or matthew), or voiceoverKey in `provider_options`.",
      );
}

export function invalidRequest(message: string, hint: string): ShowreelError {
  return new ShowreelError("invalid_input", message, { hint: `${hint} Nothing was submitted.` });
}
