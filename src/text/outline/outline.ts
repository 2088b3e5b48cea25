/** A block of an outline: the words of a video with their structure. */
export type OutlineBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly OutlineItem[] }
  | { readonly kind: "code"; readonly language: string; readonly lines: readonly string[] }
  | { readonly kind: "paragraph"; readonly text: string };

/** An item of a list; `level` is 1, or more in a nested list. */
export interface OutlineItem {
  readonly level: number;
  readonly text: string;
}

/**
 * Writes an outline as text, with a blank line between two blocks. A block is one of these:
 * - a heading: `# text` to `###### text`;
 * - the items of one list, one per line: `- text`, with two spaces before it for each level of nesting;
 * - code between two fences of backticks that are longer than any in the code, with its language after the
 *   first one if it is known;
 * - a paragraph on one line.
 */
export function formatOutline(blocks: readonly OutlineBlock[]): string {
  return blocks.map(formatBlock).join("\n\n");
}

function formatBlock(block: OutlineBlock): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${block.text}`;
    case "list":
      return block.items.map(({ level, text }) => `${"  ".repeat(level - 1)}- ${text}`).join("\n");
    case "code": {
      const runs = block.lines.flatMap((line) => line.match(/`+/g) ?? []);
      const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
      return [fence + block.language, ...block.lines, fence].join("\n");
    }
    case "paragraph":
      return block.text;
  }
}

/** Parses a text that `formatOutline` has written. */
export function parseOutline(outline: string): OutlineBlock[] {
  const blocks: OutlineBlock[] = [];
  const lines = outline.split("\n");
  for (let start = 0; start < lines.length; ) {
    const { block, end } = parseBlock(lines, start);
    if (block) blocks.push(block);
    start = end;
  }
  return blocks;
}

function parseBlock(lines: readonly string[], start: number): { block?: OutlineBlock; end: number } {
  const line = lines[start] ?? "";
  if (line === "") return { end: start + 1 };
  const [, fence, language = ""] = /^(`{3,})([^`]*)$/.exec(line) ?? [];
  if (fence !== undefined) {
    const closing = lines.indexOf(fence, start + 1);
    const end = closing < 0 ? lines.length : closing;
    return { block: { kind: "code", language, lines: lines.slice(start + 1, end) }, end: end + 1 };
  }
  const [, hashes, heading = ""] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
  if (hashes) return { block: { kind: "heading", level: hashes.length, text: heading }, end: start + 1 };
  const items: OutlineItem[] = [];
  let end = start;
  for (let item = itemPattern.exec(line); item; item = itemPattern.exec(lines[end] ?? "")) {
    items.push({ level: (item[1] ?? "").length / 2 + 1, text: item[2] ?? "" });
    end += 1;
  }
  if (items.length > 0) return { block: { kind: "list", items }, end };
  return { block: { kind: "paragraph", text: line }, end: start + 1 };
}

const itemPattern = /^((?: {2})*)- (.*)$/;
