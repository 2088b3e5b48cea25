import type { VoiceLanguage } from "./voices.ts";

/** Returns what is said for what is written. "" if there is nothing to say. */
export function spokenForm(text: string, _language: VoiceLanguage): string {
  return text
    .replace(/[^\p{L}\p{N}\p{M}\s.,;:!?'’%€$-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
