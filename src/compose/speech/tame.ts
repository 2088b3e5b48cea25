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
  return withFewDelimiters(withoutUnderlines(shallow));
}

// The time for headings that are underlined is quadratic in their number (measured: 10 s for 30,000). A line of its own above an
// underline is the same heading with marks in front.
function withoutUnderlines(text: string): string {
  const lines = text.split("\n");
  for (let index = 1; index < lines.length; index += 1) {
    const [before = "", line = "", underline = ""] = [lines[index - 2], lines[index - 1], lines[index]];
    if (!/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(underline) || before.trim() !== "") continue;
    if (line.trim() === "" || /^\s*(?:[>#|<`~*+-]|\d+[.)] )/.test(line)) continue;
    lines[index - 1] = `${underline.includes("=") ? "#" : "##"} ${line.trim()}`;
    lines[index] = "";
  }
  return lines.join("\n");
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
