import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import type { ProviderInfo } from "../jobs/provider.ts";

/** Where a front end gets API keys from. */
export interface ApiKeySource {
  /**
   * Returns the API key of a provider, given the name of its environment variable. The `api_key` input is
   * used only if the provider is set in the workflow step, never if it is set in a file.
   */
  apiKey(variable: string, isProviderFromFile: boolean): string | undefined;
  /**
   * Returns the name of the input or environment variable with the key, as messages of this front end show
   * it.
   */
  apiKeyLabel(variable: string): string;
}

/** Returns the API key of the provider, or an empty string if it needs none. Fails with `invalid_input`. */
export function readApiKey(plugin: ProviderInfo, source: ApiKeySource, isProviderFromFile = false): string {
  if (plugin.keyVariable === undefined) return "";
  const key = source.apiKey(plugin.keyVariable, isProviderFromFile)?.trim() ?? "";
  const name = isProviderFromFile ? plugin.keyVariable : source.apiKeyLabel(plugin.keyVariable);
  if (key === "") throw missingApiKeyError(plugin.label, name);
  // Other characters can't be sent in a header. They are usually a copy-and-paste error.
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw invalidInputError(
    `${name} contains a line break, a space or a character that is not allowed in a key.`,
    { hint: `Copy the key of ${plugin.label} again, and nothing else.` },
  );
}

function missingApiKeyError(label: string, name: string): ShowreelError {
  return invalidInputError(`${name} is empty: ${label} needs a key.`, {
    hint: `Set ${name} to your key. To try Showreel without an account, set \`provider\` to sandbox.`,
    githubHint:
      "Store the key as a secret of the repository. Pull requests from forks and runs of Dependabot get no secrets.",
  });
}
