import { formatDuration } from "../../base/format-units.ts";

/** A name and its value, as people read them. Words from outside are plain text already. */
export type PreflightRow = readonly [name: string, value: string];

/** What is to be expected; undefined is unknown. The money is in US dollars. */
export interface Estimate {
  readonly seconds?: number | undefined;
  readonly usd?: number | undefined;
  /** With a margin for a video that becomes longer than expected. */
  readonly atMostUsd?: number | undefined;
  /** Why the cost is unknown, as a sentence without its stop. */
  readonly unknownReason?: string | undefined;
  /** What a second of the video costs, where that is how the price is made. */
  readonly usdPerSecond?: readonly [least: number, most: number] | undefined;
  /** How long the provider usually takes, in minutes. */
  readonly waitMinutes?: readonly [from: number, to: number] | undefined;
}

/** What a provider says, before anything is paid for, to a video that is asked for. */
export interface Preflight {
  readonly rows: readonly PreflightRow[];
  /** What stops nothing but wants to be looked at, a sentence each. */
  readonly warnings: readonly string[];
  readonly estimate: Estimate;
}

/** All that there is to show: what was found, then what is to be expected. */
export function preflightRows({ rows, estimate }: Preflight): readonly PreflightRow[] {
  const { seconds, usd, unknownReason } = estimate;
  const isSilent = rows.length === 0 && seconds === undefined && usd === undefined;
  if (isSilent) return [];
  return [
    ...rows,
    ["Expected length", formatLength(estimate)],
    ["Expected cost", formatCost(estimate) + (unknownReason ? ` (${unknownReason})` : "")],
    ...(estimate.waitMinutes ? [["Expected wait", formatWait(estimate.waitMinutes)] as const] : []),
  ];
}

/** `about 45 s` */
export function formatLength({ seconds }: Estimate): string {
  return seconds === undefined ? "unknown" : `about ${formatDuration(seconds * 1_000)}`;
}

/** `20 min to 45 min` */
export function formatWait([from, to]: readonly [number, number]): string {
  const [least, most] = [formatDuration(from * 60_000), formatDuration(to * 60_000)];
  return least === most ? `about ${most}` : `${least} to ${most}`;
}

/** `about 1.50 USD, up to 2.61 USD`; an unknown cost is called unknown, and never nothing. */
export function formatCost({ usd, atMostUsd = usd }: Estimate): string {
  if (usd === undefined || atMostUsd === undefined) return "unknown";
  if (atMostUsd === 0) return "nothing";
  return atMostUsd === usd ? formatUsd(usd) : `about ${formatUsd(usd)}, up to ${formatUsd(atMostUsd)}`;
}

/** `12.50 USD` */
export function formatUsd(usd: number): string {
  return `${usd.toFixed(2)} USD`;
}

/** What a video of this length costs by the price of a second; undefined where it is not made so. */
export function formatCostOfLength({ usdPerSecond }: Estimate, seconds: number): string | undefined {
  if (!usdPerSecond) return undefined;
  const [least, most] = usdPerSecond.map((price) => formatUsd(price * seconds));
  return least === most ? `about ${most}` : `${least} to ${most}`;
}
