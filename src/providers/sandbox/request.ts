import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { invalidInputError } from "../../base/errors.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { readOptions } from "../../inputs/provider-options.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import { type AspectRatio, aspectRatios, type Resolution, themes } from "../../studio/request.ts";
import { noVoice, voices } from "../../studio/voice/voices.ts";
import type { SandboxRequest } from "./requests.ts";

const optionShape = {
  /** `none` draws still cards: no transitions, and a progress bar that advances once a second. */
  motion: z.enum(["calm", "none"]).optional(),
  theme: z.enum(themes).optional(),
  /** `true` makes the video fail, to try out what happens then. */
  fail: z.boolean().optional(),
};

/** The sandbox's own `provider_options`. */
const sandboxOptions = z.lazy(() => z.strictObject(optionShape));

const optionNames = Object.keys(optionShape);

// A workflow or a file that is written for another provider can be previewed without changes. Only what is nearly
// the name of an option is a mistake.
function ownOptions(options: VideoRequest["options"]): Record<string, unknown> {
  const names = Object.keys(options).filter(
    (name) => optionNames.includes(name) || optionNames.some((option) => isMisspelled(name, option)),
  );
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

// Tighter than for settings: other providers have options such as `fit` and `emotion`. A typing error rarely
// changes the first letter.
function isMisspelled(name: string, option: string): boolean {
  if (name.length < 4 || name[0] !== option[0]) return false;
  return distance(name, option) === 1 || sortedLetters(name) === sortedLetters(option);
}

const sortedLetters = (word: string) => [...word].sort().join("");

/** Returns a sentence about what is set, but does not change a storyboard; undefined if there is nothing. */
export function describeUnused(request: VideoRequest): string | undefined {
  const { files = [], messages = [], options, voiceId } = request;
  const unused = [
    ...(files.length > 0 ? ["`files`"] : []),
    ...(messages.length > 0 ? ["`messages`"] : []),
    ...(voiceId !== undefined && isVoiceOfOthers(voiceId) ? [`the voice ${plainText(voiceId, 60)}`] : []),
    ...Object.keys(options)
      .filter((name) => !optionNames.includes(name))
      .map((name) => `\`provider_options.${plainText(name, 60)}\``),
  ];
  if (unused.length === 0) return undefined;
  return `The storyboard shows the words only, so it doesn't use ${new Intl.ListFormat("en").format(unused)}.`;
}

/** Returns what the sandbox renders for a request. Fails with `invalid_input` if it can't. */
export function toSandboxRequest(request: VideoRequest): SandboxRequest {
  const { motion, theme, fail } = readOptions(sandboxOptions, ownOptions(request.options), "The sandbox");
  const { repository, version, link } = request.subject ?? {};
  return {
    title: request.title,
    outline: request.outline ?? request.text,
    isBrief: request.isBrief ?? request.kind === "prompt",
    subject: {
      ...(repository !== undefined && { repository }),
      ...(version !== undefined && { version }),
      ...(link !== undefined && { link }),
    },
    aspectRatio: toAspectRatio(request),
    resolution: toResolution(request),
    voiceId: toVoiceId(request),
    motion: motion !== "none",
    theme: theme ?? "dark",
    fails: fail ?? false,
  };
}

function toAspectRatio({ aspectRatio, orientation }: VideoRequest): AspectRatio {
  if (aspectRatio === undefined || aspectRatio === "auto")
    return orientation === "portrait" ? "9:16" : "16:9";
  const known = aspectRatios.find((ratio) => ratio === aspectRatio);
  if (known === undefined) throw unsupportedError("aspect_ratio", aspectRatio, aspectRatios);
  const fits = { portrait: "9:16", landscape: "16:9" };
  if (orientation !== undefined && fits[orientation] !== known)
    throw invalidInputError(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${known}".`, {
      hint: "Remove one of the two.",
      settings: ["orientation", "aspect_ratio"],
    });
  return known;
}

// HeyGen also renders 4k. A preview of such a video must not fail because of its size.
const acceptedResolutions: Readonly<Record<string, Resolution>> = {
  "720p": "720p",
  "1080p": "1080p",
  "4k": "1080p",
};

function toResolution({ resolution = "720p" }: VideoRequest): Resolution {
  const known = Object.hasOwn(acceptedResolutions, resolution) ? acceptedResolutions[resolution] : undefined;
  if (known === undefined) throw unsupportedError("resolution", resolution, Object.keys(acceptedResolutions));
  return known;
}

/** Returns whether the id of a voice can't be one of the sandbox's, such as the id of a voice at HeyGen. */
function isVoiceOfOthers(voiceId: string): boolean {
  return voiceId !== noVoice && !/^[a-z]{2,3}(?:[-_][a-z]{2})?$/i.test(voiceId);
}

function toVoiceId({ voiceId }: VideoRequest): string | undefined {
  if (voiceId === undefined || isVoiceOfOthers(voiceId)) return undefined;
  const known = [noVoice, ...voices.map(({ id }) => id)];
  if (known.includes(voiceId)) return voiceId;
  throw unsupportedError("voice_id", voiceId, known);
}

function unsupportedError(setting: string, value: string, allowed: readonly string[]) {
  const message = `\`${setting}\` is "${plainText(value, 60)}": the sandbox accepts ${allowed.join(", ")}.`;
  return invalidInputError(message, { hint: "Choose one of them.", settings: [setting] });
}
