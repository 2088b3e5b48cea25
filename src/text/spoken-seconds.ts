/** The pace of a calm speaker: 150 words per minute. */
export const wordsPerSecond = 150 / 60;

/**
 * The estimated duration of a spoken text, in seconds, at `speed` times the normal pace. Words are counted by
 * Unicode's segmentation, because some languages write no spaces.
 */
export function spokenSeconds(text: string, speed = 1): number {
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  let words = 0;
  for (const { isWordLike } of segments) if (isWordLike) words += 1;
  return words / wordsPerSecond / speed;
}
