/** Scripts that only one language, or one above all, is written in. */
export const scriptLanguages: Readonly<Record<string, string>> = {
  Hangul: "ko",
  Arabic: "ar",
  Hebrew: "he",
  Cyrillic: "ru",
  Greek: "el",
  Devanagari: "hi",
  Bengali: "bn",
  Gurmukhi: "pa",
  Gujarati: "gu",
  Tamil: "ta",
  Telugu: "te",
  Kannada: "kn",
  Malayalam: "ml",
  Sinhala: "si",
  Thai: "th",
  Lao: "lo",
  Khmer: "km",
  Myanmar: "my",
  Georgian: "ka",
  Armenian: "hy",
  Ethiopic: "am",
};

/** Letters by which a language differs from the usual one of its script. */
export const distinctiveLetters: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ar: [
    [/[ٹڈڑےں]/gu, "ur"],
    [/[پچژگ]/gu, "fa"],
  ],
  ru: [
    [/[їєґі]/giu, "uk"],
    [/[ђјљњћџ]/giu, "sr"],
  ],
};
