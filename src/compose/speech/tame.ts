import { visible } from "./visible.ts";

const maxDelimiters = 400;

/**
 * Markdown that is parsed in a time that grows with its length: without invisible characters, and without
 * what makes a parser compare everything with everything or nest without end.
 */
export function tame(markdown: string): string {
  const text = visible(markdown.replace(/\r\n?/g, "\n"));
  // A hundred levels of quotes and lists are more than anyone writes; the parser recurses into each.
  const shallow = text.replace(/^([ \t>+*\d.)-]{100})[ \t>+*\d.)-]+/gm, "$1");
  return withFewDelimiters(shallow);
}

// The time for emphasis and links is quadratic in the delimiters of one paragraph (measured: 40 s for 60,000 tildes).
// A paragraph ends at an empty line, a list item or a heading; with a deeper indentation that is not certain.
function withFewDelimiters(text: string): string {
  let delimiters = 0;
  const lines = text.split("\n").map((line) => {
    if (/^ {0,3}(?:[-*+] |#{1,6} |$)|^\s*$/.test(line)) delimiters = 0;
    if (/^ {0,3}(?:`{3}|~{3})/.test(line)) return line;
    return line.replace(/[*_~[\]!]/g, (delimiter) => (++delimiters > maxDelimiters ? " " : delimiter));
  });
  return lines.join("\n");
}
