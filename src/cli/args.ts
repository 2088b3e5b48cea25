import { parseArgs } from "node:util";
import type { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { nearestName } from "../compose/invalid-input.ts";

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
 * Reads `[render] [flags]` and, with lower precedence, `SHOWREEL_*`. A flag that allows only `true` and `false` may
 * stand alone. Fails with `invalid_input` that names the nearest known flag.
 */
export function readArguments(
  schema: z.ZodObject,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Arguments {
  const names = Object.keys(schema.shape);
  const flags = [...names.map(flagOf), ...Object.keys(ownFlags).map((name) => `--${name}`)];
  const values: Readonly<Record<string, unknown>> = parse(schema, names, argv, flags).values;
  const text = (flag: string) => (typeof values[flag] === "string" ? values[flag] : undefined);
  return {
    help: values.help === true,
    version: values.version === true,
    dotenv: text("dotenv"),
    dotenvIncludeUrl: values["dotenv-include-url"] === true,
    settings: Object.fromEntries(
      names.map((name) => [name, text(flagOf(name).slice(2)) ?? env[variableOf(name)]]),
    ),
  };
}

function parse(
  schema: z.ZodObject,
  names: readonly string[],
  argv: readonly string[],
  flags: readonly string[],
) {
  const options = Object.fromEntries(
    names.map((name) => [flagOf(name).slice(2), { type: "string" } as const]),
  );
  const words = argv[0] === "render" ? argv.slice(1) : argv;
  try {
    return parseArgs({
      args: words.map((word, index) => (standsAlone(schema, word, words[index + 1]) ? `${word}=true` : word)),
      options: { ...options, ...ownFlags },
    });
  } catch (error) {
    throw unreadable(error, words, flags);
  }
}

function standsAlone(schema: z.ZodObject, word: string, next: string | undefined): boolean {
  const setting = word.startsWith("--") ? word.slice(2).replaceAll("-", "_") : "";
  const isSwitch = schema.shape[setting]?.meta()?.allowed === "`true` or `false`";
  return isSwitch && next !== "true" && next !== "false";
}

function unreadable(error: unknown, words: readonly string[], flags: readonly string[]): ShowreelError {
  const unknown = words.find((word) => word.startsWith("-") && !flags.includes(word.split("=")[0] ?? ""));
  const stray = words.find((word, index) => !word.startsWith("-") && !words[index - 1]?.startsWith("-"));
  const near = unknown && nearestName(unknown, flags);
  const subject = unknown ?? stray;
  const message = subject ? `"${plainText(subject, 80)}" is not understood.` : plainText(String(error), 200);
  return new ShowreelError("invalid_input", message, {
    hint: near ? `Did you mean ${near}? All flags: showreel --help` : "All flags: showreel --help",
    cause: error,
  });
}
