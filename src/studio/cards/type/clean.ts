// Invisible characters that could reorder, hide or break what is drawn: control characters, soft hyphens,
// zero-width spaces, word joiners, embeddings, overrides and isolates, interlinear annotations, tags, private
// use, and code points that are no characters.
const unwanted =
  /[\p{Cc}\p{Co}\p{Cn}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e0fff}]/gu;
const stackedMarks = /(\p{Mn}{3})\p{Mn}+/gu;

/**
 * Returns text as it can be drawn in one line: composed, without control and direction characters, with at
 * most three combining marks on a letter, and with single spaces.
 */
export function cleanText(text: string): string {
  return cleanLine(
    text.replace(/\s+/g, (space) => (space === "\u00a0" || space === "\u202f" ? "\u00a0" : " ")),
  ).trim();
}

/** Like `cleanText`, but keeps the spaces of a line of code. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\t", "  ")
    .normalize("NFC")
    .replace(unwanted, "")
    .replace(stackedMarks, "$1");
}
