import {
  type DecodedText,
  decodeVariants,
  dropAndLowercase,
  toDecodedText,
  truncationMark,
} from "./decoded-text.ts";

/** A range of a text: its start, and its end (exclusive). */
export type TextRange = readonly [start: number, end: number];

/** A set of secrets that can be found in a text in any spelling: escaped, encoded, split or cut off. */
export interface SecretIndex {
  add(secret: string): void;
  /** Adds every fragment that reveals the secret, because a service may print a key without its beginning. */
  addFragments(secret: string): void;
  /** Finds the secrets in a text. The time does not depend on the number of secrets. */
  find(views: readonly SearchViews[]): TextRange[];
}

/** One decoded variant of a text, in the two forms that are searched. */
export interface SearchViews {
  /** The text without whitespace and invisible characters, in lower case. */
  readonly strict: DecodedText;
  /** The letters and digits of the text, in lower case. */
  readonly loose: DecodedText;
}

/** Shorter secrets are ignored: redacting them would garble ordinary words. */
export const minSecretLength = 6;
const minEncodedLength = 8;
/**
 * The minimum length of a secret's beginning that reveals it. Also the minimum length of a secret that is
 * searched by its letters and digits only.
 */
export const minFragmentLength = 12;
const innerFragmentLength = 16;

// Whitespace, including line breaks, and invisible characters.
const gapCharacter = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const nonAlphanumeric = /[^a-z0-9]/iu;

/**
 * Creates an empty index. At the end of a text, or where it was cut, it also finds a secret of which only the
 * first `minCutLength` characters are left, or fewer if they look random.
 */
export function createSecretIndex(minCutLength = minSecretLength): SecretIndex {
  const strict = createPrefixIndex(minCutLength);
  const loose = createPrefixIndex(minCutLength);
  return {
    add(secret) {
      for (const form of encodedForms(secret)) {
        strict.add(normalizeSecret(form));
        const alphanumerics = alphanumericOnly(form);
        if (looksRandom(alphanumerics)) loose.add(alphanumerics);
      }
    },
    addFragments(secret) {
      const alphanumerics = alphanumericOnly(secret);
      for (let start = 0; start + innerFragmentLength <= alphanumerics.length; start += 1) {
        const fragment = alphanumerics.slice(start, start + innerFragmentLength);
        if (looksRandom(fragment)) loose.add(fragment);
      }
    },
    find: (views) => views.flatMap((view) => [...strict.find(view.strict), ...loose.find(view.loose)]),
  };
}

/** Returns the forms of a text that `SecretIndex.find` searches. */
export function toSearchViews(text: string): readonly SearchViews[] {
  return decodeVariants(text).map((variant) => ({
    strict: dropAndLowercase(variant, gapCharacter),
    loose: dropAndLowercase(variant, nonAlphanumeric),
  }));
}

/**
 * Returns a secret in the form that is compared: without whitespace and invisible characters, in lower case.
 */
export function normalizeSecret(secret: string): string {
  return dropCharacters(secret, gapCharacter);
}

const alphanumericOnly = (secret: string) => dropCharacters(secret, nonAlphanumeric);

// Fast path for printable ASCII. Almost all secrets are printable ASCII, and there may be thousands of them.
function dropCharacters(secret: string, drop: RegExp): string {
  if (/^[!-~]*$/.test(secret))
    return (drop === gapCharacter ? secret : secret.replace(/[^a-z0-9]/gi, "")).toLowerCase();
  return dropAndLowercase(toDecodedText(secret), drop).text;
}

// Prevents a false match with ordinary words, once spaces and punctuation are removed.
function looksRandom(alphanumerics: string): boolean {
  return (
    alphanumerics.length >= minFragmentLength &&
    (alphanumerics.match(/\d/g)?.length ?? 0) >= 2 &&
    (alphanumerics.match(/[a-z]/g)?.length ?? 0) >= 2
  );
}

