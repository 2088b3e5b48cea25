import { codePointLength } from "../base/lines-and-characters.ts";

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Enough to see where a sentence or a character that is put together ends. */
const lookaround = 64;

/**
 * At most `limit` characters (code points) of a text: whole paragraphs if they are at least half of the limit, else whole
 * sentences, else words with "…", else what fits. A code fence that is opened is closed. `leftOut` counts the
 * characters of the text that are not in the result.
 */
export function shorten(text: string, limit: number): { text: string; leftOut: number } {
  const characters = Array.from(text);
  if (characters.length <= limit) return { text, leftOut: 0 };
  const most = Math.max(0, Math.floor(limit) || 0);
  const kept = closeOpenFence(characters, cutAtBoundary(characters, most), most);
  return { text: kept.text + kept.suffix, leftOut: characters.length - codePointLength(kept.text) };
}

interface ShortenedText {
  readonly text: string;
  /** What is put behind it: an ellipsis or the end of a code fence. */
  readonly suffix: string;
}

function cutAtBoundary(characters: readonly string[], limit: number): ShortenedText {
  const window = characters.slice(0, limit + lookaround).join("");
  const within = (text: string, least: number) => {
    const length = codePointLength(text);
    return length <= limit && length >= least && text !== "";
  };
  const paragraphs = window.slice(0, lastParagraphBreak(window, characters, limit)).trimEnd();
  if (within(paragraphs, limit / 2)) return { text: paragraphs, suffix: "" };
  const whole = lastSentenceEnd(window, limit);
  if (within(whole, limit / 4)) return { text: whole, suffix: "" };
  const head = characters.slice(0, limit - 1).join("");
  const isWordEnd = /\s/.test(characters[limit - 1] ?? "");
  const words = (isWordEnd ? head : head.replace(/(?<!\S)\S+$/, "")).trimEnd();
  if (within(words, limit / 2)) return { text: words, suffix: "…" };
  if (limit < 2) return { text: wholeCharacters(characters, limit), suffix: "" };
  const rest = wholeCharacters(characters, limit - 1).trimEnd();
  return { text: rest, suffix: rest === "" ? "" : "…" };
}

function lastParagraphBreak(window: string, characters: readonly string[], limit: number): number {
  const fitting = characters.slice(0, limit).join("").length;
  return Math.max(0, window.lastIndexOf("\n\n", fitting));
}

function lastSentenceEnd(window: string, limit: number): string {
  let [end, length] = [0, 0];
  for (const { index, segment } of sentences.segment(window)) {
    if (codePointLength(segment.trimEnd()) + length > limit) break;
    length += codePointLength(segment);
    // The last segment is cut by the window: where it ends, no sentence does.
    if (index + segment.length < window.length) end = index + segment.length;
  }
  return window.slice(0, end).trimEnd();
}

// A flag or a family is several code points; one that alone is too long is split.
function wholeCharacters(characters: readonly string[], limit: number): string {
  const from = Math.max(0, limit - lookaround);
  const before = characters.slice(from, limit).join("");
  const around = graphemes.segment(before + characters.slice(limit, limit + lookaround).join(""));
  const start = around.containing(before.length)?.index ?? before.length;
  const isAllOfIt = from === 0 && start === 0;
  return characters.slice(0, from).join("") + before.slice(0, isAllOfIt ? before.length : start);
}

function closeOpenFence(characters: readonly string[], kept: ShortenedText, limit: number): ShortenedText {
  const fence = openFence(kept.text + kept.suffix);
  if (!fence) return kept;
  const before = { text: kept.text.slice(0, fence.start).trimEnd(), suffix: "" };
  if (codePointLength(before.text) >= limit / 2) return before;
  const added = `\n${fence.indent}${fence.mark}`;
  const inside = characters.slice(0, Math.max(0, limit - added.length)).join("");
  const lines = inside.slice(0, Math.max(0, inside.lastIndexOf("\n"))).trimEnd();
  return openFence(lines)?.start === fence.start ? { text: lines, suffix: added } : before;
}

/** The code fence that is opened in the text and not closed, by where its line starts. */
function openFence(text: string): { start: number; indent: string; mark: string } | undefined {
  let open: { start: number; indent: string; mark: string } | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    const [, indent = "", mark = "", rest = ""] = /^([ \t]*)(`{3,}|~{3,})(.*)$/s.exec(line) ?? [];
    if (open) {
      if (mark.startsWith(open.mark) && rest.trim() === "") open = undefined;
    } else if (mark !== "" && !(mark.startsWith("`") && rest.includes("`"))) open = { start, indent, mark };
    start += line.length + 1;
  }
  return open;
}
