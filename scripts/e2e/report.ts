import type { Outcome } from "./outcome.ts";

/** The outcomes as a table for people, with the reasons of what failed below it. */
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
  const reasons = failed.map(({ workflow, job, why }) => `\n${workflow} / ${job}\n  ${why.join("\n  ")}`);
  const count = `${outcomes.length - failed.length} passed, ${failed.length} failed`;
  return [toLine(head), ...rows.map(toLine), ...reasons, "", count, ""].join("\n");
}
