import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { openData } from "../../../src/studio/data.ts";
import { openAacEncoder } from "../../../src/studio/voice/aac.ts";
import { openNarrator } from "../../../src/studio/voice/narrator.ts";
import { type PlacedSpeech, soundTrack } from "../../../src/studio/voice/sound.ts";
import { type StudioVoice, voices } from "../../../src/studio/voice/voices.ts";
import { writeAacFile } from "../../support/studio/aac-file.ts";
import { hasTool } from "../../support/studio/tools.ts";

const data = openData("dist/studio/data");

/** Returns a tone of 16 kHz samples that swells and fades four times a second, as syllables do. */
function tone({
  seconds,
  amplitude = 10_000,
  hertz = 400,
}: {
  seconds: number;
  amplitude?: number;
  hertz?: number;
}) {
  return Int16Array.from({ length: seconds * 16_000 }, (_, index) => {
    const time = index / 16_000;
    return amplitude * Math.sin(2 * Math.PI * hertz * time) * Math.sin(4 * Math.PI * time) ** 2;
  });
}

/** Returns the samples of a sound track, from −1 to 1. */
function render(speech: readonly PlacedSpeech[], seconds: number, lead = 0): Float32Array {
  const blocks = [...soundTrack(speech, { seconds, lead })];
  expect(blocks.every(({ length }) => length === 1_024)).toBe(true);
  return Float32Array.from(
    blocks.flatMap((block) => [...block]),
    (sample) => sample / 32_768,
  );
}

const second = (samples: Float32Array, from: number, to: number) =>
  samples.subarray(from * 48_000, to * 48_000);
