import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../../src/download/media/container.ts";
import { readFixture, toSource, truncationsOf } from "../../../support/files/byte-source.ts";
import {
  audioTrack,
  cluster,
  documentOf,
  element,
  info,
  openElement,
  segmentOf,
  trackOf,
  tracks,
  tracksOf,
  videoTrack,
} from "../../../support/files/webm-elements.ts";

const webm = documentOf("webm");
const unplayable = (problem: string) => ({ playable: false, problem });
const playableFor = (durationSeconds: number) => expect.objectContaining({ playable: true, durationSeconds });
const inspect = (...parts: readonly Uint8Array[]) => inspectVideo("webm", toSource(...parts));

async function secondsOf(...parts: readonly Uint8Array[]): Promise<number> {
  const inspection = await inspect(...parts);
  expect(inspection).toMatchObject({ playable: true });
  return "durationSeconds" in inspection ? inspection.durationSeconds : 0;
}

describe("a real WebM", () => {
  const bytes = readFixture("sample.webm");

  test("has the duration, picture and sound that ffprobe reports", async () => {
    expect(await inspect(bytes)).toEqual({
      playable: true,
      durationSeconds: expect.closeTo(2.008, 3),
      width: 64,
      height: 36,
      codec: "VP8",
      hasAudio: true,
    });
  });

  test("is not playable when truncated", async () => {
    for (const cut of [...truncationsOf(bytes), bytes.subarray(0, -1)]) {
      expect(await inspect(cut), `${cut.length} bytes`).toMatchObject({ playable: false });
    }
  });

  test("is reported as truncated", async () => {
    for (const length of [100, 1_000, bytes.length - 1]) {
      const problem = expect.stringContaining("it is truncated");
      expect(await inspect(bytes.subarray(0, length)), `${length} bytes`).toEqual(unplayable(problem));
    }
  });
});

describe("a real live recording, without a size or a duration", () => {
  const bytes = readFixture("live.webm");
  const clusters = [...bytes.toString("hex").matchAll(/1f43b675/g)].map(({ index }) => index / 2);

  test("plays to the end of its last frame, which ffprobe reports at 3.9 s, for 0.1 s", async () => {
    expect(await secondsOf(bytes)).toBe(4);
  });

  test.each([
    "\n",
    "\0",
    "\0".repeat(500),
    `TAG${"x".repeat(125)}`,
    "ID3\x04\0\0\0\0\0\x0a0123456789",
    "A text.",
  ])("is playable when it is followed by %j", async (tail) => {
    expect(await secondsOf(bytes, Buffer.from(tail, "latin1"))).toBe(4);
  });

  test("is damaged when something else lies between two clusters", async () => {
    const [, second = 0] = clusters;
    expect(await inspect(bytes.subarray(0, second), Buffer.from("\n"), bytes.subarray(second))).toEqual(
      unplayable(`it is damaged at byte ${second}`),
    );
  });

  test("is not playable when truncated, except between two clusters", async () => {
    expect(clusters).toHaveLength(4);
    const besides = clusters.flatMap((offset) => [offset - 1, offset + 1, offset + 9]);
    const cuts = [
      ...truncationsOf(bytes),
      ...besides.map((place) => bytes.subarray(0, place)),
      bytes.subarray(0, -1),
    ];
    for (const cut of cuts) {
      expect(await inspect(cut), `${cut.length} bytes`).toMatchObject({ playable: false });
    }
  });

  test("is playable with a single cluster", async () => {
    const seconds = await secondsOf(bytes.subarray(0, clusters[1]));
    expect(seconds).toBeGreaterThanOrEqual(0.9);
    expect(seconds).toBeLessThanOrEqual(1.2);
  });

  test("is playable with clusters of unknown size, as browsers record", async () => {
    const open = Buffer.from(bytes);
    // A size of two bytes, all ones.
    for (const offset of clusters) open.writeUInt16BE(0x7fff, offset + 4);
    expect(await secondsOf(open)).toBe(4);
    expect(await secondsOf(open, Buffer.from("\n"))).toBe(4);
    expect(await inspect(open.subarray(0, -1))).toMatchObject({ playable: false });
  });
});

test.each([
  ["milliseconds", info(30_500)],
  ["a 4-byte float", info(30_500, { isShort: true })],
  ["other units", info(305, { scale: 100_000_000 })],
  ["milliseconds, the default scale", element("1549a966", info(30_500).subarray(-18))],
])("reads a duration in %s", async (_, head) => {
  expect(await inspect(webm, segmentOf(head, tracks, cluster(0)))).toEqual(playableFor(30.5));
});

