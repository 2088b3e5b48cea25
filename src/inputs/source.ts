import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import type { Settings } from "./schema/settings.ts";

/** The kind of source that a video is made from; `options` if `provider_options` contains everything. */
export type SourceKind = "prompt" | "script" | "audio" | "template_id" | "composition" | "options";

/** The sources that a provider supports. */
export interface SupportedSources {
  readonly kinds: readonly SourceKind[];
  /** Names of provider options that are a source by themselves. */
  readonly standaloneOptions?: readonly string[];
  /** Whether a prompt together with a `video_id` revises that video. */
  readonly supportsRevision?: boolean;
  /** Whether the provider takes the length of the video from the prompt. */
  readonly supportsLength?: boolean;
  /** Whether the provider shows the words itself: the request then has an `outline` and a `subject`. */
  readonly usesOutline?: boolean;
  /** The maximum length of the text, in characters. */
  readonly maxCharacters?: { readonly prompt?: number; readonly script: number };
}

const kindBySetting = {
  prompt: "prompt",
  prompt_file: "prompt",
  script: "script",
  script_file: "script",
  template: "prompt",
  audio: "audio",
  template_id: "template_id",
  composition: "composition",
  options: "options",
} as const satisfies Record<string, SourceKind>;

/** A setting that selects the source of the video, or an existing video. */
export type SourceSetting = keyof typeof kindBySetting | "video_id";

/** The source of a run, and whether it revises an existing video. */
export interface ChosenSource {
  readonly setting: SourceSetting;
  readonly kind: SourceKind | undefined;
  readonly isRevision: boolean;
}

const sourceSettingNames = [
  "prompt",
  "prompt_file",
  "script",
  "script_file",
  "template",
  "audio",
  "template_id",
  "composition",
  "video_id",
] as const;

/**
 * Returns the only source that is set. If there is none, it is `options` if a provider option is a source by
 * itself, or `template` if the event announces a release. Throws `invalid_input`, which names the sources
 * that are set and those that are supported.
 */
export function chooseSource(
  settings: Settings,
  announcesRelease: boolean,
  supported: SupportedSources,
): ChosenSource {
  const given = sourceSettingNames.filter((name) => settings[name] !== undefined);
  const [first, second, third] = given;
  const isRevision =
    supported.supportsRevision === true &&
    (first === "prompt" || first === "prompt_file") &&
    second === "video_id" &&
    third === undefined;
  if (given.length > 1 && !isRevision) throw sourceCountError(given, supported);
  if (first === "video_id") return { setting: first, kind: undefined, isRevision };
  const setting = first ?? impliedSource(settings, announcesRelease, supported);
  if (setting === undefined) throw sourceCountError(given, supported);
  const kind = kindBySetting[setting];
  if (!supported.kinds.includes(kind)) throw unsupportedSourceError(settings.provider, setting, supported);
  return { setting, kind, isRevision };
}

function impliedSource(settings: Settings, announcesRelease: boolean, supported: SupportedSources) {
  if (supported.standaloneOptions?.some((name) => name in settings.provider_options)) return "options";
  return announcesRelease && supported.kinds.includes("prompt") ? "template" : undefined;
}

function sourceCountError(given: readonly string[], supported: SupportedSources): ShowreelError {
  const named = given.map((name) => `\`${name}\``).join(" and ");
  const problem = given.length === 0 ? "No source is set" : `${named} are set together`;
  const message = `${problem}: set exactly one of ${supportedSettingNames(supported)}, \`video_id\`.`;
  return invalidInputError(message, {
    hint:
      given.length === 0
        ? "Set `prompt` to describe the video, or `script` to the text to speak."
        : "Keep one of them.",
    settings: given,
  });
}

function unsupportedSourceError(
  provider: string,
  setting: SourceSetting,
  supported: SupportedSources,
): ShowreelError {
  const message = `\`${setting}\` is not supported by ${provider}. It supports ${supportedSettingNames(supported)}.`;
  return invalidInputError(message, {
    hint: "Use one of them, or another `provider`.",
    settings: [setting],
  });
}

function supportedSettingNames({ kinds }: SupportedSources): string {
  const names = sourceSettingNames.filter(
    (name) => name !== "video_id" && kinds.includes(kindBySetting[name]),
  );
  return names.map((name) => `\`${name}\``).join(", ");
}