const peak = (samples: Float32Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

function level(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
  return 10 * Math.log10(power);
}

describe("a sound track", () => {
  test("is as long as the video, in whole blocks", () => {
    const samples = render([{ start: 1, samples: tone({ seconds: 1 }) }], 3.1);
    expect(samples.length).toBe(Math.ceil((3.1 * 48_000) / 1_024) * 1_024);
  });

  test("is silent before, between and after the speech", () => {
    const speech = [1, 4].map((start) => ({ start, samples: tone({ seconds: 1 }) }));
    const samples = render(speech, 6);
    for (const [from, to] of [
      [0, 0.998],
      [2.01, 3.998],
      [5.01, 6],
    ] as const) {
      expect(peak(second(samples, from, to))).toBe(0);
    }
    for (const start of [1, 4]) expect(peak(second(samples, start, start + 1))).toBeGreaterThan(0.1);
  });

  test("is silence if nothing is spoken", () => {
    expect(peak(render([], 1))).toBe(0);
  });

  test("has the speech at its place, earlier by the lead", () => {
    const click = new Int16Array(1_600);
    click[800] = 20_000;
    const loudest = (lead: number) => {
      const samples = render([{ start: 1, samples: click }], 2, lead);
      return samples.indexOf(peak(samples));
    };
    expect(loudest(0)).toBe(1.05 * 48_000);
    expect(loudest(1_602)).toBe(1.05 * 48_000 - 1_602);
  });

  test("keeps a tone a tone", () => {
    const hertz = 3_000;
    const samples = second(render([{ start: 0, samples: tone({ seconds: 2, hertz }) }], 2), 0.5, 1.5);
    const [cosine, sine] = [Math.cos, Math.sin].map((wave) =>
      samples.map((sample, index) => {
        const time = 0.5 + index / 48_000;
        return 2 * sample * wave(2 * Math.PI * hertz * time) * Math.sin(4 * Math.PI * time) ** 2;
      }),
    );
    const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const amplitude = Math.hypot(mean(cosine as Float32Array), mean(sine as Float32Array)) / 0.375;
    const rest = samples.map((sample, index) => {
      const time = 0.5 + index / 48_000;
      return sample - amplitude * Math.sin(2 * Math.PI * hertz * time) * Math.sin(4 * Math.PI * time) ** 2;
    });
    expect(level(samples) - level(rest)).toBeGreaterThan(40);
  });

  test.each([
    ["quiet", 2_000],
    ["ordinary", 10_000],
    ["very loud", 32_000],
  ])("makes %s speech as loud as any other", (_name, amplitude) => {
    const speech = (loudness: number) => [{ start: 0, samples: tone({ seconds: 4, amplitude: loudness }) }];
    const difference = level(render(speech(amplitude), 4)) - level(render(speech(8_000), 4));
    expect(Math.abs(difference)).toBeLessThan(0.2);
  });

  test("does not make noise of what is nearly silent", () => {
    const hiss = Int16Array.from({ length: 16_000 }, (_, index) => (index % 3) - 1);
    expect(peak(render([{ start: 0, samples: hiss }], 1))).toBeLessThan(0.001);
  });

  test("limits single loud sounds to −2.5 decibels, without a step", () => {
    const samples = tone({ seconds: 4, amplitude: 2_000 });
    // Half a syllable that would be at +8 decibels.
    for (let index = 30_000; index < 30_400; index += 1) samples[index] = 16 * (samples[index] ?? 0);
    const track = render([{ start: 0, samples }], 4);
    expect(peak(track)).toBeLessThanOrEqual(10 ** (-2.5 / 20) + 1e-4);
    expect(peak(track)).toBeGreaterThan(0.7);
    const steps = second(track, 1.8, 1.95).map((sample, index, all) =>
      Math.abs(sample - (all[index - 1] ?? sample)),
    );
    const steepest = 2 * Math.PI * (400 / 48_000) * peak(track);
    expect(peak(steps)).toBeLessThan(2 * steepest);
  });

  test("fades in and out where speech is cut off", () => {
    const constant = new Int16Array(16_000).fill(12_000);
    const track = render([{ start: 0.5, samples: constant }], 2);
    const steps = track.map((sample, index) => Math.abs(sample - (track[index - 1] ?? 0)));
    expect(peak(track)).toBeGreaterThan(0.3);
    expect(peak(steps)).toBeLessThan(0.01);
  });
});

const sentences: Readonly<Record<StudioVoice["languageCode"], readonly string[]>> = {
  en: ["Atlas 2 is here.", "It makes a video of your release notes, without an account.", "Thanks!"],
  de: ["Atlas 2 ist da.", "Es macht ein Video aus Ihren Notizen, ganz ohne Konto.", "Danke!"],
  fr: ["Atlas 2 est là.", "Il fait une vidéo de vos notes, sans aucun compte.", "Merci !"],
  es: ["Atlas 2 ya está aquí.", "Hace un vídeo de sus notas, sin ninguna cuenta.", "¡Gracias!"],
  it: ["Atlas 2 è qui.", "Fa un video delle vostre note, senza nessun account.", "Grazie!"],
};

interface Recording {
  readonly file: string;
  readonly starts: readonly number[];
}

async function record(voice: StudioVoice): Promise<Recording> {
  const narrator = await openNarrator(voice, data);
  const speech: PlacedSpeech[] = [];
  let now = 0.7;
  for (const sentence of sentences[voice.languageCode]) {
    const utterance = narrator.narrate([sentence]);
    if (!utterance) throw new Error(`Not spoken: ${sentence}`);
    speech.push({ start: now, samples: utterance.samples });
    now += utterance.seconds + 0.4;
  }
  const encoder = await openAacEncoder(data);
  const packets = Array.from(soundTrack(speech, { seconds: now, lead: encoder.delay }), encoder.encode);
  return { file: writeAacFile(packets), starts: speech.map(({ start }) => start) };
}

/** Decodes a file, as a player does. Any error in it fails the test. */
function decode(file: string): Int16Array {
  const strict = ["-v", "error", "-xerror", "-err_detect", "explode"];
  const { status, stdout, stderr } = spawnSync("ffmpeg", [...strict, "-i", file, "-f", "s16le", "-"], {
    maxBuffer: 100_000_000,
  });
  expect([status, stderr.toString()]).toEqual([0, ""]);
  return new Int16Array(stdout.buffer, stdout.byteOffset, stdout.length / 2);
}

function measure(file: string): { readonly loudness: number; readonly truePeak: number } {
  const { stderr } = spawnSync("ffmpeg", ["-i", file, "-af", "ebur128=peak=true", "-f", "null", "-"]);
  const summary = stderr.toString().split("Summary:").at(-1) ?? "";
  const measured = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\S+) (?:LUFS|dBFS)`).exec(summary)?.[1]);
  return { loudness: measured("I"), truePeak: measured("Peak") };
}

/** Returns the seconds from a time until the voice is heard. */
function silenceAfter(samples: Int16Array, start: number): number {
  const from = Math.round((start - 0.06) * 48_000);
  const heard = samples.subarray(from).findIndex((sample) => Math.abs(sample) > 300);
  return heard / 48_000 - 0.06;
}

describe.runIf(hasTool("ffmpeg"))("what a player hears", () => {
  test.each(voices.map((voice) => [voice.id, voice] as const))(
    "of the voice %s is as loud as a video should be, and in step with the captions",
    async (_id, voice) => {
      const { file, starts } = await record(voice);
      const { loudness, truePeak } = measure(file);
      expect(loudness).toBeGreaterThan(-18);
      expect(loudness).toBeLessThan(-16);
      expect(truePeak).toBeLessThan(-1);
      const samples = decode(file);
      expect(samples.filter((sample) => Math.abs(sample) === 32_767)).toHaveLength(0);
      for (const start of starts) {
        expect(silenceAfter(samples, start)).toBeGreaterThan(-0.06);
        expect(silenceAfter(samples, start)).toBeLessThan(0.06);
      }
    },
  );
});
