import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shorten } from "../../../src/text/fitting/shorten.ts";

const text = "One two three. Four five six.\n\nSeven eight nine ten. Eleven twelve thirteen.";
const lengthOf = (part: string) => Array.from(part).length;

test("keeps a text that fits", () => {
  expect(shorten(text, lengthOf(text))).toEqual({ text, removedLength: 0 });
  expect(shorten("🎉🎉", 2)).toEqual({ text: "🎉🎉", removedLength: 0 });
});

test.each([
  ["whole paragraphs if they are half of the limit", 58, "One two three. Four five six."],
  ["whole sentences", 62, "One two three. Four five six.\n\nSeven eight nine ten."],
  ["words", 13, "One two…"],
  ["what fits", 3, "On…"],
  ["one character", 1, "O"],
  ["nothing", 0, ""],
])("keeps %s", (_, limit, kept) => {
  expect(shorten(text, limit).text).toBe(kept);
});

test("returns how many characters were removed, not counting the ellipsis", () => {
  expect(shorten("One two three", 8)).toEqual({ text: "One two…", removedLength: 6 });
});

test("finds the ends of sentences in other scripts", () => {
  expect(shorten("今日は晴れです。明日は雨です。あさって", 16).text).toBe("今日は晴れです。明日は雨です。");
});

test("does not split graphemes", () => {
  expect(shorten("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 8).text).toBe("👩‍👩‍👧…");
  expect(shorten("e\u0301e\u0301e\u0301", 4).text).toBe("e\u0301…");
});

describe("a code fence", () => {
  const code = (before: string) => `${before}\n\n\`\`\`js\nfirst()\nsecond()\nthird()\n\`\`\`\n\nEnd of it.`;

  test("is removed if the text before it is long enough", () => {
    expect(shorten(code("A sentence of some length."), 45).text).toBe("A sentence of some length.");
  });

  test("is closed if it is most of the text", () => {
    expect(shorten(code("Do:"), 32).text).toBe("Do:\n\n```js\nfirst()\nsecond()\n```");
  });
});

const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "word ",
        "Done. ",
        "\n",
        "\n\n",
        "```\n",
        "~~~\n",
        "```js\n",
        "  ",
        "👩‍👩‍👧",
        "e\u0301",
        "。",
        "x",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
);

test("keeps the beginning of any text within any limit, with no open code fence", () => {
  fc.assert(
    fc.property(anything, fc.nat(120), (long, limit) => {
      const short = shorten(long, limit);
      expect(lengthOf(short.text)).toBeLessThanOrEqual(limit);
      expect(short.text.isWellFormed()).toBe(true);
      const kept = long.slice(
        0,
        Array.from(long)
          .slice(0, lengthOf(long) - short.removedLength)
          .join("").length,
      );
      expect(short.text.startsWith(kept)).toBe(true);
      expect(["", "…", "```", "~~~"]).toContain(short.text.slice(kept.length).trim());
      if (short.removedLength > 0) expect(isFenceOpen(short.text)).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test.each(["a", "a b ", "Yes. ", "\n\n", "```\n", "🎉", "\u0300", "a\n```js\nb\n```\n"])(
  "shortens 200,000 characters of %j to 150,000",
  (part) => {
    const { text } = shorten(part.repeat(200_000 / part.length), 150_000);
    expect(lengthOf(text)).toBeLessThanOrEqual(150_000);
  },
);

// For the fences used here: a fence is closed by a line that has nothing else.
function isFenceOpen(markdown: string): boolean {
  let open = "";
  for (const line of markdown.split("\n")) {
    const [, mark = "", rest = ""] = /^\s*(`{3}|~{3})(.*)$/.exec(line) ?? [];
    if (open === "" && !rest.includes("`")) open = mark;
    else if (mark === open && rest.trim() === "") open = "";
  }
  return open !== "";
}
