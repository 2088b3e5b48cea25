import { describe, expect, test } from "vitest";
import { inspectMp4 } from "../../src/download/mp4.ts";
import { sampleVideoBase64, sampleVideoSeconds } from "../../src/providers/sandbox/sample-video.ts";
import {
  box,
  fileType,
  fragmentsHeader,
  mediaData,
  movieHeader,
  openBox,
  wideBox,
} from "../support/mp4-boxes.ts";

const sample = Buffer.from(sampleVideoBase64, "base64");
const movie = box("moov", movieHeader(0, 1_000, 30_500n));
const playableFor = (durationSeconds: number) => ({ playable: true, durationSeconds });
const broken = (problem: string) => ({ playable: false, problem });

function inspect(...parts: readonly Uint8Array[]) {
  const bytes = Buffer.concat(parts);
  return inspectMp4({
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  });
}

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
  ["<!DOCTYPE html><html></html>", "an HTML page"],
  ["\n\n  <html lang=en>", "an HTML page"],
  ["\u{feff}<!doctype html><html></html>", "an HTML page"],
  ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', "an XML document"],
  ["<Error><Code>NoSuchKey</Code></Error>", "an XML document"],
  ['{"message": "Not found"}', "a JSON document"],
  ["[]", "a JSON document"],
  ["Service Unavailable", "something else"],
  ["x", "something else"],
])("a page instead of a video is called what it is: %j", async (text, kind) => {
  expect(await inspect(Buffer.from(text))).toEqual(broken(`it is ${kind}, not an MP4`));
});

test("an empty file is called empty", async () => {
  expect(await inspect()).toEqual(broken("the file is empty"));
});

test.each([
  ["no movie header", [fileType, mediaData], "it has no movie header (moov)"],
  ["no media data", [fileType, movie], "it has no media data (mdat)"],
  ["no file type at its start", [movie, fileType, mediaData], "it is something else, not an MP4"],
  ["a duration of zero", [fileType, box("moov", movieHeader(0, 1_000, 0n)), mediaData], "its duration is 0"],
  ["no unit of time", [fileType, box("moov", movieHeader(0, 0, 30_500n)), mediaData], "its duration is 0"],
  ["a movie header without content", [fileType, box("moov"), mediaData], "its duration is 0"],
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

describe("a fragmented file", () => {
  const fragments = [box("moof", box("mfhd", Buffer.alloc(8))), mediaData];

  test.each([0, 1] as const)(
    "says its length in the header of its fragments (version %i)",
    async (version) => {
      const header = box("moov", movieHeader(0, 1_000, 0n), fragmentsHeader(version, 12_500n));
      expect(await inspect(fileType, header, ...fragments)).toEqual(playableFor(12.5));
    },
  );

  test.each([
    [0, 0xffff_ffffn],
    [1, 0xffff_ffff_ffff_ffffn],
  ] as const)(
    "may leave its length unknown, all ones, in the movie header (version %i)",
    async (version, unknown) => {
      const header = box("moov", movieHeader(version, 1_000, unknown), fragmentsHeader(0, 12_500n));
      expect(await inspect(fileType, header, ...fragments)).toEqual(playableFor(12.5));
    },
  );

  test("without any length is not playable", async () => {
    const header = box("moov", movieHeader(0, 1_000, 0n), box("mvex", box("trex", Buffer.alloc(24))));
    expect(await inspect(fileType, header, ...fragments)).toEqual(broken("its duration is 0"));
  });
});
