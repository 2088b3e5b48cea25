/** A text with some of its spellings resolved, and where each of its characters stands in the original. */
export interface DecodedText {
  readonly text: string;
  /** Per character: where it begins in the original. */
  readonly from: readonly number[];
  /** Per character: where it ends there. */
  readonly to: readonly number[];
}

// Escapes of URLs, JSON, JavaScript, HTML and Markdown, and what parts a word or an escape: tags, colours, characters that nobody sees. Every repetition is bounded, so that the
// time grows with the length of the text alone.
const escapes =
  /%u[\da-f]{4}|%[\da-f]{2}|\\u\{[\da-f]{1,6}\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\[0-7]{3}|\\[nrtbf]|\\[^\w\s]|&#x[\da-f]{1,8};?|&#\d{1,9};?|&[a-z][a-z\d]{1,30};|<!--[^<>]{0,80}-->|<\/?[a-z][^<>]{0,80}>|\p{Cc}\[[\d;]{0,20}[a-z]|\p{Default_Ignorable_Code_Point}/giu;
const ignorableCharacter = /^\p{Default_Ignorable_Code_Point}$/u;
// The escapes of mail would tear a value that follows `=`, so they are read for themselves.
const mailEscapes = /=[\da-f]{2}|=\r?\n/gi;
const nonAscii = /[^\0-\x7f]/u;

const maxPasses = 6;

/** Where a text was cut by `plainText`. It stays in every reading. */
export const truncationMark = "…";

/** The text as it stands, and as it reads once its escapes are resolved, one pass after another. */
export function decodeVariants(text: string): readonly DecodedText[] {
  const readings = [toDecodedText(text)];
  for (let pass = 1; pass <= maxPasses; pass += 1) {
    const next = resolveEscapes(readings.at(-1) as DecodedText, escapes);
    if (!next) break;
    readings.push(next);
  }
  const mail = resolveEscapes(readings.at(-1) as DecodedText, mailEscapes);
  return mail ? [...readings, mail] : readings;
}

/** A reading without the characters that match `drop`, in lower case. Where a text was cut still shows. */
export function dropAndLowercase({ text, from, to }: DecodedText, drop: RegExp): DecodedText {
  const kept: { text: string; from: number[]; to: number[] } = { text: "", from: [], to: [] };
  let position = 0;
  for (const character of text) {
    if (character === truncationMark || !drop.test(character)) {
      kept.text += character.length === 1 ? lowercaseAscii(character) : character;
      for (let unit = 0; unit < character.length; unit += 1) {
        kept.from.push(from[position] ?? 0);
        kept.to.push(to[position] ?? 0);
      }
    }
    position += character.length;
  }
  return kept;
}

// Of other alphabets some letters change their length with their case.
const lowercaseAscii = (character: string) => (/[A-Z]/.test(character) ? character.toLowerCase() : character);

/** The text itself; full-width and mathematical letters are read as those that they look like. */
export function toDecodedText(text: string): DecodedText {
  if (!nonAscii.test(text)) {
    const from = Array.from({ length: text.length }, (_, index) => index);
    return { text, from, to: from.map((index) => index + 1) };
  }
  const read: { text: string; from: number[]; to: number[] } = { text: "", from: [], to: [] };
  let position = 0;
  for (const character of text) {
    append(read, compatibilityForm(character), position, position + character.length);
    position += character.length;
  }
  return read;
}

const compatibilityForm = (character: string) =>
  character === truncationMark || character.length === 0 ? character : character.normalize("NFKC");

function append(
  reading: { text: string; from: number[]; to: number[] },
  words: string,
  from: number,
  to: number,
): void {
  reading.text += words;
  for (let index = 0; index < words.length; index += 1) {
    reading.from.push(from);
    reading.to.push(to);
  }
}

function resolveEscapes(reading: DecodedText, pattern: RegExp): DecodedText | undefined {
  const resolved: { text: string; from: number[]; to: number[] } = { text: "", from: [], to: [] };
  let end = 0;
  const copy = (until: number) => {
    for (let index = end; index < until; index += 1) {
      append(resolved, reading.text[index] ?? "", reading.from[index] ?? 0, reading.to[index] ?? 0);
    }
  };
  for (const { 0: spelled, index } of reading.text.matchAll(pattern)) {
    const character = decodeEscape(spelled);
    if (character === undefined) continue;
    copy(index);
    end = index + spelled.length;
    append(resolved, character, reading.from[index] ?? 0, reading.to[end - 1] ?? 0);
  }
  if (end === 0) return undefined;
  copy(reading.text.length);
  return resolved;
}

// What an escape stands for; undefined for one that stands for nothing that is known.
function decodeEscape(spelled: string): string | undefined {
  if (/^(?:<|\p{Cc}|=\r?\n$)/u.test(spelled) || ignorableCharacter.test(spelled)) return "";
  if (/^\\[nrtbf]$/.test(spelled)) return " ";
  if (/^\\[^\w\s]$/.test(spelled)) return spelled.slice(1);
  const name = /^&([a-z][a-z\d]*);$/i.exec(spelled)?.[1];
  if (name !== undefined) return namedEntities[name];
  const [, decimal] = /^&#(\d+);?$/.exec(spelled) ?? [];
  if (decimal !== undefined) return fromCode(Number(decimal));
  const [, octal] = /^\\([0-7]{3})$/.exec(spelled) ?? [];
  if (octal !== undefined) return fromCode(Number.parseInt(octal, 8));
  return fromCode(Number.parseInt(spelled.replace(/^(?:%u?|=|\\[ux]\{?|&#x)/i, ""), 16));
}

function fromCode(code: number): string | undefined {
  const character = code > 0 && code <= 0x10ffff ? compatibilityForm(String.fromCodePoint(code)) : undefined;
  return character !== undefined && ignorableCharacter.test(character) ? "" : character;
}

/** The named references of HTML for what secrets, links and the gaps between them are made of. */
const namedEntities: Readonly<Record<string, string>> = {
  lowbar: "_",
  UnderBar: "_",
  hyphen: "-",
  dash: "-",
  sol: "/",
  bsol: "\\",
  plus: "+",
  equals: "=",
  period: ".",
  colon: ":",
  semi: ";",
  comma: ",",
  num: "#",
  percnt: "%",
  amp: "&",
  AMP: "&",
  ast: "*",
  midast: "*",
  excl: "!",
  quest: "?",
  commat: "@",
  dollar: "$",
  lpar: "(",
  rpar: ")",
  lsqb: "[",
  lbrack: "[",
  rsqb: "]",
  rbrack: "]",
  lcub: "{",
  rcub: "}",
  lt: "<",
  LT: "<",
  gt: ">",
  GT: ">",
  quot: '"',
  QUOT: '"',
  apos: "'",
  grave: "`",
  verbar: "|",
  vert: "|",
  Hat: "^",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  Tab: " ",
  NewLine: " ",
  shy: "",
  zwj: "",
  zwnj: "",
  ZeroWidthSpace: "",
  NoBreak: "",
};
