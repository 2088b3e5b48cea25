import { commonLetters, commonWords } from "./common-words.ts";
import { distinctiveLetters, scriptLanguages } from "./scripts.ts";

/**
 * Returns the language of a text as a BCP 47 tag without a region. A text of few words in Latin script is taken
 * for English. Code does not count: neither between fences or backticks, nor names such as `a.b` and `a_b`.
 */
export function detectLanguage(text: string): string {
  const words = withoutCode(text);
  const kana = count(words, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(words, /\p{Script=Han}/gu);
  // One of these characters stands for two or three of a Latin word.
  const letters: [language: string, letters: number][] = [
    ["latin", count(words, /\p{Script=Latin}/gu)],
    [kana > han / 20 ? "ja" : "zh", 3 * (kana + han)],
    ...Object.entries(scriptLanguages).map(([script, language]): [string, number] => {
      const found = count(words, new RegExp(`\\p{Script=${script}}`, "gu"));
      return [language, language === "ko" ? 3 * found : found];
    }),
  ];
  const [language, most] = letters.reduce((one, other) => (other[1] > one[1] ? other : one));
  if (language === "latin" || most === 0) return latinLanguage(words);
  const related = distinctiveLetters[language]?.find(([pattern]) => count(words, pattern) > most / 100);
  return related?.[1] ?? language;
}

function withoutCode(text: string): string {
  let isCode = false;
  const lines = text.split("\n").filter((line) => {
    const isFence = /^\s*```/.test(line);
    if (isFence) isCode = !isCode;
    return !isCode && !isFence;
  });
  return lines
    .join("\n")
    .replace(/`[^`\n]*`/g, " ")
    .split(/\s+/)
    .filter((word) => !/[\p{L}\p{N}][._/\\:@=]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|^--?\p{L}/u.test(word))
    .join(" ");
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

// A word that several languages have says less about each of them.
const wordLanguages = new Map<string, { languages: string[]; weight: number }>();
for (const [language, words] of Object.entries(commonWords)) {
  for (const word of new Set(words.split(" "))) {
    const entry = wordLanguages.get(word) ?? { languages: [], weight: 1 };
    entry.languages.push(language);
    entry.weight = 1 / entry.languages.length;
    wordLanguages.set(word, entry);
  }
}

/** What has to speak for a language other than English: about three of its own words. */
const enough = 1.5;

function latinLanguage(text: string): string {
  const scores = new Map<string, number>();
  const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const entry = wordLanguages.get(word);
    for (const language of entry?.languages ?? []) add(language, entry?.weight ?? 0);
  }
  for (const [language, pattern] of Object.entries(commonLetters)) add(language, count(text, pattern) / 2);
  const ranking = [...scores].toSorted(([, one], [, other]) => other - one);
  const [best = "en", score = 0] = ranking[0] ?? [];
  return score >= Math.max(enough, 1.2 * (scores.get("en") ?? 0)) ? best : "en";
}
