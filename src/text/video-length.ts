import { ShowreelError } from "../base/errors.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import type { ChosenSource, SupportedSources } from "../inputs/source.ts";
import { readTemplateOptions, type TemplateOptions } from "./templates/options.ts";

/**
 * How long the video is to be, in seconds, by `length` or by the template, which always says so; undefined when nobody says.
 * Fails with `invalid_input` where `length` means nothing.
 */
export function readLength(
  settings: Settings,
  source: ChosenSource,
  supported: SupportedSources,
): number | undefined {
  if (source.setting === "template") return templateOptionsFromSettings(settings).length;
  const { length, provider } = settings;
  if (length === undefined) return undefined;
  if (source.kind !== "prompt")
    throw invalidLengthError("works with `prompt` and `template` only", "Remove it.");
  if (!supported.supportsLength) throw invalidLengthError(`means nothing to ${provider}`, "Remove it.");
  return length;
}

/** `template_options`, with `length` among them. Fails with `invalid_input` when that is given twice. */
export function templateOptionsFromSettings({ length, template_options }: Settings): TemplateOptions {
  if (length !== undefined && "length" in template_options)
    throw invalidLengthError("is given twice: as an input and in `template_options`", "Keep one of them.");
  return readTemplateOptions({ ...template_options, ...(length !== undefined && { length }) });
}

/** What a prompt ends with, so that no other length in it is taken for the video's. */
export function lengthSentence(seconds: number): string {
  return `\n\nThe finished video is about ${seconds} seconds long, whatever other lengths are named above.`;
}

function invalidLengthError(why: string, whatToDo: string): ShowreelError {
  return new ShowreelError("invalid_input", `\`length\` ${why}.`, {
    hint: `${whatToDo} Nothing was submitted.`,
  });
}
