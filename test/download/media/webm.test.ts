import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../src/download/media/container.ts";
import { readFixture, toSource, truncationsOf } from "../../support/files/byte-source.ts";
import {
  cluster,
  documentOf,
  element,
  info,
  openElement,
  segmentOf,
  tracks,
} from "../../support/files/webm-elements.ts";

const webm = documentOf("webm");
const unplayable = (problem: string) => ({ playable: false, problem });
const playableFor = (durationSeconds: number) => ({ playable: true, durationSeconds });
const inspect = (...parts: readonly Uint8Array[]) => inspectVideo("webm", toSource(...parts));

async function secondsOf(...parts: readonly Uint8Array[]): Promise<number> {
  const inspection = await inspect(...parts);
  expect(inspection).toEqual(playableFor(expect.any(Number)));
  return "durationSeconds" in inspection ? inspection.durationSeconds : 0;
}

describe("a real WebM", () => {
  const bytes = readFixture("sample.webm");

  test("has the duration that ffprobe reports", async () => {
    expect(await secondsOf(bytes)).toBeCloseTo(2.008, 3);
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

  test("plays to its last frame, which ffprobe reports at 3.9 s, for 0.1 s", async () => {
    const seconds = await secondsOf(bytes);
    expect(seconds).toBeGreaterThanOrEqual(3.9);
    expect(seconds).toBeLessThanOrEqual(4);
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
    expect(await secondsOf(open)).toBeGreaterThanOrEqual(3.9);
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

test("reads a missing duration from the last cluster and its blocks", async () => {
  const parts = [info(undefined), tracks, cluster(0), cluster(5_000), cluster(10_000, 1_500)];
  expect(await inspect(webm, segmentOf(...parts))).toEqual(playableFor(11.5));
  expect(await inspect(webm, openElement("18538067", ...parts))).toEqual(playableFor(11.5));
});

test("skips unknown elements and padding", async () => {
  const space = element("ec", Buffer.alloc(50));
  const parts = [space, info(30_500), space, tracks, element("1c53bb6b", Buffer.alloc(9)), cluster(0), space];
  expect(await inspect(webm, segmentOf(...parts))).toEqual(playableFor(30.5));
});

test.each([
  ["of another kind of Matroska", [documentOf("matroska"), segmentOf(info(1), tracks)], "it is not a WebM"],
  ["without a document type", [element("1a45dfa3"), segmentOf(info(1), tracks)], "it is not a WebM"],
  ["with nothing but a header", [webm], "it is truncated before its first segment"],
  ["without tracks", [webm, segmentOf(info(1), cluster(0))], "it has no tracks"],
  ["without media data", [webm, segmentOf(info(1), tracks)], "it has no media data (clusters)"],
  ["without a duration", [webm, segmentOf(tracks, cluster(0))], "its duration is 0"],
  ["with a duration of zero", [webm, segmentOf(info(0), tracks, cluster(0))], "its duration is 0"],
  ["with a negative duration", [webm, segmentOf(info(-5), tracks, cluster(0))], "its duration is 0"],
  ["with a duration of NaN", [webm, segmentOf(info(Number.NaN), tracks, cluster(0))], "its duration is 0"],
  [
    "with an infinite duration",
    [webm, segmentOf(info(Number.POSITIVE_INFINITY), tracks, cluster(0))],
    "its duration is 0",
  ],
])("a file %s is not playable", async (_, parts, problem) => {
  expect(await inspect(...parts)).toEqual(unplayable(problem));
});
