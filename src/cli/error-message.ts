import { formatHint, ShowreelError } from "../base/errors.ts";
import { flagOf, variableOf } from "./args.ts";

/** A failure in words for a person: what happened, the facts, what to do; settings named as this user gave them. */
export function formatError(
  error: unknown,
  settings: readonly string[],
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): string {
  if (!(error instanceof ShowreelError)) return `Unexpected error. ${(error as Error)?.stack ?? error}`;
  const words = [`${error.code}: ${error.message}`, formatHint(error)].filter(Boolean).join("\n");
  return words.replace(/`([^`]+)`/g, (_, name: string) =>
    settings.includes(name) ? asTyped(name, argv, env) : name,
  );
}

function asTyped(setting: string, argv: readonly string[], env: NodeJS.ProcessEnv): string {
  const typed = argv.some((word) => word.split("=")[0] === flagOf(setting));
  return !typed && env[variableOf(setting)] ? variableOf(setting) : flagOf(setting);
}
