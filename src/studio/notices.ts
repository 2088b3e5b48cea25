import type { Narration } from "./narration.ts";
import type { StudioRequest } from "./request.ts";
import { noVoice } from "./voice/voices.ts";

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Returns why a storyboard is silent although nobody asked for that; nothing if it is not. */
export function describeNarration({ voice, storyboard }: Narration, { voiceId }: StudioRequest): string[] {
  if (voice || voiceId === noVoice) return [];
  const language = languageNames.of(storyboard.language) ?? storyboard.language;
  return [`There is no voice for ${language}, so the storyboard is silent and timed for reading.`];
}

/**
 * Returns a warning about characters that no font has; nothing if there are none. `scripts` are the English names of
 * their scripts, if they have any.
 */
export function describeMissing(characters: readonly string[], scripts: readonly string[]): string[] {
  if (characters.length === 0) return [];
  const missing = scripts.length > 0 ? new Intl.ListFormat("en").format(scripts) : "some of the characters";
  return [
    `No font on this machine has ${missing}, so the cards leave these words out. ` +
      "The subtitles have the words that are spoken. Install a font, such as Noto Sans.",
  ];
}
