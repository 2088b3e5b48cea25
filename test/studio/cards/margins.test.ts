import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cards } from "../../../src/studio/cards/cards.ts";
import { aspectRatios, resolutions, themes } from "../../../src/studio/request.ts";
import type { Scene } from "../../../src/studio/storyboard/storyboard.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { findInk, openTestCards, phrases } from "../../support/studio/cards.ts";

const hostile = [
  "<script>alert(1)</script>",
  "&lt;&amp;&#0;",
  "]]></svg>",
  '"/><image href="file:///etc/passwd"/>',
  "\0\u0001\u001b[31m",
  "\ud800",
  "\udc00\ud800",
  "\u202egnp.exe\u202c",
  "\u2066isolate\u2069",
  "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030a\u030b\u030c".repeat(8),
  "\u200b\u200d\ufe0f\u{e0041}",
  "\ufffe\uffff\u{10ffff}\ue000",
];
const words = [
  ...[
    "a",
    "of",
    "Words",
    "here.",
    "2.4",
    "40 %",
    "Größe",
    "Žluťoučký",
    "Привет",
    "Ελληνικά",
    "Việt",
    "🎉",
    "👩‍💻",
    "🇩🇪",
  ],
  ...[
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
    "src/studio/cards/type/paragraph.ts",
    "useAtlasConfiguration()",
  ],
  ...[
    "https://example.com/a/very/long/path?with=parameters&and=more#fragment",
    "jjjjj",
    "fffff",
    "ÅÇģ",
    "«",
    "» !",
  ],
];
const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("W".repeat(120), "i".repeat(300), "/".repeat(90), "漢".repeat(60)),
  },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "")), { minLength: 1, maxLength: 24 })
  .map((parts) => parts.flat().join(""));
const block = fc.array(text, { minLength: 1, maxLength: 3 }).map((texts) => phrases(...texts));
const scene: fc.Arbitrary<Scene> = fc
  .record({
    kind: fc.constantFrom("text", "list", "code"),
    heading: fc.option(text, { nil: undefined }),
    lead: fc.option(block, { nil: undefined }),
    blocks: fc.array(block, { maxLength: 5 }),
    code: fc.array(text, { maxLength: 16 }),
    levels: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 5 }),
  })
  .map(({ kind, lead, blocks, code, ...rest }) => ({
    ...{ kind, start: 0, end: 1 },
    ...(kind === "text" ? {} : { lead }),
    ...(kind === "code" ? { blocks: [], code } : { blocks }),
    ...rest,
  }));
const request = fc.record({
  aspectRatio: fc.constantFrom(...aspectRatios),
  resolution: fc.constantFrom(...resolutions),
  theme: fc.constantFrom(...themes),
  title: text,
  isBrief: fc.boolean(),
  subject: fc.record({
    repository: fc.option(text, { nil: undefined }),
    version: fc.option(text, { nil: undefined }),
    link: fc.option(text, { nil: undefined }),
  }),
  scenes: fc.array(scene, { minLength: 1, maxLength: 2 }),
});

// How far round letters and letters without a stem may stand out, in pixels at 720p.
const overhang = 4;

test("whatever the words are, nothing is drawn in the margins or on the progress bar", async () => {
  await fc.assert(
    fc.asyncProperty(request, async (made) => {
      const cards = await openTestCards(made);
      const count = made.scenes.length + 2;
      for (let index = 0; index < count; index += 1) {
        const states = cards.states(index);
        const pixels = cards.draw(index, states[Math.floor(states.length / 2)] ?? -1);
        const isCover = index === 0 || index === count - 1;
        expect(marginsOf(cards, isCover).flatMap((area) => findInk(pixels, cards, area) ?? [])).toEqual([]);
      }
    }),
    propertyRuns(100),
  );
});

/** Returns the parts of a card that must be empty. The shapes on a cover reach its edges. */
function marginsOf({ width, height, progressBar }: Cards, isCover: boolean) {
  const { x, y } = progressBar;
  const out = Math.ceil((overhang * Math.min(width, height)) / 720);
  const left = { left: 0, top: 0, right: x - out, bottom: height };
  const right = { left: width - x + out, top: 0, right: width, bottom: height };
  const below = { left: 0, top: y - 4 * out, right: width, bottom: height };
  if (!isCover) return [left, right, below];
  // The shapes end above the label, which is just above the progress bar.
  const bottom = { left: 0, top: y - 2 * out, right: width, bottom: height };
  return width > height ? [left, bottom] : [bottom];
}

test("a text of 10,000 characters is drawn within the margins", async () => {
  const long = "The quick brown fox jumps over the lazy dog. ".repeat(230);
  const scenes = [
    { kind: "text", start: 0, end: 1, heading: long, blocks: [phrases(long)] },
    { kind: "list", start: 0, end: 1, lead: phrases(long), blocks: [phrases("x".repeat(10_000))] },
    { kind: "code", start: 0, end: 1, blocks: [], code: [long, "y".repeat(10_000)] },
  ] as const;
  const cards = await openTestCards({
    title: long,
    subject: { repository: long, version: long, link: long },
    scenes,
  });
  for (const index of [1, 2, 3]) {
    const pixels = cards.draw(index, 0);
    expect(marginsOf(cards, false).flatMap((area) => findInk(pixels, cards, area) ?? [])).toEqual([]);
  }
  for (const index of [0, 4]) {
    const pixels = cards.draw(index, -1);
    expect(marginsOf(cards, true).flatMap((area) => findInk(pixels, cards, area) ?? [])).toEqual([]);
  }
});
