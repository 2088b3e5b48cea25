import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["feat(api): add x", "Add x."],
  ["feat!: drop x", "Breaking: drop x."],
  ["fix: crash on start", "Fix: crash on start."],
  ["fix: fix a crash", "Fix a crash."],
  ["chore: npm.config is read", "npm.config is read."],
  ["* **api:** add x", "api: add x."],
  ["Merge pull request #3 from joe/x\n\ndocs: how to x", "Documentation: how to x."],
])("replaces or removes the prefix of a conventional commit: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["## [1.2.0](https://a.example) (2026-01-02)\ntext", "Version 1.2.0.\n\ntext."],
  ["## [1.2.0] - 2026-01-02\ntext", "Version 1.2.0.\n\ntext."],
  ["# v2.0.0-rc.1 (Mon Jan 05 2026)\ntext", "Version 2.0.0-rc.1.\n\ntext."],
])("speaks a version without its date: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});
