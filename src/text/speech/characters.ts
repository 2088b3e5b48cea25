// Controls, formats that reorder or hide text, private use and halves of surrogate pairs. Placeholders stay, and so do the
// joiners, which have a rule of their own.
const invisible =
  /[\p{Cc}\p{Cs}\ue000-\uf8ff\u{100000}-\u{10ffff}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;

// Persian and the scripts of India need these two between letters to be spelt right; elsewhere they only hide.
const joiners = /(?<![\p{M}\p{Script=Arabic}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\u200c\u200d])/gu;

/** The text without characters that nobody sees; line breaks and tabs stay. Joined emoji must be gone before. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, (character) => (/[\n\t]/.test(character) ? character : ""));
}

/** The text without joiners where no script needs them. */
function withoutJoiners(text: string): string {
  return text.replace(joiners, "");
}

const emoji =
  /[\d#*]\ufe0f?\u20e3|(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})\u200d?/gu;
const pictures = /[\u2300-\u23ff\u2500-\u25ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\u{1f000}-\u{1faff}]/gu;
const shortcode = /(?<![\p{L}\p{N}:]):(?=[\d+-]{0,4}[a-z]|[+-]?1+0{0,2}:)[a-z\d_+-]{1,50}:/giu;

/** Symbols as words where they have some between two words, otherwise removed: emoji, arrows, and what Markdown is made of. */
export function speakSymbols(text: string): string {
  const withWords = text
    .replace(/(?<=^|\s)[:;]-?[()DP](?=[\s.,!?]|$)/g, " ")
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
    .replace(/(?<=\w) ?(?:->|=>) ?(?=\w)|(?<=\w) ?[→⇒⟶➡]\ufe0f? ?(?=v?\d)/g, " to ")
    .replace(/(?<=\w) [→⇒⟶➡]\ufe0f? (?=\w)/g, ", ")
    .replace(/(?<=\d) ?[*×] ?(?=\d)/g, " times ")
    .replace(/\\(?=\w)/g, "/")
    .replace(/(?<![^\s("'“])\.(?=[a-z]{2}|[A-Z]{2})/g, "dot ")
    .replace(/\b([CF])[#＃](?!\w)/g, "$1 sharp")
    .replace(/(?:>=|≥) ?(?=v?\d)/g, "at least ")
    .replace(/(?:<=|≤) ?(?=v?\d)/g, "at most ")
    .replace(/(?<=\s)> ?(?=v?\d)/g, "more than ")
    .replace(/(?<=\s)< ?(?=v?\d)/g, "less than ")
    .replace(/(?<![\w~])(?:about )?~(?=\d)/g, "about ");
  const withoutEmoji = withWords
    .replace(shortcode, " ")
    .replace(emoji, " ")
    .replace(pictures, " ")
    .replace(/[\ufe00-\ufe0f\u20e3]/g, "");
  return withoutJoiners(withoutEmoji)
    .replace(/(?<=[\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, " ")
    .replace(/@(?=[\p{L}\p{N}_])/gu, "")
    .replace(/[←-⇿⟵-⟿•▪*_`|<>#＃~\\^]/gu, " ");
}
