import type { StepResult } from "../action/step.ts";

/**
 * Returns the lines of log and summary with the fake's key or a signature, except `::add-mask::` commands.
 */
export function linesWithSecrets({ stdout, stderr, summary }: Omit<StepResult, "outputs">): string[] {
  const lines = [stdout, stderr, summary].join("\n").split("\n");
  return lines.filter((line) => /test-key|secret-/.test(line) && !line.startsWith("::add-mask::"));
}

/** Returns what a step prints, without `::add-mask::` commands. */
export function visibleOutput({ stdout, stderr, summary }: Omit<StepResult, "outputs">): string {
  return [stdout, stderr, summary].join("\n").replace(/^::add-mask::.*$/gm, "");
}

/** Decodes the numeric character references of a summary. */
export function toReadableText(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
