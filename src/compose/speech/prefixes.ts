import { hasWords } from "./marks.ts";
import { polish } from "./polish.ts";

const types: Readonly<Record<string, string>> = {
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
const prefix =
  /^(feat|feature|fix|bugfix|hotfix|docs?|style|refactor|perf|tests?|build|ci|chore|revert|security|deps|wip|enhancement|improvement)(?: ?\([^()]{1,60}\))?(!)?: ?(?=\S)/i;
const reverted = /^(revert(?:s|ed)?:? ["“])(.+)$/i;
// git-cliff puts the scope in front: "(api) add x".
const scope = /^(breaking: )?\([\w ./,-]{1,40}\) (?=\p{L})/iu;

/** The subject of a conventional commit as a sentence; the type stays as a word where the sentence needs it. */
export function withoutPrefix(text: string): string {
  const [, reverts, subject = ""] = reverted.exec(text) ?? [];
  if (reverts !== undefined) return capitalised(reverts) + subject.replace(prefix, "");
  const [whole = "", type = "", isBreaking] = prefix.exec(text) ?? [];
  const rest = text.slice(whole.length).replace(scope, "$1");
  if (rest === text) return text;
  const sentence = polish(rest);
  if (!hasWords(sentence)) return "";
  const word = isBreaking ? "Breaking: " : (types[type.toLowerCase()] ?? "");
  const repeats = sentence.toLowerCase().startsWith(word.slice(0, 3).toLowerCase());
  return repeats ? capitalised(sentence) : word + sentence;
}

// "iOS", "npm.config" and "parseConfig" are spelt as they are.
function capitalised(text: string): string {
  return text.replace(/^\p{Ll}+(?=[\s,:;]|$)/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
