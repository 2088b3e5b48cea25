/** An open code fence. The indent is that of its list item; 0 outside of a list. */
interface Fence {
  readonly marker: string;
  readonly contentIndent: number;
}

// Backticks that are closed on the same line are inline code. Source: CommonMark 0.31, 4.5.
const fenceOpening = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*)(`{3,}(?![^\n]*`)|~{3,})/;

// Inside these HTML blocks a fence does not open a code block. Source: CommonMark 0.31, 4.6.
const rawHtmlBlocks: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
];

/**
 * Returns a function that is called with each line, in order, and returns whether it is in a fenced code
 * block.
 */
function createFenceTracker(): (line: string) => boolean {
  let fence: Fence | undefined;
  let rawEnd: RegExp | undefined;
  return (line) => {
    // A fence in a list item ends with the item.
    if (fence && line.trim() !== "" && indentOf(line) < fence.contentIndent) fence = undefined;
    if (fence) {
      if (closesFence(line, fence)) fence = undefined;
      return true;
    }
    rawEnd ??= rawHtmlBlocks.find(([start]) => start.test(line))?.[1];
    if (rawEnd) {
      if (rawEnd.test(line)) rawEnd = undefined;
      return false;
    }
    const [, prefix = "", marker = ""] = fenceOpening.exec(line) ?? [];
    if (marker !== "") fence = { marker, contentIndent: prefix.trim() === "" ? 0 : prefix.length };
    return fence !== undefined;
  };
}

const indentOf = (line: string) => line.search(/[^ ]|$/);

function closesFence(line: string, { marker, contentIndent }: Fence): boolean {
  const text = line.trim();
  const isFence = text.startsWith(marker) && text === marker.charAt(0).repeat(text.length);
  return isFence && !line.startsWith("\t") && indentOf(line) <= contentIndent + 3;
}

/**
 * Returns the HTML comment that starts our block in release notes. It is also the first line of our pull
 * request comments.
 */
export const openMarker = (key: string): string => `<!-- showreel:${key} -->`;

/** Returns the HTML comment that ends our block in release notes. */
export const closeMarker = (key: string): string => `<!-- /showreel:${key} -->`;

/** One of our blocks in release notes, including its markers. */
interface MarkedBlock {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Returns our blocks in these notes, in order. Markers in a quotation or in code don't count. */
export function findMarkedBlocks(notes: string): MarkedBlock[] {
  const blocks: MarkedBlock[] = [];
  const openMarkers = new Map<string, number>();
  for (const { key, isEnd, from, to } of findMarkers(notes)) {
    const start = openMarkers.get(key);
    if (!isEnd) openMarkers.set(key, from);
    // A block that starts inside an earlier one isn't ours.
    else if (start !== undefined && start >= (blocks.at(-1)?.to ?? 0)) {
      blocks.push({ key, from: start, to });
      openMarkers.delete(key);
    }
  }
  return blocks;
}

/** Returns release notes without our blocks for any video. */
export function removeMarkedBlocks(notes: string): string {
  const kept: string[] = [];
  let position = 0;
  for (const { from, to } of findMarkedBlocks(notes)) {
    kept.push(notes.slice(position, from).trimEnd(), "\n\n");
    position = to;
    while (/\s/.test(notes[position] ?? "")) position += 1;
  }
  return [...kept, notes.slice(position)].join("").trim();
}

interface Marker extends MarkedBlock {
  readonly isEnd: boolean;
}

const markerPattern = /<!-- (\/?)showreel:(\S{1,2400}) -->/g;

function findMarkers(notes: string): Marker[] {
  const markers: Marker[] = [];
  if (!hasMarkerName(notes)) return markers;
  const isFenced = createFenceTracker();
  let start = 0;
  for (const line of notes.split("\n")) {
    if (!isFenced(line) && hasMarkerName(line) && !isQuoted(line))
      markers.push(...markersInLine(line, start));
    start += line.length + 1;
  }
  return markers;
}

// Most notes and most lines have none.
const hasMarkerName = (text: string) => text.includes("showreel:");

// A block quote, or an indented code block.
const isQuoted = (line: string) => /^(?: {0,3}>| {4}|\t)/.test(line);

function markersInLine(line: string, start: number): Marker[] {
  return [...line.matchAll(markerPattern)].flatMap(({ 0: marker, 1: slash, 2: key = "", index }) => {
    const isCode = (line.slice(0, index).split("`").length - 1) % 2 === 1;
    const from = start + index;
    return isCode ? [] : [{ key, isEnd: slash === "/", from, to: from + marker.length }];
  });
}
