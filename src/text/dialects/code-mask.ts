/** Stands in for each character of code in a masked text. */
export const codeCharacter = "\ue010";

/**
 * Returns a text of the same length in which code, fenced or inline, consists of code characters, so that a
 * pattern can't match inside of it.
 */
export function maskCode(markdown: string): string {
  const masked: string[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) masked.push(maskCodeSpans(paragraph.join("\n")));
    paragraph = [];
  };
  const tracker = createFenceTracker();
  for (const line of markdown.split("\n")) {
    const isCode = tracker.visitLine(line);
    if (!isCode && line.trim() !== "") {
      paragraph.push(line);
      continue;
    }
    endParagraph();
    masked.push(isCode ? codeCharacter.repeat(line.length) : line);
  }
  endParagraph();
  return masked.join("\n");
}

/** Returns the text with empty lines instead of fenced code. */
export function withoutFencedCode(markdown: string): string {
  const tracker = createFenceTracker();
  return markdown
    .split("\n")
    .map((line) => (tracker.visitLine(line) ? "" : line))
    .join("\n");
}

/** Tracks whether the lines of a document belong to fenced code. */
export interface FenceTracker {
  readonly isInCode: boolean;
  /** Call this with every line in order. Returns whether the line is in the code or is one of its fences. */
  visitLine(line: string): boolean;
}

/** Creates a tracker for one document. */
export function createFenceTracker(): FenceTracker {
  let fence = "";
  return {
    get isInCode() {
      return fence !== "";
    },
    visitLine(line) {
      if (fence === "") {
        fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?!.*`)|~{3,})/.exec(line)?.[1] ?? "";
        return fence !== "";
      }
      const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? "";
      if (closing.startsWith(fence)) fence = "";
      return true;
    },
  };
}

// A code span ends at the next run of as many backticks.
function maskCodeSpans(paragraph: string): string {
  if (!paragraph.includes("`")) return paragraph;
  const runs = [...paragraph.matchAll(/`+/g)];
  const nextOfLength = new Map<number, number>();
  const closings = runs.map(() => -1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closings[index] = nextOfLength.get(length) ?? -1;
    nextOfLength.set(length, index);
  }
  let masked = "";
  let end = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const [opening, closing] = [runs[index], runs[closings[index] ?? -1]];
    if (!opening || !closing) continue;
    const spanEnd = closing.index + closing[0].length;
    masked += paragraph.slice(end, opening.index) + codeCharacter.repeat(spanEnd - opening.index);
    end = spanEnd;
    index = closings[index] ?? index;
  }
  return masked + paragraph.slice(end);
}

/** A match outside of code. Its texts are those of the document, with the code that they contain. */
export interface Match {
  readonly whole: string;
  readonly groups: readonly (string | undefined)[];
  /** Where the match starts in the document. */
  readonly start: number;
}

/**
 * Replaces what a pattern matches outside of code. The pattern needs the flags `d` and `g`, and sees code as
 * code characters.
 */
export function replaceOutsideCode(
  text: string,
  pattern: RegExp,
  replace: (match: Match) => string,
  masked = maskCode(text),
): string {
  let result = "";
  let end = 0;
  for (const found of masked.matchAll(pattern)) {
    const indices = found.indices ?? [];
    const slices = Array.from(indices, (range) => (range ? text.slice(range[0], range[1]) : undefined));
    const [whole = "", ...groups] = slices;
    result += text.slice(end, found.index) + replace({ whole, groups, start: found.index });
    end = found.index + whole.length;
  }
  return result + text.slice(end);
}
