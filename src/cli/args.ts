import { parseArgs } from "node:util";
import type { z } from "zod";
import { type SettingKind, settingMeta } from "../inputs/schema/define-setting.ts";
import {
  argumentError,
  type Command,
  type Flags,
  missingFileError,
  repeatedFlagError,
  switchValueError,
  unexpectedArgumentError,
  unexpectedValueError,
  unknownFlagError,
} from "./argument-errors.ts";

/** A parsed command line. Settings are named as in the schema, and their values are still text. */
export interface Arguments {
  readonly help: boolean;
  readonly version: boolean;
  readonly dotenv: string | undefined;
  readonly dotenvIncludeUrl: boolean;
  /** Whether stdout has signed URLs even in a CI system, where it is a log. */
  readonly includeUrls: boolean;
  readonly settings: Readonly<Record<string, string | undefined>>;
}

/** The arguments of an empty command line. */
export const noArguments: Arguments = {
  help: false,
  version: false,
  dotenv: undefined,
  dotenvIncludeUrl: false,
  includeUrls: false,
  settings: {},
};

const ownOptions = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  dotenv: { type: "string" },
  "dotenv-include-url": { type: "boolean" },
  "include-urls": { type: "boolean" },
} as const;

/** `video_id` → `--video-id`. */
export const flagOf = (setting: string) => `--${setting.replaceAll("_", "-")}`;

/** `video_id` → `SHOWREEL_VIDEO_ID`. */
export const variableOf = (setting: string) => `SHOWREEL_${setting.toUpperCase()}`;

/**
 * Parses `[render|check|preview FILE] [flags]`, or the flags of `showreel list`. A setting without a flag comes from
 * `SHOWREEL_*` in the environment. A flag that is true or false may stand alone. Fails with `invalid_input`
 * that names the wrong argument, and never a flag's value, which may be secret.
 */
export function readArguments(
  schema: z.ZodObject,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  command: Command = "showreel",
): Arguments {
  const isCheck = argv[0] === "check";
  const isPreview = argv[0] === "preview" && command === "showreel";
  const words = isPreview
    ? previewFlags(argv.slice(1))
    : isCheck || argv[0] === "render"
      ? argv.slice(1)
      : argv;
  const values = parseFlags(words, readFlags(schema), command);
  const textOf = (flag: string) => {
    const value = values[flag.slice(2)];
    return typeof value === "string" ? value : undefined;
  };
  return {
    help: values.help === true,
    version: values.version === true,
    dotenv: textOf("--dotenv"),
    dotenvIncludeUrl: values["dotenv-include-url"] === true,
    includeUrls: values["include-urls"] === true,
    settings: {
      ...Object.fromEntries(
        Object.keys(schema.shape).map((name) => [name, textOf(flagOf(name)) || env[variableOf(name)]]),
      ),
      ...(isCheck && { dry_run: "true" }),
    },
  };
}

// A preview is a video of the sandbox, with all files. What is typed takes precedence, except for the provider: a
// video of another one would be paid for.
function previewFlags([file, ...flags]: readonly string[]): string[] {
  if (file === "--help" || file === "-h") return [file];
  if (file === undefined || (file.startsWith("-") && file !== "-")) throw missingFileError();
  const isTyped = (flag: string) => flags.some((word) => word === flag || word.startsWith(`${flag}=`));
  return [
    "--provider=sandbox",
    `--script-file=${file}`,
    ...(isTyped("--captions") ? [] : ["--captions=true"]),
    ...flags,
  ];
}

function readFlags(schema: z.ZodObject): Flags {
  const settings = Object.entries(schema.shape).map(([name, setting]) => ({
    flag: flagOf(name),
    kind: settingMeta(setting).kind,
  }));
  const withValue = [...settings.map(({ flag }) => flag), "--dotenv"];
  const ofKind = (wanted: SettingKind) =>
    settings.filter(({ kind }) => kind === wanted).map(({ flag }) => flag);
  return {
    names: [...withValue, ...Object.keys(ownOptions).map((name) => `--${name}`)],
    withValue,
    switches: ofKind("flag"),
    lists: ofKind("list"),
  };
}

function parseFlags(words: readonly string[], flags: Flags, command: Command) {
  const options = Object.fromEntries(
    flags.withValue.map((flag) => [flag.slice(2), { type: "string" } as const]),
  );
  const args = joinValues(words, flags, command);
  const { values, tokens } = parseArgs({
    args,
    options: { ...options, ...ownOptions },
    // Its own messages would quote values.
    strict: false,
    tokens: true,
  });
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "positional") throw unexpectedArgumentError(token.value, words, command);
    if (token.kind === "option-terminator") continue;
    const [typed = ""] = (args[token.index] ?? "").split("=");
    const flag = typed === "-h" ? "--help" : typed;
    if (given.has(flag)) throw repeatedFlagError(flag, flags, command);
    given.add(flag);
    if (!flags.names.includes(flag)) throw unknownFlagError(flag, flags, command);
    if (token.inlineValue && !flags.withValue.includes(flag)) throw unexpectedValueError(flag);
  }
  return values;
}

// `--title -5` becomes `--title=-5`: the argument after a flag is its value, unless it is a flag itself.
function joinValues(
  words: readonly string[],
  { names, withValue, switches }: Flags,
  command: Command,
): string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const next = words[index + 1];
    if (!withValue.includes(word)) joined.push(word);
    else if (switches.includes(word) && next !== "true" && next !== "false") {
      if (next !== undefined && !next.startsWith("-")) throw switchValueError(word, next, command);
      joined.push(`${word}=true`);
    } else if (next === undefined || names.includes(next))
      throw argumentError(`${word} needs a value.`, undefined, command);
    else {
      joined.push(`${word}=${next}`);
      index += 1;
    }
  }
  return joined;
}
