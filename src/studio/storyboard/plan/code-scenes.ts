import { maxCodeLines, maxCodeLineWidth } from "./card-size.ts";
import type { PlannedScene } from "./plan.ts";

/** Returns the card of code, with its first lines if it is long; none if there is nothing to see. */
export function toCodeScenes(lines: readonly string[]): PlannedScene[] {
  const untabbed = lines.map((line) => line.replaceAll("\t", "  ").trimEnd());
  const first = untabbed.findIndex((line) => line !== "");
  if (first === -1) return [];
  const filled = untabbed.slice(first, untabbed.findLastIndex((line) => line !== "") + 1);
  const indents = filled.flatMap((line) => (line === "" ? [] : [line.length - line.trimStart().length]));
  const indent = indents.reduce((least, next) => Math.min(least, next));
  const code = filled.slice(0, maxCodeLines).map((line) => shorten(line.slice(indent)));
  if (filled.length > maxCodeLines) code.splice(maxCodeLines - 1, 1, "…");
  return [{ kind: "code", blocks: [], code }];
}

function shorten(line: string): string {
  const characters = Array.from(line.slice(0, 2 * maxCodeLineWidth));
  if (characters.length <= maxCodeLineWidth) return line;
  return `${characters.slice(0, maxCodeLineWidth - 1).join("")}…`;
}
