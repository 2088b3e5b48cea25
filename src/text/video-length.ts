import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import type { ChosenSource, SupportedSources } from "../inputs/source.ts";
import { readTemplateOptions, type TemplateOptions } from "./templates/options.ts";

/**
 * Returns the length of the video, in seconds, from `length` or from the template, which always has a length.
 * Undefined leaves it to the provider. Fails with `invalid_input` if `length` is not supported.
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
  if (!supported.supportsLength) throw invalidLengthError(`is not supported by ${provider}`, "Remove it.");
  return length;
}

/** Returns `template_options` including `length`. Fails with `invalid_input` if both set a length. */
export function templateOptionsFromSettings({ length, template_options }: Settings): TemplateOptions {
  if (length !== undefined && "length" in template_options)
    throw invalidLengthError("is set twice: as an input and in `template_options`", "Remove one of them.");
  return readTemplateOptions({ ...template_options, ...(length !== undefined && { length }) });
}

/**
 * Returns the sentence about the video's length that ends a prompt. It keeps the provider from using another
 * length that the prompt mentions.
 */
export function lengthSentence(seconds: number): string {
  return `\n\nThe finished video is about ${seconds} seconds long, whatever other lengths are named above.`;
}

function invalidLengthError(reason: string, remedy: string): ShowreelError {
  return invalidInputError(`\`length\` ${reason}.`, {
    hint: remedy,
    settings: ["length"],
  });
}
