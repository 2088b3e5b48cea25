import { distance } from "fastest-levenshtein";
import { describe, expect, test } from "vitest";
import { openTestCards, phrases, type TestCards, textScene } from "../../support/studio/cards.ts";
import { lettersOf, readCard } from "../../support/studio/read-card.ts";
import { hasTool } from "../../support/studio/tools.ts";

const mostWrong = 0.1;

function expectWords(read: string, words: string): void {
  const expected = lettersOf(words);
  expect(distance(read, expected) / expected.length, `${read}\n${expected}`).toBeLessThan(mostWrong);
}

const openLargeCards = (cards: TestCards) => openTestCards({ resolution: "1080p", ...cards });

const title = "Atlas: previews for every pull request";
const sentence = ["Documentation is only useful when people can see it", "before it ships to production."];
const scenes = [
  textScene(sentence, { heading: "Overview" }),
  textScene([], { kind: "code", blocks: [], code: ["$ npm install atlas", "$ npm run build"] }),
];

describe.skipIf(!hasTool("tesseract"))("A text recognition program reads", () => {
  test.each([
    ["16:9", "dark"],
    ["16:9", "light"],
    ["9:16", "dark"],
    ["1:1", "light"],
  ] as const)("the words of every card in %s and the %s theme", async (aspectRatio, theme) => {
    const cards = await openLargeCards({ title, scenes, aspectRatio, theme, isBrief: true });
    const cover = ["Brief: what the video will be about", title, "atlas/atlas", "Storyboard 0:55 English"];
    expectWords(readCard(cards, { scene: 0, isCover: true }), cover.join());
    expectWords(readCard(cards, { scene: 1, phrase: 1 }), `${title} 2/4 Overview ${sentence.join(" ")}`);
    expectWords(readCard(cards, { scene: 2 }), `${title} 3/4 npm install atlas npm run build`);
    const closing = readCard(cards, { scene: 3, isCover: true, layout: "anywhere" });
    for (const words of ["atlas/atlas", "24", "github.com/atlas/atlas"]) {
      expect(closing).toContain(lettersOf(words));
    }
  });

  test("a large number and its sentence", async () => {
    const cards = await openLargeCards({
      scenes: [textScene(["Builds are 40% faster."], { emphasis: "40%" })],
    });
    expectWords(readCard(cards, { scene: 1, phrase: 0 }), "Atlas 2.4 2/3 40% Builds are 40% faster.");
  });

  test("an introduction and the points of a list", async () => {
    const blocks = [phrases("Previews for every pull request"), phrases("Half the time")];
    const scene = textScene([], {
      kind: "list",
      heading: "News",
      lead: phrases("What has changed:"),
      blocks,
    });
    const cards = await openLargeCards({ scenes: [scene] });
    const words = readCard(cards, { scene: 1, phrase: 2 });
    for (const part of ["News", "What has changed", "Previews for every pull request", "Half the time"]) {
      expect(words).toContain(lettersOf(part));
    }
  });

  test("instead of words that no font has, that the captions have them", async () => {
    const scene = textScene(["문서는 공개되기 전에 볼 수 있어야 쓸모가 있습니다."], { heading: "소개" });
    const subject = { repository: "atlas/atlas" };
    const cards = await openLargeCards({ title: "한국어 제목", language: "ko", subject, scenes: [scene] });
    expect(cards.missing).toContain("한");
    expect(cards.missingScripts).toEqual(["Korean"]);
    expect(cards.states(1)).toEqual([-1]);
    const explanation = "Text in Korean, see the captions";
    expectWords(
      readCard(cards, { scene: 0, isCover: true }),
      `atlas/atlas ${explanation} Storyboard 0:55 Korean`,
    );
    expectWords(readCard(cards, { scene: 1 }), `2/3 Scene 2 of 3 ${explanation}`);
  });

  test("a sentence without the one word that no font has", async () => {
    const scene = textScene(["The word 한국어 is left out, and everything else of this sentence stays."]);
    const cards = await openLargeCards({ title, scenes: [scene] });
    const words = "The word is left out, and everything else of this sentence stays.";
    expectWords(readCard(cards, { scene: 1, phrase: 0 }), `${title} 2/3 ${words}`);
  });
});
