/** A heading, a paragraph or a list item in the order of the document. A `close` ends what a summary began. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "close";
  /** Of a heading its level, of an item how deep it is nested. */
  readonly depth: number;
  /** Items of one list have the same number. */
  readonly listNumber: number;
  /** It announces what follows, as a heading does: a summary, or a paragraph in bold. */
  readonly isPseudoHeading: boolean;
  readonly text: string;
}

/** Stands where something was that nobody would speak, until the words around it are tidied. Never in an output. */
export const removedMarker = "\uFFFC";

/** Stands where code was that is no words. A sentence that lived on it falls with it. Never in an output. */
export const removedCodeMarker = "\uFFFB";

/** A line break that the writer meant, as opposed to one of a wrapped paragraph. Never in an output. */
export const lineBreakMarker = "\u2028";

/** The first of the characters that stand for placeholders; the range is kept free of everything else. */
export const firstPlaceholderCode = 0xf0000;

/** Is there anything to say: a letter, a digit or a placeholder? */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\u{F0000}-\u{FFFFD}]/u.test(text);
}
