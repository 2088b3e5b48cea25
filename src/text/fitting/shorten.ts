import { codePointLength } from "../../base/text/lines-and-characters.ts";

// Created on use, because that takes 10 ms, and few texts are too long.
const segmentsOf = (text: string, granularity: "sentence" | "grapheme") =>
  new Intl.Segmenter("en", { granularity }).segment(text);

/** Characters after the limit that are enough to find the end of a sentence or a grapheme. */
const lookahead = 64;

/**
 * Shortens a text to `limit` characters (code points). Cuts at the end of a paragraph if that keeps half of
 * the limit, otherwise at the end of a sentence, otherwise after a word, with "…", otherwise anywhere. An
 * open code fence is closed. `removedLength` is the number of characters of the text that were removed.
 */
export function shorten(text: string, limit: number): { text: string; removedLength: number } {
  const characters = Array.from(text);
  if (characters.length <= limit) return { text, removedLength: 0 };
  const maxLength = Math.max(0, Math.floor(limit) || 0);
  const { kept, suffix } = closeCodeFence(characters, cutAtBoundary(characters, maxLength), maxLength);
  return { text: kept + suffix, removedLength: characters.length - codePointLength(kept) };
}

interface ShortenedText {
  readonly kept: string;
  /** An ellipsis, the end of a code fence or nothing. */
  readonly suffix: string;
}

function cutAtBoundary(characters: readonly string[], limit: number): ShortenedText {
  const window = characters.slice(0, limit + lookahead).join("");
  const fits = (text: string, minLength: number) => {
    const length = codePointLength(text);
    return length <= limit && length >= minLength && text !== "";
  };
  const paragraphs = window.slice(0, lastParagraphBreak(window, characters, limit)).trimEnd();
  if (fits(paragraphs, limit / 2)) return { kept: paragraphs, suffix: "" };
  const wholeSentences = window.slice(0, lastSentenceEnd(window, limit)).trimEnd();
  if (fits(wholeSentences, limit / 4)) return { kept: wholeSentences, suffix: "" };
  const beforeEllipsis = characters.slice(0, limit - 1).join("");
  const isWordEnd = /\s/.test(characters[limit - 1] ?? "");
  const words = (isWordEnd ? beforeEllipsis : beforeEllipsis.replace(/(?<!\S)\S+$/, "")).trimEnd();
  if (fits(words, limit / 2)) return { kept: words, suffix: "…" };
  if (limit < 2) return { kept: wholeGraphemes(characters, limit), suffix: "" };
  const kept = wholeGraphemes(characters, limit - 1).trimEnd();
  return { kept, suffix: kept === "" ? "" : "…" };
}

function lastParagraphBreak(window: string, characters: readonly string[], limit: number): number {
  const offset = characters.slice(0, limit).join("").length;
  return Math.max(0, window.lastIndexOf("\n\n", offset));
}

function lastSentenceEnd(window: string, limit: number): number {
  let [end, length] = [0, 0];
  for (const { index, segment } of segmentsOf(window, "sentence")) {
    if (codePointLength(segment.trimEnd()) + length > limit) break;
    length += codePointLength(segment);
    // The last segment ends with the window, not with a sentence.
    if (index + segment.length < window.length) end = index + segment.length;
  }
  return end;
}

// A flag or a family is one grapheme of several code points. It is split only if it alone exceeds the limit.
function wholeGraphemes(characters: readonly string[], limit: number): string {
  const from = Math.max(0, limit - lookahead);
  const before = characters.slice(from, limit).join("");
  const following = characters.slice(limit, limit + lookahead).join("");
  const around = segmentsOf(before + following, "grapheme");
  const start = around.containing(before.length)?.index ?? before.length;
  const isSingleGrapheme = from === 0 && start === 0;
  return characters.slice(0, from).join("") + before.slice(0, isSingleGrapheme ? before.length : start);
}

function closeCodeFence(
  characters: readonly string[],
  shortened: ShortenedText,
  limit: number,
): ShortenedText {
  const fence = findOpenFence(shortened.kept + shortened.suffix);
  if (!fence) return shortened;
  const withoutFence = { kept: shortened.kept.slice(0, fence.start).trimEnd(), suffix: "" };
  if (codePointLength(withoutFence.kept) >= limit / 2) return withoutFence;
  const suffix = `\n${fence.indent}${fence.delimiter}`;
  const beforeSuffix = characters.slice(0, Math.max(0, limit - suffix.length)).join("");
  const lines = beforeSuffix.slice(0, Math.max(0, beforeSuffix.lastIndexOf("\n"))).trimEnd();
  return findOpenFence(lines)?.start === fence.start ? { kept: lines, suffix } : withoutFence;
}

interface CodeFence {
  /** The offset of the fence's first line. */
  readonly start: number;
  readonly indent: string;
  readonly delimiter: string;
}

function findOpenFence(text: string): CodeFence | undefined {
  let open: CodeFence | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    const [, indent = "", delimiter = "", rest = ""] = /^([ \t]*)(`{3,}|~{3,})(.*)$/s.exec(line) ?? [];
    const isClosing = open !== undefined && delimiter.startsWith(open.delimiter) && rest.trim() === "";
    const isOpening = delimiter !== "" && !(delimiter.startsWith("`") && rest.includes("`"));
    if (isClosing) open = undefined;
    else if (!open && isOpening) open = { start, indent, delimiter };
    start += line.length + 1;
  }
  return open;
}
