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
