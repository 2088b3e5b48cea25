import { describe, expect, test } from "vitest";
import { contrast } from "../../../src/studio/cards/design/color.ts";
import { aspectRatios, resolutions, themes } from "../../../src/studio/request.ts";
import { findInk, openTestCards, phrases, textScene } from "../../support/studio/cards.ts";

const scenes = [
  textScene([], { blocks: [], heading: "What is new", spokenHeading: phrases("What is new") }),
  textScene(["Documentation is only useful", "when people can see it before it ships."]),
  textScene([], {
    kind: "list",
    heading: "What is new",
    lead: phrases("The most important changes:"),
    blocks: [
      phrases("Previews for every pull request,", "with nothing to configure"),
      phrases("Half the time"),
    ],
    levels: [0, 1],
  }),
  textScene([], { kind: "code", blocks: [], code: ["# Upgrade", "$ npx atlas upgrade", 'echo "done"'] }),
  textScene(["Builds are 40 % faster."], { emphasis: "40 %" }),
];
const sizes = {
  "16:9 720p": [1280, 720],
  "16:9 1080p": [1920, 1080],
  "9:16 720p": [720, 1280],
  "9:16 1080p": [1080, 1920],
  "1:1 720p": [720, 720],
  "1:1 1080p": [1080, 1080],
};

describe.each(aspectRatios)("in %s,", (aspectRatio) => {
  test.each(resolutions)("every kind of card has the size of %s and something on it", async (resolution) => {
    const cards = await openTestCards({ scenes, aspectRatio, resolution });
    expect([cards.width, cards.height]).toEqual(sizes[`${aspectRatio} ${resolution}`]);
    for (let scene = 0; scene < scenes.length + 2; scene += 1) {
      const pixels = cards.draw(scene, -1);
      expect(pixels.length).toBe(4 * cards.width * cards.height);
      expect(findInk(pixels, cards)).toBeDefined();
    }
  });

  test.each(resolutions)(
    "the progress bar of %s begins and ends on even pixels, within the card",
    async (resolution) => {
      const { progressBar, width, height } = await openTestCards({ aspectRatio, resolution });
      const { x, y, gap } = progressBar;
      const [right, bottom] = [x + progressBar.width, y + progressBar.height];
      expect([x, y, right, bottom, gap].map((length) => length % 2)).toEqual([0, 0, 0, 0, 0]);
      expect(x + right).toBe(width);
      expect(bottom).toBeLessThan(height);
    },
  );
});

describe("a card", () => {
  test("has a state before its first phrase, and one for each phrase that is spoken", async () => {
    const cards = await openTestCards({ scenes });
    // Title; heading; two phrases; introduction and three phrases; code; one phrase; closing.
    const states = [[-1], [-1, 0], [-1, 0, 1], [-1, 0, 1, 2, 3], [-1], [-1, 0], [-1]];
    expect(states.map((_, scene) => cards.states(scene))).toEqual(states);
  });

  test("looks different in each of its states", async () => {
    const cards = await openTestCards({ scenes });
    for (let scene = 0; scene < scenes.length + 2; scene += 1) {
      const pictures = cards
        .states(scene)
        .map((phrase) => Buffer.from(cards.draw(scene, phrase)).toString("base64"));
      expect(new Set(pictures).size).toBe(pictures.length);
    }
  });

  test("is the same in every run", async () => {
    const [first, second] = [await openTestCards({ scenes }), await openTestCards({ scenes })];
    for (let scene = 0; scene < scenes.length + 2; scene += 1) {
      expect(Buffer.compare(first.draw(scene, 0), second.draw(scene, 0))).toBe(0);
    }
  });

  test("is the same as a picture file", async () => {
    const cards = await openTestCards({ scenes });
    const png = Buffer.from(cards.png(1, 0));
    expect(png.toString("latin1", 1, 4)).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cards.width, cards.height]);
  });

  test("gets larger type for a single word than for a long text", async () => {
    const long =
      "Documentation is only useful when people can see it before it ships, so every pull request has a preview.";
    const cards = await openTestCards({ scenes: [textScene(["Hi"]), textScene([long])] });
    const { content } = heightsOf(cards);
    const heights = [1, 2].map((scene) => firstLineHeight(cards.draw(scene, 0), cards, content));
    expect(heights[0]).toBeGreaterThan(1.3 * (heights[1] ?? 0));
  });

  test("continues where the phrase that is spoken is if its words do not fit", async () => {
    const texts = Array.from(
      { length: 60 },
      (_, index) => `Sentence number ${index} of a very long text goes on.`,
    );
    const cards = await openTestCards({ scenes: [textScene(texts)] });
    const bright = [0, 30, 59].map((phrase) => countPixels(cards.draw(1, phrase), [249, 249, 252]));
    expect(Math.min(...bright)).toBeGreaterThan(500);
  });
});

describe.each(themes)("in the %s theme", (theme) => {
  test("the progress bar can be seen", async () => {
    const { progressBar, background } = await openTestCards({ theme });
    expect(contrast(progressBar.on, background)).toBeGreaterThan(3);
    expect(contrast(progressBar.off, background)).toBeGreaterThan(1.3);
    expect(contrast(progressBar.on, progressBar.off)).toBeGreaterThan(2);
  });
});

test("the same repository has the same colors, whatever the video says", async () => {
  const open = (title: string, repository: string) => openTestCards({ title, subject: { repository } });
  const [one, other] = [await open("One", "atlas/atlas"), await open("Another", "atlas/atlas")];
  expect(one.progressBar.on).toEqual(other.progressBar.on);
});

const heightsOf = ({ width, height }: { width: number; height: number }) => ({
  content: { left: 0, top: Math.round(height * 0.17), right: width, bottom: Math.round(height * 0.86) },
});

/** Returns the height of the ink of the first line below the mark. */
function firstLineHeight(
  pixels: Uint8Array,
  cards: Parameters<typeof findInk>[1],
  within: Parameters<typeof findInk>[2] & object,
): number {
  const mark = findInk(pixels, cards, within);
  let top = (mark?.top ?? 0) + 10;
  const row = (y: number) => findInk(pixels, cards, { ...within, top: y, bottom: y + 1 });
  while (row(top) === undefined && top < within.bottom) top += 1;
  let bottom = top;
  while (row(bottom) !== undefined) bottom += 1;
  return bottom - top;
}

function countPixels(pixels: Uint8Array, color: readonly number[]): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (color.every((part, index) => Math.abs((pixels[at + index] ?? 0) - part) < 12)) count += 1;
  }
  return count;
}
