import { visibleText } from "../base/text/plain-text.ts";

const maxTitleLength = 60;

/**
 * Returns a title from the first words of a prompt or script: its first sentence if that is short, otherwise as
 * many whole words as fit into 60 characters. Empty if the text begins with none. Values of placeholders are not
 * part of it: `typedText` has "…" in their place.
 */
export function titleFromText(typedText: string): string {
  const [firstLine = ""] = visibleText(typedText).trim().split("\n");
  const line = firstLine
    .replace(/^[\s#>*+\d.)-]+(?=\p{L})/u, "")
    .replace(/[*_`~#"<>[\]{}|]+/g, "")
    .replace(/\s+/g, " ");
  const [start = ""] = line.split("…", 1);
  const [sentence = ""] = start.split(/(?<=\p{L}{2}|\d)[.!?:;](?=\s|$)|[。！？：；]/u, 1);
  return withoutLastMark(wholeWords(sentence.trim()));
}

function wholeWords(text: string): string {
  if (text.length <= maxTitleLength) return text;
  const words = new Intl.Segmenter("en", { granularity: "word" });
  let title = "";
  for (const { segment } of words.segment(text)) {
    if (title.length + segment.length > maxTitleLength) break;
    title += segment;
  }
  return title.trim();
}

// A title that ends in the middle of a sentence needs no comma.
const withoutLastMark = (title: string) => title.replace(/[\s\p{Pd},;:.&(]+$/u, "");
