import type { Block } from "./block.ts";
import { isDependencyNote } from "./dependencies.ts";
import { headingWords } from "./headings.ts";
import { hasWords } from "./marks.ts";
import { withoutPrefix } from "./prefixes.ts";
import { toLines } from "./sentences.ts";
import { withStop } from "./stops.ts";

/** A block with what is said of it: sentences, or nothing. */
export interface Spoken extends Omit<Block, "text"> {
  readonly said: string;
  /** It says that a dependency has a new version. */
  readonly isNote: boolean;
}

/** What is said of a block, by its kind. */
export function toSpoken({ text, ...block }: Block): Spoken {
  const lines = toLines(text);
  const isNote = lines.length === 1 && isDependencyNote(lines[0] ?? "");
  const words = block.kind === "heading" ? lines.map(headingWords) : lines.map(withoutPrefix);
  return {
    ...block,
    isNote,
    said: words.filter(hasWords).map(withStop).join(" "),
  };
}
