/** Whether the first heading says nothing that the title does not say. */
export function repeatsTitle({ text, level }: { text: string; level: number }, title: string): boolean {
  const [words, titleWords] = [wordsOf(text), wordsOf(title)];
  if (words === "") return text === title;
  if (words === titleWords) return true;
  // Below the title "Atlas 2.4", the heading "2.4" is a repetition, but "Features" of "Features of Atlas" is not.
  return (level === 1 || /\d/.test(words)) && ` ${titleWords} `.includes(` ${words} `);
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}
