const wholeLength = 32_000;
const pieceLength = 8_000;
const maxDefinitions = 200;

/**
 * A long document in pieces that can be parsed one by one, as the parser's time grows with the square of some (measured:
 * 14 s for 9,000 block quotes). They begin at a heading where there is one, never inside fenced code or a comment unless
 * that is longer than a piece, and each has the definitions of links with it.
 */
export function toPieces(source: string): string[] {
  if (source.length <= wholeLength) return [source];
  const definitions = source.match(/^ {0,3}\[[^\]\n]{1,100}\]: ?\S.*$/gm)?.slice(0, maxDefinitions) ?? [];
  const lines = source.split("\n");
  const ranks = rankLines(lines);
  const pieces: string[] = [];
  for (let from = 0; from < lines.length; ) {
    const to = endOfPiece(lines, ranks, from);
    pieces.push([...lines.slice(from, to), "", ...definitions].join("\n"));
    from = to;
  }
  return pieces;
}

// How well a piece may begin with a line: 3 a heading, 2 after an empty line, 1 an item, 0 hardly.
function rankLines(lines: readonly string[]): number[] {
  let fence = "";
  let isComment = false;
  return lines.map((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    const isInside = fence !== "" || isComment;
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    if (line.includes("<!--")) isComment = true;
    if (line.lastIndexOf("-->") > line.lastIndexOf("<!--")) isComment = false;
    if (isInside || /^\s/.test(line)) return 0;
    if (/^#{1,3} /.test(line)) return 3;
    if (lines[index - 1]?.trim() === "") return 2;
    return /^[-*+] /.test(line) ? 1 : 0;
  });
}

function endOfPiece(lines: readonly string[], ranks: readonly number[], from: number): number {
  let [length, best] = [0, from + 1];
  let bestRank = -1;
  for (let index = from; index < lines.length; index += 1) {
    const rank = ranks[index] ?? 0;
    if (index > from && length > pieceLength / 2 && rank >= bestRank) [best, bestRank] = [index, rank];
    length += (lines[index]?.length ?? 0) + 1;
    if (length > pieceLength && index > from) return bestRank < 0 ? index : best;
  }
  return lines.length;
}
