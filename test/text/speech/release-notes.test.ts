import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toOutline, toSpeech } from "../../../src/text/speech/index.ts";
import { findUnspeakable } from "./find-unspeakable.ts";
import { withoutCode, wordsOf } from "./outline-words.ts";

const folder = new URL("../../fixtures/release-notes/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -".md".length));
const read = (name: string) => readFileSync(new URL(`${name}.md`, folder), "utf8");

test("covers release notes of more than forty kinds", () => {
  expect(names.length).toBeGreaterThan(40);
});

describe.each(names)("%s", (name) => {
  const spoken = toSpeech(read(name));

  test("matches the reviewed text", async () => {
    await expect(spoken).toMatchFileSnapshot(new URL(`${name}.spoken.txt`, folder).pathname);
  });

  test("contains text and nothing unspeakable", () => {
    expect(findUnspeakable(spoken)).toEqual([]);
    expect(spoken === "").toBe(name === "nothing-to-say");
  });

  test("has the same words in its outline", () => {
    expect(wordsOf(withoutCode(toOutline(read(name))))).toEqual(wordsOf(spoken));
  });

  test("is the same with CRLF line ends, and when converted twice", () => {
    expect(toSpeech(read(name).replaceAll("\n", "\r\n"))).toBe(spoken);
    expect(toSpeech(spoken)).toBe(spoken);
  });
});
