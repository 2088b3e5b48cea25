import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import type { InputFile, ParsedInputs } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import type { ChosenSource } from "../inputs/source.ts";
import { type ComposedText, type ComposeOptions, composeText } from "./compose-text.ts";
import type { EventText } from "./event-text.ts";
import { templateText } from "./templates/index.ts";
import { lengthSentence, templateOptionsFromSettings } from "./video-length.ts";

export interface SourceTextOptions {
  readonly eventText: EventText;
  /** The most characters that the provider accepts, by kind of text. */
  readonly maxCharacters: { readonly prompt?: number; readonly script: number } | undefined;
  /** The length that the user asks for; undefined leaves it to the provider. */
  readonly lengthSeconds: number | undefined;
  /** Whether the outline is composed, too. */
  readonly withOutline?: boolean | undefined;
}

/** Returns the filled prompt or script, empty for other sources. Fails with `invalid_input`. */
export async function readSourceText(
  { settings, file }: ParsedInputs<Settings>,
  { setting, kind }: ChosenSource,
  { eventText, maxCharacters, lengthSeconds, withOutline }: SourceTextOptions,
): Promise<ComposedText> {
  if (kind !== "prompt" && kind !== "script")
    return { text: "", stableText: "", userText: "", typedText: "" };
  // A template names the length itself.
  const ending = lengthSeconds === undefined || setting === "template" ? "" : lengthSentence(lengthSeconds);
  const limit = maxCharacters?.[kind];
  const maxLength = limit === undefined ? undefined : limit - ending.length;
  const { variables } = settings;
  const options = { kind, origin: { setting }, variables, eventText, maxLength, withOutline };
  const composed = await (setting === "template"
    ? composeText(readTemplate(settings, maxLength), options)
    : file
      ? composeFile(file, options)
      : composeText(settings[kind] ?? "", options));
  if (!/[\p{L}\p{N}]/u.test(composed.text)) throw emptyTextError(setting, composed.text);
  return { ...composed, text: composed.text + ending, stableText: composed.stableText + ending };
}

function readTemplate(settings: Settings, maxLength: number | undefined): string {
  return templateText(settings.template ?? "release", templateOptionsFromSettings(settings), maxLength);
}

async function composeFile(
  { setting, path, text, textStartLine }: InputFile,
  options: ComposeOptions,
): Promise<ComposedText> {
  const markdown = options.kind === "script" ? await readAsMarkdown(path, text) : undefined;
  const origin = { setting, file: path, textStartLine };
  // Leaves room for the full stops that are added after placeholders.
  const fullStopCount = markdown?.match(/\}\}\W*$/gm)?.length ?? 0;
  const maxLength = options.maxLength === undefined ? undefined : options.maxLength - fullStopCount;
  const composed = await composeText(text, { ...options, maxLength, origin, markdown });
  const finished = markdown === undefined ? composed.text : withFullStops(composed.text);
  return { ...composed, text: finished.trim(), stableText: composed.stableText.trim() };
}

// Loaded only for a script file.
async function readAsMarkdown(path: string, text: string): Promise<string | undefined> {
  const { toMarkdown } = await import("./pages/to-markdown.ts");
  return toMarkdown(path, text);
}

// A block that ends with a placeholder can get its full stop only after the placeholder is filled.
function withFullStops(speech: string): string {
  return speech.replace(/(?<=[\p{L}\p{N})"'\]])(?=\n\n|\s*$)/gu, ".");
}

// A text such as "-" or "…" is a mistake that would be paid for.
function emptyTextError(setting: string, text: string): ShowreelError {
  const shown = plainText(text, 80);
  const reason =
    shown === ""
      ? `\`${setting}\` contains no text to make a video from.`
      : `\`${setting}\` comes to "${shown}", which has no letter or digit.`;
  return invalidInputError(reason, {
    hint: "Write a text, or use a placeholder that has a value for this event.",
    settings: [setting],
  });
}
