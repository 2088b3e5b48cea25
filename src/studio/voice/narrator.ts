import type { StudioData } from "../data.ts";
import { openVoice } from "./pico.ts";
import { spokenForm } from "./pronunciation/spoken-form.ts";
import { speakPhrases, type Utterance } from "./utterance.ts";
import type { StudioVoice } from "./voices.ts";

/** Speaks sentences with one voice. */
export interface Narrator {
  /**
   * Returns a sentence as speech, given as phrases that make the sentence when they are joined with spaces.
   * Undefined if there is nothing to say or the voice fails on it: such a sentence is timed by reading.
   */
  narrate(phrases: readonly string[]): Utterance | undefined;
}

/** Loads a voice and returns its narrator. */
export async function openNarrator(voice: StudioVoice, data: StudioData): Promise<Narrator> {
  const pico = await openVoice(voice, data);
  return {
    narrate: (phrases) => {
      const spoken = withFullStop(phrases.map((phrase) => spokenForm(phrase, voice.languageCode)));
      const utterance = speakPhrases(
        pico,
        spoken.filter((phrase) => phrase !== ""),
      );
      return utterance && { ...utterance, starts: withSilentPhrases(utterance, spoken) };
    },
  };
}

// Pico lowers its voice at the end of a sentence only if the sentence has a stop.
function withFullStop(phrases: readonly string[]): string[] {
  const last = phrases.findLastIndex((phrase) => phrase !== "");
  return phrases.map((phrase, index) => (index === last ? phrase.replace(/[^.,;:!?]$/, "$&.") : phrase));
}

// A phrase of which nothing is spoken starts together with the next one.
function withSilentPhrases({ starts, seconds }: Utterance, spoken: readonly string[]): number[] {
  let index = 0;
  return spoken.map((phrase) => {
    const start = starts[index] ?? seconds;
    if (phrase !== "") index += 1;
    return start;
  });
}
