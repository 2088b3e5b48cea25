import type { Block } from "./blocks.ts";
import { isSpeakable } from "./characters.ts";
import { withFullStop } from "./punctuation.ts";
import { cleanText, toSpokenLines } from "./sentences.ts";

/** A block with its spoken text. */
export interface SpokenBlock extends Omit<Block, "text"> {
  /** The block's lines, still with the prefixes of commits. */
  readonly lines: readonly string[];
  /** Sentences, or "" if there is nothing to say. */
  readonly spokenText: string;
}

/** Converts the text of a block to sentences. */
export function toSpokenBlock({ text, ...block }: Block): SpokenBlock {
  const lines = toSpokenLines(text);
  const spoken = lines.map(block.kind === "heading" ? speakHeading : speakCommitSubject);
  return { ...block, lines, spokenText: spoken.filter(isSpeakable).map(withFullStop).join(" ") };
}

const version = /^v?\d+(?:\.\d+){1,3}(?:[-+.][\w.+-]{1,40})?$/i;
const trailingDate = /(?:^|[\s,(–—-]{1,5})(?:released (?:on )?)?\d{4}[-/.]\d{2}[-/.]\d{2}\)?$/i;

// Removes a date and a colon at the end. A number alone is spoken as a version.
function speakHeading(heading: string): string {
  if (/^(?:change ?log|releases)$/i.test(heading)) return "";
  const text = cleanText(heading.replace(trailingDate, "")).replace(/[:：]$/u, "");
  return version.test(text) ? `Version ${text.replace(/^v/i, "")}` : text;
}

const typePrefix =
  /^(feat|feature|fix|bugfix|hotfix|docs?|style|refactor|perf|tests?|build|ci|chore|revert|security|deps|wip|enhancement|improvement)(?: ?\([^()]{1,60}\))?(!)?: ?(?=\S)/i;
const spokenTypes: Readonly<Record<string, string>> = {
  fix: "Fix: ",
  bugfix: "Fix: ",
  hotfix: "Fix: ",
  docs: "Documentation: ",
  doc: "Documentation: ",
  test: "Tests: ",
  tests: "Tests: ",
  ci: "CI: ",
  revert: "Reverted: ",
  security: "Security: ",
};
const revertPrefix = /^(revert(?:s|ed)?:? ["“])(.+)$/i;
// git-cliff writes the scope first: "(api) add x".
const scope = /^(breaking: )?\([\w ./,-]{1,40}\) (?=\p{L})/iu;

// Returns the subject of a conventional commit as a sentence. Types that change its meaning, such as `fix`,
// are spoken.
function speakCommitSubject(subject: string): string {
  const [, revert, reverted = ""] = revertPrefix.exec(subject) ?? [];
  if (revert !== undefined) return capitalize(revert) + reverted.replace(typePrefix, "");
  const [prefix = "", type = "", isBreaking] = typePrefix.exec(subject) ?? [];
  const description = subject.slice(prefix.length).replace(scope, "$1");
  if (description === subject) return subject;
  const sentence = cleanText(description);
  if (!isSpeakable(sentence)) return "";
  const spokenType = isBreaking ? "Breaking: " : (spokenTypes[type.toLowerCase()] ?? "");
  const isRepeated = sentence.toLowerCase().startsWith(spokenType.slice(0, 3).toLowerCase());
  return isRepeated ? capitalize(sentence) : spokenType + sentence;
}

// "iOS", "npm.config" and "parseConfig" keep their spelling.
function capitalize(text: string): string {
  return text.replace(/^\p{Ll}+(?=[\s,:;]|$)/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
