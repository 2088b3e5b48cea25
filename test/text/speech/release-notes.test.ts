import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";
import { unspeakable } from "./unspeakable.ts";

const folder = new URL("../../fixtures/release-notes/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -".md".length));
const read = (name: string) => readFileSync(new URL(`${name}.md`, folder), "utf8");

test("there are release notes of more than forty kinds", () => {
  expect(names.length).toBeGreaterThan(40);
});

describe.each(names)("%s", (name) => {
  const spoken = toSpeech(read(name));

  test("sounds as a person wrote it down", async () => {
    await expect(spoken).toMatchFileSnapshot(new URL(`${name}.spoken.txt`, folder).pathname);
  });

  test("has words and nothing that nobody would say", () => {
    expect(unspeakable(spoken)).toEqual([]);
    expect(spoken === "").toBe(name === "nothing-to-say");
  });

  test("sounds the same with the line ends of Windows, and when it is made speakable twice", () => {
    expect(toSpeech(read(name).replaceAll("\n", "\r\n"))).toBe(spoken);
    expect(toSpeech(spoken)).toBe(spoken);
  });
});
