import type { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import type { FrontMatter, FrontMatterField } from "./front-matter.ts";
import { describeSettings } from "./schema/describe-settings.ts";
import { readSettings } from "./schema/settings.ts";
import { frontMatterSettingNames } from "./schema/video-settings.ts";
import { readTextFile } from "./text-file.ts";

type RawInputs = Readonly<Record<string, string | undefined>>;

/** The file that contains the prompt or the script. */
export interface InputFile extends FrontMatter {
  readonly setting: "prompt_file" | "script_file";
  /** The path as the user typed it. */
  readonly path: string;
}

/** All settings of the user: those of the step, and those of the file that the step names. */
export interface ParsedInputs<Known> {
  readonly settings: Known;
  readonly file: InputFile | undefined;
}

/**
 * Parses the settings of a step, and those in the front matter of its file. The step's settings take
 * precedence. A setting that equals its default counts as not set, because the runner fills in defaults.
 * Throws `invalid_input`.
 */
export async function readInputs<Schema extends z.ZodObject>(
  schema: Schema,
  typed: RawInputs,
  workspace: string,
): Promise<ParsedInputs<z.infer<Schema>>> {
  const found = await readInputFile(typed, workspace);
  if (!found) return { settings: await readSettings(schema, typed), file: undefined };
  const open = describeSettings(schema).filter(({ name, defaultValue }) =>
    isUnset(typed[name], defaultValue),
  );
  const fields = Object.fromEntries(
    open.flatMap(({ name }) =>
      Object.hasOwn(found.fields, name) ? [[name, found.fields[name] as FrontMatterField] as const] : [],
    ),
  );
  const said = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.rawValue]));
  const file = { ...found, fields };
  try {
    return { settings: await readSettings(schema, { ...typed, ...said }), file };
  } catch (error) {
    throw withSourceLocation(error, file);
  }
}

const isUnset = (typed = "", byDefault: string) => typed.trim() === "" || typed.trim() === byDefault;

async function readInputFile(typed: RawInputs, workspace: string): Promise<InputFile | undefined> {
  const [setting, second] = (["prompt_file", "script_file"] as const).filter((name) => typed[name]?.trim());
  const path = typed[setting ?? ""]?.trim();
  // Two files are an error, which `chooseSource` reports later.
  if (setting === undefined || second !== undefined || path === undefined) return undefined;
  const content = await readTextFile(workspace, setting, path);
  if (!content.startsWith("---")) return { setting, path, fields: {}, text: content, textStartLine: 1 };
  const { readFrontMatter } = await import("./front-matter.ts");
  return { setting, path, ...readFrontMatter(content, path, frontMatterSettingNames) };
}

/** Adds the file and the line to an error about a setting in the file. Returns any other error unchanged. */
export function withSourceLocation(error: unknown, file: InputFile | undefined): unknown {
  if (!(error instanceof ShowreelError) || error.code !== "invalid_input") return error;
  if (error.location || file === undefined) return error;
  const textSetting = file.setting.replace("_file", "");
  const setting = error.settings.find((name) => name === textSetting || Object.hasOwn(file.fields, name));
  if (setting === undefined) return error;
  const location = {
    file: plainText(file.path, 300),
    line: file.fields[setting]?.line ?? file.textStartLine,
  };
  // The user typed `prompt_file`, not `prompt`.
  const message = error.message.replaceAll(`\`${textSetting}\``, `\`${file.setting}\``);
  return error.with({ message: `${location.file}:${location.line}: ${message}`, location });
}
