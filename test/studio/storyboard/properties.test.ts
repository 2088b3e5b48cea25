import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visibleText } from "../../../src/base/text/plain-text.ts";
import { type Plan, utterancesOf } from "../../../src/studio/storyboard/plan/plan.ts";
import { planStoryboard } from "../../../src/studio/storyboard/plan/plan-storyboard.ts";
import { joinPhrases, phrasesOf, type Storyboard } from "../../../src/studio/storyboard/storyboard.ts";
import { toSrt, toVtt } from "../../../src/studio/storyboard/times/captions.ts";
import { layOut } from "../../../src/studio/storyboard/times/lay-out.ts";
import { readableSeconds } from "../../../src/studio/storyboard/times/reading-times.ts";
import { toLines } from "../../../src/studio/storyboard/words/lines.ts";
import { lineWidth, textWidth } from "../../../src/studio/storyboard/words/text-width.ts";
import { outlineRepetitions, repeatTo } from "../../support/long-texts.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { readSrt, readVtt } from "../../support/studio/read-captions.ts";
import { allPhrases, silentStoryboard } from "../../support/studio/storyboards.ts";

const words =
  "word|Words here.|a|the|of|and|2.4|40 %|z. B.|e.g.|Größe|Datenschutzfolgenabschätzungsvorlage|https://a.example/b/c?d=e#f".concat(
    "|你好|世界。|こんにちは、|プレビュー|한국어|مرحبا|Привет,|नमस्ते|สวัสดีครับ|👩‍👩‍👧|🎉|e\u0301|-->|<b>|&amp;|{\\an8}|«|» :|(|)|\u00a0|\u202f|\u202e|\u2028|\0",
  );
