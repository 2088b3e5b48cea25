import { formatError, ShowreelError } from "../base/errors.ts";
import { flagOf, variableOf } from "./args.ts";

/**
 * Formats an error for a terminal: its code, what happened, what to do. A setting in backticks becomes the
 * flag or the environment variable that the user set it with.
 */
export function formatTerminalError(
  error: unknown,
  settings: readonly string[],
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): string {
  if (!(error instanceof ShowreelError)) return `Unexpected error. ${(error as Error)?.stack ?? error}`;
  const text = `${error.code}: ${formatError(error, { inGitHub: env.GITHUB_ACTIONS === "true" })}`;
  return text.replace(/`([^`]+)`/g, (_, name: string) =>
    settings.includes(name) ? asTyped(name, argv, env) : name,
  );
}

function asTyped(setting: string, argv: readonly string[], env: NodeJS.ProcessEnv): string {
  const typed = argv.some((word) => word.split("=")[0] === flagOf(setting));
  return !typed && env[variableOf(setting)] ? variableOf(setting) : flagOf(setting);
}
