import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["Use `timeout_minutes` or `--dry-run`", "Use timeout minutes or dry run."],
  ["Call `parseConfig()` of `@acme/core`", "Call parseConfig of acme/core."],
  ["`open(path, { safe: true })` is new", "open is new."],
  ["Fix `a ?? b` in the parser", "Fix in the parser."],
  ["Replace `a = b` by `c = d`. Then restart.", "Then restart."],
  ["For C# and F# and .NET", "For C sharp and F sharp and dot NET."],
])("code is spoken where it is words: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["feat(api): add x", "Add x."],
  ["feat!: drop x", "Breaking: drop x."],
  ["fix: crash on start", "Fix: crash on start."],
  ["fix: fix a crash", "Fix a crash."],
  ["chore: npm.config is read", "npm.config is read."],
  ["* **api:** add x", "api: add x."],
  ["Merge pull request #3 from joe/x\n\ndocs: how to x", "Documentation: how to x."],
])("a commit's prefix becomes a word or vanishes: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["Ship it :rocket: at 10:30:45 🎉", "Ship it at 10:30:45."],
  ["👩‍👩‍👧 1️⃣ 🇨🇭 ❤️ done", "done."],
  ["Node >= 22, from 1.2 → 1.3 in ~5 minutes", "Node at least 22, from 1.2 to 1.3 in about 5 minutes."],
  ["File → Open → done", "File, Open, done."],
  ["**Bold** _it_ ~~gone~~ a\\*b a\\|b", "Bold it a b a b."],
  ["Tom &amp; Jerry &mdash; “friends”…", "Tom & Jerry — “friends”…"],
])("symbols are words or nothing: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["你好，\n世界！新功能", "你好，世界！新功能。"],
  ["「保存」を追加", "「保存」を追加。"],
  ["مرحبا بالعالم؟", "مرحبا بالعالم؟"],
  ["می‌خواهم", "می‌خواهم."],
  ["शुभ प्रभात।", "शुभ प्रभात।"],
  ["Größe übernimmt", "Größe übernimmt."],
])("other scripts stay as they are: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test("characters that nobody sees are gone", () => {
  expect(toSpeech("a\u200bb\u00adc \u202edesrever\u202c \u0007x\ud800&#x200b;y")).toBe("abc desrever xy.");
});

test("placeholders pass through as they are typed, and nothing is put behind one that ends a block", () => {
  const typed = "Hello {{ a_b.c-d }}, `{{x}}`\n\n# {{ _title_ }}\n\n- \\{{ y }}";
  expect(toSpeech(typed)).toBe("Hello {{ a_b.c-d }}, {{x}}\n\n{{ _title_ }}\n\n\\{{ y }}");
});

test("an expression of GitHub is no placeholder", () => {
  expect(toSpeech(`Build $\{{ github.sha }} now`)).toBe("Build now.");
});
