import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["Fix crash (closes #12)", "Fix crash."],
  ["Fix crash, fixes #12", "Fix crash."],
  ["Fix crash. Fixes acme/app#12 and GH-13.", "Fix crash."],
  ["Fix crash in #12 via https://a.example/b.", "Fix crash."],
  ["This was fixed in #12.", "This was fixed."],
  ["Use less memory (#1, #2) [#3]", "Use less memory."],
  ["Closes: #1, #2", ""],
  ["See #12 for details.", ""],
])("removes issue numbers with the phrases around them: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["* Add x by @joe in https://github.com/a/b/pull/5", "Add x."],
  ["* Add x by @dependabot[bot] and @a-b in #5", "Add x."],
  ["Add x (@joe)", "Add x."],
  ["Add x, thanks @joe!", "Add x."],
  ["Add x (thanks to @joe)", "Add x."],
  ["Add x. Special thanks to @joe and @ann for their help!", "Add x."],
  ["As @joe said in #5, it works.", "it works."],
  ["Add x by [@acme/team](https://a.example)", "Add x."],
])("removes mentions with their thanks: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test("keeps scoped packages, which are not mentions", () => {
  expect(toSpeech("Works with @acme/core and @acme/cli@1.2.3")).toBe(
    "Works with acme/core and acme/cli 1.2.3.",
  );
});

test.each([
  ["Look at https://a.example/x_(y)?z=1#top.", "Look."],
  ["Roses follow in May: <https://a.example>", "Roses follow in May."],
  ["It is on www.a.example now.", "It is now."],
  ["Homepage: https://a.example", ""],
  ["Read [the guide](https://a.example) first", "Read the guide first."],
  ["It works ([#3](https://a.example/3), [abc1234](https://a.example/c)).", "It works."],
  ["[a.example](https://a.example)", ""],
  ["谢谢，见https://a.example/b。再见", "谢谢。再见。"],
  ["Mail me: joe@a.example", ""],
])("removes URLs and keeps the text of links: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["Revert to abc1234 (1234567)", "Revert."],
  ["- 0123456789abcdef0123456789abcdef01234567: feat: add x", "Add x."],
  ["- `abc1234` Add x", "Add x."],
  ["The year 2026 and 1234567 users", "The year 2026 and 1234567 users."],
  ["Fixes CVE-2026-1234 (GHSA-1234-abcd-5678)", "Fixes CVE-2026-1234."],
])("removes hashes and keeps numbers: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});
