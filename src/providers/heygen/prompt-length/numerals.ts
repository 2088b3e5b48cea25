const english = {
  ones: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  teens: [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
  ],
  tens: ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
};
const german = {
  ones: ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
  teens: ["zehn", "elf", "zwölf"],
  tens: ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"],
};

const numeralValues: ReadonlyMap<string, number> = new Map([
  ...[english, german].flatMap(({ ones, teens, tens }) => [
    ...ones.map((word, index) => [word, index + 1] as const),
    ...teens.map((word, index) => [word, index + 10] as const),
    ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ]),
  ["fünfzehn", 15],
  ["anderthalb", 1.5],
  ["eineinhalb", 1.5],
  ["zweieinhalb", 2.5],
]);

const anyOf = (words: readonly string[]) => words.join("|");
const belowHundred =
  `(?:(?:${anyOf(english.tens)})(?:[- ](?:${anyOf(english.ones)}))?|` +
  `${anyOf(english.teens)}|${anyOf(english.ones)})`;
// "ein" alone is an article.
const germanSingles = [...numeralValues.keys()].filter((word) => word !== "ein");
const germanNumeral = `(?:(?:${anyOf(german.ones)})und(?:${anyOf(german.tens)})|${anyOf(germanSingles)})`;
// Not after a hyphen: that may be the end of a numeral in another language.
const numeralPattern = new RegExp(
  `(?<!\\p{L}-?)(?:(?:(${belowHundred}|a)[- ])?(hundred)(?:[- ](?:and[- ])?(${belowHundred}))?|` +
    `(${belowHundred}|${germanNumeral}))(?!\\p{L})`,
  "gu",
);

/**
 * Returns a lower-case text with digits instead of spelled-out numbers. Supports English numbers below a
 * thousand, common German numbers, and halves and quarters before a unit of time.
 */
export function numeralsToDigits(text: string): string {
  const withDigits = text.replace(numeralPattern, (...match: (string | undefined)[]) => {
    const [, hundreds = "one", hundred, rest = "", otherNumeral = ""] = match;
    if (hundred === undefined) return String(parseNumeral(otherNumeral));
    return String((hundreds === "a" ? 1 : parseNumeral(hundreds)) * 100 + parseNumeral(rest));
  });
  return fractionsToDecimals(withDigits);
}

function parseNumeral(numeral: string): number {
  const [, ones = "", tens = ""] = numeral.match(/^(\p{L}+)und(\p{L}+)$/u) ?? [];
  const parts = ones ? [ones, tens] : numeral.split(/[- ]/);
  return parts.reduce((sum, part) => sum + (numeralValues.get(part) ?? 0), 0);
}

const fractionValues = { half: 0.5, halves: 0.5, quarter: 0.25, quarters: 0.25 };
const fractionPattern = "(half|halves|quarters?)";
const isFractionWord = (word: string): word is keyof typeof fractionValues => word in fractionValues;
const fractionValue = (word: string) => (isFractionWord(word) ? fractionValues[word] : 0);

// Examples: "half an hour", "three quarters of an hour", "two and a half minutes", "1 1/2 minutes".
function fractionsToDecimals(text: string): string {
  return text
    .replace(/(?<![\d./])(?:(\d+)[ -])?(\d)\/(\d)(?![\d/])/g, (_, whole = "0", above, below) =>
      String(Number(whole) + Number(above) / Number(below)),
    )
    .replace(
      new RegExp(`(\\d+)[ -]and[ -](?:an?|1)[ -]${fractionPattern}(?!\\p{L})(?! (?:of )?an? )`, "gu"),
      (_, whole, word) => String(Number(whole) + fractionValue(word)),
    )
    .replace(
      new RegExp(
        `(?<!\\p{L}|(?:and|&|plus|\\+|und|et)[ -]?)(?:(\\d+|an?)[ -])?${fractionPattern}` +
          "(?:[ -]of)?(?:[ -]an?)?[ -](?=minute|hour)",
        "gu",
      ),
      (_, count = "1", word) => `${(Number(count) || 1) * fractionValue(word)} `,
    )
    .replace(/(?<!\p{L})(?:(?:eine[rn]?|une|una) )?(?:halbe[rn]?|demi|media)[ -](?=\p{L})/gu, "0.5 ");
}
