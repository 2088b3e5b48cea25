/** A storyboard whose times are known. All times are seconds from the start of the video. */
export interface Storyboard {
  /** The language of the words, as a BCP 47 tag without a region: `en`, `ja`. */
  readonly language: string;
  readonly scenes: readonly Scene[];
  /** The duration of the video. */
  readonly seconds: number;
}

/** One card. Scenes follow each other without a gap. */
export interface Scene {
  readonly kind: "title" | "text" | "list" | "code" | "closing";
  readonly start: number;
  readonly end: number;
  /** The heading above the content; undefined without one. */
  readonly heading?: string | undefined;
  /**
   * The spoken words: a title, the paragraphs of a text, or the items of a list, each as phrases. Empty for
   * code and for a closing card.
   */
  readonly blocks: readonly (readonly Phrase[])[];
  /** The lines of a code card. */
  readonly code?: readonly string[] | undefined;
}

/** A part of a sentence that is short enough for a caption, and is set off on the card while it is spoken. */
export interface Phrase {
  /** Without white space at its ends. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
