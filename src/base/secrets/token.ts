const minTokenLength = 16;
const minLetters = 12;
/** So long a text without a sign in it is no name, unless it is made of words. */
const maxNameLength = 19;

/**
 * Whether a text looks random, as tokens, signatures and ids do, and not like a name that a person has given: small letters,
 * capitals and digits take turns all the time, or there are many of them without a sign in between.
 */
export function looksLikeToken(text: string): boolean {
  if (text.length < minTokenLength || isDate(text)) return false;
  const pieces = text.split(/[^a-z0-9]+/i);
  const letters = pieces.join("");
  if (letters.length < minLetters || !pieces.some((piece) => piece.length > 6)) return false;
  if (pieces.every(isWordLike)) return false;
  if (pieces.some((piece) => piece.length > maxNameLength && countClasses(piece) > 1)) return true;
  const turns = pieces.map(countClassChanges).reduce((sum, count) => sum + count, 0);
  return turns / letters.length >= 0.25;
}

/** Whether a text is a day or a moment: `2026-11-27`, `20261127T100000Z`, `2026-11-27T10%3A00%3A00Z`. */
export function isDate(text: string): boolean {
  return /^\d{4}-?\d\d-?\d\d(?:(?:[T +]|%20)\d\d(?:(?::|%3A|-)?\d\d){0,2}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/i.test(
    text,
  );
}

// `FINAL`, `20261127`, `ReleaseNotes2026`: words, and a number at their end.
function isWordLike(piece: string): boolean {
  if (/^(?:[A-Z]*|\d*)$/.test(piece)) return true;
  const capitals = piece.replace(/[^A-Z]/g, "").length;
  return /^[a-z]*(?:[A-Z][a-z]{2,})*\d{0,4}$/.test(piece) && capitals * 4 <= piece.length;
}

const characterClass = (letter: string) => (/\d/.test(letter) ? 0 : /[a-z]/.test(letter) ? 1 : 2);

const countClasses = (piece: string) => new Set(Array.from(piece, characterClass)).size;

// A capital at the beginning of a word is none.
function countClassChanges(piece: string): number {
  const word = /^[A-Z][a-z]+\d*$/.test(piece) ? piece.toLowerCase() : piece;
  const kinds = Array.from(word, characterClass);
  return kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
}
