import type { Outcome } from "./outcome.ts";

/** Formats the outcomes as a table, with the reasons of the failures below it. */
export function toTable(outcomes: readonly Outcome[]): string {
  const head = ["workflow", "job", "result", "s", "proves that"];
  const rows = outcomes.map(({ workflow, job, result, seconds, promise }) => {
    return [workflow, job, result, seconds.toFixed(1), promise];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const toLine = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const failed = outcomes.filter(({ result }) => result !== "success");
  const failures = failed.map(
    ({ workflow, job, reasons }) => `\n${workflow} / ${job}\n  ${reasons.join("\n  ")}`,
  );
  const count = `${outcomes.length - failed.length} passed, ${failed.length} failed`;
  return [toLine(head), ...rows.map(toLine), ...failures, "", count, ""].join("\n");
}
