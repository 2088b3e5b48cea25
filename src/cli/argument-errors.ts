import { ShowreelError } from "../base/errors.ts";
import { looksLikeToken } from "../base/secrets/token.ts";
import { plainText } from "../base/text/plain-text.ts";
import { nearestName } from "../inputs/invalid-input.ts";
import { keyVariables } from "../providers/index.ts";

/** A command whose flags are parsed. */
export type Command = "showreel" | "showreel list";

const subcommands = ["render", "check", "preview", "list"];

/** The flags of a command. */
export interface Flags {
  /** All flags, with their dashes. */
  readonly names: readonly string[];
  /** Those that are followed by a value. */
  readonly withValue: readonly string[];
  /** Those of settings that are true or false: the value is optional. */
  readonly switches: readonly string[];
  /** Those of settings with one item per line. */
  readonly lists: readonly string[];
}

export function unknownFlagError(flag: string, { names, switches }: Flags, command: Command): ShowreelError {
  const message = `Unknown flag "${plainText(flag, 80)}".`;
  if (/^--?([\w-]+[-_])?(key|token|secret)$/i.test(flag)) return argumentError(message, keyHint, command);
  const negated = switches.find((name) => flag === name.replace("--", "--no-"));
  const longer = names.filter((name) => name.startsWith(`${flag}-`));
  const nearest = longer.length > 0 ? longer.join(" or ") : nearestName(flag, names);
  const suggestion = negated ? `To turn it off: ${negated} false.` : nearest && `Did you mean ${nearest}?`;
  return argumentError(message, suggestion, command);
}

const keyHint =
  `A key comes from the environment alone: ${keyVariables.join(", ")}, or GITHUB_TOKEN for GitHub. ` +
  "Others on the machine can read a command line.";

export function repeatedFlagError(flag: string, { lists }: Flags, command: Command): ShowreelError {
  const suggestion = lists.includes(flag)
    ? "Put all items into one value, one per line."
    : "Keep one of them.";
  return argumentError(`${flag} is given twice.`, suggestion, command);
}

export function switchValueError(flag: string, value: string, command: Command): ShowreelError {
  const message = `${flag} is followed by${shownWord(value) || " a value"}: it must be true or false.`;
  return argumentError(message, `Use ${flag} true or ${flag} false.`, command);
}

export function unexpectedArgumentError(
  word: string,
  words: readonly string[],
  command: Command,
): ShowreelError {
  const nearest = command === "showreel" && word === words[0] ? nearestName(word, subcommands) : undefined;
  const suggestion = nearest
    ? `Did you mean showreel ${nearest}?`
    : "Put a value that contains spaces in quotes.";
  return argumentError(`Unexpected argument${shownWord(word)}.`, suggestion, command);
}

// A stray word may be a key, or hold one: `API_KEY=…`.
function shownWord(word: string): string {
  const [name = ""] = word.split("=", 1);
  return looksLikeToken(name) ? "" : ` "${plainText(name, 80)}"`;
}

export function argumentError(
  message: string,
  suggestion: string | undefined,
  command: Command,
): ShowreelError {
  const hint = [suggestion, `All flags: ${command} --help`].filter(Boolean).join(" ");
  return new ShowreelError("invalid_input", message, { hint });
}

export function missingFileError(): ShowreelError {
  const suggestion = "For example: showreel preview script.md";
  return argumentError("showreel preview needs the file of a video.", suggestion, "showreel");
}

export function unexpectedValueError(flag: string): ShowreelError {
  return new ShowreelError("invalid_input", `${flag} takes no value.`, { hint: `Use ${flag} alone.` });
}
