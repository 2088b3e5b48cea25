import { openVoice, type ReadData } from "./pico.ts";
import { spokenForm } from "./pronunciation.ts";
import { toUtterance, type Utterance } from "./utterance.ts";
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
export async function openNarrator(voice: StudioVoice, readData: ReadData): Promise<Narrator> {
  const { speak } = await openVoice(voice, readData);
  return {
    narrate: (phrases) => {
      const spoken = phrases.map((phrase) => spokenForm(phrase, voice.languageCode));
      const sentence = spoken.filter((phrase) => phrase !== "").join(" ");
      return sentence === "" ? undefined : toUtterance(speak(sentence), spoken);
    },
  };
}
