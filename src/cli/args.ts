import { parseArgs } from "node:util";
import type { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { nearestName } from "../inputs/invalid-input.ts";

/** What a command line says. Settings are named as in the schema; their values are still text. */
export interface Arguments {
  readonly help: boolean;
  readonly version: boolean;
  readonly dotenv: string | undefined;
  readonly dotenvIncludeUrl: boolean;
  readonly settings: Readonly<Record<string, string | undefined>>;
}

/** An empty command line. */
export const noArguments: Arguments = {
  help: false,
  version: false,
  dotenv: undefined,
  dotenvIncludeUrl: false,
  settings: {},
};

const ownFlags = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  dotenv: { type: "string" },
  "dotenv-include-url": { type: "boolean" },
} as const;

/** `video_id` → `--video-id`. */
export const flagOf = (setting: string) => `--${setting.replaceAll("_", "-")}`;

/** `video_id` → `SHOWREEL_VIDEO_ID`. */
export const variableOf = (setting: string) => `SHOWREEL_${setting.toUpperCase()}`;

/**
 * Reads `[render|check] [flags]` and, with lower precedence, `SHOWREEL_*`. A flag that allows only `true` and `false` may
 * stand alone. Fails with `invalid_input` that names the flag as typed, and the nearest known one.
 */
export function readArguments(
  schema: z.ZodObject,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Arguments {
  const names = Object.keys(schema.shape);
  const isCheck = argv[0] === "check";
  const values = parseFlags(schema, isCheck || argv[0] === "render" ? argv.slice(1) : argv);
  const text = (flag: string) => (typeof values[flag] === "string" ? values[flag] : undefined);
  return {
    help: values.help === true,
    version: values.version === true,
    dotenv: text("dotenv"),
    dotenvIncludeUrl: values["dotenv-include-url"] === true,
    settings: {
      ...Object.fromEntries(
        names.map((name) => [name, text(flagOf(name).slice(2)) || env[variableOf(name)]]),
      ),
      ...(isCheck && { dry_run: "true" }),
    },
  };
}

function parseFlags(schema: z.ZodObject, words: readonly string[]): Readonly<Record<string, unknown>> {
  const settings = Object.keys(schema.shape).map((name) => flagOf(name).slice(2));
  const options = Object.fromEntries(settings.map((flag) => [flag, { type: "string" } as const]));
  const flags = [...settings, ...Object.keys(ownFlags)].map((flag) => `--${flag}`);
  try {
    return parseArgs({ args: joinValues(schema, words, flags), options: { ...options, ...ownFlags } }).values;
  } catch (error) {
    if (error instanceof ShowreelError) throw error;
    throw unknownArgumentError(error, words, flags);
  }
}

// `--title -5` becomes `--title=-5`: what follows a flag is its value, unless it is a flag itself.
function joinValues(schema: z.ZodObject, words: readonly string[], flags: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const next = words[index + 1];
    const takesValue = flags.includes(word) && (!(word.slice(2) in ownFlags) || word === "--dotenv");
    const standsAlone = isSwitch(schema, word) && next !== "true" && next !== "false";
    if (!takesValue) joined.push(word);
    else if (standsAlone) joined.push(`${word}=true`);
    else if (next === undefined || flags.includes(next)) throw missingValueError(word);
    else {
      joined.push(`${word}=${next}`);
      index += 1;
    }
  }
  return joined;
}

function isSwitch(schema: z.ZodObject, word: string): boolean {
  return schema.shape[word.slice(2).replaceAll("-", "_")]?.meta()?.allowed === "`true` or `false`";
}

function missingValueError(flag: string): ShowreelError {
  return new ShowreelError("invalid_input", `${flag} has no value.`, {
    hint: "What it takes: showreel --help",
  });
}

// The name alone: a value may be a key that somebody has typed into a flag.
function unknownArgumentError(
  error: unknown,
  words: readonly string[],
  flags: readonly string[],
): ShowreelError {
  const names = words.map((word) => word.split("=")[0] ?? "");
  const unknown = names.find((name) => name.startsWith("-") && !flags.includes(name));
  const stray = names.find((name, index) => !name.startsWith("-") && !names[index - 1]?.startsWith("-"));
  const near = unknown && nearestName(unknown, flags);
  const subject = `"${plainText(unknown ?? stray ?? "This", 80)}" is not understood.`;
  return new ShowreelError("invalid_input", subject, {
    hint: near ? `Did you mean ${near}? All flags: showreel --help` : "All flags: showreel --help",
    cause: error,
  });
}

/** What the process hands over. */
export interface CliContext {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Standard output: data only. */
  print(text: string): void;
  /** Tells a runner of GitHub what its logs must not show. */
  mask(secret: string): void;
}
