import { invalidInputError, type ShowreelError } from "../../../base/errors.ts";
import { codePointLength } from "../../../base/text/lines-and-characters.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";

/** Fails with `invalid_input` if the text has more characters than HeyGen accepts. */
export function requireLength(request: VideoRequest, setting: "prompt" | "script", limit: number): void {
  const length = codePointLength(request.text);
  if (length <= limit) return;
  const [count, maximum] = [length.toLocaleString("en"), limit.toLocaleString("en")];
  throw invalidInputError(`\`${setting}\` has ${count} characters; HeyGen takes at most ${maximum}.`, {
    hint: "Shorten it.",
    settings: [setting],
  });
}

/**
 * Fails with `invalid_input` if there are more files, including those in `provider_options`, than HeyGen
 * accepts.
 */
export function requireMaxFiles(files: readonly unknown[], limit: number): void {
  if (files.length <= limit) return;
  throw invalidInputError(
    `\`files\` and \`provider_options\` have ${files.length} files; HeyGen takes at most ${limit}.`,
    { hint: "Remove some.", settings: ["files", "provider_options"] },
  );
}

/**
 * Returns the value if HeyGen accepts it, otherwise fails with `invalid_input`. `context` is inserted after
 * "HeyGen" in the message: " with `prompt`".
 */
export function requireOneOf(
  setting: string,
  value: string | undefined,
  allowed: readonly string[],
  context = "",
) {
  if (value === undefined || allowed.includes(value)) return value;
  throw invalidInputError(`\`${setting}\` is "${value}": HeyGen${context} accepts ${allowed.join(", ")}.`, {
    hint: "Choose one of them.",
    settings: [setting],
  });
}

type Setting =
  | "avatar_id"
  | "voice_id"
  | "style_id"
  | "resolution"
  | "aspect_ratio"
  | "orientation"
  | "captions"
  | "files"
  | "messages"
  | "length";

const isSettingGiven: Readonly<Record<Setting, (request: VideoRequest) => boolean>> = {
  avatar_id: ({ avatarId }) => avatarId !== undefined,
  voice_id: ({ voiceId }) => voiceId !== undefined,
  style_id: ({ styleId }) => styleId !== undefined,
  resolution: ({ resolution }) => resolution !== undefined,
  aspect_ratio: ({ aspectRatio }) => aspectRatio !== undefined,
  orientation: ({ orientation }) => orientation !== undefined,
  captions: ({ captions }) => captions,
  files: ({ files = [] }) => files.length > 0,
  messages: ({ messages = [] }) => messages.length > 0,
  length: ({ lengthSeconds }) => lengthSeconds !== undefined,
};

/**
 * Fails with `invalid_input` if one of the settings is set, because HeyGen would ignore it. `requirement`
 * names what the settings require: "a spoken video".
 */
export function rejectSettings(
  request: VideoRequest,
  requirement: string,
  ...settings: readonly Setting[]
): void {
  const unsupported = settings.find((setting) => isSettingGiven[setting](request));
  if (unsupported === undefined) return;
  throw invalidInputError(`\`${unsupported}\` works with ${requirement} only.`, {
    hint: "Remove it, or describe it in the text.",
    settings: [unsupported],
  });
}

const aspectRatios = ["16:9", "9:16", "4:5", "5:4", "1:1", "auto"];

/**
 * Returns the requested aspect ratio, or else the one for the orientation. Fails with `invalid_input` if they
 * contradict each other.
 */
export function toAspectRatio(request: VideoRequest, allowed: readonly string[] = aspectRatios) {
  const { orientation, aspectRatio } = request;
  if (aspectRatio === undefined) return orientation && (orientation === "landscape" ? "16:9" : "9:16");
  const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
  const fits = orientation === "landscape" ? width > height : height > width;
  if (orientation !== undefined && !fits) throw orientationConflictError(orientation, aspectRatio);
  return requireOneOf("aspect_ratio", aspectRatio, allowed);
}

export function orientationConflictError(orientation: string, aspectRatio: string): ShowreelError {
  return invalidInputError(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
    hint: "Remove one of the two.",
    settings: ["orientation", "aspect_ratio"],
  });
}
