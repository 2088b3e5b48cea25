const ended = /[.!?…:;。！？：；…؟۔।॥։]["'”’»)\]」』）]{0,3}$/u;

/** The words with a full stop, unless they end with punctuation or with a placeholder, whose value may bring its own. */
export function withStop(words: string): string {
  if (ended.test(words) || /[\u{F0000}-\u{FFFFD}]$/u.test(words)) return words;
  const open = words.replace(/ ?[,，、،]$/u, "");
  return (
    open + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][」』）”]?$/u.test(open) ? "。" : ".")
  );
}
