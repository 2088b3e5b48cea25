import { describe, expect, test } from "vitest";
import { inspect as inspectAs } from "../../../src/download/media/container.ts";
import { sampleVideoBase64, sampleVideoSeconds } from "../../../src/providers/sandbox/sample-video.ts";
import { toSource } from "../../support/byte-source.ts";
import { box, fileType, mediaData, movieHeader, openBox, wideBox } from "../../support/mp4-boxes.ts";

const sample = Buffer.from(sampleVideoBase64, "base64");
const movie = box("moov", movieHeader(0, 1_000, 30_500n));
const playableFor = (durationSeconds: number) => ({ playable: true, durationSeconds });
const broken = (problem: string) => ({ playable: false, problem });

const inspect = (...parts: readonly Uint8Array[]) => inspectAs("mp4", toSource(...parts));

test("the sandbox's real video is playable for four seconds", async () => {
  expect(sampleVideoSeconds).toBe(4);
  expect(await inspect(sample)).toEqual(playableFor(4));
});

describe("the sandbox's real video, cut off", () => {
  const starts = [32, 4_335, 4_343];

  test.each([
    [32, "it has no movie header (moov)"],
    [4_335, "it has no media data (mdat)"],
    [4_343, "it has no media data (mdat)"],
  ])("at the boundary of its boxes at byte %i", async (length, problem) => {
    expect(await inspect(sample.subarray(0, length))).toEqual(broken(problem));
  });

  test("anywhere else is not playable either", async () => {
    const everywhere = Array.from({ length: 200 }, (_, index) => Math.floor((index * sample.length) / 200));
    const oneByteBefore = [...starts, sample.length].map((boundary) => boundary - 1);
    for (const length of [...everywhere, ...oneByteBefore, ...starts.map((start) => start + 7)]) {
      expect(await inspect(sample.subarray(0, length)), `${length} bytes`).toMatchObject({ playable: false });
    }
  });

  test("one byte before its end says after how many bytes the last whole box ended", async () => {
    const problem = "it is cut off after 4343 of its bytes";
    expect(await inspect(sample.subarray(0, -1))).toEqual(broken(problem));
  });
});

test.each([
  ["no movie header", [fileType, mediaData], "it has no movie header (moov)"],
  ["no media data", [fileType, movie], "it has no media data (mdat)"],
  ["no file type at its start", [movie, fileType, mediaData], "it is something else, not an MP4"],
  ["a duration of zero", [fileType, box("moov", movieHeader(0, 1_000, 0n)), mediaData], "its duration is 0"],
  ["no unit of time", [fileType, box("moov", movieHeader(0, 0, 30_500n)), mediaData], "its duration is 0"],
  ["a movie without content", [fileType, box("moov"), mediaData], "its duration is 0"],
  ["a movie header without content", [fileType, box("moov", box("mvhd")), mediaData], "its duration is 0"],
  [
    "a movie header cut short",
    [fileType, box("moov", box("mvhd", Buffer.alloc(8))), mediaData],
    "its duration is 0",
  ],
  [
    "a box smaller than its own head",
    [fileType, Buffer.from("\0\0\0\x04free")],
    "it is cut off after 24 of its bytes",
  ],
])("a file with %s is not playable", async (_, parts, problem) => {
  expect(await inspect(...parts)).toEqual(broken(problem));
});

test.each([
  ["the media before the movie header", [fileType, mediaData, movie]],
  [
    "boxes that nobody knows",
    [fileType, box("free"), box("uuid", Buffer.alloc(20)), movie, mediaData, box("\xa9xyz")],
  ],
  [
    "sizes in 64 bits",
    [fileType, wideBox("moov", movieHeader(0, 1_000, 30_500n)), wideBox("mdat", Buffer.alloc(9))],
  ],
  ["media that reaches to the end of the file", [fileType, movie, openBox("mdat", Buffer.alloc(1_000))]],
  ["times in 64 bits", [fileType, box("moov", movieHeader(1, 48_000, 1_464_000n)), mediaData]],
  [
    "other boxes before the movie's own header",
    [fileType, box("moov", box("udta"), movieHeader(0, 1_000, 30_500n)), mediaData],
  ],
])("a file with %s is playable", async (_, parts) => {
  expect(await inspect(...parts)).toEqual(playableFor(30.5));
});

test("sizes in 64 bits are checked like the others", async () => {
  const media = wideBox("mdat", Buffer.alloc(100));
  expect(await inspect(fileType, movie, media.subarray(0, -1))).toMatchObject({ playable: false });
  expect(await inspect(fileType, movie, media.subarray(0, 12))).toMatchObject({ playable: false });
});

describe("a movie whose boxes reach beyond its end is damaged", () => {
  const damaged = broken("its movie header (moov) is damaged");
  const whole = movieHeader(0, 1_000, 30_500n);
  const track = box("trak", box("mdia"));

  /** The same box, saying that it has so many bytes more. */
  function stretched(bytes: Buffer, more: number): Buffer {
    const copy = Buffer.from(bytes);
    copy.writeUInt32BE(bytes.length + more);
    return copy;
  }

  test.each([1, 8, 1_000, 0x7fff_ffff])("by %i bytes, in its last one", async (more) => {
    expect(await inspect(fileType, box("moov", whole, stretched(track, more)), mediaData)).toEqual(damaged);
  });

  test("in the header that says how long it plays", async () => {
    expect(await inspect(fileType, box("moov", stretched(whole, 1)), mediaData)).toEqual(damaged);
  });

  test("or whose last one is cut in its own head", async () => {
    expect(await inspect(fileType, box("moov", whole, Buffer.from("\0\0")), mediaData)).toEqual(damaged);
  });

  test("or where a box is smaller than its own head", async () => {
    const tiny = Buffer.from("\0\0\0\x07trak");
    expect(await inspect(fileType, box("moov", whole, tiny), mediaData)).toEqual(damaged);
  });

  test("in the sandbox's real video, with any of its own boxes stretched", async () => {
    const start = sample.indexOf("moov") - 4;
    for (const type of ["mvhd", "trak", "udta"]) {
      const copy = Buffer.from(sample);
      const place = sample.indexOf(type, start) - 4;
      copy.writeUInt32BE(100_000, place);
      expect([type, await inspect(copy)]).toEqual([type, damaged]);
    }
  });
});
