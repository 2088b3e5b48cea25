import {
  type DecodedText,
  decodeVariants,
  dropAndLowercase,
  toDecodedText,
  truncationMark,
} from "./decoded-text.ts";

/** A stretch of a text: where it begins, and where it has ended. */
export type TextRange = readonly [from: number, to: number];

/** Secrets, ready to be looked for in a text in all their spellings. */
export interface SecretIndex {
  add(secret: string): void;
  /** Also any part of it that gives it away, for a service that repeats a key without its beginning. */
  addFragments(secret: string): void;
  /** Where they stand in a text. Takes a time that grows with the text and not with the number of secrets. */
  find(readings: readonly SearchViews[]): TextRange[];
}

/** One reading of a text in the two ways in which it is searched. */
interface SearchViews {
  readonly strict: DecodedText;
  readonly loose: DecodedText;
}

/** Shorter secrets would strike out ordinary words. */
export const minSecretLength = 6;
const minEncodedLength = 8;
/** Of a secret that somebody has cut off, as much as this gives it away. Without signs and gaps it must have as much, too. */
export const minFragmentLength = 12;
const innerFragmentLength = 16;

// Gaps that a reader does not see, or that a line break has made.
const gapCharacter = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const nonAlphanumeric = /[^a-z0-9]/iu;

/** All ways in which a text is searched. */
export function toSearchViews(text: string): readonly SearchViews[] {
  return decodeVariants(text).map((reading) => ({
    strict: dropAndLowercase(reading, gapCharacter),
    loose: dropAndLowercase(reading, nonAlphanumeric),
  }));
}

/** A secret as it is compared: without gaps, in lower case. */
export function normalizeSecret(secret: string): string {
  return dropCharacters(secret, gapCharacter);
}

const alphanumericOnly = (secret: string) => dropCharacters(secret, nonAlphanumeric);

// Almost all secrets are ASCII, and lists have thousands: there is no need to go through them letter by letter.
function dropCharacters(secret: string, drop: RegExp): string {
  if (/^[!-~]*$/.test(secret))
    return (drop === gapCharacter ? secret : secret.replace(/[^a-z0-9]/gi, "")).toLowerCase();
  return dropAndLowercase(toDecodedText(secret), drop).text;
}

/**
 * No secrets yet. At the end of a text, or where it was cut, the first `shortestCut` characters of a secret are enough; fewer
 * where they look random.
 */
export function createSecretIndex(shortestCut = minSecretLength): SecretIndex {
  const strict = createPrefixIndex(shortestCut);
  const loose = createPrefixIndex(shortestCut);
  return {
    add(secret) {
      for (const form of encodedForms(secret)) {
        strict.add(normalizeSecret(form));
        const letters = alphanumericOnly(form);
        if (looksRandom(letters)) loose.add(letters);
      }
    },
    addFragments(secret) {
      const letters = alphanumericOnly(secret);
      for (let at = 0; at + innerFragmentLength <= letters.length; at += 1) {
        const part = letters.slice(at, at + innerFragmentLength);
        if (looksRandom(part)) loose.add(part);
      }
    },
    find: (views) => views.flatMap((view) => [...strict.find(view.strict), ...loose.find(view.loose)]),
  };
}

// Words that are written without gaps must not become a secret by that.
function looksRandom(letters: string): boolean {
  return (
    letters.length >= minFragmentLength &&
    (letters.match(/\d/g)?.length ?? 0) >= 2 &&
    (letters.match(/[a-z]/g)?.length ?? 0) >= 2
  );
}

// What no escape is resolved from: the secret inside of something else, in Base64 or in hexadecimal.
function encodedForms(secret: string): string[] {
  const plain = tryDecodeUri(secret);
  const hidden = [...new Set([secret, plain])].flatMap((each) => {
    const bytes = Buffer.from(each);
    return [bytes.toString("hex"), ...[0, 1, 2].flatMap((offset) => base64Fragments(bytes, offset))];
  });
  return [secret, plain, ...hidden.filter((form) => form.length >= minEncodedLength)];
}

// The characters that the secret alone decides, whatever stands before and behind it.
function base64Fragments(secret: Buffer, offset: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(offset), secret])
    .toString("base64")
    .replace(/=+$/, "");
  const bits = (offset + secret.length) * 8;
  const core = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(bits / 6));
  return [core, core.replaceAll("+", "-").replaceAll("/", "_")];
}

/** A value of a link as whoever reads it understands it. */
export function tryDecodeUri(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

interface PrefixIndex {
  add(needle: string): void;
  find(hay: DecodedText): TextRange[];
}

// By their first characters, so that a text is walked through once for all of them.
function createPrefixIndex(shortestCut: number): PrefixIndex {
  const byHead = new Map<string, Set<string>>();
  return {
    add(needle) {
      if (needle.length < minSecretLength) return;
      const head = needle.slice(0, minSecretLength);
      byHead.set(head, (byHead.get(head) ?? new Set()).add(needle));
    },
    find(hay) {
      const found: TextRange[] = [];
      if (byHead.size === 0) return found;
      for (let at = 0; at + minSecretLength <= hay.text.length; at += 1) {
        const length = longestMatch(
          byHead.get(hay.text.slice(at, at + minSecretLength)),
          hay.text,
          at,
          shortestCut,
        );
        if (length > 0) found.push([hay.from[at] ?? 0, hay.to[at + length - 1] ?? 0]);
      }
      return found;
    },
  };
}

function longestMatch(
  needles: ReadonlySet<string> | undefined,
  text: string,
  at: number,
  shortestCut: number,
): number {
  let most = 0;
  for (const needle of needles ?? []) {
    const shared = sharedLength(needle, text, at);
    const isWhole = shared === needle.length;
    const isMuch =
      shared >= minFragmentLength && (shared * 2 >= needle.length || looksRandom(needle.slice(0, shared)));
    const isTelling = shared >= shortestCut || alternatesLettersAndDigits(needle.slice(0, shared));
    if (isWhole || isMuch || (isTelling && isTruncatedAt(text, at + shared))) most = Math.max(most, shared);
  }
  return most;
}

// The beginning of `release-2024` is a word, and that of `2026-11-27` a year.
function alternatesLettersAndDigits(part: string): boolean {
  return (part.match(/\d(?=[a-z])|[a-z](?=\d)/g)?.length ?? 0) >= 2;
}

function sharedLength(needle: string, text: string, at: number): number {
  let length = minSecretLength;
  while (length < needle.length && needle[length] === text[at + length]) length += 1;
  return length;
}

// The text ends here, or was cut, perhaps in the middle of an escape.
function isTruncatedAt(text: string, at: number): boolean {
  const rest = text.slice(at, at + 12);
  return rest === "" || new RegExp(`^(?:[%&\\\\=][#\\w{]{0,8})?(?:${truncationMark}|$)`).test(rest);
}
