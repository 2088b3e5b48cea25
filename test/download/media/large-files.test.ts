import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../src/download/media/container.ts";
import { toSource } from "../../support/files/byte-source.ts";
import {
  box,
  fileType,
  mediaData,
  mediaStart,
  movieHeader,
  noSamples,
  track,
  uint32s,
  uint64,
} from "../../support/files/mp4-boxes.ts";
import {
  cluster,
  documentOf,
  element,
  info,
  openElement,
  tracks,
} from "../../support/files/webm-elements.ts";

/** Inspects the bytes, and counts the reads and the most bytes of one. */
async function inspectCounted(container: "mp4" | "webm", ...parts: readonly Uint8Array[]) {
  const source = toSource(...parts);
  let [reads, longest] = [0, 0];
  const inspection = await inspectVideo(container, {
    size: source.size,
    read(offset, length) {
      reads += 1;
      longest = Math.max(longest, length);
      return source.read(offset, length);
    },
  });
  return { inspection, reads, longest, blocks: source.size / 65_536 };
}

const repeat = (count: number, bytes: Uint8Array) => Buffer.concat(Array<Uint8Array>(count).fill(bytes));

const entries = 100_000;
/** The entries of a table: the number that belongs to each index, followed by the same other numbers. */
const numbers = (numberOf: (index: number) => number, ...others: readonly number[]) =>
  Buffer.concat(Array.from({ length: entries }, (_, index) => uint32s(numberOf(index), ...others)));

test("the tables of a long video are read in blocks", async () => {
  const tables = {
    stts: box("stts", uint32s(0, entries), repeat(entries, uint32s(1, 40))),
    stsc: box(
      "stsc",
      uint32s(0, entries),
      numbers((index) => index + 1, 1, 1),
    ),
    stsz: box(
      "stsz",
      uint32s(0, 0, entries),
      numbers((index) => index % 400),
    ),
    stco: box(
      "stco",
      uint32s(0, entries),
      numbers((index) => mediaStart + (index % 2) * 500),
    ),
  };
  const movie = box("moov", movieHeader(0, 1_000, 0n), track({ duration: 0n, tables }));
  const { inspection, reads, longest, blocks } = await inspectCounted("mp4", fileType, mediaData, movie);
  expect(inspection).toMatchObject({ playable: true, durationSeconds: 4_000 });
  expect(reads).toBeLessThan(4 * blocks + 100);
  expect(longest).toBeLessThanOrEqual(65_536);
});

describe("the last of many samples counts", () => {
  const isLast = (index: number) => index === entries - 1;
  const sizes = (last: number) =>
    box(
      "stsz",
      uint32s(0, 0, entries),
      numbers((index) => (isLast(index) ? last : 3)),
    );
  const chunkOfEach = box("stsc", uint32s(0, 1, 1, 1, 1));
  const far = 90_000_000;
  const farOffset = (index: number) => (isLast(index) ? far : mediaStart);

  test.each<[string, number, Record<string, Buffer | undefined>]>([
    [
      "in one chunk",
      mediaStart + 3 * (entries - 1) + far,
      {
        stsz: sizes(far),
        stsc: box("stsc", uint32s(0, 1, 1, entries, 1)),
        stco: box("stco", uint32s(0, 1, mediaStart)),
      },
    ],
    [
      "in a chunk each",
      far + 7,
      { stsz: sizes(7), stsc: chunkOfEach, stco: box("stco", uint32s(0, entries), numbers(farOffset)) },
    ],
    [
      "at offsets of 64 bits",
      far + 7,
      {
        stsz: sizes(7),
        stsc: chunkOfEach,
        stco: undefined,
        co64: box(
          "co64",
          uint32s(0, entries),
          ...Array.from({ length: entries }, (_, i) => uint64(farOffset(i))),
        ),
      },
    ],
  ])("%s", async (_, end, tables) => {
    const movie = box("moov", movieHeader(0, 1_000, 9_000n), track({ tables }));
    const { inspection } = await inspectCounted("mp4", fileType, mediaData, movie);
    const size = fileType.length + mediaData.length + movie.length;
    const problem = `it is truncated: its samples end at byte ${end}, the file at ${size}`;
    expect(inspection).toEqual({ playable: false, problem });
  });
});

const emptyTrack = track({ timescale: 600, duration: 0n, tables: noSamples });
const fragmented = box(
  "moov",
  movieHeader(0, 1_000, 0n),
  emptyTrack,
  box("mvex", box("trex", uint32s(0, 1, 1, 6, 1, 0))),
);

test("a day of fragments of one frame each costs one read per 64 KiB", async () => {
  const count = 20_000;
  const run = box("trun", uint32s(0, 1));
  const one = Buffer.concat([
    box("moof", box("traf", box("tfhd", uint32s(0, 1)), run)),
    box("mdat", Buffer.alloc(8)),
  ]);
  const { inspection, reads, blocks } = await inspectCounted("mp4", fileType, fragmented, repeat(count, one));
  expect(inspection).toMatchObject({ playable: true, durationSeconds: count / 100 });
  expect(reads).toBeLessThan(2 * blocks + 20);
});

test("a fragment may have half a million runs of samples", async () => {
  const runs = repeat(490_000, box("trun", uint32s(0, 1)));
  const fragment = box("moof", box("traf", box("tfhd", uint32s(0x10, 1, 0)), runs));
  const { inspection } = await inspectCounted("mp4", fileType, fragmented, fragment, mediaData);
  expect(inspection).toMatchObject({ playable: true, durationSeconds: 4_900 });
});

test("a movie header of nothing but boxes is damaged, and read no further than needed", async () => {
  const { inspection, reads } = await inspectCounted(
    "mp4",
    fileType,
    box("moov", repeat(200_000, box("free"))),
    mediaData,
  );
  expect(inspection).toEqual({ playable: false, problem: "it is damaged in its moov box" });
  expect(reads).toBeLessThan(20);
});

test("a live recording of hours is not cut off, whether its clusters state their size or not", async () => {
  const count = 600_000;
  const head = [documentOf("webm"), Buffer.from("1853806701ffffffffffffff", "hex"), info(undefined), tracks];
  const block = Buffer.from([0xa3, 0x84, 0x81, 0, 1, 0x80]);
  const last = Buffer.from([0xa3, 0x84, 0x81, 0x0f, 0xa1, 0x80]);
  const start = element("e7", Buffer.from([0]));
  const flat = await inspectCounted(
    "webm",
    ...head,
    openElement("1f43b675", start, repeat(count, block), last),
  );
  expect(flat.inspection).toMatchObject({ playable: true, durationSeconds: 8 });
  expect(flat.reads).toBeLessThan(2 * flat.blocks + 20);
  const many = await inspectCounted("webm", ...head, repeat(count, cluster(0)), cluster(4_000));
  expect(many.inspection).toMatchObject({ playable: true, durationSeconds: 8 });
});
