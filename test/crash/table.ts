import type { Outcome } from "./run.ts";

/** One scenario and what it came to. */
export interface Row extends Outcome {
  readonly scenario: string;
}

/** Whether a video was paid for once and came out of it. */
export function isGood({ billed, finished }: Row): boolean {
  return billed === 1 && finished;
}

/** Prints a table with a line of counts under it; past vitest, which would put its own words between. */
export function printTable(title: string, rows: readonly Row[], startedAt: number): void {
  const width = Math.max(...rows.map(({ scenario }) => scenario.length));
  const head = `${"scenario".padEnd(width)}  billed  finished  resumed  attempts`;
  const lines = rows.map(
    ({ scenario, billed, finished, resumed, attempts }) =>
      `${scenario.padEnd(width)}  ${`${billed}`.padEnd(6)}  ${`${finished}`.padEnd(8)}  ${resumed.padEnd(7)}  ${attempts}`,
  );
  process.stdout.write(`\n${[title, head, ...lines, countsOf(rows, startedAt)].join("\n")}\n`);
}

function countsOf(rows: readonly Row[], startedAt: number): string {
  const count = (matches: (row: Row) => boolean) => rows.filter(matches).length;
  return [
    `${rows.length} scenarios`,
    `billed once ${count(({ billed }) => billed === 1)}`,
    `finished ${count(({ finished }) => finished)}`,
    `resumed ${count(({ resumed }) => resumed === "true")}`,
    `most attempts ${Math.max(...rows.map(({ attempts }) => attempts))}`,
    `${Math.round((Date.now() - startedAt) / 1_000)} s`,
  ].join(", ");
}
