import type { Narration } from "./narration.ts";
import type { StudioRequest } from "./request.ts";

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Returns why a storyboard is silent although nobody asked for that; nothing if it is not. */
export function describeNarration({ voice, storyboard }: Narration, { voiceId }: StudioRequest): string[] {
  if (voice || voiceId === "none") return [];
  const language = languageNames.of(storyboard.language) ?? storyboard.language;
  return [`There is no voice for ${language}, so the storyboard is silent and timed for reading.`];
}

const scriptNames = new Intl.DisplayNames(["en"], { type: "script", fallback: "none" });
// Scripts whose name does not help to find a font, and how people call them.
const scripts = [
  ...["Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani", "Hebr"],
  ...["Hira", "Kana", "Khmr", "Knda", "Laoo", "Mlym", "Mymr", "Orya", "Sinh", "Taml", "Telu", "Thai", "Tibt"],
];

/** Returns a warning about characters that no font has; nothing if there are none. */
export function describeMissing(characters: readonly string[]): string[] {
  if (characters.length === 0) return [];
  const text = characters.join("");
  const found = scripts.filter((script) => new RegExp(`\\p{Script=${script}}`, "u").test(text));
  const names = found.map((script) => scriptNames.of(script) ?? script);
  const missing = names.length > 0 ? new Intl.ListFormat("en").format(names) : "some of the characters";
  return [
    `No font on this machine has ${missing}, so the cards leave these words out. The subtitles have them. ` +
      "Install a font, such as Noto Sans.",
  ];
}
