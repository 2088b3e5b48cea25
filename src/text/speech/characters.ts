/** Stands in for removed content, such as an image, until the text is cleaned up. Never in the output. */
export const removedMarker = "\uFFFC";

/**
 * Stands in for removed code. A sentence that means nothing without the code is dropped. Never in the output.
 */
export const removedCodeMarker = "\uFFFB";

/** A hard line break, as opposed to the end of a wrapped line. Never in the output. */
export const lineBreakMarker = "\u2028";

// Stand in for the underscores and hyphens at the edges of a name's words in code, which no rule may trim.
const [edgeUnderscore, edgeHyphen] = ["\ue000", "\ue001"];
const edge = /^[_-]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/** Keeps the underscores and hyphens at the edges of the words in a name: `__init__.py` and `--flag`. */
export function protectEdges(name: string): string {
  return name.replace(edge, (found) => found.replaceAll("_", edgeUnderscore).replaceAll("-", edgeHyphen));
}

/** Puts back what `protectEdges` has replaced. */
export function restoreEdges(spoken: string): string {
  return spoken.replaceAll(edgeUnderscore, "_").replaceAll(edgeHyphen, "-");
}

// Placeholders are hidden as characters of this private use area: U+F0000 to U+FFFFD.
const firstPlaceholderCode = 0xf0000;

/** Returns whether there is anything to say: a letter, a digit or a hidden placeholder. */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}\u{F0000}-\u{FFFFD}]/u.test(text);
}

/** Removes invisible characters except line breaks and tabs. Remove joined emoji first. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, (character) => (/[\n\t]/.test(character) ? character : ""));
}

// Control characters, characters that reorder or hide text, private use areas and lone surrogates.
// Hidden placeholders stay, and so do joiners, which `speakSymbols` removes.
const invisible =
  /[\p{Cc}\p{Cs}\ue000-\uf8ff\u{100000}-\u{10ffff}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;

/** A text in which each placeholder is replaced by one character, so that no rule changes it. */
export interface HiddenPlaceholders {
  readonly text: string;
  /** Puts the placeholders back as they were typed. */
  restore(spoken: string): string;
}

/** Returns a text without the characters that stand for hidden placeholders. */
export function withoutHiddenPlaceholders(text: string): string {
  return text.replace(/[\u{F0000}-\u{FFFFF}]/gu, "");
}

/** Hides each `{{ some.name }}`. An escaped one stays escaped; GitHub's `${{ }}` is not a placeholder. */
export function hidePlaceholders(typed: string): HiddenPlaceholders {
  const placeholders: string[] = [];
  const text = withoutHiddenPlaceholders(typed).replace(
    /(?<!\$)\\?\{\{[ \t]*[\w.-]+[ \t]*\}\}/g,
    (placeholder) => String.fromCodePoint(firstPlaceholderCode + placeholders.push(placeholder) - 1),
  );
  return {
    text,
    restore: (spoken) =>
      spoken.replace(
        /[\u{F0000}-\u{FFFFD}]/gu,
        (character) => placeholders[(character.codePointAt(0) ?? 0) - firstPlaceholderCode] ?? "",
      ),
  };
}
