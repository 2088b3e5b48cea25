import { removed, removedCode } from "./marks.ts";

const maxWords = 5;

/** The code between backticks as words, when it is a name, a version or a flag; otherwise a mark that it was removed. */
export function codeWords(code: string): string {
  if (/^[\da-f]{7,64}$/.test(code.trim())) return removed;
  // Of a call or a generic type, the name.
  const words = code
    .trim()
    .replace(/^([\w.]{1,60})(?:\(.*\)|<.*>)$/s, "$1")
    .split(/\s+/);
  if (words.length > maxWords) return removedCode;
  const spoken = words.map(spokenWord);
  return spoken.every((word) => word !== undefined) ? spoken.join(" ") : removedCode;
}

function spokenWord(word: string): string | undefined {
  if (/^[CF]#$/.test(word)) return word;
  if (/^--?[a-z]/i.test(word)) return isName(word.slice(1)) ? word.replace(/[-_]+/g, " ").trim() : undefined;
  const bare = word.replace(/^(?:~?\.{0,2}\/|@)/, "");
  return isName(bare) ? bare.replace(/_+/g, " ").trim() : undefined;
}

// A colon stands in `node:fs`, an @ in `package@1.2.0`; in an image's name or a URL they come with a path.
function isName(word: string): boolean {
  if (word.length > 60 || !/^[\p{L}\p{N}\p{M}._/+:@\u{F0000}-\u{FFFFD}-]+$/u.test(word)) return false;
  return /[\p{L}\p{N}\u{F0000}-\u{FFFFD}]/u.test(word) && !/^[a-z]+:\/|\/.*:|:.*\d|:$/iu.test(word);
}
