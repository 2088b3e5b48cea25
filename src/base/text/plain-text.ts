import { stripVTControlCharacters } from "node:util";

// Invisible characters: controls, separators, direction changes, zero-width and filler characters, tags, and
// variation selectors that can hide text. Joiners, which some scripts need, and the variation selectors of
// emoji are kept.
const invisibleClass =
  "\\p{Cc}\\p{Cs}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f" +
  "\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}";
const invisibleRun = new RegExp(`[${invisibleClass}]+`, "gu");
const invisibleCharacter = new RegExp(`[${invisibleClass}]`, "gu");

/**
 * Turns untrusted text into one harmless log line: no control characters, no queries or credentials of URLs,
 * at most `maxLength` characters, and nothing that a CI system would run as a command. GitHub reads `::name`
 * at the start of a line and `##[name` anywhere; Azure reads `##vso[` (source: actions/runner,
 * ActionCommand.cs).
 */
export function plainText(text: string, maxLength = 500): string {
  const line = stripUrlSecrets(stripVTControlCharacters(text).replace(invisibleRun, " ")).trim();
  const harmless = line.replace(/##(?=\w*\[)/g, "# # ").replace(/^::/, ": :");
  const characters = Array.from(harmless);
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}…` : harmless;
}

/** Removes the invisible characters of untrusted text; line breaks (as `\n`) and tabs are kept. */
export function visibleText(text: string): string {
  const lines = stripVTControlCharacters(text).replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
  return lines.replace(invisibleCharacter, (character) => (/[\n\t]/.test(character) ? character : ""));
}

/** Returns a URL without its query, fragment and credentials: in a signed URL the query is the secret. */
export function withoutQuery(url: URL | string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

// Text may quote a signed link: its query is secret, and so are the credentials before an @.
function stripUrlSecrets(line: string): string {
  return line.replace(/\b(https?:\/\/)(?:[^\s/@]*@)?([^\s?#"']*)(?:[?#][^\s"')\]]*)?/gi, "$1$2");
}
