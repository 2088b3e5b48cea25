import { describe, expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";
import { unspeakable } from "./unspeakable.ts";

test.each([
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
])("125,000 characters of %j are spoken in seconds", (part) => {
  const before = process.cpuUsage();
  expect(unspeakable(toSpeech(part.repeat(125_000 / part.length)))).toEqual([]);
  // Of this process alone, however busy the machine is. The slowest takes 1.5 s; with a quadratic step it would be a minute.
  expect(process.cpuUsage(before).user).toBeLessThan(30_000_000);
});

test("a thousand levels of quotes and lists do not overflow the stack", () => {
  const stairs = Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n");
  expect(toSpeech(`${"> ".repeat(1_000)}deep\n\n${stairs}`)).toContain("deep.");
});

describe("a document that is parsed in pieces", () => {
  const long = (part: string) => Array.from({ length: 1_500 }, () => part).join("\n\n");

  test("knows the links that are defined at its end", () => {
    const spoken = toSpeech(`${long("Read [the guide][a] at home.")}\n\n[a]: https://a.example`);
    expect(new Set(spoken.split("\n\n"))).toEqual(new Set(["Read the guide at home."]));
  });

  test("is not cut inside code or a comment", () => {
    const hidden = (open: string, close: string) =>
      `${open}\n\n## Not spoken\n\nsecret\n\n${close}\n\nWords.`;
    const spoken = toSpeech(`${long(hidden("```", "```"))}\n\n${long(hidden("<!--", "-->"))}`);
    expect(new Set(spoken.split("\n\n"))).toEqual(new Set(["Words."]));
  });
});
