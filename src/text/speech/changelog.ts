import { type Block, hasWords } from "./model.ts";
import { cleanText, toSpeakableLines, withFullStop } from "./sentences.ts";

const patterns = [
  /^[\w*]+ ?\(deps(?:-dev)?\b[^()]{0,40}\)!?: /i,
  /^(?:\(?deps(?:-dev)?\)?|dependencies):? (?=bump|update|upgrade|pin|replace)/i,
  /^(?:[\w()]{1,20}!?: )?bumps? (?!the version|version)(?:the )?[\w@./ -]{1,100} (?:from \S+ |group |across |with )?(?:to|with|across) /i,
  /^(?:[\w()]{1,20}!?: )?(?:update|upgrade|pin|lock|replace) (?:dev)?dependenc(?:y|ies)\b/i,
  /^(?:[\w()]{1,20}!?: )?update [\w@./-]{1,100} (?:action|digest|docker tag|monorepo|orb|image)\b/i,
  /^(?:[\w()]{1,20}!?: )?lock file maintenance\b/i,
];

/** Does this say that a dependency has a new version, as dependency bots and changesets put it? */
function isDependencyNote(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text)) || isDependencyList(text);
}

/** Does this announce such notes, which follow one level deeper? */
function isDependencyList(text: string): boolean {
  return /^updated dependencies\b/i.test(text);
}

/** How many updates one note stands for: "with 3 updates" are three. */
function updatesIn(text: string): number {
  return Number(/\bwith (\d{1,4}) updates?\b/i.exec(text)?.[1] ?? 1);
}

const versionPattern = /^v?\d+(?:\.\d+){1,3}(?:[-+.][\w.+-]{1,40})?$/i;
const datePattern = /(?:^|[\s,(–—-]{1,5})(?:released (?:on )?)?\d{4}[-/.]\d{2}[-/.]\d{2}\)?$/i;

/** The words of a heading: no date, no colon at its end, and a number alone is a version. */
function speakHeading(text: string): string {
  if (/^(?:change ?log|releases)$/i.test(text)) return "";
  const words = cleanText(text.replace(datePattern, "")).replace(/[:：]$/u, "");
  return versionPattern.test(words) ? `Version ${words.replace(/^v/i, "")}` : words;
}

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
const typePrefix =
  /^(feat|feature|fix|bugfix|hotfix|docs?|style|refactor|perf|tests?|build|ci|chore|revert|security|deps|wip|enhancement|improvement)(?: ?\([^()]{1,60}\))?(!)?: ?(?=\S)/i;
const reverted = /^(revert(?:s|ed)?:? ["“])(.+)$/i;
// git-cliff puts the scope in front: "(api) add x".
const scope = /^(breaking: )?\([\w ./,-]{1,40}\) (?=\p{L})/iu;

/** The subject of a conventional commit as a sentence; the type stays as a word where the sentence needs it. */
function speakCommitSubject(text: string): string {
  const [, reverts, subject = ""] = reverted.exec(text) ?? [];
  if (reverts !== undefined) return capitalised(reverts) + subject.replace(typePrefix, "");
  const [whole = "", type = "", isBreaking] = typePrefix.exec(text) ?? [];
  const rest = text.slice(whole.length).replace(scope, "$1");
  if (rest === text) return text;
  const sentence = cleanText(rest);
  if (!hasWords(sentence)) return "";
  const word = isBreaking ? "Breaking: " : (spokenTypes[type.toLowerCase()] ?? "");
  const repeats = sentence.toLowerCase().startsWith(word.slice(0, 3).toLowerCase());
  return repeats ? capitalised(sentence) : word + sentence;
}

// "iOS", "npm.config" and "parseConfig" are spelt as they are.
function capitalised(text: string): string {
  return text.replace(/^\p{Ll}+(?=[\s,:;]|$)/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

/** A block with what is said of it: sentences, or nothing. */
export interface SpokenBlock extends Omit<Block, "text"> {
  readonly spokenText: string;
  /** It says that a dependency has a new version. */
  readonly isDependencyNote: boolean;
}

/** What is said of a block, by its kind. */
export function toSpokenBlock({ text, ...block }: Block): SpokenBlock {
  const lines = toSpeakableLines(text);
  const isNote = lines.length === 1 && isDependencyNote(lines[0] ?? "");
  const words = block.kind === "heading" ? lines.map(speakHeading) : lines.map(speakCommitSubject);
  return {
    ...block,
    isDependencyNote: isNote,
    spokenText: words.filter(hasWords).map(withFullStop).join(" "),
  };
}

const maxSpokenUpdates = 3;

/** Puts one sentence with their number in the place of dependency updates, when there are more than three of them. */
export function summarizeDependencyUpdates(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  const notes = findUpdateNotes(blocks);
  const counts = new Map(
    notes.filter(({ count }) => count > 0).map(({ block, count }) => [block.spokenText, count]),
  );
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total <= maxSpokenUpdates) return [...blocks];
  const first = notes[0]?.block;
  const all = new Set(notes.map(({ block }) => block));
  return blocks.map((block) => {
    if (!all.has(block)) return block;
    return { ...block, spokenText: block === first ? `${total} dependencies were updated.` : "" };
  });
}

interface UpdateNote {
  readonly block: SpokenBlock;
  /** How many updates it stands for; none when those are listed below it. */
  readonly count: number;
}

function findUpdateNotes(blocks: readonly SpokenBlock[]): UpdateNote[] {
  const notes: UpdateNote[] = [];
  let listDepth = Number.POSITIVE_INFINITY;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "item" || block.depth <= listDepth) listDepth = Number.POSITIVE_INFINITY;
    if (block.spokenText === "" || block.kind === "heading") continue;
    if (block.depth > listDepth) notes.push({ block, count: 1 });
    else if (block.isDependencyNote) {
      const next = blocks[index + 1];
      const announces =
        isDependencyList(block.spokenText) && next?.kind === "item" && next.depth > block.depth;
      if (announces) listDepth = block.depth;
      notes.push({ block, count: announces ? 0 : updatesIn(block.spokenText) });
    }
  }
  return notes;
}
