import type { Secrets } from "../base/secrets/secrets.ts";
import { keyVariables } from "../providers/index.ts";

const tokenVariables = [
  "INPUT_API_KEY",
  "INPUT_GITHUB_TOKEN",
  ...keyVariables,
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
];
const proxyVariables = ["http_proxy", "https_proxy"].flatMap((name) => [name, name.toUpperCase()]);
const urlVariables = [...proxyVariables, "INPUT_API_BASE_URL", "SHOWREEL_API_BASE_URL"];

/** Every secret in the environment: keys, tokens, and the passwords (or tokens) in addresses. Empty ones are left out. */
export function secretsFromEnvironment(env: NodeJS.ProcessEnv): string[] {
  const passwords = urlVariables.flatMap((name) => passwordsFromUrl(env[name] ?? ""));
  return [...new Set([...tokenVariables.map((name) => env[name]?.trim() ?? ""), ...passwords])].filter(
    Boolean,
  );
}

/** The keys that somebody has typed into a command line, where none belongs: `--api-key …`. */
export function secretsFromArguments(argv: readonly string[]): string[] {
  return argv.flatMap((word, index) => {
    const [, joined] = /^--?[\w-]*(?:key|token|password|secret)[\w-]*(?:=(.*))?$/is.exec(word) ?? ["", null];
    if (joined === null) return passwordsFromUrl(word);
    const next = argv[index + 1] ?? "";
    // What follows may be the next flag, of which the name is no secret.
    return [joined ?? (next.startsWith("--") ? "" : next)];
  });
}

/** Holds them, so that no text shows one. */
export function registerSecrets(secrets: Secrets, held: readonly string[]): void {
  for (const secret of held) secrets.register(secret);
}

// A token may stand in an address alone, without a password.
function passwordsFromUrl(address: string): string[] {
  const [, user = "", password = ""] = /^[^\s/]*\/\/([^\s/@:]*)(?::([^\s/]*))?@/.exec(address) ?? [];
  return [password || user].filter(Boolean);
}
