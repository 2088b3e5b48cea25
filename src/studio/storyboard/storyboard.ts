/** A storyboard whose times are known. All times are seconds from the start of the video. */
export interface Storyboard {
  /** The language of the words, as a BCP 47 tag without a region: `en`, `ja`. */
  readonly language: string;
  readonly scenes: readonly Scene[];
  /** The duration of the video. */
  readonly seconds: number;
}

/**
 * One card. Scenes follow each other without a gap. A text scene without blocks has only its heading: a section
 * begins whose first words are on a later card.
 */
export interface Scene {
  readonly kind: "title" | "text" | "list" | "code" | "closing";
  readonly start: number;
  readonly end: number;
  /** The heading above the content; undefined without one. */
  readonly heading?: string | undefined;
  /** The heading as phrases, on the one card of its section on which it is spoken. */
  readonly spokenHeading?: readonly Phrase[] | undefined;
  /** The words that introduce a list or code, for example "To upgrade:"; they are above it and spoken first. */
  readonly lead?: readonly Phrase[] | undefined;
  /**
   * The spoken words: a title, the paragraphs of a text, or the items of a list, each as phrases. Empty for
   * code and for a closing card.
   */
  readonly blocks: readonly (readonly Phrase[])[];
  /** How deep each item of a list is nested on its card, from 0 to 2; undefined if none is. */
  readonly levels?: readonly number[] | undefined;
  /** The number of a text that is one short statement: "40 %" of "Builds are 40 % faster." For large type. */
  readonly emphasis?: string | undefined;
  /** The lines of a code card. */
  readonly code?: readonly string[] | undefined;
}

/** A part of a sentence that is short enough for a caption, and is set off on the card while it is spoken. */
export interface Phrase {
  /** Without white space at its ends. */
  readonly text: string;
  /** Whether no space is between this phrase and the one before it in its block; see `joinPhrases`. */
  readonly attached?: boolean | undefined;
  readonly start: number;
  readonly end: number;
}

/** Returns a block's text. */
export function joinPhrases(phrases: readonly Pick<Phrase, "text" | "attached">[]): string {
  return phrases.map(({ text, attached }, index) => (attached || index === 0 ? text : ` ${text}`)).join("");
}

/** Returns all phrases of a scene in the order in which they are spoken. */
export function phrasesOf({ spokenHeading = [], lead = [], blocks }: Scene): readonly Phrase[] {
  return [...spokenHeading, ...lead, ...blocks.flat()];
}
