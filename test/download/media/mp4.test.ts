import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../src/download/media/container.ts";
import { sampleVideoBase64, sampleVideoSeconds } from "../../../src/providers/sandbox/sample-video.ts";
import { toSource } from "../../support/files/byte-source.ts";
import { box, fileType, mediaData, movieHeader, openBox, wideBox } from "../../support/files/mp4-boxes.ts";

const sample = Buffer.from(sampleVideoBase64, "base64");
const movie = box("moov", movieHeader(0, 1_000, 30_500n));
const playableFor = (durationSeconds: number) => ({ playable: true, durationSeconds });
const unplayable = (problem: string) => ({ playable: false, problem });

const inspect = (...parts: readonly Uint8Array[]) => inspectVideo("mp4", toSource(...parts));

test("the sandbox video plays for four seconds", async () => {
  expect(sampleVideoSeconds).toBe(4);
  expect(await inspect(sample)).toEqual(playableFor(4));
});

describe("the truncated sandbox video", () => {
  const starts = [32, 4_335, 4_343];

  test.each([
    [32, "it has no movie header (moov)"],
    [4_335, "it has no media data (mdat)"],
    [4_343, "it has no media data (mdat)"],
  ])("is not playable after byte %i, between two boxes", async (length, problem) => {
    expect(await inspect(sample.subarray(0, length))).toEqual(unplayable(problem));
  });

  test("is not playable at any other length", async () => {
    const everywhere = Array.from({ length: 200 }, (_, index) => Math.floor((index * sample.length) / 200));
    const oneByteBefore = [...starts, sample.length].map((boundary) => boundary - 1);
    for (const length of [...everywhere, ...oneByteBefore, ...starts.map((start) => start + 7)]) {
      expect(await inspect(sample.subarray(0, length)), `${length} bytes`).toMatchObject({ playable: false });
    }
  });

  test("without its last byte reports where the last complete box ends", async () => {
    const problem = "it is truncated: its last complete box ends at byte 4343";
    expect(await inspect(sample.subarray(0, -1))).toEqual(unplayable(problem));
  });
});

test.each([
  ["no movie header", [fileType, mediaData], "it has no movie header (moov)"],
  ["no media data", [fileType, movie], "it has no media data (mdat)"],
  ["no ftyp at its start", [movie, fileType, mediaData], "it is an unknown file type, not an MP4"],
  ["a duration of zero", [fileType, box("moov", movieHeader(0, 1_000, 0n)), mediaData], "its duration is 0"],
  [
    "a timescale of zero",
    [fileType, box("moov", movieHeader(0, 0, 30_500n)), mediaData],
    "its duration is 0",
  ],
  ["an empty moov", [fileType, box("moov"), mediaData], "its duration is 0"],
  ["an empty mvhd", [fileType, box("moov", box("mvhd")), mediaData], "its duration is 0"],
  ["a truncated mvhd", [fileType, box("moov", box("mvhd", Buffer.alloc(8))), mediaData], "its duration is 0"],
  [
    "a box smaller than its header",
    [fileType, Buffer.from("\0\0\0\x04free")],
    "it is truncated: its last complete box ends at byte 24",
  ],
])("a file with %s is not playable", async (_, parts, problem) => {
  expect(await inspect(...parts)).toEqual(unplayable(problem));
});

test.each([
  ["the media before the movie header", [fileType, mediaData, movie]],
  ["unknown boxes", [fileType, box("free"), box("uuid", Buffer.alloc(20)), movie, mediaData, box("\xa9xyz")]],
  [
    "64-bit sizes",
    [fileType, wideBox("moov", movieHeader(0, 1_000, 30_500n)), wideBox("mdat", Buffer.alloc(9))],
  ],
  ["an mdat that extends to the end of the file", [fileType, movie, openBox("mdat", Buffer.alloc(1_000))]],
  ["64-bit times", [fileType, box("moov", movieHeader(1, 48_000, 1_464_000n)), mediaData]],
  [
    "other boxes before mvhd",
    [fileType, box("moov", box("udta"), movieHeader(0, 1_000, 30_500n)), mediaData],
  ],
])("a file with %s is playable", async (_, parts) => {
  expect(await inspect(...parts)).toEqual(playableFor(30.5));
});

test("64-bit sizes are checked too", async () => {
  const media = wideBox("mdat", Buffer.alloc(100));
  expect(await inspect(fileType, movie, media.subarray(0, -1))).toMatchObject({ playable: false });
  expect(await inspect(fileType, movie, media.subarray(0, 12))).toMatchObject({ playable: false });
});

describe("a moov is damaged when a box in it extends beyond its end", () => {
  const damaged = unplayable("its movie header (moov) is damaged");
  const whole = movieHeader(0, 1_000, 30_500n);
  const track = box("trak", box("mdia"));

  /** The same box with a size that is too large by `more` bytes. */
  function stretched(bytes: Buffer, more: number): Buffer {
    const copy = Buffer.from(bytes);
    copy.writeUInt32BE(bytes.length + more);
    return copy;
  }

  test.each([1, 8, 1_000, 0x7fff_ffff])("the last one, by %i bytes", async (more) => {
    expect(await inspect(fileType, box("moov", whole, stretched(track, more)), mediaData)).toEqual(damaged);
  });

  test("mvhd", async () => {
    expect(await inspect(fileType, box("moov", stretched(whole, 1)), mediaData)).toEqual(damaged);
  });

  test("the last one, with a truncated header", async () => {
    expect(await inspect(fileType, box("moov", whole, Buffer.from("\0\0")), mediaData)).toEqual(damaged);
  });

  test("or when a box is smaller than its header", async () => {
    const tiny = Buffer.from("\0\0\0\x07trak");
    expect(await inspect(fileType, box("moov", whole, tiny), mediaData)).toEqual(damaged);
  });

  test("any of those in the sandbox video", async () => {
    const start = sample.indexOf("moov") - 4;
    for (const type of ["mvhd", "trak", "udta"]) {
      const copy = Buffer.from(sample);
      const offset = sample.indexOf(type, start) - 4;
      copy.writeUInt32BE(100_000, offset);
      expect([type, await inspect(copy)]).toEqual([type, damaged]);
    }
  });
});
