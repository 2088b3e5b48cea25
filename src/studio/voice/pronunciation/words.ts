import { lookUp, type PronunciationTable } from "./table.ts";

// Longer words are data, such as keys and hashes, and even more so if they have digits.
const longestWord = 60;
const longestWordWithDigits = 20;
// Longer numbers are read digit by digit, or not at all.
const longestNumber = 12;
const longestDigits = 20;

// Abbreviations with a vowel that are spelled nevertheless.
const spelled = new Set(
  (
    "AI API APM ARM AWS CEO CI CLI CTO EC EOF EOL EOS ETA EU FAQ GUI IAM ID IDE IO IOS IP IPC ISO JIT " +
    "MIT OCI OCR OIDC OS OSS PEM QA SAS UDP UI UK UML URI URL USA USB UTC UTF UUID UX"
  ).split(" "),
);

// The same in lower case, as in `src/api/cli.ts`; the others would be words.
const spelledInLowerCase = new Set("api cli uri url uuid".split(" "));

// Without a vowel, but read as words or known to Pico.
const notSpelled = new Set("dr hmm jr mlle mme mr mrs ms nb nr nth psst shh sr st vs km kg cm mm".split(" "));

const vowel = /[aeiouyàáâäãåæèéêëìíîïòóôöõøœùúûüý]/i;
// `1st`, `2e`, `3ème`, `4º`.
const ordinal = /^\d+(?:st|nd|rd|th|er|re|ère|e|ème|º|ª)$/i;
// A single small letter belongs to the name: `iPhone`.
const camelCase = /(?<=\p{L}\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
const numberBoundary = /(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u;

/** Returns how a run of letters and digits is spoken: a word, an abbreviation, a number, or a name in camel case. */
export function speakWord(word: string, table: PronunciationTable): string {
  const isName = /\p{L}/u.test(word);
  if (isName && word.length > (/\d/.test(word) ? longestWordWithDigits : longestWord)) return "";
  const respelled = respell(word, table);
  if (respelled !== undefined) return respelled;
  if (/^\d+$/.test(word)) return speakDigits(word);
  if (ordinal.test(word)) return word;
  const abbreviation = speakAbbreviation(word, table);
  if (abbreviation !== undefined) return abbreviation;
  const parts = splitName(word);
  return parts.length === 1 ? word : parts.map((part) => speakWord(part, table)).join(" ");
}

/** Returns how a part of a constant is spoken: `GITHUB_TOKEN` in lower case, but the first part of `API_KEY` not. */
export function speakConstant(word: string, table: PronunciationTable): string {
  return spelled.has(word) ? speakWord(word, table) : speakWord(word.toLowerCase(), table);
}

function respell(word: string, { words }: PronunciationTable): string | undefined {
  const key = word.toLowerCase();
  const stem = lookUp(words, key.replace(/(?<=..)s$/, ""));
  return lookUp(words, key) ?? (stem === undefined ? undefined : `${stem}s`);
}

/** Returns how a run of digits is spoken; "" if it is too long to be a number that matters. */
export function speakDigits(digits: string): string {
  if (digits.length <= longestNumber) return digits;
  return digits.length <= longestDigits ? [...digits].join(" ") : "";
}

function speakAbbreviation(word: string, table: PronunciationTable): string | undefined {
  const plural = /^(\p{Lu}{2,5})s$/u.exec(word)?.[1];
  if (plural !== undefined) return spellPlural(plural, table);
  const isShort = /^(?:\p{Lu}{2,5}|\p{Ll}{2,5})$/u.test(word);
  if (!isShort || notSpelled.has(word)) return undefined;
  const isSpelled = spelled.has(word) || spelledInLowerCase.has(word) || !vowel.test(word);
  return isSpelled ? spell(word, table) : undefined;
}

function spell(letters: string, { letters: names = {} }: PronunciationTable): string {
  return [...letters.toUpperCase()].map((letter) => names[letter] ?? letter).join(" ");
}

function spellPlural(letters: string, table: PronunciationTable): string {
  const last = letters.slice(-1);
  const plural = table.pluralLetters?.[last];
  return plural === undefined ? spell(letters, table) : `${spell(letters.slice(0, -1), table)} ${plural}`;
}

function splitName(word: string): string[] {
  return word.split(camelCase).flatMap((part) => part.split(numberBoundary));
}
