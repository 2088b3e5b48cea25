/** A text with its escapes decoded, and the position of each character in the original text. */
export interface DecodedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its source starts in the original. */
  readonly starts: readonly number[];
  /** For each UTF-16 unit of `text`: where its source ends in the original (exclusive). */
  readonly ends: readonly number[];
}

// Escapes of URLs, JSON, JavaScript, HTML and Markdown, and what can split a word or an escape: HTML tags and
// comments, terminal colors, invisible characters. Every repetition is bounded, so that the time is linear in
// the length of the text.
const escapes =
  /%u[\da-f]{4}|%[\da-f]{2}|\\u\{[\da-f]{1,6}\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\[0-7]{3}|\\[nrtbf]|\\[^\w\s]|&#x[\da-f]{1,8};?|&#\d{1,9};?|&[a-z][a-z\d]{1,30};|<!--[^<>]{0,80}-->|<\/?[a-z][^<>]{0,80}>|\p{Cc}\[[\d;]{0,20}[a-z]|\p{Default_Ignorable_Code_Point}/giu;
const ignorableCharacter = /^\p{Default_Ignorable_Code_Point}$/u;
// Quoted-printable escapes of mail. They are decoded separately, because they would break a value that
// follows `=`.
const mailEscapes = /=[\da-f]{2}|=\r?\n/gi;
const nonAscii = /[^\0-\x7f]/u;

const maxPasses = 6;

/** The mark that `plainText` puts where it cuts a text. Decoding keeps it. */
export const truncationMark = "…";

/** Returns the original text, and the text after each pass of decoding: escapes may be nested. */
export function decodeVariants(text: string): readonly DecodedText[] {
  const variants = [toDecodedText(text)];
  for (let pass = 1; pass <= maxPasses; pass += 1) {
    const next = decodeEscapes(variants.at(-1) as DecodedText, escapes);
    if (!next) break;
    variants.push(next);
  }
  const mail = decodeEscapes(variants.at(-1) as DecodedText, mailEscapes);
  return mail ? [...variants, mail] : variants;
}

/** Returns the text in lower case without the characters that match `drop`. The truncation mark is kept. */
export function dropAndLowercase(decoded: DecodedText, drop: RegExp): DecodedText {
  const builder = createBuilder();
  // A long text has few different characters.
  const converted = new Map([[truncationMark, truncationMark]]);
  let position = 0;
  for (const character of decoded.text) {
    const text = converted.get(character) ?? (drop.test(character) ? "" : lowercaseAscii(character));
    converted.set(character, text);
    append(builder, text, decoded.starts[position] ?? 0, decoded.ends[position] ?? 0);
    position += character.length;
  }
  return builder;
}

// Letters of some other alphabets change their length with their case.
const lowercaseAscii = (character: string) => (/[A-Z]/.test(character) ? character.toLowerCase() : character);

/**
 * Returns the text with full-width and mathematical letters replaced by the plain ones (NFKC). Escapes are
 * kept.
 */
export function toDecodedText(text: string): DecodedText {
  if (!nonAscii.test(text)) {
    const starts = Array.from({ length: text.length }, (_, index) => index);
    return { text, starts, ends: starts.map((index) => index + 1) };
  }
  const builder = createBuilder();
  let position = 0;
  for (const character of text) {
    append(builder, compatibilityForm(character), position, position + character.length);
    position += character.length;
  }
  return builder;
}

const compatibilityForm = (character: string) =>
  character === truncationMark || character.length === 0 ? character : character.normalize("NFKC");

interface Builder {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
}

const createBuilder = (): Builder => ({ text: "", starts: [], ends: [] });

function append(builder: Builder, text: string, start: number, end: number): void {
  builder.text += text;
  for (let index = 0; index < text.length; index += 1) {
    builder.starts.push(start);
    builder.ends.push(end);
  }
}

// Returns undefined when the text has no such escape.
function decodeEscapes(decoded: DecodedText, pattern: RegExp): DecodedText | undefined {
  const builder = createBuilder();
  let end = 0;
  const copyUntil = (until: number) => {
    for (let index = end; index < until; index += 1) {
      append(builder, decoded.text[index] ?? "", decoded.starts[index] ?? 0, decoded.ends[index] ?? 0);
    }
  };
  for (const { 0: encoded, index } of decoded.text.matchAll(pattern)) {
    const character = decodeEscape(encoded);
    if (character === undefined) continue;
    copyUntil(index);
    end = index + encoded.length;
    append(builder, character, decoded.starts[index] ?? 0, decoded.ends[end - 1] ?? 0);
  }
  if (end === 0) return undefined;
  copyUntil(decoded.text.length);
  return builder;
}

// Returns the character that an escape stands for; undefined when it is unknown.
function decodeEscape(encoded: string): string | undefined {
  if (/^(?:<|\p{Cc}|=\r?\n$)/u.test(encoded) || ignorableCharacter.test(encoded)) return "";
  if (/^\\[nrtbf]$/.test(encoded)) return " ";
  if (/^\\[^\w\s]$/.test(encoded)) return encoded.slice(1);
  const name = /^&([a-z][a-z\d]*);$/i.exec(encoded)?.[1];
  if (name !== undefined) return namedEntities[name];
  const [, decimal] = /^&#(\d+);?$/.exec(encoded) ?? [];
  if (decimal !== undefined) return fromCodePoint(Number(decimal));
  const [, octal] = /^\\([0-7]{3})$/.exec(encoded) ?? [];
  if (octal !== undefined) return fromCodePoint(Number.parseInt(octal, 8));
  return fromCodePoint(Number.parseInt(encoded.replace(/^(?:%u?|=|\\[ux]\{?|&#x)/i, ""), 16));
}

function fromCodePoint(code: number): string | undefined {
  const character = code > 0 && code <= 0x10ffff ? compatibilityForm(String.fromCodePoint(code)) : undefined;
  return character !== undefined && ignorableCharacter.test(character) ? "" : character;
}

// The named character references of HTML for characters of secrets, of links, and of the gaps between them.
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
