const minTokenLength = 16;
const minAlphanumerics = 12;
/** A longer run of letters and digits is not a name, unless it is made of words. */
const maxNameLength = 19;

/**
 * Returns whether a text looks random, as tokens, signatures and ids do, and not like a name that a person
 * chose: it often changes between lower case, upper case and digits, or has a long run of them without
 * punctuation.
 */
export function looksLikeToken(text: string): boolean {
  if (text.length < minTokenLength || isDate(text)) return false;
  const segments = text.split(/[^a-z0-9]+/i);
  const alphanumerics = segments.join("");
  if (alphanumerics.length < minAlphanumerics || !segments.some((segment) => segment.length > 6))
    return false;
  if (segments.every(isWordLike)) return false;
  if (segments.some((segment) => segment.length > maxNameLength && countClasses(segment) > 1)) return true;
  const changes = segments.map(countClassChanges).reduce((sum, count) => sum + count, 0);
  return changes / alphanumerics.length >= 0.25;
}

/**
 * Returns whether a text is a date or a timestamp: `2026-11-27`, `20261127T100000Z`,
 * `2026-11-27T10%3A00%3A00Z`.
 */
export function isDate(text: string): boolean {
  return /^\d{4}-?\d\d-?\d\d(?:(?:[T +]|%20)\d\d(?:(?::|%3A|-)?\d\d){0,2}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/i.test(
    text,
  );
}

// `FINAL`, `20261127`, `ReleaseNotes2026`: words, with a number at the end.
function isWordLike(segment: string): boolean {
  if (/^(?:[A-Z]*|\d*)$/.test(segment)) return true;
  const capitals = segment.replace(/[^A-Z]/g, "").length;
  return /^[a-z]*(?:[A-Z][a-z]{2,})*\d{0,4}$/.test(segment) && capitals * 4 <= segment.length;
}

const characterClass = (letter: string) => (/\d/.test(letter) ? 0 : /[a-z]/.test(letter) ? 1 : 2);

const countClasses = (segment: string) => new Set(Array.from(segment, characterClass)).size;

// Does not count the change after the capital that starts a word.
function countClassChanges(segment: string): number {
  const word = /^[A-Z][a-z]+\d*$/.test(segment) ? segment.toLowerCase() : segment;
  const classes = Array.from(word, characterClass);
  return classes.filter((each, index) => index > 0 && each !== classes[index - 1]).length;
}
