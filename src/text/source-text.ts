import { ShowreelError } from "../base/errors.ts";
import type { InputFile, ParsedInputs } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import type { ChosenSource, SupportedSources } from "../inputs/source.ts";
import { type ComposedText, type ComposeOptions, composeText } from "./compose-text.ts";
import type { EventText } from "./event-text.ts";
import { templateText } from "./templates/index.ts";
import { lengthSentence, templateOptionsFromSettings } from "./video-length.ts";

/** The prompt or the script, with its placeholders filled; empty for other sources. Fails with `invalid_input`. */
export async function readSourceText(
  { settings, file }: ParsedInputs<Settings>,
  { setting, kind }: ChosenSource,
  eventText: EventText,
  { maxCharacters }: SupportedSources,
  lengthSeconds: number | undefined,
): Promise<ComposedText> {
  if (kind !== "prompt" && kind !== "script") return { text: "", stableText: "", userText: "" };
  // A template says it by itself.
  const ending = lengthSeconds === undefined || setting === "template" ? "" : lengthSentence(lengthSeconds);
  const most = maxCharacters?.[kind];
  const limit = most === undefined ? undefined : most - ending.length;
  const common = { kind, variables: settings.variables, eventText, maxLength: limit, origin: { setting } };
  const composed =
    setting === "template"
      ? await composeText(templateOf(settings, common.maxLength), common)
      : file
        ? await composeFile(file, common)
        : await composeText(settings[kind] ?? "", common);
  if (composed.text.trim() === "") throw emptyTextError(setting);
  return { ...composed, text: composed.text + ending, stableText: composed.stableText + ending };
}

function templateOf(settings: Settings, limit: number | undefined): string {
  return templateText(settings.template ?? "release", templateOptionsFromSettings(settings), limit);
}

async function composeFile(
  { setting, path, text, textStartLine }: InputFile,
  common: ComposeOptions,
): Promise<ComposedText> {
  const isMarkdown = common.kind === "script" && /\.(md|markdown)$/i.test(path);
  const origin = { setting, file: path, firstLine: textStartLine };
  // Room for the stops that are set behind placeholders.
  const stops = isMarkdown ? (text.match(/\}\}\W*$/gm)?.length ?? 0) : 0;
  const limit = common.maxLength === undefined ? undefined : common.maxLength - stops;
  const composed = await composeText(text, { ...common, maxLength: limit, origin, isMarkdown });
  const finished = isMarkdown ? withFullStops(composed.text) : composed.text;
  return { ...composed, text: finished.trim(), stableText: composed.stableText.trim() };
}

// A heading that ends with a placeholder has its stop only once that is filled.
const withFullStops = (spoken: string) => spoken.replace(/(?<=[\p{L}\p{N})"'\]])(?=\n\n|\s*$)/gu, ".");

function emptyTextError(setting: string): ShowreelError {
  return new ShowreelError("invalid_input", `\`${setting}\` leaves no words to make a video of.`, {
    hint: "Write a text, or use a placeholder that has one in this event. Nothing was submitted.",
  });
}

/** What did not fit, in a sentence. */
export function describeShortening(
  { names, leftOut, of }: NonNullable<ComposedText["shortened"]>,
  provider: string,
): string {
  const placeholders = names.map((name) => `{{ ${name} }}`).join(" and ");
  const [less, all] = [leftOut, of].map((count) => count.toLocaleString("en"));
  return `${placeholders} did not fit whole: ${less} of ${all} characters were left out, to keep to the limit of ${provider}.`;
}
