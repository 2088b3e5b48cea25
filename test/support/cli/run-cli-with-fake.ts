import type { FakeHeygen } from "../heygen/fake-heygen.ts";
import type { CliOptions, CliResult } from "./cli.ts";
import { runCli } from "./run-cli.ts";

/** Returns the flags for the fake provider, with polls every second. */
export function flagsFor(fake: Pick<FakeHeygen, "url">, ...flags: string[]): string[] {
  return ["--api-base-url", fake.url, "--poll-interval-seconds", "1", ...flags];
}

/** Runs the command line against the fake provider, with its key. `env` overrides it. */
export async function runCliWith(
  fake: Pick<FakeHeygen, "url">,
  flags: readonly string[],
  options: CliOptions = {},
): Promise<CliResult & { readonly outputs: Record<string, string> }> {
  const env = { HEYGEN_API_KEY: "test-key", ...options.env };
  const result = await runCli(flagsFor(fake, ...flags), { ...options, env });
  return { ...result, outputs: JSON.parse(result.stdout) };
}
