import { duration } from "../base/plain-text.ts";

/** A name and its value, as people read them. Words from outside are plain text already. */
export type Finding = readonly [name: string, value: string];

/** What is to be expected; undefined is unknown. The money is in US dollars. */
export interface Estimate {
  readonly seconds?: number | undefined;
  readonly usd?: number | undefined;
  /** With a margin for a video that becomes longer than expected. */
  readonly atMostUsd?: number | undefined;
}

/** What a provider says, before anything is paid for, to a video that is asked for. */
export interface Check {
  readonly findings: readonly Finding[];
  /** What stops nothing but wants to be looked at, a sentence each. */
  readonly warnings: readonly string[];
  readonly estimate: Estimate;
}

/** All that there is to show: what was found, then what is to be expected. */
export function toFindings({ findings, estimate }: Check): readonly Finding[] {
  const { seconds, usd } = estimate;
  const isSilent = findings.length === 0 && seconds === undefined && usd === undefined;
  if (isSilent) return [];
  return [
    ...findings,
    ["Expected length", seconds === undefined ? "unknown" : `about ${duration(seconds * 1_000)}`],
    ["Expected cost", usd === undefined ? "unknown" : costInWords(usd, estimate.atMostUsd)],
  ];
}

function costInWords(usd: number, atMostUsd = usd): string {
  if (atMostUsd === 0) return "nothing";
  return atMostUsd === usd ? money(usd) : `about ${money(usd)}, up to ${money(atMostUsd)}`;
}

/** `12.50 USD` */
export function money(usd: number): string {
  return `${usd.toFixed(2)} USD`;
}
