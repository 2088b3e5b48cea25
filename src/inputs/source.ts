import { ShowreelError } from "../base/errors.ts";
import type { Settings } from "./schema/settings.ts";

/** What says what to make, as a provider sees it; `options` when `provider_options` says it all. */
export type SourceKind = "prompt" | "script" | "audio" | "template_id" | "composition" | "options";

/** What a provider can make a video of. */
export interface SupportedSources {
  readonly kinds: readonly SourceKind[];
  /** Options that say what to make without any other source. */
  readonly standaloneOptions?: readonly string[];
  /** A prompt beside a `video_id` changes that video. */
  readonly supportsRevision?: boolean;
  /** A prompt may say how long the video is to be. */
  readonly supportsLength?: boolean;
  /** The most characters of a text. */
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

/** A setting that says what to make. */
export type SourceSetting = keyof typeof kindBySetting | "video_id";

/** What the settings say is to be made: of which source, and whether it changes an existing video. */
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
 * The one setting that says what to make; on an event that announces a release, the template for it when there is none.
 * Fails with `invalid_input` that names the ones given and the ones possible.
 */
export function chooseSource(
  settings: Settings,
  announcesRelease: boolean,
  supported: SupportedSources,
): ChosenSource {
  const given = sourceSettingNames.filter((name) => settings[name] !== undefined);
  const [first, second, third] = given;
  const revises =
    supported.supportsRevision === true &&
    (first === "prompt" || first === "prompt_file") &&
    second === "video_id" &&
    third === undefined;
  if (given.length > 1 && !revises) throw sourceCountError(given, supported);
  if (first === "video_id") return { setting: first, kind: undefined, isRevision: revises };
  const setting = first ?? impliedSource(settings, announcesRelease, supported);
  if (setting === undefined) throw sourceCountError(given, supported);
  const kind = kindBySetting[setting];
  if (!supported.kinds.includes(kind)) throw unsupportedSourceError(settings.provider, setting, supported);
  return { setting, kind, isRevision: revises };
}

function impliedSource(settings: Settings, announcesRelease: boolean, possible: SupportedSources) {
  if (possible.standaloneOptions?.some((name) => name in settings.provider_options)) return "options";
  return announcesRelease && possible.kinds.includes("prompt") ? "template" : undefined;
}

function sourceCountError(given: readonly string[], possible: SupportedSources): ShowreelError {
  const named = given.map((name) => `\`${name}\``).join(" and ");
  const found = given.length === 0 ? "Nothing says what to make" : `${named} are given together`;
  const one = `exactly one of ${supportedSettingNames(possible)}, \`video_id\` is needed`;
  return new ShowreelError("invalid_input", `${found}: ${one}.`, {
    hint:
      given.length === 0
        ? "Give `prompt` to describe the video, or `script` with the words."
        : "Keep one of them.",
    settings: given,
  });
}

function unsupportedSourceError(
  provider: string,
  setting: SourceSetting,
  possible: SupportedSources,
): ShowreelError {
  const message = `\`${setting}\` means nothing to ${provider}: it takes ${supportedSettingNames(possible)}.`;
  return new ShowreelError("invalid_input", message, {
    hint: "Choose one of them, or another `provider`.",
    settings: [setting],
    submitted: false,
  });
}

function supportedSettingNames({ kinds }: SupportedSources): string {
  const possible = sourceSettingNames.filter(
    (name) => name !== "video_id" && kinds.includes(kindBySetting[name]),
  );
  return possible.map((name) => `\`${name}\``).join(", ");
}
