const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

const patterns: Readonly<Record<string, RegExp>> = {
  "a URL": /https?:|www\.\S/iu,
  "an issue number": /#\d|\bGH-\d/iu,
  "Markdown or HTML": /[`*_|<>#~\\]|\]\(|[[\]]/u,
  "a mention": /@[\p{L}\p{N}_]/u,
  "a shortcode": /(?<![\p{L}\p{N}:]):[a-z]\w*:/u,
  "a hash": /\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40}\b/u,
  "an emoji": /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f/u,
  "a tool's line": /full change-?log|signed-off-by:/iu,
  "a gap": / {2}|^\s|\s$|\n{3}|(?<!\n)\n(?!\n)| \n|\n /u,
  "loose punctuation": /\s[,.;:!?](?:\s|$)|\(\s?\)|\(\s|\s\)/u,
  "an invisible character": /(?!\n)[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/u,
};

/** Returns the names of what is found in the text but can't be spoken. */
export function findUnspeakable(spoken: string): string[] {
  const found = Object.entries(patterns).filter(([, pattern]) => pattern.test(spoken));
  return [...found.map(([name]) => name), ...(hasEmptySentence(spoken) ? ["an empty sentence"] : [])];
}

function hasEmptySentence(spoken: string): boolean {
  return [...sentences.segment(spoken)].some(
    ({ segment }) => !/[\p{L}\p{N}{]/u.test(segment) && segment.trim(),
  );
}
