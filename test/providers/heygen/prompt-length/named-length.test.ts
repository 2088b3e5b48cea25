import { describe, expect, test } from "vitest";
import { findNamedLength } from "../../../../src/providers/heygen/prompt-length/named-length.ts";

/** Texts and the length that they contain, in seconds, if any. */
const named: readonly [text: string, seconds: number | undefined][] = [
  ["A short welcome", undefined],
  ["A 30-second tour", 30],
  ["A tour of 90 seconds, please", 90],
  ["Make it 20s long", 20],
  ["A 2 minute film", 120],
  ["A 1.5-minute film", 90],
  ["2,5 minutes", 150],
  ["1,800 seconds", 1_800],
  ["1.800 Sekunden", 1_800],
  ["90secs", 90],
  ["90 sec.", 90],
  ["2 mins", 120],
  ["It starts in 2 seconds now. Tell that in 60 seconds.", 60],
  ["Explain our 5 s timeout", 5],
  ["Explain our 5 s timeout in a 10-minute film", 600],
  ["2–3 minutes", 180],
  ["90 to 120 seconds", 120],
  ["between 1 and 2 minutes", 120],
  ["two to three minutes", 180],
  ["sixty‑second", 60],
  ["ten-minute", 600],
  ["twenty-five minutes", 1_500],
  ["a hundred and twenty seconds", 120],
  ["two hundred seconds", 200],
  ["one hundred and five seconds", 105],
  ["ninety (90) seconds", 90],
  ["half an hour", 1_800],
  ["half-hour", 1_800],
  ["a half-minute spot", 30],
  ["a quarter of an hour", 900],
  ["a minute and a half", 90],
  ["one and a half minutes", 90],
  ["1 1/2 minutes", 90],
  ["1½ minutes", 90],
  ["½ hour", 1_800],
  ["1/2 h", 1_800],
  ["1 minute and 30 seconds", 90],
  ["a minute and thirty seconds", 90],
  ["1 min 30 s", 90],
  ["1m30s", 90],
  ["2m30", 150],
  ["five-and-a-half-minute", 330],
  ["5 & a half minutes", 330],
  ["1️⃣0️⃣ min", 600],
  ["a 10 minute, 30 second film", 630],
  ["1:30", 90],
  ["0:45", 45],
  ["00:01:30", 90],
  ["at 10:30", 630],
  ["dreißig Sekunden", 30],
  ["fünfundvierzig Sekunden", 45],
  ["zwei Minuten und 30 Sekunden", 150],
  ["ein 20-minütiger Film", 1_200],
  ["Eine halbe Stunde lang", 1_800],
  ["une minute et demie", 90],
  ["90 secondes", 90],
  ["90 segundos", 90],
  ["90 secondi", 90],
  ["90秒の動画", 90],
  ["2分钟", 120],
  ["30초 영상", 30],
  ["5 минут", 300],
  ["5 m", 300],
  // Texts without a length.
  ["Answers within 200 ms", undefined],
  ["Version 30 solves it", undefined],
  ["A second scene, then a second video", undefined],
  ["10M users", undefined],
  ["16:9 and 9:16", undefined],
  ["24/7 support", undefined],
  ["5 minor fixes, 2 secrets, 5 minus 3", undefined],
  ['Say "Version 2" at first', undefined],
  ["a cat in 4k, 60 fps, h264", undefined],
];

describe("the longest length in a text is found:", () => {
  test.each(named)("%j: %s s", (text, seconds) => {
    const found = findNamedLength(text);
    expect([found.seconds, found.ambiguousText]).toEqual([seconds, undefined]);
  });
});

/** Texts that may mean more than half an hour, or contain an unclear length, and the unclear part. */
const unclear: readonly [text: string, words: string][] = [
  ["90-minute film", "90-minute"],
  ["ninety minutes", "90 minutes"],
  ["３６００ seconds", "3600 seconds"],
  ["Uptime: 86400 seconds", "86400 seconds"],
  ["2 hours", "2 hours"],
  ["one hour", "1 hour"],
  ["an hour and a half", "an hour and a half"],
  ["three quarters of an hour", "0.75 hour"],
  ["2 h", "2 h"],
  ["1h 5m", "1h 5m"],
  ["1:30:00", "1:30:00"],
  ["1:30 h", "1:30 h"],
  ["PT1H30M", "pt1"],
  ["an hour-long film", "an hour"],
  ["for hours", "for hours"],
  ["24-hour support", "24-hour"],
  ["as in the 1990s", "1990s"],
  ["one thousand and thirteen seconds", "13 seconds"],
  ["vingt six minutes", "6 minutes"],
  ["100 requests an hour", "an hour"],
  ["a few minutes", "few minutes"],
  ["a couple of minutes", "of minutes"],
  ["a dozen minutes", "dozen minutes"],
  ["two thousand seconds", "thousand seconds"],
  ["2k seconds", "2k seconds"],
  ["10+ minutes", "10+ minutes"],
  ["at least 2 minutes", "2 minutes"],
  ["2 minutes or more", "2 minutes"],
  ["no shorter than a minute", "a minute"],
  ["3 minutes or 10", "3 minutes"],
  ["a minute or two about it", "a minute"],
  ["10min-15", "10min"],
  ["20 seconds on every change", "20 seconds"],
  ["Each of the 12 chapters lasts 60 seconds", "60 seconds"],
  ["scenes of 60 seconds", "60 seconds"],
  ["two and three quarter minutes", "minutes"],
  ["5 mintues", "5 mintues"],
  ["10 secounds", "10 secounds"],
  ["٩٠ min", "٩٠ min"],
  ["**10** min", "**10** min"],
  ["… min", "… min"],
  ["two 10-minute videos", "10-minute"],
  ["3 x 60 seconds", "60 seconds"],
  ["60 s × 3", "60 s"],
  ["5 scenes of 60 seconds", "60 seconds"],
  ["scenes of 20 seconds each", "20 seconds"],
  ["each scene 20 seconds", "20 seconds"],
  ["20 seconds per slide", "20 seconds"],
  ["a feature-length film", "feature-length"],
  ["a long video", "a long video"],
  ["twice as long", "twice as long"],
  ["a two-day film", "2-day film"],
  ["an 80' film", "80' film"],
  ["1'30\"", "1'3"],
  ["length: 3600", "length: 3600"],
  ["a 2000-word narration", "2000-word"],
  ["eine Stunde", "eine stunde"],
  ["anderthalb Stunden", "1.5 stunden"],
  ["ein neunzigminütiger Film", "neunzigminütig"],
  ["eine Viertelstunde", "viertelstunde"],
  ["trente-six minutes", "trente-six minutes"],
  ["quatre-vingt-dix minutes", "quatre-vingt-dix minutes"],
  ["diez minutos", "diez minutos"],
  ["une heure", "une heure"],
  ["1時間", "1時間"],
  ["九十分钟", "九十分钟"],
  ["90 минут", "90 минут"],
];

