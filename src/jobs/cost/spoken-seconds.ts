// People who speak calmly say 150 words a minute.
const wordsPerSecond = 150 / 60;

/** How long a text takes to speak, in seconds, at `speed` times the usual. Words as Unicode parts them: some languages write no spaces. */
export function spokenSeconds(text: string, speed = 1): number {
  const parts = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  let count = 0;
  for (const { isWordLike } of parts) if (isWordLike) count += 1;
  return count / wordsPerSecond / speed;
}
