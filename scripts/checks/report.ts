/** Prints the findings of a check, one per line; the process fails if there are any. */
export function report(title: string, findings: readonly string[]): void {
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.stdout.write(`${title}: ${findings.length === 0 ? "nothing found" : `${findings.length} found`}\n`);
  if (findings.length > 0) process.exitCode = 1;
}
