/** A part of a text, and whether no space is between it and the part before it. */
export interface TextPart {
  readonly text: string;
  readonly attached: boolean;
}

// A stop after one of these rarely ends a sentence.
const abbreviation =
  /(?:^|[\s(])(?:\p{L}|\p{Lu}\p{L}?\.\p{L}|e\.g|i\.e|[Mm]r|[Mm]rs|[Dd]r|[Pp]rof|St|vs|approx|resp|ca|bzw|[Vv]gl|[Nn]r|[Nn]o|[Aa]bs|z\. ?B|d\. ?h|u\. ?a|p\. ?ex|[Ee]tc|[Ff]ig|[Pp]\. ?ej|[Ss]ig|Sr|Sra|M|Mme)\.\s*$/u;
const ordinal = /(?:^|\s)\d{1,2}\.\s*$/;

const segmenters = new Map<string, Intl.Segmenter>();

/** Splits a text on one line into its sentences. */
export function splitSentences(text: string, language: string): TextPart[] {
  const sentences: TextPart[] = [];
  let start = 0;
  for (const { segment, index } of segmenterOf(language, "sentence").segment(text)) {
    const end = index + segment.length;
    if (end < text.length && isUnfinished(text.slice(Math.max(start, end - 12), end), language)) continue;
    const sentence = text.slice(start, end).trim();
    const attached = start > 0 && !/\s/.test(text.charAt(start - 1));
    if (sentence !== "") sentences.push({ text: sentence, attached });
    start = end;
  }
  return sentences;
}

function isUnfinished(end: string, language: string): boolean {
  return abbreviation.test(end) || (language === "de" && ordinal.test(end));
}

/** Returns the segmenter of a language, which is expensive to create. */
export function segmenterOf(language: string, granularity: "grapheme" | "word" | "sentence"): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}
