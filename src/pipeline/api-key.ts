import { ShowreelError } from "../base/errors.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";

/** Where a front end has the provider's key. */
export interface ApiKeySource {
  /**
   * The provider's key, given the name of its environment variable. A key that names no provider is only for the one that the
   * step itself has chosen, and not for one that a file names.
   */
  apiKey(variable: string, isChosenByFile: boolean): string | undefined;
  /** How this front end's users name the key. */
  apiKeyLabel(variable: string): string;
}

/** The key that the provider needs; empty when it needs none. Fails with `invalid_input`. */
export function readApiKey(plugin: ProviderPlugin, source: ApiKeySource, isChosenByFile = false): string {
  if (plugin.keyVariable === undefined) return "";
  const key = source.apiKey(plugin.keyVariable, isChosenByFile)?.trim() ?? "";
  const name = isChosenByFile ? plugin.keyVariable : source.apiKeyLabel(plugin.keyVariable);
  if (key === "") throw missingApiKeyError(plugin.label, name);
  // What is no single word of printable ASCII cannot be a header's value, and is a slip of copy and paste.
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new ShowreelError(
    "invalid_input",
    `${name} holds a line break, a space or a character that no key has.`,
    {
      hint: `Copy the key of ${plugin.label} again, alone, into the secret. Nothing was submitted.`,
    },
  );
}

function missingApiKeyError(label: string, name: string): ShowreelError {
  return new ShowreelError("invalid_input", `${name} is empty: ${label} needs a key.`, {
    hint:
      `Store the key as a secret and hand it over as ${name}. Pull requests from forks and runs of Dependabot get no ` +
      "secrets. To try Showreel without an account, set `provider` to sandbox.",
  });
}
