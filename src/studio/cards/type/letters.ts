/** Returns a pattern that finds a letter of one of these scripts, as ISO 15924 codes. */
function ofScripts(codes: string): RegExp {
  return new RegExp(
    `[${codes
      .split(" ")
      .map((code) => `\\p{Script=${code}}`)
      .join("")}]`,
    "u",
  );
}

/** Letters in a square, of the scripts of East Asia. */
export const squareLetters = ofScripts("Hani Hira Kana Hang Bopo");

/** Letters that go further up and down than Latin ones. */
export const tallLetters = ofScripts(
  "Arab Syrc Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Khmr Mymr Tibt",
);

/** Letters of scripts that put no space between words. */
export const unspacedLetters = ofScripts("Hani Hira Kana Thai Laoo Khmr Mymr Tibt");
