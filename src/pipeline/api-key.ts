import { ShowreelError } from "../base/errors.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";

/** Where a front end has the provider's key. */
export interface KeyPlace {
  /**
   * The provider's key, given the name of its environment variable. A key that names no provider is only for the one that the
   * step itself has chosen, and not for one that a file names.
   */
  key(variable: string, isChosenByFile: boolean): string | undefined;
  /** How this front end's users name the key. */
  keyName(variable: string): string;
}

/** The key that the provider needs; empty when it needs none. Fails with `invalid_input`. */
export function readKey(plugin: ProviderPlugin, place: KeyPlace, isChosenByFile = false): string {
  if (plugin.keyVariable === undefined) return "";
  const key = place.key(plugin.keyVariable, isChosenByFile)?.trim() ?? "";
  const name = isChosenByFile ? plugin.keyVariable : place.keyName(plugin.keyVariable);
  if (key === "") throw keyMissing(plugin.label, name);
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

function keyMissing(label: string, name: string): ShowreelError {
  return new ShowreelError("invalid_input", `${name} is empty: ${label} needs a key.`, {
    hint:
      `Store the key as a secret and hand it over as ${name}. Pull requests from forks and runs of Dependabot get no ` +
      "secrets. To try Showreel without an account, set `provider` to sandbox.",
  });
}