const piece = fc.oneof(
  fc.constantFrom(...words.split("|")),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom("x".repeat(200), "漢".repeat(150), "a/".repeat(90), "e\u0301\u0302".repeat(90)),
);
const line = fc
  .array(fc.tuple(piece, fc.constantFrom(" ", " ", "", ", ")), { maxLength: 16 })
  .map((parts) => visibleText(parts.flat().join("")).replace(/[`\n]/g, " "));
const marker = fc.constantFrom("", "", "# ", "## ", "- ", "- ", "  - ", "    - ");
const code = fc.array(line, { maxLength: 20 }).map((lines) => ["```sh", ...lines, "```"].join("\n"));
const block = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(marker, line).map((parts) => ({ source: parts.join(""), spoken: parts.join("") })),
  },
  { weight: 1, arbitrary: code.map((source) => ({ source, spoken: "" })) },
);
const outline = fc.array(fc.tuple(block, fc.constantFrom("\n", "\n\n"))).map((blocks) => ({
  source: blocks.map(([{ source }, end]) => `\n${source}${end}`).join(""),
  spoken: blocks.map(([{ spoken }]) => spoken).join("\n"),
}));
const anyText = fc.oneof(
  outline.map(({ source }) => source),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(fc.constantFrom("`", "```", "````", "\n", "\n\n", "- ", "# ", "a", "b.", " "), { maxLength: 60 })
    .map((parts) => parts.join("")),
);

const wordCharacters = (text: string) => (text.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).join("");
const spokenText = (storyboard: Storyboard) =>
  allPhrases(storyboard)
    .map(({ text }) => text)
    .join("");

test("the phrases of a storyboard are the words of the title and the outline, in order", () => {
  fc.assert(
    fc.property(outline, ({ source, spoken }) => {
      expect(wordCharacters(spokenText(silentStoryboard(source, "Zanzibar 7")))).toBe(
        wordCharacters(`Zanzibar 7${spoken}`),
      );
    }),
    propertyRuns(600),
  );
});

test("any title is spoken", () => {
  fc.assert(
    fc.property(line, (title) => {
      expect(wordCharacters(spokenText(silentStoryboard("Words.", title)))).toBe(
        wordCharacters(`${title}Words.`),
      );
    }),
    propertyRuns(300),
  );
});

test("no phrase is wider than two lines, and no card holds more than can be read", () => {
  fc.assert(
    fc.property(anyText, line, (source, title) => {
      const storyboard = silentStoryboard(source, title);
      for (const { text } of allPhrases(storyboard)) {
        const lines = toLines(text, storyboard.language);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const widest of lines) expect(textWidth(widest)).toBeLessThanOrEqual(lineWidth);
        expect(text).toBe(text.trim());
        expect(text).not.toBe("");
      }
      for (const { kind, heading = "", lead = [], blocks } of storyboard.scenes) {
        const width = textWidth([...blocks.map(joinPhrases), joinPhrases(lead)].join(""));
        expect(width).toBeLessThanOrEqual(kind === "title" ? 120 : 230);
        expect(blocks.length).toBeLessThanOrEqual(kind === "list" ? 5 : 20);
        expect(textWidth(heading)).toBeLessThanOrEqual(84);
      }
    }),
    propertyRuns(600),
  );
});

describe("at the pace of a reader or of any voice", () => {
  const time = fc.oneof(
    fc.double({ min: 0, max: 30, noNaN: true }),
    fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY),
  );
  const reported = fc.record({ seconds: time, starts: fc.array(time, { maxLength: 6 }) });
  const spoken = fc.tuple(anyText, fc.array(reported, { maxLength: 40 })).map(([source, times]) => {
    const plan: Plan = planStoryboard({ title: "Atlas", outline: source });
    return layOut(
      plan,
      utterancesOf(plan).map((_, index) => times[index] ?? { seconds: 2, starts: [0] }),
    ).storyboard;
  });
  const storyboards = fc.oneof(
    anyText.map((source) => silentStoryboard(source)),
    spoken,
  );

  test("times rise, and scenes follow each other without a gap", () => {
    fc.assert(
      fc.property(storyboards, ({ scenes, seconds }) => {
        expect(scenes[0]?.start).toBe(0);
        expect(scenes.at(-1)).toMatchObject({ kind: "closing", end: seconds });
        for (const [index, scene] of scenes.entries()) {
          expect(scene.end).toBeGreaterThan(scene.start);
          if (index > 0) expect(scene.start).toBe(scenes[index - 1]?.end);
          let last = scene.start;
          for (const { start, end } of phrasesOf(scene)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(scene.end);
        }
      }),
      propertyRuns(400),
    );
  });

  test("captions are read back as the phrases, and do not overlap", () => {
    fc.assert(
      fc.property(storyboards, (storyboard) => {
        const phrases = allPhrases(storyboard);
        for (const cues of [readSrt(toSrt(storyboard)), readVtt(toVtt(storyboard))]) {
          expect(cues.map(({ startMs }) => startMs)).toEqual(
            phrases.map(({ start }) => Math.round(start * 1_000)),
          );
          for (const [index, { lines, startMs, endMs }] of cues.entries()) {
            expect(lines.length).toBeLessThanOrEqual(2);
            const text = lines.join("").replaceAll("\u2060", "");
            expect(text.replaceAll(" ", "")).toBe(phrases[index]?.text.replaceAll(" ", ""));
            expect(endMs).toBeGreaterThan(startMs);
            expect(endMs).toBeLessThanOrEqual(
              cues[index + 1]?.startMs ?? Math.round(storyboard.seconds * 1_000),
            );
          }
        }
      }),
      propertyRuns(400),
    );
  });
});

test("without a voice, each phrase is shown for as long as it takes to read", () => {
  fc.assert(
    fc.property(anyText, (source) => {
      for (const { text, start, end } of allPhrases(silentStoryboard(source))) {
        expect(end - start).toBeGreaterThan(readableSeconds(text) - 0.002);
        expect(end - start).toBeGreaterThan(textWidth(text) / 20 - 0.002);
      }
    }),
    propertyRuns(300),
  );
});

// scripts/bench/linear-time.ts measures how the time grows.
test.each(outlineRepetitions.filter((part) => !part.includes("`")))(
  "says 20,000 characters of %j",
  (part) => {
    const text = repeatTo(part, 20_000);
    expect(wordCharacters(spokenText(silentStoryboard(text, "Zanzibar 7")))).toBe(
      wordCharacters(`Zanzibar 7${text}`),
    );
  },
);
