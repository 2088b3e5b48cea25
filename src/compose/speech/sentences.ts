import { withoutBrackets } from "./brackets.ts";
import { withoutLeads } from "./clauses.ts";
import { hasWords, lineEnd, removed } from "./marks.ts";
import { keepSentences, polish } from "./polish.ts";
import { markReferences } from "./references.ts";
import { isSilentLine, isSilentSentence } from "./silent-sentences.ts";
import { speakSymbols } from "./symbols.ts";

const east = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}。，、；：！？（）「」]";
const wrappedEast = new RegExp(`(?<=${east}) ?\\n ?(?=${east})`, "gu");

/** The speakable text of one block, its meant lines apart from each other. Empty when nothing is left to say. */
export function toLines(text: string): string[] {
  return text
    .replace(/\u2028 ?(?=\p{Ll})/gu, "\n")
    .split(lineEnd)
    .filter(hasWords)
    .map((line) => settle(joinWrapped(line)))
    .filter(hasWords);
}

// What is taken out can bring together what looks like a reference again.
function settle(line: string): string {
  let [before, after] = ["", line];
  for (let round = 0; round < 4 && after !== before; round += 1) [before, after] = [after, speakable(after)];
  return after;
}

function speakable(line: string): string {
  const marked = markReferences(line.replace(/ +([:.,])(?=\s|$)/g, "$1"));
  const text = withoutBrackets(marked).replace(/ {2,}/g, " ").trim();
  const kept = keepSentences(text, (sentence) => !isSilentSentence(sentence.trim()));
  return polish(speakSymbols(withoutLeads(kept).replaceAll(removed, " ")));
}

// Between Chinese or Japanese characters a wrapped line has no space.
function joinWrapped(text: string): string {
  const lines = markReferences(text)
    .split("\n")
    .filter((line) => !isSilentLine(line.trim()));
  return lines.join("\n").replace(wrappedEast, "").replace(/\n/g, " ");
}
