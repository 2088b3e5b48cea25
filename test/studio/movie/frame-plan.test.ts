import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planFrames, type ShownCard, ticksPerSecond } from "../../../src/studio/movie/frame-plan.ts";
import { planPreview } from "../../../src/studio/movie/preview-states.ts";

const cards: readonly ShownCard[] = [
  { start: 0, end: 2, stateStarts: [0] },
  { start: 2, end: 22, stateStarts: [2, 2.4, 5] },
];

const framesOf = (card: number, motion = true) =>
  planFrames(cards, { motion }).filter(({ scene }) => scene === card);

describe("with motion", () => {
  test("a card replaces the one before it step by step, slowly at both ends", () => {
    const mixes = framesOf(1).map(({ mix }) => mix);
    const settled = mixes.indexOf(256);
    const steps = mixes.slice(0, settled + 1).map((mix, index) => mix - (mixes[index - 1] ?? 0));
    expect(settled).toBe(8);
    expect(Math.max(...steps)).toBe(steps[4]);
    expect(steps[0]).toBeLessThan(10);
  });

  test("the first card is there from the first frame on", () => {
    expect(framesOf(0)[0]).toEqual({ tick: 0, scene: 0, state: 0, mix: 256, isKey: true });
  });

  test("a still card has 12.5 frames a second, and a transition has 25", () => {
    const ticks = framesOf(1).map(({ tick }) => tick - 2 * ticksPerSecond);
    expect(ticks.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(ticks.filter((tick) => tick >= 200 && tick < 225)).toEqual([
      200, 202, 204, 206, 208, 210, 212, 214, 216, 218, 220, 222, 224,
    ]);
  });

  test("a player can seek to every card once it is settled, and to every 8 seconds after it", () => {
    const keys = framesOf(1).filter(({ isKey }) => isKey);
    expect(keys.map(({ tick, mix }) => [tick / ticksPerSecond, mix])).toEqual([
      [2.32, 256],
      [10.32, 256],
      [18.32, 256],
    ]);
  });
});

test("without motion, nothing is mixed and a still card has one frame a second", () => {
  const frames = framesOf(1, false);
  expect(frames.every(({ mix }) => mix === 256)).toBe(true);
  expect(frames.length).toBe(20 + 1);
});

test("the states of a card are shown from their starts on", () => {
  const at = (seconds: number) => framesOf(1).findLast(({ tick }) => tick <= seconds * ticksPerSecond)?.state;
  expect([2, 2.36, 2.4, 4.96, 5, 21].map(at)).toEqual([0, 0, 1, 1, 2, 2]);
});

/** Cards of any lengths, with states at any times. */
const anyCards = fc
  .array(fc.array(fc.integer({ min: 20, max: 9_000 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((durations) => {
    let now = 0;
    return durations.map((states): ShownCard => {
      const start = now;
      const stateStarts = states.map((ms) => {
        const at = now;
        now += ms / 1_000;
        return at;
      });
      // A card is at least as long as one frame.
      now = Math.max(now, start + 0.5);
      return { start, end: now, stateStarts };
    });
  });

test("any cards have frames whose times rise, each of its own card, and every state is shown", () => {
  fc.assert(
    fc.property(anyCards, fc.boolean(), (anyOf, motion) => {
      const frames = planFrames(anyOf, { motion });
      for (const [index, frame] of frames.entries()) {
        const card = anyOf[frame.scene];
        expect(frame.tick).toBeGreaterThan(frames[index - 1]?.tick ?? -1);
        expect(frame.tick / ticksPerSecond).toBeLessThan((card?.end ?? 0) + 1 / ticksPerSecond);
      }
      expect(new Set(frames.map(({ scene }) => scene)).size).toBe(anyOf.length);
      expect(frames[0]?.isKey).toBe(true);
    }),
  );
});

describe("the animated preview", () => {
  test("shows each state of a short video, none for long, and leaves out a flicker", () => {
    const secondsOf = planPreview(cards);
    expect([secondsOf(0, 0), secondsOf(1, 0), secondsOf(1, 1), secondsOf(1, 2)]).toEqual([
      1.6,
      undefined,
      1.6,
      1.6,
    ]);
  });

  test("shows the cards of a long video only at their end, and not more than 40", () => {
    const many = Array.from({ length: 50 }, (_, index): ShownCard => {
      const start = index * 4;
      return { start, end: start + 4, stateStarts: [start, start + 1] };
    });
    const secondsOf = planPreview(many);
    expect([secondsOf(0, 0), secondsOf(0, 1), secondsOf(39, 1), secondsOf(40, 1)]).toEqual([
      undefined,
      1.6,
      1.6,
      undefined,
    ]);
  });
});
