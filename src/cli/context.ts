import type { TerminalStream } from "./logger.ts";

/** What the process passes to the command line. */
export interface CliContext {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Writes to stdout, which is for data only. */
  print(text: string): void;
  /** Masks a secret in the log of a GitHub runner; does nothing elsewhere. */
  mask(secret: string): void;
}

/**
 * Creates the `mask` of a process that logs to `stream`. It writes a workflow command: the runner reads both
 * streams, and stdout is for data only.
 */
export function createMask(env: NodeJS.ProcessEnv, stream: TerminalStream): CliContext["mask"] {
  if (env.GITHUB_ACTIONS !== "true") return () => {};
  return (secret) => {
    const value = secret.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
    // A command must start a line, and a live progress line may be open.
    stream.write(`${stream.isTTY ? "\n" : ""}::add-mask::${value}\n`);
  };
}
