import { describe, expect, it } from "vitest";
import { joinPhrases } from "../../../../src/studio/storyboard/storyboard.ts";
import { describeCards, silentStoryboard } from "../../../support/studio/storyboards.ts";

const sentence = "A sentence that has about fifty characters, no more.";
const titleOf = (outline: string, title: string) =>
  silentStoryboard(outline, title).scenes[0]?.blocks.map(joinPhrases);

describe("the title card", () => {
  it("is first, and the closing card is last", () => {
    expect(silentStoryboard("Words.").scenes.map(({ kind }) => kind)).toEqual(["title", "text", "closing"]);
    expect(silentStoryboard("").scenes.map(({ kind }) => kind)).toEqual(["title", "closing"]);
  });

  it("is left out without a title", () => {
    expect(silentStoryboard("", " ").scenes.map(({ kind }) => kind)).toEqual(["closing"]);
  });

  it("has the title only once if the outline begins with it", () => {
    expect(describeCards("# ATLAS 2.4!\n\nWords.", "Atlas 2.4")).toEqual([["Words."]]);
    expect(describeCards("## v2.4\n\nWords.", "Atlas v2.4")).toEqual([["Words."]]);
  });

  it("has the first heading instead if that says more", () => {
    const outline = "# Atlas 2.4: previews\n\nWords.";
    expect(titleOf(outline, "Atlas 2.4")).toEqual(["Atlas 2.4: previews"]);
    expect(describeCards(outline, "Atlas 2.4")).toEqual([["Words."]]);
    expect(titleOf("# Atlas\n\nWords.", "")).toEqual(["Atlas"]);
  });

  it("does not swallow a heading that is a word of the title", () => {
    expect(describeCards("## Features\n\nWords.", "Features of Atlas")).toEqual([["# Features", "Words."]]);
  });

  it("continues a very long title on the next card", () => {
    const title = "word ".repeat(60).trim();
    const cards = [titleOf("", title), ...describeCards("", title)];
    expect(cards.length).toBeGreaterThan(1);
    expect(cards.flat().join(" ")).toBe(title);
  });
});

describe("a section", () => {
  it("has its heading on each of its cards, and speaks it once", () => {
    const text = [sentence, sentence, sentence, sentence, sentence].join(" ");
    expect(describeCards(`## A\n\n${text}\n\n## B\n\n- b\n- c`)).toEqual([
      ["# A", `${sentence} ${sentence} ${sentence}`],
      ["(#) A", `${sentence} ${sentence}`],
      ["# B", "• b", "• c"],
    ]);
  });

  it("has a card of its own if nothing follows its heading", () => {
    expect(describeCards("## A\n\n### B\n\nWords.\n\n## C")).toEqual([["# A"], ["# B", "Words."], ["# C"]]);
  });

  it("says a very long heading as text", () => {
    const heading = "word ".repeat(20).trim();
    expect(describeCards(`## ${heading}\n\nWords.`)).toEqual([[heading, "Words."]]);
  });

  it("does not contain the thanks at the end", () => {
    const outline = "## Upgrade\n\nRun it.\n\n```\natlas\n```\n\nThank you all!";
    expect(describeCards(outline)).toEqual([
      ["# Upgrade", "Run it."],
      ["(#) Upgrade", "> atlas"],
      ["Thank you all!"],
    ]);
  });
});

