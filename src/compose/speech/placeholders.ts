import { firstPlaceholder } from "./marks.ts";

/** A text whose placeholders are hidden from every rule, and the way back. */
export interface Hidden {
  readonly text: string;
  restore(spoken: string): string;
}

/**
 * Each `{{ some.name }}` becomes one character that no rule touches; `restore` puts it back as it was typed.
 * An escaped one stays escaped, and `${{ }}` is not one.
 */
export function hidePlaceholders(text: string): Hidden {
  const typed: string[] = [];
  const hidden = text
    .replace(/[\u{F0000}-\u{FFFFF}]/gu, "")
    .replace(/(?<!\$)\\?\{\{[ \t]*[\w.-]+[ \t]*\}\}/g, (placeholder) =>
      String.fromCodePoint(firstPlaceholder + typed.push(placeholder) - 1),
    );
  return {
    text: hidden,
    restore: (spoken) =>
      spoken.replace(
        /[\u{F0000}-\u{FFFFD}]/gu,
        (character) => typed[(character.codePointAt(0) ?? 0) - firstPlaceholder] ?? "",
      ),
  };
}
