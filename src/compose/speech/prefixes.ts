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
  /^(feat|feature|fix|bugfix|hotfix|docs?|style|refactor|perf|tests?|build|ci|chore|revert|security|deps|release|wip|enhancement|improvement)(?: ?\([^()]{1,60}\))?(!)?: ?(?=\S)/i;

/** The subject of a conventional commit as a sentence; the type stays as a word where the sentence needs it. */
export function withoutPrefix(text: string): string {
  if (/^reverts? ["“]/i.test(text))
    return text.replace(/(?<=^reverts? ["“]).+/i, (subject) => subject.replace(prefix, ""));
  const [whole = "", type = "", isBreaking] = prefix.exec(text) ?? [];
  const rest = polish(
    text.slice(whole.length).replace(/^(breaking: )?\([\w ./,-]{1,40}\) (?=\p{L})/iu, "$1"),
  );
  if (whole === "") return rest.length < text.length ? capitalised(rest) : text;
  if (!hasWords(rest)) return "";
  const word = isBreaking ? "Breaking: " : (types[type.toLowerCase()] ?? "");
  const repeats = word !== "" && rest.toLowerCase().startsWith(word.slice(0, 3).toLowerCase());
  return word === "" || repeats ? capitalised(rest) : word + rest;
}

// "iOS", "npm.config" and "parseConfig" are spelt as they are.
function capitalised(text: string): string {
  return text.replace(/^\p{Ll}+(?=[\s,:;]|$)/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