// Returns the secret itself, URL-decoded, and as it appears inside Base64 or hexadecimal data.
function encodedForms(secret: string): string[] {
  const decoded = tryDecodeUri(secret);
  const encoded = [...new Set([secret, decoded])].flatMap((each) => {
    const bytes = Buffer.from(each);
    return [bytes.toString("hex"), ...[0, 1, 2].flatMap((offset) => base64Fragments(bytes, offset))];
  });
  return [secret, decoded, ...encoded.filter((form) => form.length >= minEncodedLength)];
}

// The Base64 characters that depend on the secret alone, when `offset` bytes (modulo 3) come before it.
function base64Fragments(secret: Buffer, offset: number): string[] {
  const base64 = Buffer.concat([Buffer.alloc(offset), secret])
    .toString("base64")
    .replace(/=+$/, "");
  const bits = (offset + secret.length) * 8;
  const fragment = base64.slice(Math.ceil((offset * 8) / 6), Math.floor(bits / 6));
  return [fragment, fragment.replaceAll("+", "-").replaceAll("/", "_")];
}

/** Decodes a percent-encoded value; returns it unchanged when it is malformed. */
export function tryDecodeUri(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

interface PrefixIndex {
  add(needle: string): void;
  find(haystack: DecodedText): TextRange[];
}

// Groups needles by their first characters, so that one pass over a text finds them all.
function createPrefixIndex(minCutLength: number): PrefixIndex {
  const byPrefix = new Map<string, Set<string>>();
  // At most positions of a text no needle can begin, which a number tells faster than a substring.
  const firstPairs = new Set<number>();
  const pairAt = (text: string, at: number) => (text.charCodeAt(at) << 15) ^ text.charCodeAt(at + 1);
  return {
    add(needle) {
      if (needle.length < minSecretLength) return;
      firstPairs.add(pairAt(needle, 0));
      const prefix = needle.slice(0, minSecretLength);
      byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Set()).add(needle));
    },
    find({ text, starts, ends }) {
      const ranges: TextRange[] = [];
      if (byPrefix.size === 0) return ranges;
      for (let at = 0; at + minSecretLength <= text.length; at += 1) {
        if (!firstPairs.has(pairAt(text, at))) continue;
        const needles = byPrefix.get(text.slice(at, at + minSecretLength)) ?? [];
        const length = longestMatch(needles, text, at, minCutLength);
        if (length > 0) ranges.push([starts[at] ?? 0, ends[at + length - 1] ?? 0]);
      }
      return ranges;
    },
  };
}

function longestMatch(needles: Iterable<string>, text: string, at: number, minCutLength: number): number {
  let longest = 0;
  for (const needle of needles) {
    const length = commonLength(needle, text, at);
    const common = needle.slice(0, length);
    const isComplete = length === needle.length;
    const isMostOfIt = length >= minFragmentLength && (length * 2 >= needle.length || looksRandom(common));
    const isDistinctive = length >= minCutLength || alternatesLettersAndDigits(common);
    if (isComplete || isMostOfIt || (isDistinctive && isTruncatedAt(text, at + length)))
      longest = Math.max(longest, length);
  }
  return longest;
}

// True for a random value. False for the beginning of `release-2024`, a word, and of `2026-11-27`, a year.
function alternatesLettersAndDigits(text: string): boolean {
  return (text.match(/\d(?=[a-z])|[a-z](?=\d)/g)?.length ?? 0) >= 2;
}

// The first `minSecretLength` characters of the needle are already known to match.
function commonLength(needle: string, text: string, at: number): number {
  let length = minSecretLength;
  while (length < needle.length && needle[length] === text[at + length]) length += 1;
  return length;
}

// Whether the text ends or was cut here, perhaps in the middle of an escape.
function isTruncatedAt(text: string, at: number): boolean {
  const rest = text.slice(at, at + 12);
  return rest === "" || new RegExp(`^(?:[%&\\\\=][#\\w{]{0,8})?(?:${truncationMark}|$)`).test(rest);
}
