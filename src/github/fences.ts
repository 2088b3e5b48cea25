/** A fence that has been opened: its sign, and how far in the text of its list item stands; 0 outside of a list. */
interface Fence {
  readonly sign: string;
  readonly depth: number;
}

// Backticks with one more behind them are code in a line. Source: CommonMark 0.31, 4.5.
const opening = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*)(`{3,}(?![^\n]*`)|~{3,})/;

// Within these a fence is none. Source: CommonMark 0.31, 4.6.
const raw: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
];

/** Tells line by line, from the first on, whether a line of Markdown belongs to a fenced block of code. */
export function createFenceReader(): (line: string) => boolean {
  let fence: Fence | undefined;
  let rawEnd: RegExp | undefined;
  return (line) => {
    // A list item takes what stands in it to its end.
    if (fence && line.trim() !== "" && indentOf(line) < fence.depth) fence = undefined;
    if (fence) {
      if (closes(line, fence)) fence = undefined;
      return true;
    }
    rawEnd ??= raw.find(([begin]) => begin.test(line))?.[1];
    if (rawEnd) {
      if (rawEnd.test(line)) rawEnd = undefined;
      return false;
    }
    const [, before = "", sign = ""] = opening.exec(line) ?? [];
    if (sign !== "") fence = { sign, depth: before.trim() === "" ? 0 : before.length };
    return fence !== undefined;
  };
}

const indentOf = (line: string) => line.search(/[^ ]|$/);

function closes(line: string, { sign, depth }: Fence): boolean {
  const text = line.trim();
  const isFence = text.startsWith(sign) && text === sign.charAt(0).repeat(text.length);
  return isFence && !line.startsWith("\t") && indentOf(line) <= depth + 3;
}