describe("text", () => {
  it("shares a card if it is short", () => {
    expect(describeCards("One.\n\nTwo. Three.")).toEqual([["One.", "Two. Three."]]);
  });

  it("fills cards evenly instead of leaving two words for the last", () => {
    const cards = describeCards(`${sentence} ${sentence} ${sentence} ${sentence} Then two words more.`);
    expect(cards).toEqual([[`${sentence} ${sentence}`], [`${sentence} ${sentence} Then two words more.`]]);
  });

  it("is cut between paragraphs rather than inside of one", () => {
    const [one, two] = [`${sentence} ${sentence}`, `${sentence} ${sentence} ${sentence}`];
    expect(describeCards(`${one}\n\n${two}`)).toEqual([[one], [two]]);
  });

  it("divides a sentence that no card can hold at its commas", () => {
    const clause = "a clause that has about fifty characters or so, ";
    const cards = describeCards(`${clause.repeat(8)}the end.`);
    expect(cards.length).toBe(2);
    expect(cards.every(([text = ""]) => /[,.]$/.test(text))).toBe(true);
  });

  it("has fewer characters on a card in Japanese", () => {
    const cards = describeCards("設定なしで、すべてのプルリクエストにプレビューを。".repeat(8));
    for (const [text = ""] of cards) expect(text.length).toBeLessThanOrEqual(92);
    expect(cards.length).toBeGreaterThan(2);
  });

  it("has the number of a short statement in large type", () => {
    const emphasisOf = (outline: string) => silentStoryboard(outline).scenes[1]?.emphasis;
    expect(emphasisOf("Builds are 40 % faster.")).toBe("40 %");
    expect(emphasisOf("- Search is 2.5× as fast.")).toBe("2.5×");
    expect(emphasisOf("Version 2.4 is here.")).toBeUndefined();
    expect(emphasisOf("From 20 % to 40 %.")).toBeUndefined();
    expect(emphasisOf(`Builds are 40 % faster. ${sentence}`)).toBeUndefined();
  });
});

describe("a list", () => {
  it("has at most five items on a card, divided evenly", () => {
    const items = "abcdefghi".split("").map((letter) => `- ${letter}`);
    expect(describeCards(items.join("\n")).map(({ length }) => length)).toEqual([5, 4]);
    expect(describeCards(items.slice(0, 6).join("\n")).map(({ length }) => length)).toEqual([3, 3]);
  });

  it("has the sentence that introduces it", () => {
    expect(describeCards("Words.\n\nWhat is new:\n\n- a\n- b")).toEqual([
      ["Words."],
      ["What is new:", "• a", "• b"],
    ]);
  });

  it("has room for the sentence that introduces it", () => {
    const [lead, item] = ["What is new in this version, and why you want it now:", "word ".repeat(20).trim()];
    expect(describeCards(`- ${item}\n- ${item}`)).toHaveLength(1);
    expect(describeCards(`${lead}\n\n- ${item}\n- ${item}`)).toEqual([[lead, `• ${item}`], [`• ${item}`]]);
  });

  it("keeps nested items with their item", () => {
    const outline = "- one\n- two\n- three\n  - nested\n- four\n- five";
    expect(describeCards(outline)).toEqual([
      ["• one", "• two", "• three", "  • nested"],
      ["• four", "• five"],
    ]);
  });

  it("is text if it has a single item, or one that fills a card", () => {
    expect(describeCards("- only")).toEqual([["only"]]);
    const long = `${sentence} `.repeat(6).trim();
    expect(describeCards(`- a\n- ${long}\n- b`).flat()).toEqual([
      "• a",
      `${sentence} ${sentence} ${sentence}`,
      `${sentence} ${sentence} ${sentence}`,
      "• b",
    ]);
  });
});

describe("code", () => {
  it("has the words that introduce it", () => {
    expect(describeCards("Run:\n\n```sh\n\n    npx a\n\n\tnpx b\n\n```")).toEqual([
      ["Run:", ">   npx a", "> ", "> npx b"],
    ]);
  });

  it("is shortened if it is long", () => {
    const [card = []] = describeCards(`\`\`\`\n${"line\n".repeat(50)}\`\`\``);
    expect(card.length).toBe(14);
    expect(card.at(-1)).toBe("> …");
    const [[line = ""] = []] = describeCards(`\`\`\`\n${"x".repeat(1_000)}\n\`\`\``);
    expect(line).toMatch(/^> x{159}…$/);
  });

  it("has no card if it is empty", () => {
    expect(describeCards("```\n \n```")).toEqual([]);
  });
});
