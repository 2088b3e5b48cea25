/** How a language speaks what is not an ordinary word. */
export interface PronunciationTable {
  /** Between the parts of a host or file name: `showreel.dev`. */
  readonly dot: string;
  /** Between the numbers of a version: `2.4.1`. */
  readonly point: string;
  /** Before the numbers of a version: `v2.4.1`. */
  readonly version: string;
  /** Between the parts of a path. */
  readonly slash: string;
  /** Before a negative number. */
  readonly minus: string;
  /** Before the number of an item: `#1`. */
  readonly number: string;
  /** Between two numbers: `5–10`. */
  readonly to: string;
  /** Between the numbers of an aspect ratio: `16:9`. */
  readonly ratio: string;
  /** How much faster or more: `3x`, `3×`. */
  readonly times: string;
  /** Between an amount and a unit: `20 MB/s`, `$20/month`. */
  readonly per: string;
  /** Whether Pico reads the hyphen of `well-known` as one should; it names it in some languages. */
  readonly keepsHyphens: boolean;
  /** Whether `1.000` is a thousand. */
  readonly groupsDigitsWithDots: boolean;
  /** Symbols that stand for a word. */
  readonly symbols: Readonly<Record<string, string>>;
  /** Units after a number: of one, and of more. */
  readonly units: Readonly<Record<string, readonly [one: string, more: string]>>;
  /** Abbreviations with a full stop, in lower case and without spaces: `e.g.`. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Names and foreign words that Pico misreads, in lower case, respelled for its rules. */
  readonly words: Readonly<Record<string, string>>;
  /** The names of letters that Pico does not know. */
  readonly letters?: Readonly<Record<string, string>>;
  /** A last letter of an abbreviation with a plural's s: `APIs`. Undefined if the plural is not heard. */
  readonly pluralLetters?: Readonly<Record<string, string>>;
}

/** Returns what a table has for a text from outside, which may be the name of an object's own method. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
