import type { Scene } from "../storyboard.ts";
import type { TextPart } from "../words/sentences.ts";

/** A storyboard before its times are known. */
export interface Plan {
  /** The language of the words, as a BCP 47 tag without a region. */
  readonly language: string;
  readonly scenes: readonly PlannedScene[];
}

/** A card whose words have no times yet; see `Scene`. */
export interface PlannedScene extends Pick<Scene, "kind" | "heading" | "levels" | "emphasis" | "code"> {
  readonly spokenHeading?: readonly Utterance[] | undefined;
  readonly lead?: readonly Utterance[] | undefined;
  /** Paragraphs or items, each with its sentences. */
  readonly blocks: readonly (readonly Utterance[])[];
}

/** What is spoken at once, with a pause after it: a sentence, or a part of one that is divided between cards. */
export interface Utterance {
  readonly text: string;
  /** Its parts for captions. `attached` means that no space is before a phrase. */
  readonly phrases: readonly TextPart[];
}

/** Returns all utterances in the order in which they are spoken. */
export function utterancesOf({ scenes }: Plan): Utterance[] {
  return scenes.flatMap(({ spokenHeading = [], lead = [], blocks }) => [
    ...spokenHeading,
    ...lead,
    ...blocks.flat(),
  ]);
}
