/** What the process hands over. */
export interface Shell {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Standard output: data only. */
  print(text: string): void;
  /** Tells a runner of GitHub what its logs must not show. */
  mask(secret: string): void;
}
