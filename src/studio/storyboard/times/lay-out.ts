import type { Plan, PlannedScene, Utterance } from "../plan/plan.ts";
import type { Phrase, Scene, Storyboard } from "../storyboard.ts";
import { pauses } from "./pauses.ts";
import { readableSeconds, type UtteranceTimes } from "./reading-times.ts";
import { risingStarts } from "./rising-starts.ts";

export interface LaidOut {
  readonly storyboard: Storyboard;
  /** When the sound of each utterance starts, in seconds from the start of the video, in their order. */
  readonly soundStarts: readonly number[];
}

/** Returns a storyboard whose utterances take the given times, in the order of `utterancesOf`. */
export function layOut({ language, scenes }: Plan, times: readonly UtteranceTimes[]): LaidOut {
  const clock = createClock(times);
  const timed = scenes.map((scene) => timeScene(scene, clock));
  return {
    storyboard: { language, scenes: timed, seconds: timed.at(-1)?.end ?? 0 },
    soundStarts: clock.soundStarts,
  };
}

interface Clock {
  readonly soundStarts: number[];
  now(): number;
  wait(seconds: number): void;
  /** Lets utterances pass, with a pause between them, and returns their phrases. */
  speak(utterances: readonly Utterance[]): Phrase[];
}

function createClock(times: readonly UtteranceTimes[]): Clock {
  // Counted in milliseconds, so that sums are exact and equal on every machine.
  let now = 0;
  const soundStarts: number[] = [];
  const speakOne = ({ phrases }: Utterance): Phrase[] => {
    const { seconds = 0, starts = [] } = times[soundStarts.length] ?? {};
    soundStarts.push(now / 1_000);
    const start = now;
    const needed = phrases.map(({ text }) => readableSeconds(text));
    const rising = risingStarts({ seconds, starts }, needed);
    now += toMs(rising.seconds);
    return phrases.map(({ text, attached }, index) => ({
      text,
      attached: attached || undefined,
      start: (start + toMs(rising.starts[index] ?? 0)) / 1_000,
      end: (start + toMs(rising.starts[index + 1] ?? rising.seconds)) / 1_000,
    }));
  };
  return {
    soundStarts,
    now: () => now / 1_000,
    wait: (seconds) => {
      now += toMs(seconds);
    },
    speak: (utterances) =>
      utterances.flatMap((utterance, index) => {
        if (index > 0) now += toMs(pauses.sentence);
        return speakOne(utterance);
      }),
  };
}

function timeScene(scene: PlannedScene, clock: Clock): Scene {
  const { kind, heading, levels, emphasis, code } = scene;
  const start = clock.now();
  clock.wait(kind === "title" ? pauses.titleLeadIn : pauses.leadIn);
  const spokenHeading = scene.spokenHeading && clock.speak(scene.spokenHeading);
  if (spokenHeading) clock.wait(pauses.heading);
  const lead = scene.lead && clock.speak(scene.lead);
  if (lead) clock.wait(pauses.item);
  const blocks = scene.blocks.map((block, index) => {
    if (index > 0) clock.wait(pauses.item);
    return clock.speak(block);
  });
  clock.wait(pauses.leadOut);
  clock.wait(Math.max(0, start + shortestScene(scene) - clock.now()));
  return { kind, start, end: clock.now(), heading, spokenHeading, lead, blocks, levels, emphasis, code };
}

function shortestScene({ kind, code = [] }: PlannedScene): number {
  if (kind === "closing") return pauses.closing;
  if (kind === "code") return Math.min(8, 1.5 + 0.6 * code.length);
  return kind === "title" ? pauses.shortestTitle : pauses.shortestCard;
}

const toMs = (seconds: number) => Math.round(seconds * 1_000);
