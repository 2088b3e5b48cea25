import { createHash } from "node:crypto";
import { decodeEntities } from "../../text/speech/html.ts";

/** How similar a text reported by a provider is to the text that was sent. */
export type TextSimilarity = "same" | "similar" | "other";

// Shorter texts are contained in others by chance.
const minContainedLength = 12;
const [exactDigits, similarDigits] = [12, 4];

/**
 * Compares two texts. They are the `same` if they differ only in white space, entities and Unicode
 * normalization, which a provider may change. They are `similar` if their letters and digits are equal, or
 * those of one text contain those of the other.
 */
export function compareTexts(one: string, other: string): TextSimilarity {
  if (normalizeText(one) === normalizeText(other)) return "same";
  const [shorter = "", longer = ""] = [lettersAndDigits(one), lettersAndDigits(other)].sort(
    (a, b) => a.length - b.length,
  );
  const isPart = shorter.length >= minContainedLength && longer.includes(shorter);
  return shorter === longer || isPart ? "similar" : "other";
}

/** Returns a digest of a text that was sent, to recognize it without storing it: 16 hexadecimal digits. */
export function digestText(text: string): string {
  return shortSha256(normalizeText(text), exactDigits) + shortSha256(lettersAndDigits(text), similarDigits);
}

/**
 * Compares a text with a digest. Unlike `compareTexts`, it doesn't detect that one text contains the other.
 */
export function compareToDigest(text: string, expectedDigest: string): TextSimilarity {
  const own = digestText(text);
  if (own === expectedDigest) return "same";
  return own.slice(exactDigits) === expectedDigest.slice(exactDigits) ? "similar" : "other";
}

function normalizeText(text: string): string {
  return decodeEntitiesFully(text).normalize("NFKC").replace(/\s+/g, " ").trim();
}

// Without markup, accents and invisible characters.
function lettersAndDigits(text: string): string {
  const plain = decodeEntitiesFully(text).replace(/<[^<>]*>/g, "");
  return plain
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

// A text may have been escaped several times.
function decodeEntitiesFully(text: string): string {
  let decoded = text;
  for (let round = 1; round <= 4; round += 1) decoded = decodeEntities(decoded);
  return decoded;
}

function shortSha256(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}
