import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["Ship it :rocket: at 10:30:45 🎉", "Ship it at 10:30:45."],
  ["👩‍👩‍👧 1️⃣ 🇨🇭 ❤️ done", "done."],
  ["Node >= 22, from 1.2 → 1.3 in ~5 minutes", "Node at least 22, from 1.2 to 1.3 in about 5 minutes."],
  ["File → Open → done", "File, Open, done."],
  ["**Bold** _it_ ~~gone~~ a\\*b a\\|b", "Bold it a b a b."],
  ["Tom &amp; Jerry &mdash; “friends”…", "Tom & Jerry — “friends”…"],
])("speaks symbols as words or removes them: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["你好，\n世界！新功能", "你好，世界！新功能。"],
  ["「保存」を追加", "「保存」を追加。"],
  ["مرحبا بالعالم؟", "مرحبا بالعالم؟"],
  ["می‌خواهم", "می‌خواهم."],
  ["शुभ प्रभात।", "शुभ प्रभात।"],
  ["Größe übernimmt", "Größe übernimmt."],
])("keeps text in other scripts: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});
