/** A fence that has been opened: its sign, and how far in the text of its list item stands; 0 outside of a list. */
interface Fence {
  readonly marker: string;
  readonly contentIndent: number;
}

// Backticks with one more behind them are code in a line. Source: CommonMark 0.31, 4.5.
const fenceOpening = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*)(`{3,}(?![^\n]*`)|~{3,})/;

// Within these a fence is none. Source: CommonMark 0.31, 4.6.
const rawHtmlBlocks: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
];

/** Tells line by line, from the first on, whether a line of Markdown belongs to a fenced block of code. */
function createFenceTracker(): (line: string) => boolean {
  let fence: Fence | undefined;
  let rawEnd: RegExp | undefined;
  return (line) => {
    // A list item takes what stands in it to its end.
    if (fence && line.trim() !== "" && indentOf(line) < fence.contentIndent) fence = undefined;
    if (fence) {
      if (closesFence(line, fence)) fence = undefined;
      return true;
    }
    rawEnd ??= rawHtmlBlocks.find(([begin]) => begin.test(line))?.[1];
    if (rawEnd) {
      if (rawEnd.test(line)) rawEnd = undefined;
      return false;
    }
    const [, before = "", sign = ""] = fenceOpening.exec(line) ?? [];
    if (sign !== "") fence = { marker: sign, contentIndent: before.trim() === "" ? 0 : before.length };
    return fence !== undefined;
  };
}

const indentOf = (line: string) => line.search(/[^ ]|$/);

function closesFence(line: string, { marker, contentIndent }: Fence): boolean {
  const text = line.trim();
  const isFence = text.startsWith(marker) && text === marker.charAt(0).repeat(text.length);
  return isFence && !line.startsWith("\t") && indentOf(line) <= contentIndent + 3;
}

/** What stands before our block in release notes. */
export const openMarker = (key: string): string => `<!-- showreel:${key} -->`;

/** What stands behind it. */
export const closeMarker = (key: string): string => `<!-- /showreel:${key} -->`;

/** A block of ours in release notes, with its marks. */
interface MarkedBlock {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** All our blocks in these notes, in their order; what is quoted, or shown as code, is somebody's. */
export function findMarkedBlocks(notes: string): MarkedBlock[] {
  const blocks: MarkedBlock[] = [];
  const begins = new Map<string, number>();
  for (const { key, isEnd, from, to } of findMarkers(notes)) {
    const begin = begins.get(key);
    if (!isEnd) begins.set(key, from);
    // A begin without its end may stand before: what is between is somebody's.
    else if (begin !== undefined && begin >= (blocks.at(-1)?.to ?? 0)) {
      blocks.push({ key, from: begin, to });
      begins.delete(key);
    }
  }
  return blocks;
}

/** Release notes without what we have put into them, for whatever video: our own link is no news. */
export function removeMarkedBlocks(notes: string): string {
  const kept: string[] = [];
  let rest = 0;
  for (const { from, to } of findMarkedBlocks(notes)) {
    kept.push(notes.slice(rest, from).trimEnd(), "\n\n");
    rest = to;
    while (/\s/.test(notes[rest] ?? "")) rest += 1;
  }
  return [...kept, notes.slice(rest)].join("").trim();
}

interface Marker extends MarkedBlock {
  readonly isEnd: boolean;
}

const markerPattern = /<!-- (\/?)showreel:(\S{1,2400}) -->/g;

function findMarkers(notes: string): Marker[] {
  const marks: Marker[] = [];
  const isFenced = createFenceTracker();
  let start = 0;
  for (const line of notes.split("\n")) {
    if (!isFenced(line) && !isQuoted(line)) marks.push(...markersInLine(line, start));
    start += line.length + 1;
  }
  return marks;
}

// A quotation, or code by its indentation.
const isQuoted = (line: string) => /^(?: {0,3}>| {4}|\t)/.test(line);

function markersInLine(line: string, start: number): Marker[] {
  return [...line.matchAll(markerPattern)].flatMap(({ 0: whole, 1: slash, 2: key = "", index }) => {
    const isCode = (line.slice(0, index).split("`").length - 1) % 2 === 1;
    const from = start + index;
    return isCode ? [] : [{ key, isEnd: slash === "/", from, to: from + whole.length }];
  });
}
