import { describe, expect, test } from "vitest";
import { namedLength } from "../../../src/providers/heygen/check/named-length.ts";

/** Texts by what they name: seconds, or nothing. */
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
  // What is no length.
  ["Answers within 200 ms", undefined],
  ["Version 30 solves it", undefined],
  ["A second scene, then a second video", undefined],
  ["10M users", undefined],
  ["as in the 1990s", undefined],
  ["16:9 and 9:16", undefined],
  ["24/7 support", undefined],
  ['Say "Version 2" at first', undefined],
  ["a cat in 4k, 60 fps, h264", undefined],
];

describe("the longest length that a text names is found:", () => {
  test.each(named)("%j: %s s", (text, seconds) => {
    const found = namedLength(text);
    expect([found.seconds, found.unclear]).toEqual([seconds, undefined]);
  });
});

/** Texts that may name more than a film of half an hour, or name something that is not understood, and by which words. */
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

describe("what may be a longer length than a film has, or is not understood, is unclear:", () => {
  test.each(unclear)("%j, by %j", (text, words) => {
    const found = namedLength(text);
    expect(found.seconds).toBeUndefined();
    expect(found.unclear).toContain(words);
  });
});

describe("only a text that begins with a length makes it the video's own:", () => {
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
    expect(namedLength(text).isOpening).toBe(isOpening);
  });
});

test.each([
  "9".repeat(10_000),
  "1,".repeat(5_000),
  "a ".repeat(5_000),
  "1-".repeat(5_000),
  "x".repeat(10_000),
])("the longest prompt is read in one go (%#)", (text) => {
  const { unclear, seconds = 0 } = namedLength(`${text} minutes`);
  expect(unclear !== undefined || seconds > 0).toBe(true);
});
