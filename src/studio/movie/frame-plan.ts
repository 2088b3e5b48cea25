import type { Scene, Storyboard } from "../storyboard/storyboard.ts";

/** Frames lie on a grid of this many ticks per second. A frame lasts until the next one starts. */
export const ticksPerSecond = 25;

/** What one frame of the video shows. */
export interface PlannedFrame {
  /** When it starts, in ticks. */
  readonly tick: number;
  readonly scene: number;
  /** The state of the scene's card: the index of the phrase that is set off. */
  readonly state: number;
  /**
   * How far the card has replaced the one before it (the previous state, or the last state of the previous
   * scene), from 1 to 256. 256 is the card alone.
   */
  readonly mix: number;
  /** Whether the video can be played from here without the frames before it. */
  readonly isKey: boolean;
}

// While nothing but the progress bar moves, half of the ticks have a frame.
const ticksPerFrame = 2;
const sceneTransitionTicks = 8;
const stateTransitionTicks = 5;
// Without motion, the progress bar still advances once a second.
const ticksPerFrameWithoutMotion = ticksPerSecond;
// A player has to decode everything from the last key frame when somebody seeks.
const maxTicksBetweenKeys = 8 * ticksPerSecond;

/** Returns the frames of a video in their order. The first one starts at 0. */
export function planFrames(storyboard: Storyboard, { motion }: { readonly motion: boolean }): PlannedFrame[] {
  const frames: PlannedFrame[] = [];
  let lastKey = Number.NEGATIVE_INFINITY;
  for (const [sceneIndex, scene] of storyboard.scenes.entries()) {
    const starts = stateStarts(scene);
    for (const tick of sceneTicks(scene, starts, motion)) {
      const state = Math.max(
        0,
        starts.findLastIndex((start) => start <= tick),
      );
      const age = tick - (starts[state] ?? tick);
      const transitionTicks = state === 0 ? sceneTransitionTicks : stateTransitionTicks;
      const isFirst = frames.length === 0;
      const mix =
        isFirst || !motion ? 256 : easedMix(age, state === 0 && sceneIndex === 0 ? 0 : transitionTicks);
      // A frame in the middle of a transition would be a blurred thing to seek to.
      const isSettled = mix === 256 && (frames.at(-1)?.mix !== 256 || !motion) && state === 0;
      const isKey = isFirst || isSettled || (mix === 256 && tick - lastKey >= maxTicksBetweenKeys);
      if (isKey) lastKey = tick;
      frames.push({ tick, scene: sceneIndex, state, mix, isKey });
    }
  }
  return frames;
}

/** Returns the tick at which each state of a scene's card starts. The first one starts with the scene. */
function stateStarts(scene: Scene): number[] {
  const first = toTick(scene.start);
  const starts = scene.blocks.flat().map((phrase) => Math.max(first, toTick(phrase.start)));
  return [first, ...starts.slice(1)];
}

function sceneTicks(scene: Scene, starts: readonly number[], motion: boolean): number[] {
  const [first, end] = [toTick(scene.start), toTick(scene.end)];
  const ticks = new Set(starts);
  const step = motion ? ticksPerFrame : ticksPerFrameWithoutMotion;
  for (let tick = first; tick < end; tick += step) ticks.add(tick);
  if (motion) {
    for (const [state, start] of starts.entries()) {
      const length = state === 0 ? sceneTransitionTicks : stateTransitionTicks;
      for (let tick = start; tick <= start + length; tick++) ticks.add(tick);
    }
  }
  return [...ticks].filter((tick) => tick < end).sort((one, other) => one - other);
}

// Slow at both ends, and visible from its first frame on.
function easedMix(age: number, ticks: number): number {
  if (age >= ticks) return 256;
  const part = (age + 1) / (ticks + 1);
  return Math.round(256 * part * part * (3 - 2 * part));
}

export const toTick = (seconds: number) => Math.round(seconds * ticksPerSecond);
