// The command line lists these voices without loading the studio, so this file needs no other one.

interface VoiceFacts {
  /** What `voice_id` takes: `en-US`. */
  readonly id: string;
  readonly name: string;
  /** The language as text: `English (US)`. */
  readonly language: string;
  /** The language as a BCP 47 tag without a region: `en`. */
  readonly languageCode: string;
  readonly gender: "female" | "male";
  /** The names of its data files: how text is analyzed, and how it sounds. */
  readonly files: readonly [analysis: string, sound: string];
}

/** All voices of SVOX Pico. The first one of a language is its default. */
export const voices = [
  {
    id: "en-US",
    name: "Pico (US)",
    language: "English (US)",
    languageCode: "en",
    gender: "female",
    files: ["en-US_ta.bin", "en-US_lh0_sg.bin"],
  },
  {
    id: "en-GB",
    name: "Pico (UK)",
    language: "English (UK)",
    languageCode: "en",
    gender: "female",
    files: ["en-GB_ta.bin", "en-GB_kh0_sg.bin"],
  },
  {
    id: "de-DE",
    name: "Pico (Germany)",
    language: "German",
    languageCode: "de",
    gender: "female",
    files: ["de-DE_ta.bin", "de-DE_gl0_sg.bin"],
  },
  {
    id: "fr-FR",
    name: "Pico (France)",
    language: "French",
    languageCode: "fr",
    gender: "female",
    files: ["fr-FR_ta.bin", "fr-FR_nk0_sg.bin"],
  },
  {
    id: "es-ES",
    name: "Pico (Spain)",
    language: "Spanish",
    languageCode: "es",
    gender: "female",
    files: ["es-ES_ta.bin", "es-ES_zl0_sg.bin"],
  },
  {
    id: "it-IT",
    name: "Pico (Italy)",
    language: "Italian",
    languageCode: "it",
    gender: "female",
    files: ["it-IT_ta.bin", "it-IT_cm0_sg.bin"],
  },
] as const satisfies readonly VoiceFacts[];

/** An embedded voice. */
export type StudioVoice = (typeof voices)[number];

export type VoiceLanguage = StudioVoice["languageCode"];

/** What `voice_id` takes for a video without narration. */
export const noVoice = "none";

/**
 * Returns the voice with this id or, without an id, the voice of a language such as `en` or `pt-BR`. Undefined
 * if there is none, or if the id is `none`.
 */
export function voiceFor(language: string, voiceId?: string | undefined): StudioVoice | undefined {
  if (voiceId !== undefined) return voices.find(({ id }) => id === voiceId);
  const tag = language.toLowerCase();
  const [code] = tag.split(/[-_]/);
  return (
    voices.find(({ id }) => id.toLowerCase() === tag) ??
    voices.find(({ languageCode }) => languageCode === code)
  );
}
