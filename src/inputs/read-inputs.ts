import type { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { type Field, type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { describeSettings } from "./schema/describe.ts";
import { readSettings } from "./schema/settings.ts";
import { fileSettingNames } from "./schema/video-settings.ts";
import { readTextFile } from "./text-file.ts";

type Typed = Readonly<Record<string, string | undefined>>;

/** The file that says what to make. */
export interface VideoFile extends FrontMatter {
  readonly setting: "prompt_file" | "script_file";
  /** As the user typed it. */
  readonly path: string;
}

/** All that the user said: in the step, and in the file that the step names. */
export interface Given<Known> {
  readonly settings: Known;
  readonly file: VideoFile | undefined;
}

/**
 * Reads settings as a user typed them, and those in the front matter of a file. The step's own win; one that is typed as
 * its default counts as not typed, because a runner fills defaults in. Fails with `invalid_input`.
 */
export async function readGiven<Schema extends z.ZodObject>(
  schema: Schema,
  typed: Typed,
  workspace: string,
): Promise<Given<z.infer<Schema>>> {
  const found = await readVideoFile(typed, workspace);
  if (!found) return { settings: readSettings(schema, typed), file: undefined };
  const open = describeSettings(schema).filter(({ name, byDefault }) => isOpen(typed[name], byDefault));
  const fields = Object.fromEntries(
    open.flatMap(({ name }) =>
      Object.hasOwn(found.fields, name) ? [[name, found.fields[name] as Field] as const] : [],
    ),
  );
  const said = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.typed]));
  const file = { ...found, fields };
  try {
    return { settings: readSettings(schema, { ...typed, ...said }), file };
  } catch (error) {
    throw inFile(error, file);
  }
}

const isOpen = (typed = "", byDefault: string) => typed.trim() === "" || typed.trim() === byDefault;

async function readVideoFile(typed: Typed, workspace: string): Promise<VideoFile | undefined> {
  const [setting, second] = (["prompt_file", "script_file"] as const).filter((name) => typed[name]?.trim());
  const path = typed[setting ?? ""]?.trim();
  // Two of them are an error that is found later.
  if (setting === undefined || second !== undefined || path === undefined) return undefined;
  const content = await readTextFile(workspace, setting, path);
  return { setting, path, ...readFrontMatter(content, path, fileSettingNames) };
}

/** An error about what stands in the file, pointing at its line; any other error as it is. */
export function inFile(error: unknown, file: VideoFile | undefined): unknown {
  if (!(error instanceof ShowreelError) || error.code !== "invalid_input") return error;
  if (error.place || file === undefined) return error;
  const own = file.setting.replace("_file", "");
  const names = [...error.message.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
  const name = names.find((candidate) => candidate === own || Object.hasOwn(file.fields, candidate));
  if (name === undefined) return error;
  const line = file.fields[name]?.line ?? file.firstLine;
  const words = error.message.replaceAll(`\`${own}\``, `\`${file.setting}\``);
  const path = plainText(file.path, 300);
  return new ShowreelError(error.code, `${path}:${line}: ${words}`, {
    ...(error.hint !== undefined && { hint: error.hint }),
    place: { file: path, line },
    cause: error,
  });
}
