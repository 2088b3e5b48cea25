import type { ActionResult } from "../action/run-action.ts";

/** The lines of log and summary that show the fake's key or one of its signatures; to mask a key it must be named. */
export function linesWithSecrets({ stdout, stderr, summary }: Omit<ActionResult, "outputs">): string[] {
  const lines = [stdout, stderr, summary].join("\n").split("\n");
  return lines.filter((line) => /test-key|secret-/.test(line) && !line.startsWith("::add-mask::"));
}

/** What a step shows, without the commands that tell the runner of a secret. */
export function visibleOutput({ stdout, stderr, summary }: Omit<ActionResult, "outputs">): string {
  return [stdout, stderr, summary].join("\n").replace(/^::add-mask::.*$/gm, "");
}

/** A summary as people read it: character references become the characters that they stand for. */
export function toReadableText(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
