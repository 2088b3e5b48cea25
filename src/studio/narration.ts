import type { StudioData } from "./data.ts";
import type { AudioTrack } from "./movie/mp4-writer.ts";
import { type Plan, utterancesOf } from "./storyboard/plan/plan.ts";
import type { Storyboard } from "./storyboard/storyboard.ts";
import { layOut } from "./storyboard/times/lay-out.ts";
import { readingTimes } from "./storyboard/times/reading-times.ts";
import { openAacEncoder } from "./voice/aac.ts";
import { type Narrator, openNarrator } from "./voice/narrator.ts";
import { blockSamples, type PlacedSpeech, soundTrack } from "./voice/sound.ts";
import { type StudioVoice, voiceFor } from "./voice/voices.ts";

/** The words of a storyboard, spoken. */
export interface Narration {
  /** The storyboard with the times of the speech; of reading, where there is none. */
  readonly storyboard: Storyboard;
  readonly voice: StudioVoice | undefined;
  /** Undefined for a video without sound. */
  readonly sound: SoundTrack | undefined;
}

export interface SoundTrack extends AudioTrack {
  /** Returns the packets, which are encoded one by one. */
  packets(): Iterable<Uint8Array>;
  /** The duration of a packet. */
  readonly packetSeconds: number;
}

const sampleRate = 48_000;

/** Speaks the words of a plan. `report` is called with the part that is done. */
export async function narrate(
  plan: Plan,
  voiceId: string | undefined,
  data: StudioData,
  report: (part: number) => void,
): Promise<Narration> {
  const voice = voiceFor(plan.language, voiceId);
  const utterances = utterancesOf(plan);
  const narrator: Narrator | undefined = voice && (await openNarrator(voice, data));
  const spoken = utterances.map((utterance, index) => {
    report(index / utterances.length);
    const speech = narrator?.narrate(utterance.phrases.map(({ text }) => text));
    return {
      samples: speech?.samples,
      times: speech
        ? { seconds: speech.seconds, starts: speech.starts }
        : readingTimes(utterance, plan.language),
    };
  });
  const { storyboard, soundStarts } = layOut(
    plan,
    spoken.map(({ times }) => times),
  );
  const speech = spoken.flatMap(({ samples }, index) =>
    samples ? [{ samples, start: soundStarts[index] ?? 0 }] : [],
  );
  const sound = voice && (await openSoundTrack(speech, storyboard.seconds, voice, data));
  return { storyboard, voice, sound };
}

async function openSoundTrack(
  speech: readonly PlacedSpeech[],
  seconds: number,
  voice: StudioVoice,
  data: StudioData,
): Promise<SoundTrack> {
  const encoder = await openAacEncoder(data);
  // The video ends with a silent card: sound that is a little shorter does not make the file longer.
  const packetCount = Math.floor((seconds * sampleRate) / blockSamples);
  return {
    sampleRate,
    channels: 1,
    configuration: encoder.config,
    language: iso639[voice.languageCode],
    packetCount,
    packetSeconds: blockSamples / sampleRate,
    *packets() {
      const blocks = soundTrack(speech, { seconds, lead: encoder.delay });
      for (const block of Iterator.from(blocks).take(packetCount)) yield encoder.encode(block);
    },
  };
}

// MP4 names languages by three letters.
const iso639: Readonly<Record<StudioVoice["languageCode"], string>> = {
  en: "eng",
  de: "deu",
  fr: "fra",
  es: "spa",
  it: "ita",
};
