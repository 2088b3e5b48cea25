const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

const patterns: Readonly<Record<string, RegExp>> = {
  "a URL": /https?:|www\.\S/iu,
  "an issue number": /#\d|\bGH-\d/iu,
  "Markdown or HTML": /[`*|<>#~\\]|\]\(|[[\]]|(?<![\p{L}\p{N}._])_+(?![\p{L}\p{N}_])/u,
  "a mention": /@[\p{L}\p{N}_]/u,
  "a shortcode": /(?<![\p{L}\p{N}:]):[a-z]\w*:/u,
  "a hash": /\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40}\b/u,
  "an emoji": /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f/u,
  "a mark of a template or MDX": /[{}]|%\}/u,
  "a mark of a box, a tab or an include":
    /:{3}|={2}|\+{3}|(?<!\S)(?:!{3}|\?{3}\+?) \w|(?<!\w)\/{3}(?!\w)|8<|\${2}/u,
  "a tool's line": /full change-?log|signed-off-by:/iu,
  "a gap": / {2}|^\s|\s$|\n{3}|(?<!\n)\n(?!\n)| \n|\n /u,
  "loose punctuation": /\s[,.;:!?](?:\s|$)|\(\s?\)|\(\s|\s\)/u,
  "an invisible character": /(?!\n)[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/u,
};

const placeholder = /\\?\{\{[ \t]*[\w.-]+[ \t]*\}\}/gu;

/** Returns the names of what is found in the text but can't be spoken. Placeholders are not spoken. */
export function findUnspeakable(spoken: string): string[] {
  const text = spoken.replace(placeholder, "x");
  const found = Object.entries(patterns).filter(([, pattern]) => pattern.test(text));
  return [...found.map(([name]) => name), ...(hasEmptySentence(spoken) ? ["an empty sentence"] : [])];
}

function hasEmptySentence(spoken: string): boolean {
  return [...sentences.segment(spoken)].some(
    ({ segment }) => !/[\p{L}\p{N}{]/u.test(segment) && segment.trim(),
  );
}
