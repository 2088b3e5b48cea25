/** Frames lie on a grid of this many ticks per second. A frame lasts until the next one starts. */
export const ticksPerSecond = 25;

/** What one frame of the video shows. */
export interface PlannedFrame {
  /** When it starts, in ticks. */
  readonly tick: number;
  readonly scene: number;
  /** The index of the card's state. */
  readonly state: number;
  /**
   * How far the card has replaced the one before it (the previous state, or the last state of the previous
   * scene), from 1 to 256. 256 is the card alone.
   */
  readonly mix: number;
  /** Whether the video can be played from here without the frames before it. */
  readonly isKey: boolean;
}

/** A card on screen. Times are seconds. */
export interface ShownCard {
  readonly start: number;
  readonly end: number;
  /** When each state of the card begins. The first one begins with the card, whatever its time. */
  readonly stateStarts: readonly number[];
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
export function planFrames(
  cards: readonly ShownCard[],
  { motion }: { readonly motion: boolean },
): PlannedFrame[] {
  const frames: PlannedFrame[] = [];
  let lastKey = 0;
  for (const [scene, card] of cards.entries()) {
    const starts = stateTicks(card);
    for (const tick of cardTicks(card, starts, motion)) {
      const state = starts.findLastIndex((start) => start <= tick);
      const mix = motion ? easedMix(tick - (starts[state] ?? tick), transitionTicks(scene, state)) : 256;
      const last = frames.at(-1);
      // A frame in the middle of a transition would be a blurred thing to seek to.
      const isSettledCard = mix === 256 && state === 0 && (last?.scene !== scene || last.mix < 256);
      const isKey = !last || isSettledCard || (mix === 256 && tick - lastKey >= maxTicksBetweenKeys);
      if (isKey) lastKey = tick;
      frames.push({ tick, scene, state, mix, isKey });
    }
  }
  return frames;
}

// The video begins with its first card.
function transitionTicks(scene: number, state: number): number {
  if (state > 0) return stateTransitionTicks;
  return scene === 0 ? 0 : sceneTransitionTicks;
}

function stateTicks({ start, stateStarts }: ShownCard): number[] {
  const first = toTicks(start);
  return [first, ...stateStarts.slice(1).map((seconds) => Math.max(first, toTicks(seconds)))];
}

function cardTicks(card: ShownCard, starts: readonly number[], motion: boolean): number[] {
  const [first, end] = [toTicks(card.start), toTicks(card.end)];
  const ticks = new Set(starts);
  const step = motion ? ticksPerFrame : ticksPerFrameWithoutMotion;
  for (let tick = first; tick < end; tick += step) ticks.add(tick);
  if (motion) {
    for (const [state, start] of starts.entries()) {
      const settled = start + (state === 0 ? sceneTransitionTicks : stateTransitionTicks);
      for (let tick = start; tick <= settled; tick++) ticks.add(tick);
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

/** Returns a time on the grid. */
export const toTicks = (seconds: number) => Math.round(seconds * ticksPerSecond);
