import { invalidInputError, type ShowreelError } from "../../../base/errors.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";

/** Nothing longer than the surface takes. */
export function requireLength(request: VideoRequest, setting: "prompt" | "script", limit: number): void {
  const length = Array.from(request.text).length;
  if (length <= limit) return;
  const [count, most] = [length.toLocaleString("en"), limit.toLocaleString("en")];
  throw invalidInputError(`\`${setting}\` has ${count} characters; HeyGen takes at most ${most}.`, {
    hint: "Shorten it.",
    settings: [setting],
  });
}

/** No more files than the surface takes, those in `provider_options` included. */
export function requireMaxFiles(files: readonly unknown[], limit: number): void {
  if (files.length <= limit) return;
  throw invalidInputError(
    `\`files\` are ${files.length} with those in \`provider_options\`; HeyGen takes at most ${limit}.`,
    { hint: "Leave some out.", settings: ["files", "provider_options"] },
  );
}

/** The value, if HeyGen accepts it; `where` ends the sentence about who does not. */
export function requireOneOf(
  setting: string,
  value: string | undefined,
  allowed: readonly string[],
  where = "",
) {
  if (value === undefined || allowed.includes(value)) return value;
  throw invalidInputError(`\`${setting}\` is "${value}": HeyGen${where} accepts ${allowed.join(", ")}.`, {
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

/** Refuses settings that mean nothing here and would be ignored; `source` is what they belong to. */
export function rejectSettings(request: VideoRequest, source: string, ...settings: readonly Setting[]): void {
  const stray = settings.find((setting) => isSettingGiven[setting](request));
  if (stray === undefined) return;
  throw invalidInputError(`\`${stray}\` works with ${source} only.`, {
    hint: "Remove it, or say it in the text.",
    settings: [stray],
  });
}

const aspectRatios = ["16:9", "9:16", "4:5", "5:4", "1:1", "auto"];

/** The aspect ratio, or the one that the orientation means. */
export function toAspectRatio(request: VideoRequest, allowed: readonly string[] = aspectRatios) {
  const { orientation, aspectRatio } = request;
  const meant = orientation && (orientation === "landscape" ? "16:9" : "9:16");
  if (aspectRatio === undefined) return meant;
  const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
  const fits = orientation === "landscape" ? width > height : height > width;
  if (orientation !== undefined && !fits) throw orientationConflict(orientation, aspectRatio);
  return requireOneOf("aspect_ratio", aspectRatio, allowed);
}

export function orientationConflict(orientation: string, aspectRatio: string): ShowreelError {
  return invalidInputError(`\`orientation\` is "${orientation}" but \`aspect_ratio\` is "${aspectRatio}".`, {
    hint: "Remove one of the two.",
    settings: ["orientation", "aspect_ratio"],
  });
}