describe("without a stated duration", () => {
  test.each([
    ["missing", info(undefined)],
    ["zero", info(0)],
    ["negative", info(-5)],
    ["NaN", info(Number.NaN)],
    ["infinite", info(Number.POSITIVE_INFINITY)],
  ])("(%s) plays from the first block to the last one", async (_, head) => {
    const parts = [head, tracks, cluster(0), cluster(5_000), cluster(10_000, 1_500)];
    // The last frame counts as long as the one before it, which was shown for 6.5 s.
    expect(await inspect(webm, segmentOf(...parts))).toEqual(playableFor(18));
    expect(await inspect(webm, openElement("18538067", ...parts))).toEqual(playableFor(18));
  });

  test("counts from the first block, whatever its time is", async () => {
    const parts = [info(undefined), tracks, cluster(19_000_000), cluster(19_005_000)];
    expect(await inspect(webm, segmentOf(...parts))).toEqual(playableFor(10));
  });

  test("plays the last frame for as long as its track says", async () => {
    const frames = tracksOf(trackOf(1, 1, "V_VP8", element("23e383", Buffer.from("02625a00", "hex"))));
    expect(await inspect(webm, segmentOf(info(undefined), frames, cluster(0), cluster(5_000)))).toEqual(
      playableFor(5.04),
    );
  });

  test("reads blocks in groups", async () => {
    const group = (time: number) =>
      element("a0", element("9b", Buffer.from([9])), element("a1", Buffer.from([0x81, 0, time, 0, 7])));
    const clusters = element("1f43b675", element("e7", Buffer.from([0])), group(10), group(20), group(30));
    expect(await inspect(webm, segmentOf(info(undefined), tracks, clusters))).toEqual(playableFor(0.03));
  });
});

test.each([
  ["V_MPEG4/ISO/AVC", "H.264"],
  ["V_MPEGH/ISO/HEVC", "H.265"],
  ["V_VP8", "VP8"],
  ["V_VP9", "VP9"],
  ["V_AV1", "AV1"],
  ["V_THEORA", "V_THEORA"],
  ["V_<b>", "unknown"],
])("names the codec %s %s, also in Matroska, with picture and sound", async (id, codec) => {
  const size = element(
    "e0",
    element("b0", Buffer.from("0780", "hex")),
    element("ba", Buffer.from("0438", "hex")),
  );
  const video = trackOf(1, 1, id, size);
  const silent = { playable: true, durationSeconds: 1, width: 1_920, height: 1_080, codec, hasAudio: false };
  const file = (...all: readonly Uint8Array[]) => segmentOf(info(1_000), tracksOf(...all), cluster(0));
  expect(await inspect(documentOf("matroska"), file(video))).toEqual(silent);
  expect(await inspect(webm, file(audioTrack, video))).toEqual({ ...silent, hasAudio: true });
});

test("skips unknown elements and padding", async () => {
  const space = element("ec", Buffer.alloc(50));
  const parts = [space, info(30_500), space, tracks, element("1c53bb6b", Buffer.alloc(9)), cluster(0), space];
  expect(await inspect(webm, segmentOf(...parts))).toEqual(playableFor(30.5));
});

test.each([
  ["of another document type", [documentOf("webp"), segmentOf(info(1), tracks)], "it is not a WebM"],
  ["without a document type", [element("1a45dfa3"), segmentOf(info(1), tracks)], "it is not a WebM"],
  ["with nothing but a header", [webm], "it is truncated before its first segment"],
  ["without tracks", [webm, segmentOf(info(1), cluster(0))], "it has no tracks"],
  ["with audio only", [webm, segmentOf(info(1), tracksOf(audioTrack), cluster(0))], "it has no video track"],
  [
    "with subtitles only",
    [webm, segmentOf(info(1), tracksOf(trackOf(1, 17, "S_TEXT/WEBVTT")), cluster(0))],
    "it has no video track",
  ],
  [
    "without a codec",
    [webm, segmentOf(info(1), tracksOf(trackOf(1, 1, "")), cluster(0))],
    "its video track names no codec",
  ],
  ["without media data", [webm, segmentOf(info(1), tracks)], "its video track has no media data (blocks)"],
  [
    "with media data of another track only",
    [webm, segmentOf(info(1), tracksOf(videoTrack, audioTrack), cluster(0, 0, element, 2))],
    "its video track has no media data (blocks)",
  ],
  ["without a duration", [webm, segmentOf(tracks, cluster(0))], "its duration is 0"],
  [
    "with a damaged element in its segment",
    [webm, segmentOf(info(1), tracks, cluster(0), Buffer.from([0]))],
    expect.stringContaining("it is damaged at byte"),
  ],
])("a file %s is not playable", async (_, parts, problem) => {
  expect(await inspect(...parts)).toEqual(unplayable(problem));
});
