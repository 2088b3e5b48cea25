const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** For example `Storyboard · 0:55 · English`. */
export function describeStoryboard({ language, seconds }: { language: string; seconds: number }): string {
  const whole = Math.max(1, Math.round(seconds));
  const time = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  return ["Storyboard", time, languageName(language)].filter((part) => part !== undefined).join(" · ");
}

export const briefTag = "Brief: what the video will be about";

/** For example `Text in Korean, see the captions`, in place of words that no font can draw. */
export function describeHiddenText(language: string): string {
  const name = languageName(language);
  return `${name === undefined ? "Text" : `Text in ${name}`}, see the captions`;
}

/** Returns the English name of a language; undefined for an unknown one. */
function languageName(language: string): string | undefined {
  try {
    return names.of(language);
  } catch {
    return undefined;
  }
}
