import type { Outcome } from "./run.ts";

/** One scenario and its result. */
export interface Row extends Outcome {
  readonly scenario: string;
}

/** Whether the video was paid for once, and the run finished. */
export function isPaidOnceAndFinished({ billed, finished }: Row): boolean {
  return billed === 1 && finished;
}

/** Prints a table and a line of counts directly to stdout, so that vitest adds no headings. */
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
    `max. attempts ${Math.max(...rows.map(({ attempts }) => attempts))}`,
    `${Math.round((Date.now() - startedAt) / 1_000)} s`,
  ].join(", ");
}
