const emoji =
  /[\d#*]\ufe0f?\u20e3|(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})\u200d?/gu;
const pictographs =
  /[\u2300-\u23ff\u2500-\u25ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\u{1f000}-\u{1faff}]/gu;
const emojiShortcode = /(?<![\p{L}\p{N}:]):(?=[\d+-]{0,4}[a-z]|[+-]?1+0{0,2}:)[a-z\d_+-]{1,80}:/giu;
// Matches joiners, except between letters of Persian and of the scripts of India, which need them.
const joiners = /(?<![\p{M}\p{Script=Arabic}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\u200c\u200d])/gu;

/** Replaces symbols by words where people would say one, and removes emoji, arrows and leftover Markdown. */
export function speakSymbols(text: string): string {
  return text
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
    .replace(/(?<![\w~])(?:about )?~(?=\d)/g, "about ")
    .replace(emojiShortcode, " ")
    .replace(emoji, " ")
    .replace(pictographs, " ")
    .replace(/[\ufe00-\ufe0f\u20e3]/g, "")
    .replace(joiners, "")
    .replace(/(?<=[\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, " ")
    .replace(/@(?=[\p{L}\p{N}_\ue000])/gu, "")
    .replace(/(?<=^|\s)(?:!{3}|\?{3}\+?) (?=\w)/g, " ")
    .replace(/\{([\w./-]{1,60})\}/g, "$1")
    .replace(/(?<=[\w)] )={2,3}(?= [\w("'])/g, "equals")
    .replace(/:{3,}|={2,}|\+{3,}|(?<!\w)\/{3,}(?!\w)|\${2,}|\{%|%\}/g, " ")
    .replace(/[←-⇿⟵-⟿•▪*`|<>#＃~\\^{}]|(?<![\p{L}\p{N}._])_|_(?![\p{L}\p{N}_])/gu, " ");
}

/**
 * Removes square brackets: "[API] Add x" becomes "API: Add x", "[!NOTE]" becomes "Note:", and the boxes of
 * task lists are removed.
 */
export function withoutBrackets(text: string): string {
  return text
    .replace(/^\s*\[!(\w)(\w{2,12})\]/, (_, first: string, rest: string) => `${first}${rest.toLowerCase()}: `)
    .replace(/(?<=^|[\s(])\[[ xX]?\](?=\s|$)/g, " ")
    .replace(/^(\s*)\[([^[\]\n]{2,40})\]:?(?= \S)/, (_, space: string, label: string) =>
      /^[\p{L}][^\ufffc]*$/u.test(label)
        ? `${space}${label.charAt(0).toUpperCase()}${label.slice(1)}:`
        : space + label,
    )
    .replace(/\[\^[^\]\s]{1,40}\]/g, " ")
    .replace(/\]\(|\]\[/g, " ")
    .replace(/[[\]]/g, " ");
}

const emptyBrackets = /[([{（［【〔] ?(?:(?:[,;.:&/|+–—、，-]|and|or|und) ?){0,20}[)\]}）］】〕]/gu;

/**
 * Removes empty brackets, double spaces and dangling punctuation, which remain where something was removed.
 */
export function cleanPunctuation(text: string): string {
  const singleSpaced = text.replace(/\s+/g, " ").replace(emptyBrackets, " ").replace(emptyBrackets, " ");
  // Trimmed before and after, because a trailing dash may hide the space before an exclamation mark.
  const cleaned = trimPunctuation(singleSpaced)
    .replace(/ {2,}/g, " ")
    .replace(/ [!?;:,]{1,5}(?=\p{L})/gu, " ")
    .replace(/([([{（]) ?(?:[,;:] ?){1,5}/gu, "$1")
    .replace(/(?:(?<![,;:–—-] ?)[,;:] ?){1,5}([)\]}）])/gu, "$1")
    .replace(/([([{（「『]) /gu, "$1")
    .replace(/ ([)\]}）」』])/gu, "$1")
    .replace(/([.!?])(?: [.,;:!?]){1,5}(?=\s|$)/g, "$1")
    .replace(/ ([.,;:!?…،؛؟]+)(?=\s|$)/gu, "$1")
    .replace(/([.!?])[;:]$/g, "$1")
    .replace(/, ?(?=[(（])/gu, " ")
    .replace(/[，、：；]{1,3} ?(?=[。！？）])/gu, "")
    .replace(/ (?=[。，、；：！？）])/gu, "")
    .replace(/[,;:–—-]{1,3} ?(?=[.!?](?:\s|$))/g, "")
    .replace(/,(?: ?[,;:]){1,5}/g, ",")
    .replace(/ (?:[–—-] ){2,}/g, " – ");
  return trimPunctuation(cleaned);
}

function trimPunctuation(text: string): string {
  const start = text.search(/[^\s,;:/|&+•·–—=)\]}）」』】-]/u);
  if (start < 0) return "";
  // A sign before a digit belongs to the number: "-5", "+1".
  const isSigned = /[+-](?=[\p{N}])/u.test(text.slice(Math.max(0, start - 1), start + 1));
  return text
    .slice(isSigned ? start - 1 : start)
    .replace(/^(?:[!?…。！？，、：；]+ ?|\.+(?: |$)|\.(?=\p{L})){1,5}/u, "")
    .replace(/(?<![\s,;/|&•·–—({[=-])[\s,;/|&•·–—({[=-]+$/u, "");
}

const sentenceEnd = /[.!?…:;。！？：；…؟۔।॥։]["'”’»)\]」』）]{0,3}$/u;

/**
 * Adds a full stop, unless the text ends with punctuation or with a placeholder that may end with its own.
 */
export function withFullStop(text: string): string {
  if (sentenceEnd.test(text) || /[\u{F0000}-\u{FFFFD}]$/u.test(text)) return text;
  const trimmed = text.replace(/ ?[,，、،]$/u, "");
  const isCjk = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}][」』）”]?$/u.test(trimmed);
  return trimmed + (isCjk ? "。" : ".");
}

/** Removes the full stop that `withFullStop` adds. */
export function withoutFullStop(text: string): string {
  return text.replace(/(?<![.…])[.。]$/u, "");
}
