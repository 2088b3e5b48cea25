import { describe, expect, test } from "vitest";
import { titleFromText } from "../../src/text/default-title.ts";
import { createEventText } from "../support/github/event-text.ts";
import { eventTitle, readJobInput } from "../support/pipeline/read-job-input.ts";

test.each([
  ["A 30-second tour of our product", "A 30-second tour of our product"],
  ["Explain our CLI. Keep it short.", "Explain our CLI"],
  ["  \n# What is *new* in `v2`\n\nMore.", "What is new in v2"],
  ["- Say hello\n- Say bye", "Say hello"],
  ["Explain v2.1 and node.js to beginners", "Explain v2.1 and node.js to beginners"],
  [
    "Make a calm video that explains to new developers how our command line, the one in Go, is installed",
    "Make a calm video that explains to new developers how our",
  ],
  [
    "First install it, then, if you use our own registry with a proxy, read on",
    "First install it, then, if you use our own registry with a",
  ],
  ["Tell what is new: … And thanks.", "Tell what is new"],
  ["…", ""],
  ["… is out", ""],
  ["製品を紹介します。次に", "製品を紹介します"],
  ["👋 Hello", "👋 Hello"],
  ["a\u202Eb\u0000c", "abc"],
])("the title of a video with the text %j is %j", (text, title) => {
  expect(titleFromText(text)).toBe(title);
});

describe("without `title`", () => {
  const sources = { kinds: ["prompt", "script"] } as const;
  const titleOf = async (typed: Record<string, string>, isGeneric: boolean, values = {}) => {
    const context = { title: eventTitle("reel main", isGeneric), eventText: createEventText(values) };
    const input = await readJobInput(typed, sources, context);
    return "request" in input ? [input.request.title, input.stableRequest.title] : [];
  };

  test("two prompts of one branch have the titles of their first words", async () => {
    expect(await titleOf({ prompt: "Show the CLI" }, true)).toEqual(["Show the CLI", "Show the CLI"]);
    expect(await titleOf({ script: "Hello. I am Ada." }, true)).toEqual(["Hello", "Hello"]);
  });

  test("the title of the event is kept if it says something about it", async () => {
    expect(await titleOf({ prompt: "Show the CLI" }, false)).toEqual(["reel main", "reel main"]);
  });

  test("values of the event are not part of it", async () => {
    const values = { sha: { text: "abc" }, ref: { text: "main" } };
    expect(await titleOf({ prompt: "Show {{ ref }} of the CLI" }, true, values)).toEqual(["Show", "Show"]);
    expect(await titleOf({ prompt: "{{ sha }}" }, true, values)).toEqual(["reel main", "reel main"]);
  });

  test("the words of a template are not part of it", async () => {
    const values = {
      changed_files: { text: "a.md" },
      changed_pages: { text: "A page." },
      repository: { text: "o/r" },
    };
    expect((await titleOf({ template: "docs" }, true, values))[0]).toBe("reel main");
  });
});
