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

/** Returns every secret in the environment: keys, tokens, and the passwords or tokens in URLs. */
export function secretsFromEnvironment(env: NodeJS.ProcessEnv): string[] {
  const passwords = urlVariables.flatMap((name) => passwordsFromUrl(env[name] ?? ""));
  return [...new Set([...tokenVariables.map((name) => env[name]?.trim() ?? ""), ...passwords])].filter(
    Boolean,
  );
}

/** Returns the keys that were typed as arguments, although there is no such flag: `--api-key …`. */
export function secretsFromArguments(argv: readonly string[]): string[] {
  return argv.flatMap((word, index) => {
    const [, joined] = /^--?[\w-]*(?:key|token|password|secret)[\w-]*(?:=(.*))?$/is.exec(word) ?? ["", null];
    if (joined === null) return passwordsFromUrl(word);
    const next = argv[index + 1] ?? "";
    // The next argument may be a flag, whose name is not secret.
    return [joined ?? (next.startsWith("--") ? "" : next)];
  });
}

/** Registers secrets, so that they are redacted from all output. */
export function registerSecrets(secrets: Secrets, values: readonly string[]): void {
  for (const secret of values) secrets.register(secret);
}

// A URL may contain a token instead of a user and a password.
function passwordsFromUrl(url: string): string[] {
  const [, user = "", password = ""] = /^[^\s/]*\/\/([^\s/@:]*)(?::([^\s/]*))?@/.exec(url) ?? [];
  return [password || user].filter(Boolean);
}
