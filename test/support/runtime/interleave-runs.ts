import type { Runtime } from "../../../src/base/runtime.ts";
import { createFakeRuntime } from "./fake-runtime.ts";

interface Waiting {
  readonly run: number;
  readonly at: number;
  go(): void;
}

/**
 * Interleaves runs in an order that depends only on the seed. One run at a time proceeds, from one
 * request or sleep to the next. If all wait, one whose sleep is over continues; only if there is
 * none, the clock advances.
 */
export async function interleaveRuns<Result>(
  seed: number,
  works: readonly ((runtime: Runtime, run: number) => Promise<Result>)[],
): Promise<Result[]> {
  const choose = createDice(seed);
  const waiting: Waiting[] = [];
  let now = Date.UTC(2026, 0, 1);
  let running = works.length;

  function goOn(): void {
    if (running > 0 || waiting.length === 0) return;
    now = Math.max(now, Math.min(...waiting.map(({ at }) => at)));
    const ready = waiting.filter(({ at }) => at <= now).sort((one, other) => one.run - other.run);
    const chosen = ready[Math.floor(choose() * ready.length)];
    if (!chosen) return;
    waiting.splice(waiting.indexOf(chosen), 1);
    running += 1;
    chosen.go();
  }

  function runtimeOf(run: number): Runtime {
    const turn = (at: number) =>
      new Promise<void>((go) => {
        waiting.push({ run, at, go });
        running -= 1;
        goOn();
      });
    const runtime = createFakeRuntime();
    return {
      ...runtime,
      now: () => now,
      random: createDice(seed * 1_000 + run),
      sleep: (ms) => turn(now + ms),
      async fetch(input, init) {
        await turn(now);
        // The wait for a turn takes real time, which must not trigger a timeout.
        return runtime.fetch(input, { ...init, signal: null });
      },
    };
  }

  return Promise.all(
    works.map((work, run) =>
      work(runtimeOf(run), run).finally(() => {
        running -= 1;
        goOn();
      }),
    ),
  );
}

/** Numbers from 0 (inclusive) to 1 (exclusive), the same for the same seed (mulberry32). */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
