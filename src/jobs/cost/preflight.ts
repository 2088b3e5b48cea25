import { duration } from "../../base/plain-text.ts";

/** A name and its value, as people read them. Words from outside are plain text already. */
export type Finding = readonly [name: string, value: string];

/** What is to be expected; undefined is unknown. The money is in US dollars. */
export interface Estimate {
  readonly seconds?: number | undefined;
  readonly usd?: number | undefined;
  /** With a margin for a video that becomes longer than expected. */
  readonly atMostUsd?: number | undefined;
  /** Why the cost is unknown, as a sentence without its stop. */
  readonly unknownBecause?: string | undefined;
  /** What a second of the video costs, where that is how the price is made. */
  readonly usdPerSecond?: readonly [least: number, most: number] | undefined;
  /** How long the provider usually takes, in minutes. */
  readonly waitMinutes?: readonly [from: number, to: number] | undefined;
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
  const { seconds, usd, unknownBecause } = estimate;
  const isSilent = findings.length === 0 && seconds === undefined && usd === undefined;
  if (isSilent) return [];
  return [
    ...findings,
    ["Expected length", lengthInWords(estimate)],
    ["Expected cost", costInWords(estimate) + (unknownBecause ? ` (${unknownBecause})` : "")],
    ...(estimate.waitMinutes ? [["Expected wait", waitInWords(estimate.waitMinutes)] as const] : []),
  ];
}

/** `about 45 s` */
export function lengthInWords({ seconds }: Estimate): string {
  return seconds === undefined ? "unknown" : `about ${duration(seconds * 1_000)}`;
}

/** `20 min to 45 min` */
export function waitInWords([from, to]: readonly [number, number]): string {
  const [least, most] = [duration(from * 60_000), duration(to * 60_000)];
  return least === most ? `about ${most}` : `${least} to ${most}`;
}

/** `about 1.50 USD, up to 2.61 USD`; an unknown cost is called unknown, and never nothing. */
export function costInWords({ usd, atMostUsd = usd }: Estimate): string {
  if (usd === undefined || atMostUsd === undefined) return "unknown";
  if (atMostUsd === 0) return "nothing";
  return atMostUsd === usd ? money(usd) : `about ${money(usd)}, up to ${money(atMostUsd)}`;
}

/** `12.50 USD` */
export function money(usd: number): string {
  return `${usd.toFixed(2)} USD`;
}

/** What a video of this length costs by the price of a second; undefined where it is not made so. */
export function costOfLength({ usdPerSecond }: Estimate, seconds: number): string | undefined {
  if (!usdPerSecond) return undefined;
  const [least, most] = usdPerSecond.map((price) => money(price * seconds));
  return least === most ? `about ${most}` : `${least} to ${most}`;
}
