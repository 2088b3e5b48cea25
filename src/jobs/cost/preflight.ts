import { type Estimate, formatCost, formatLength, formatWait } from "./estimate.ts";

/** One line of a dry run's report. Values from the provider are already plain text. */
export type PreflightRow = readonly [name: string, value: string];

/** What a provider reports about a request before it is submitted. */
export interface Preflight {
  readonly rows: readonly PreflightRow[];
  /** Problems that don't prevent a submit but should be checked, one sentence each. */
  readonly warnings: readonly string[];
  readonly estimate: Estimate;
}

/**
 * Returns the rows of the preflight, followed by those of its estimate; empty if the preflight has neither
 * rows nor an estimate.
 */
export function preflightRows({ rows, estimate }: Preflight): readonly PreflightRow[] {
  const { seconds, usd, unknownReason, waitMinutes } = estimate;
  if (rows.length === 0 && seconds === undefined && usd === undefined) return [];
  return [
    ...rows,
    ["Expected length", formatLength(estimate)],
    ["Expected cost", formatCost(estimate) + (unknownReason ? ` (${unknownReason})` : "")],
    ...(waitMinutes ? [["Expected wait", formatWait(waitMinutes)] as const] : []),
  ];
}

/** What a dry run says at its end, in the log and in the job summary. */
export const dryRunMessage = "Nothing was submitted: this was a dry run.";
