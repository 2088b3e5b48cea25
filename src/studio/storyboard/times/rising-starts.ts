import type { UtteranceTimes } from "./reading-times.ts";

/**
 * Returns times of an utterance that fit its phrases, of which each needs some seconds to be read: starts rise,
 * all are inside of the utterance, and an utterance of which little is heard, such as an emoji, is long enough
 * to be read.
 */
export function risingStarts({ seconds, starts }: UtteranceTimes, needed: readonly number[]): UtteranceTimes {
  const heard = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
  const total = Math.max(heard, sum(needed));
  const stretch = heard > 0 ? total / heard : 1;
  // A phrase may be spoken faster than it can be read, but not in no time.
  const least = needed.map((need) => Math.min(0.15, need / 2));
  const rising: number[] = [];
  let earliest = 0;
  for (const [index, need] of least.entries()) {
    const latest = total - sum(least.slice(index));
    const wanted = index === 0 ? 0 : (starts[index] ?? Number.NaN) * stretch;
    const known = Number.isFinite(wanted) ? wanted : (total * sum(needed.slice(0, index))) / sum(needed);
    const start = Math.min(latest, Math.max(earliest, known));
    rising.push(start);
    earliest = start + need;
  }
  return { seconds: total, starts: rising };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, next) => total + next, 0);
