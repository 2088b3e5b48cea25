import type { Runtime } from "../../../src/base/runtime.ts";

/** A clock that advances only by sleeps. */
export interface FakeClock extends Pick<Runtime, "now" | "elapsed" | "setTimer"> {
  /** Every sleep, in milliseconds. */
  readonly sleeps: number[];
  /** Advances the clock at once. Doesn't run `setTimer` callbacks: requests take no time here. */
  sleep(ms: number): void;
  /** Advances the clock and runs due `setTimer` callbacks. */
  advance(ms: number): void;
  /** Changes the wall clock, without elapsed time. */
  setClock(ms: number): void;
}

/** Creates a clock that starts at 2026-01-01 00:00:00 UTC. */
export function createFakeClock(): FakeClock {
  let time = 0;
  let clock = Date.UTC(2026, 0, 1);
  const due = new Set<{ readonly at: number; readonly act: () => void }>();
  const sleeps: number[] = [];
  return {
    now: () => clock + time,
    elapsed: () => time,
    sleeps,
    sleep(ms) {
      sleeps.push(ms);
      time += ms;
    },
    advance(ms) {
      time += ms;
      for (const entry of due) {
        if (entry.at <= time && due.delete(entry)) entry.act();
      }
    },
    setClock(ms) {
      clock += ms;
    },
    setTimer(ms, act) {
      const entry = { at: time + ms, act };
      due.add(entry);
      return () => void due.delete(entry);
    },
  };
}
