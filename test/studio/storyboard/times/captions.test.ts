import { describe, expect, it } from "vitest";
import type { Phrase, Storyboard } from "../../../../src/studio/storyboard/storyboard.ts";
import { toSrt, toVtt } from "../../../../src/studio/storyboard/times/captions.ts";
import { readSrt, readVtt } from "../../../support/studio/read-captions.ts";
import { silentStoryboard } from "../../../support/studio/storyboards.ts";

const storyboardOf = (phrases: readonly Phrase[], seconds = 4_000): Storyboard => ({
  language: "en",
  seconds,
  scenes: [{ kind: "text", start: 0, end: seconds, blocks: [phrases] }],
});

describe("toSrt and toVtt", () => {
  const storyboard = storyboardOf([
    { text: "Atlas 2.4", start: 0.7, end: 1.5 },
    { text: "and the link appears in the conversation within two minutes.", start: 3, end: 3_661.25 },
  ]);

  it("return numbered cues with comma, and cues with a point below a header", () => {
    expect(toSrt(storyboard)).toBe(
      "1\n00:00:00,700 --> 00:00:01,500\nAtlas 2.4\n\n" +
        "2\n00:00:03,000 --> 01:01:01,250\nand the link appears\nin the conversation within two minutes.\n\n",
    );
    expect(toVtt(storyboard)).toBe(
      "WEBVTT\n\n00:00:00.700 --> 00:00:01.500\nAtlas 2.4\n\n" +
        "00:00:03.000 --> 01:01:01.250\nand the link appears\nin the conversation within two minutes.\n\n",
    );
  });

  it("have no cue without words", () => {
    expect(toSrt(storyboardOf([]))).toBe("");
    expect(toVtt(storyboardOf([]))).toBe("WEBVTT\n\n");
  });

  it("show a cue as long as it takes to read, if the next one leaves room", () => {
    const text = "Forty characters are read in two seconds.";
    const [first, second] = readSrt(
      toSrt(
        storyboardOf([
          { text, start: 1, end: 1.5 },
          { text, start: 4, end: 4.5 },
          { text, start: 5, end: 8 },
        ]),
      ),
    );
    expect(first).toMatchObject({ startMs: 1_000, endMs: 3_050 });
    expect(second).toMatchObject({ startMs: 4_000, endMs: 5_000 });
  });

  it("do not flicker in a short pause", () => {
    const phrases = [
      { text: "One.", start: 1, end: 2 },
      { text: "Two.", start: 2.22, end: 3 },
    ];
    expect(readVtt(toVtt(storyboardOf(phrases)))[0]).toMatchObject({ endMs: 2_220 });
  });

  it.each([
    ["the times of a cue", "00:00:01,000 --> 00:00:02,000 & more"],
    ["an arrow with line breaks", "a\r\n\r\n7\n-->\u2028b --> c\u0085d"],
    ["markup", "<b>bold</b> <script>x</script> <00:01> <v Eve> {\\an8} {b} & &lt;"],
    ["characters that end or turn text", "a\0b \u202eturned\u202c \u2067x\u200f y\u001b[31m"],
    ["a header", "WEBVTT NOTE STYLE ::cue { color: red }"],
  ])("keep %s as text", (_, text) => {
    const storyboard = silentStoryboard(`- ${text.replace(/[\r\n]+/g, " ")}\n- ${text}`, text);
    const srt = readSrt(toSrt(storyboard));
    const vtt = readVtt(toVtt(storyboard));
    const visible = (cues: typeof srt) => cues.map(({ lines }) => lines.join(" ").replaceAll("\u2060", ""));
    expect(visible(srt)).toEqual(visible(vtt));
    expect(toSrt(storyboard)).not.toMatch(/<\w|\{\\/);
  });
});
