import { beforeAll, describe, expect, test } from "vitest";
import { decodedRate, decodeSound, frameAt, readPicture } from "../../support/studio/decode.ts";
import { readSrt, renderMarkdown } from "../../support/studio/render.ts";
import { hasTool } from "../../support/studio/tools.ts";

const page = `# Atlas 2.4: previews for every pull request

Documentation is only useful when people can see it before it ships. Every pull request now builds its own preview.

## What is new

- Builds take half the time, thanks to a cache
- Search understands code

\`\`\`sh
npx atlas upgrade
\`\`\`

Thank you to the forty people who contributed to this release.
`;

const canLook = hasTool("ffmpeg") && hasTool("tesseract");

describe.runIf(canLook)("what others see and hear in a video", () => {
  let video: Awaited<ReturnType<typeof renderMarkdown>>;
  let cues: ReturnType<typeof readSrt>;
  beforeAll(async () => {
    video = await renderMarkdown(page, {
      title: "Atlas 2.4: previews for every pull request",
      subject: { repository: "atlas/atlas", version: "v2.4.0" },
    });
    cues = readSrt(video.read("subtitles").toString());
  });

  test("each phrase is on the card while it is spoken", () => {
    expect(cues.length).toBeGreaterThan(6);
    for (const { start, end, text } of cues) {
      const seen = wordsOf(readPicture(frameAt(video.pathOf("video"), (start + end) / 2)));
      const words = wordsOf(text);
      const missing = words.filter((word) => !seen.includes(word));
      // OCR may misread a word, but not many.
      expect(missing.length, `${text} is missing ${missing}`).toBeLessThanOrEqual(words.length / 8);
    }
  });

  test("code is on a card of its own, as it was typed", () => {
    const code = cues.findIndex(({ text }) => text.startsWith("Search understands"));
    const [before, after] = [cues[code]?.end ?? 0, cues[code + 1]?.start ?? 0];
    expect(readPicture(frameAt(video.pathOf("video"), (before + after) / 2 + 0.5))).toContain(
      "npx atlas upgrade",
    );
  });

  test("the closing card has the repository and the version", () => {
    const at = video.seconds - 0.5;
    expect(readPicture(frameAt(video.pathOf("video"), at))).toContain("atlas/atlas");
    // Small type needs a closer look.
    const below = "negate,crop=iw/2:ih*0.15:0:ih*0.52,scale=2*iw:-1";
    expect(readPicture(frameAt(video.pathOf("video"), at, below))).toContain("v2.4.0");
  });

  test("a caption starts when its words are heard, and none is late", () => {
    const onsets = speechOnsets(decodeSound(video.pathOf("video")));
    // A sentence that follows a pause has an onset; a phrase in the middle of one may have none.
    const starts = cues.filter((cue, index) => cue.start - (cues[index - 1]?.end ?? 0) > 0.15);
    expect(starts.length).toBeGreaterThan(4);
    for (const { start, text } of starts) {
      const nearest = onsets.reduce((best, onset) =>
        Math.abs(onset - start) < Math.abs(best - start) ? onset : best,
      );
      expect(Math.abs(nearest - start), text).toBeLessThan(0.1);
    }
  });

  test("the sound is never at full scale, and silent at the start and at the end", () => {
    const samples = decodeSound(video.pathOf("video"));
    const loudest = (from: number, to: number) =>
      samples
        .subarray(from * decodedRate, to * decodedRate)
        .reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
    expect(loudest(0, video.seconds)).toBeGreaterThan(8_000);
    expect(loudest(0, video.seconds)).toBeLessThan(32_000);
    expect(loudest(0, 0.5)).toBeLessThan(100);
    expect(loudest(video.seconds - 1.5, video.seconds)).toBeLessThan(100);
  });
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** Returns when sound begins after at least 120 ms of silence, in seconds. */
function speechOnsets(samples: Int16Array): number[] {
  const windowSize = decodedRate / 100;
  const onsets: number[] = [];
  let silentWindows = 100;
  for (let start = 0; start + windowSize <= samples.length; start += windowSize) {
    const sum = samples
      .subarray(start, start + windowSize)
      .reduce((total, sample) => total + Math.abs(sample), 0);
    if (sum / windowSize < 60) silentWindows += 1;
    else {
      if (silentWindows >= 12) onsets.push(start / decodedRate);
      silentWindows = 0;
    }
  }
  return onsets;
}
