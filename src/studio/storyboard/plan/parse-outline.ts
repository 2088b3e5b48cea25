import { visibleText } from "../../../base/text/plain-text.ts";

/** A part of an outline. Its texts are one line each, and none is empty. */
export type OutlineBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly OutlineItem[] }
  | { readonly kind: "code"; readonly lines: readonly string[] };

export interface OutlineItem {
  /** How deep it is nested; 0 is not nested. */
  readonly level: number;
  readonly text: string;
}

/**
 * Reads the outline of a request. Any text has blocks: what is neither a heading, a list nor complete code is a
 * paragraph.
 */
export function parseOutline(outline: string): OutlineBlock[] {
  const lines = visibleText(outline).split("\n");
  const fences = findFences(lines);
  const blocks: OutlineBlock[] = [];
  // The lines of the paragraph, or the items of the list, that may go on.
  let paragraph: string[] = [];
  let items: { level: number; lines: string[] }[] = [];
  const close = () => {
    const text = oneLine(paragraph.join(" "));
    if (text !== "") blocks.push({ kind: "paragraph", text });
    const texts = items.map(({ level, lines }) => ({ level, text: oneLine(lines.join(" ")) }));
    const filled = texts.filter((item) => item.text !== "");
    if (filled.length > 0) blocks.push({ kind: "list", items: filled });
    paragraph = [];
    items = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const end = fences.get(index);
    const [, marks = "", heading = ""] = /^(#{1,6})[ \t](.*)$/.exec(line) ?? [];
    const [, indent = "", item] = /^([ \t]*)-[ \t](.*)$/.exec(line) ?? [];
    if (end !== undefined || marks !== "" || line.trim() === "") close();
    if (end !== undefined) {
      blocks.push({ kind: "code", lines: lines.slice(index + 1, end) });
      index = end;
    } else if (marks !== "") {
      const text = oneLine(heading);
      if (text !== "") blocks.push({ kind: "heading", level: marks.length, text });
    } else if (item !== undefined) {
      items.push({ level: Math.floor(indent.length / 2), lines: [item] });
    } else {
      (items.at(-1)?.lines ?? paragraph).push(line);
    }
  }
  close();
  return blocks;
}

/** Returns the line that closes each line that opens code. Code that is never closed is none. */
function findFences(lines: readonly string[]): ReadonlyMap<number, number> {
  const closing = Map.groupBy(
    lines.flatMap((line, index) =>
      /^`{3,}\s*$/.test(line) ? [{ ticks: line.trimEnd().length, index }] : [],
    ),
    ({ ticks }) => ticks,
  );
  const positions = new Map<number, number>();
  const fences = new Map<number, number>();
  for (let index = 0; index < lines.length; index += 1) {
    const [, ticks = ""] = /^(`{3,})[ \t]*[^\s`]*[ \t]*$/.exec(lines[index] ?? "") ?? [];
    if (ticks === "") continue;
    const candidates = closing.get(ticks.length) ?? [];
    let position = positions.get(ticks.length) ?? 0;
    while ((candidates[position]?.index ?? Number.POSITIVE_INFINITY) <= index) position += 1;
    positions.set(ticks.length, position);
    const end = candidates[position]?.index;
    if (end === undefined) continue;
    fences.set(index, end);
    index = end;
  }
  return fences;
}

/** Replaces white space by single spaces; a space where no line may break is kept. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\S\u00a0\u202f]+/g, " ")
    .replace(/(?: [\u00a0\u202f]|[\u00a0\u202f]{2}|[\u00a0\u202f] )[\s]*/g, " ")
    .trim();
}