describe("a length that is ambiguous, or may be longer than a video can be, is unclear:", () => {
  test.each(unclear)("%j, by %j", (text, words) => {
    const found = findNamedLength(text);
    expect(found.seconds).toBeUndefined();
    expect(found.ambiguousText).toContain(words);
  });
});

describe("a length counts as the video's own only at the beginning of the text:", () => {
  test.each([
    ["A 30-second tour", true],
    ["Make a 30-second product launch video", true],
    ["Please create a short 20 s teaser of it", true],
    ["A 20-second teaser with a 5 s pause", true],
    ["Explain our 5 s timeout", false],
    ["A 5 s timeout, explained", false],
    ["A 5 s timeout in a video", false],
    ["Include a 5-second clip of the login", false],
    ["A 20-second teaser of our 40 s start", false],
    ["One second video", false],
    ["Un segundo video", undefined],
  ])("%j: %s", (text, isOpening) => {
    expect(findNamedLength(text).isOpening).toBe(isOpening);
  });
});

test.each([
  "9".repeat(10_000),
  "1,".repeat(5_000),
  "a ".repeat(5_000),
  "1-".repeat(5_000),
  "x".repeat(10_000),
])("the longest prompt is parsed without excessive backtracking (%#)", (text) => {
  const { ambiguousText, seconds = 0 } = findNamedLength(`${text} minutes`);
  expect(ambiguousText !== undefined || seconds > 0).toBe(true);
});

describe("no spelling of a length makes it shorter:", () => {
  const ones = "one two three four five six seven eight nine".split(" ");
  const teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
  const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

  function inWords(count: number): string {
    if (count >= 1_000)
      return `${inWords(Math.floor(count / 1_000))} thousand ${inWords(count % 1_000)}`.trim();
    if (count === 0) return "";
    const hundreds = `${ones[Math.floor(count / 100) - 1]} hundred`;
    if (count >= 100) return count % 100 === 0 ? hundreds : `${hundreds} and ${inWords(count % 100)}`;
    if (count >= 20)
      return [tens[Math.floor(count / 10) - 2], ones[(count % 10) - 1]].filter(Boolean).join("-");
    return (count >= 10 ? teens[count - 10] : ones[count - 1]) ?? "";
  }

  const minutes = (seconds: number) => Math.floor(seconds / 60);
  const padded = (seconds: number) => String(seconds % 60).padStart(2, "0");
  const spellings: Record<string, (seconds: number) => string> = {
    "90 seconds": (seconds) => `${seconds} seconds`,
    "90s": (seconds) => `${seconds}s`,
    "90-second": (seconds) => `${seconds}-second`,
    "ninety seconds": (seconds) => `${inWords(seconds)} seconds`,
    "ninety-second": (seconds) => `${inWords(seconds)}-second`,
    "1.5 minutes": (seconds) => `${seconds / 60} minutes`,
    "1 minute 30 seconds": (seconds) => `${minutes(seconds)} minutes ${seconds % 60} seconds`,
    "one minute and thirty seconds": (seconds) =>
      `${inWords(minutes(seconds))} minutes and ${inWords(seconds % 60)} seconds`,
    "1m30s": (seconds) => `${minutes(seconds)}m${seconds % 60}s`,
    "1m30": (seconds) => `${minutes(seconds)}m${padded(seconds)}`,
    "1:30": (seconds) => `${minutes(seconds)}:${padded(seconds)}`,
    "0.025 h": (seconds) => `${seconds / 3_600} h`,
    "90 Sekunden": (seconds) => `${seconds} Sekunden`,
    "90 secondes": (seconds) => `${seconds} secondes`,
    "90秒": (seconds) => `${seconds}秒`,
    "80 to 90 s": (seconds) => `${Math.max(1, seconds - 10)} to ${seconds} s`,
  };
  const lengths = Array.from({ length: 240 }, (_, index) => 1 + index * 15 + (index % 15));

  test.each(Object.entries(spellings))("%s", (_, spell) => {
    const wrong = lengths.filter((seconds) => {
      const found = findNamedLength(`A film of ${spell(seconds)}, please`);
      return found.ambiguousText === undefined && (found.seconds ?? 0) < seconds - 0.001;
    });
    expect(wrong).toEqual([]);
  });
});
