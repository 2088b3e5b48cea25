import type { Secrets } from "./base/secrets.ts";
import { keyVariables } from "./providers/index.ts";

const tokens = [
  "INPUT_API_KEY",
  "INPUT_GITHUB_TOKEN",
  ...keyVariables,
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
];
const proxies = ["http_proxy", "https_proxy"].flatMap((name) => [name, name.toUpperCase()]);
const addresses = [...proxies, "INPUT_API_BASE_URL", "SHOWREEL_API_BASE_URL"];

/** Every secret in the environment: keys, tokens, and the passwords in addresses. Empty ones are left out. */
export function secretsIn(env: NodeJS.ProcessEnv): string[] {
  const passwords = addresses.flatMap((name) => passwordsIn(env[name] ?? ""));
  return [...new Set([...tokens.map((name) => env[name]?.trim() ?? ""), ...passwords])].filter(Boolean);
}

/** The keys that somebody has typed into a command line, where none belongs: `--api-key …`. */
export function secretsTyped(argv: readonly string[]): string[] {
  return argv.flatMap((word, index) => {
    const [, joined] = /^--?[\w-]*(?:key|token|password|secret)[\w-]*(?:=(.*))?$/is.exec(word) ?? ["", null];
    if (joined === null) return passwordsIn(word);
    return [joined ?? argv[index + 1] ?? ""];
  });
}

/** Holds them, so that no text shows one. */
export function holdAll(secrets: Secrets, held: readonly string[]): void {
  for (const secret of held) secrets.hold(secret);
}

function passwordsIn(address: string): string[] {
  const [, password = ""] = /^[^\s/]*\/\/[^\s/@:]*:([^\s/]*)@/.exec(address) ?? [];
  return password === "" ? [] : [password];
}
