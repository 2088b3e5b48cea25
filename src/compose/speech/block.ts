/** A heading, a paragraph or a list item in the order of the document. A `close` ends what a summary began. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "close";
  /** Of a heading its level, of an item how deep it is nested. */
  readonly depth: number;
  /** Items of one list have the same number. */
  readonly list: number;
  /** It announces what follows, as a heading does: a summary, or a paragraph in bold. */
  readonly leads: boolean;
  readonly text: string;
}
