import { stripVTControlCharacters } from "node:util";

// What nobody sees: controls, separators, what turns the direction of a text, zero-width and filling characters, tags, and the
// variants that only hide words. The joiners, which some scripts need, and the variants of emoji stay.
const invisibleClass =
  "\\p{Cc}\\p{Cs}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164" +
  "\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}";
const invisibleRun = new RegExp(`[${invisibleClass}]+`, "gu");
const invisibleCharacter = new RegExp(`[${invisibleClass}]`, "gu");

/**
 * Words from outside as one harmless line of a log: no control characters, at most `maxLength` characters, and
 * nothing that a CI system would take for a command. GitHub reads `::name` at the start of a line and `##[name`
 * anywhere; Azure reads `##vso[` (source: actions/runner, ActionCommand.cs).
 */
export function plainText(text: string, maxLength = 500): string {
  const line = withoutUrlSecrets(stripVTControlCharacters(text).replace(invisibleRun, " ")).trim();
  const harmless = line.replace(/##(?=\w*\[)/g, "# # ").replace(/^::/, ": :");
  const characters = Array.from(harmless);
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}…` : harmless;
}

/** A text from outside without characters that nobody sees; its lines and tabs stay. */
export function visibleText(text: string): string {
  const lines = stripVTControlCharacters(text).replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
  return lines.replace(invisibleCharacter, (character) => (/[\n\t]/.test(character) ? character : ""));
}

// A signed link that somebody quotes: its query is the secret, and so is what stands before an @.
function withoutUrlSecrets(line: string): string {
  return line.replace(/\b(https?:\/\/)(?:[^\s/@]*@)?([^\s?#"']*)(?:[?#][^\s"')\]]*)?/gi, "$1$2");
}

/** The URL without its query and fragment: in a signed URL the query is the secret. */
export function withoutQuery(url: URL | string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** Milliseconds in words: `0.4 s`, `12 s`, `3 min 20 s`, `1 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Bytes in words, in decimal units as download pages show them: `940 B`, `52.1 kB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  const units = ["kB", "MB", "GB", "TB"];
  if (bytes < 1_000) return `${bytes} B`;
  const sizes = units.map((unit, index) => [(bytes / 1_000 ** (index + 1)).toFixed(1), unit] as const);
  const [size, unit] = sizes.find(([rounded]) => Number(rounded) < 1_000) ?? sizes.at(-1) ?? [];
  return `${size} ${unit}`;
}
