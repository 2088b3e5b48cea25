import { fakeKey, fakePathSegment } from "./leaks/fake-secrets.ts";

/** Returns as many repetitions of some characters as fit into `length` characters. */
export const repeatTo = (part: string, length: number): string => part.repeat(length / part.length);

/** What a text repeats whose secrets are redacted, and the redacted text if that is another one. */
export const redactedRepetitions: readonly (readonly [part: string, redacted?: (text: string) => string])[] =
  [
    ["%"],
    ["%25"],
    ["<a"],
    ["<!--"],
    ["&#"],
    ["&amp;"],
    ["\\"],
    ["\\u"],
    ["?a="],
    ["?sig=", () => "?sig=***"],
    ["://a"],
    ["//"],
    ["/s--"],
    ["…"],
    ["=\n"],
    ["\u{fdfa}"],
    [fakeKey.slice(0, 8), (text) => `${text.slice(0, -8)}***`],
    [fakePathSegment],
  ];

/** What a text repeats that is converted to speech. */
export const spokenRepetitions: readonly string[] = [
  ">",
  "- ",
  "+ ",
  "*_",
  "~a",
  "[^a]",
  "[a](",
  "<!--",
  "> [!NOTE]\n> a\n\n",
  "，",
  "<br>",
  "feat: (",
  "a:\n\n",
];
