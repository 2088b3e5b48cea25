import { createHash } from "node:crypto";
import { decodeEntities } from "../../text/speech/html.ts";

/** How a text that a provider shows stands to the one that was sent. */
export type TextSimilarity = "same" | "similar" | "other";

// Shorter texts stand in others by chance.
const minContainedLength = 12;
const [sameDigits, similarDigits] = [12, 4];

/**
 * Compares two texts. `same` ignores what a provider may change on the way: white space, entities, and forms of one character.
 * `similar` ones have the same letters and digits, or one holds the other's: whether it is the text is unknown.
 */
export function compareTexts(one: string, other: string): TextSimilarity {
  if (normalizeText(one) === normalizeText(other)) return "same";
  const [shorter = "", longer = ""] = [lettersAndDigits(one), lettersAndDigits(other)].sort(
    (a, b) => a.length - b.length,
  );
  const isPart = shorter.length >= minContainedLength && longer.includes(shorter);
  return shorter === longer || isPart ? "similar" : "other";
}

/** A short mark of a text that was sent, by which it is known again without being kept: 16 hexadecimal digits. */
export function digestText(text: string): string {
  return shortSha256(normalizeText(text), sameDigits) + shortSha256(lettersAndDigits(text), similarDigits);
}

/** Compares a text with one of which only the mark is known; parts of it cannot be told from other texts. */
export function compareToDigest(text: string, expectedDigest: string): TextSimilarity {
  const own = digestText(text);
  if (own === expectedDigest) return "same";
  return own.slice(sameDigits) === expectedDigest.slice(sameDigits) ? "similar" : "other";
}

function normalizeText(text: string): string {
  return decodeEntitiesFully(text).normalize("NFKC").replace(/\s+/g, " ").trim();
}

// Without markup, accents, and characters that nobody sees.
function lettersAndDigits(text: string): string {
  const plain = decodeEntitiesFully(text).replace(/<[^<>]*>/g, "");
  return plain
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

// A text may have been escaped on the way in and on the way out.
function decodeEntitiesFully(text: string): string {
  let decoded = text;
  for (let round = 1; round <= 4; round += 1) decoded = decodeEntities(decoded);
  return decoded;
}

function shortSha256(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}
