import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../src/download/media/container.ts";
import { toSource } from "../../support/files/byte-source.ts";
import { decodingErrors, probe } from "../../support/studio/decode.ts";
import { renderMarkdown } from "../../support/studio/render.ts";
import { hasTool } from "../../support/studio/tools.ts";

const hasFfmpeg = hasTool("ffmpeg") && hasTool("ffprobe");

describe.runIf(hasFfmpeg)("a video", () => {
  // Each row is another size and another voice.
  test.each([
    ["16:9", "720p", 1280, 720, "eng", "en-US", "Every pull request now builds its own preview."],
    ["9:16", "720p", 720, 1280, "eng", "en-GB", "Every pull request now builds its own preview."],
    [
      "1:1",
      "720p",
      720,
      720,
      "deu",
      undefined,
      "Jede Änderung bekommt jetzt ihre eigene Vorschau, und das ist gut.",
    ],
    [
      "16:9",
      "1080p",
      1920,
      1080,
      "fra",
      undefined,
      "Chaque demande de fusion a maintenant son propre aperçu.",
    ],
    [
      "9:16",
      "1080p",
      1080,
      1920,
      "spa",
      undefined,
      "Cada cambio tiene ahora su propia vista previa, y el enlace.",
    ],
    [
      "1:1",
      "1080p",
      1080,
      1080,
      "ita",
      undefined,
      "Ogni modifica ha ora la sua anteprima, e il collegamento.",
    ],
  ] as const)(
    "of %s at %s (%d×%d) with a voice for %s is H.264 and AAC that decodes without an error",
    async (aspectRatio, resolution, width, height, language, voiceId, text) => {
      const voice = voiceId && { voiceId };
      const video = await renderMarkdown(text, { title: "Atlas 2.4", aspectRatio, resolution, ...voice });
      const streams = probe(video.pathOf("video"));
      expect(streams.video).toMatchObject({
        codec_name: "h264",
        profile: "Constrained Baseline",
        width,
        height,
        color_space: "bt709",
        color_range: "tv",
      });
      expect(streams.audio).toMatchObject({
        codec_name: "aac",
        profile: "LC",
        sample_rate: "48000",
        channels: 1,
        tags: { language },
      });
      expect(Number(streams.video.duration)).toBeCloseTo(video.seconds, 2);
      expect(Number(streams.audio?.duration)).toBeGreaterThan(video.seconds - 0.1);
      expect([decodingErrors(video.pathOf("video")), video.notices, video.warnings]).toEqual(["", [], []]);
    },
  );
});

test("a video plays before it is completely loaded: its index is in front of the media", async () => {
  const video = await renderMarkdown("Welcome.");
  const bytes = video.read("video");
  const positionOf = (type: string) => bytes.indexOf(type, 0, "latin1");
  expect(positionOf("moov")).toBeGreaterThan(0);
  expect(positionOf("moov")).toBeLessThan(positionOf("mdat"));
});

test("without a voice, a video has no sound and its files are still complete", async () => {
  const video = await renderMarkdown("Welcome to the show.", {
    voiceId: "none",
    motion: false,
    theme: "light",
  });
  expect(await inspectVideo("mp4", toSource(video.read("video")))).toMatchObject({
    playable: true,
    hasAudio: false,
    durationSeconds: video.seconds,
  });
  expect(video.read("subtitles").toString()).toContain("Welcome to the show.");
  expect(video.read("webSubtitles").toString()).toMatch(/^WEBVTT\n\n.*-->.*\n/);
  expect(video.read("poster").subarray(1, 4).toString()).toBe("PNG");
  expect(video.read("preview").subarray(0, 6).toString()).toBe("GIF89a");
});

test("a language without a voice gets a silent video, and one sentence says so", async () => {
  const { notices } = await renderMarkdown(
    "Cada versão nova tem agora a sua própria página, e não custa nada.",
  );
  expect(notices).toEqual([
    "There is no voice for Portuguese, so the storyboard is silent and timed for reading.",
  ]);
});

test("the progress rises to the end, and the times are known before the pictures are drawn", async () => {
  const { messages } = await renderMarkdown("Welcome to the show.");
  const percents = messages.flatMap((message) => (message.kind === "progress" ? message.percent : []));
  expect(percents).toEqual([...percents].sort((one, other) => one - other));
  expect(percents.at(-1)).toBeGreaterThan(95);
  const before = messages.slice(
    0,
    messages.findIndex(({ kind }) => kind === "timed"),
  );
  expect(before.every((message) => message.kind === "progress" && message.percent <= 20)).toBe(true);
});

test("a long page has a preview of at most 3 MB", async () => {
  const section = (index: number) =>
    `## Part ${index}\n\nEvery pull request now builds a preview of part ${index}.`;
  const markdown = Array.from({ length: 45 }, (_, index) => section(index)).join("\n\n");
  const video = await renderMarkdown(markdown, { voiceId: "none", motion: false });
  expect(video.read("preview").length).toBeLessThan(3_000_000);
});
