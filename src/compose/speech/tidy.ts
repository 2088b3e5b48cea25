const emptyPair = /[([{（［【〔] ?(?:(?:[,;.:&/|+–—、，-]|and|or|und) ?){0,20}[)\]}）］】〕]/gu;

/** Words without traces of what was removed: no empty brackets, doubled spaces, or punctuation that hangs in the air. */
export function tidy(text: string): string {
  const closed = text.replace(/\s+/g, " ").replace(emptyPair, " ").replace(emptyPair, " ");
  // Both ends first and last: a trailing dash hides the space before an exclamation mark.
  const even = withoutEnds(closed)
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
  return withoutEnds(even);
}

function withoutEnds(text: string): string {
  const start = text.search(/[^\s,;:/|&+•·–—=)\]}）」』】-]/u);
  if (start < 0) return "";
  // A sign before a number or a flag belongs to it: "-5", "+1", ".NET".
  const signed = /[+-](?=[\p{N}])/u.test(text.slice(Math.max(0, start - 1), start + 1)) ? start - 1 : start;
  const begun = text.slice(signed).replace(/^(?:[!?…。！？，、：；]+ ?|\.+(?: |$)|\.(?=\p{L})){1,5}/u, "");
  return begun.replace(/(?<![\s,;/|&•·–—({[=-])[\s,;/|&•·–—({[=-]+$/u, "");
}
