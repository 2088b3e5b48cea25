import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../../src/download/media/container.ts";
import { toSource } from "../../../support/files/byte-source.ts";
import {
  box,
  fileType,
  mediaData,
  mediaStart,
  movieHeader,
  noSamples,
  openBox,
  sampleDescription,
  track,
  uint32s,
  uint64,
  wideBox,
} from "../../../support/files/mp4-boxes.ts";
import { sampleVideo, sampleVideoSeconds } from "../../../support/files/sample-video.ts";

const sample = sampleVideo;
const header = movieHeader(0, 1_000, 30_500n);
const movie = box("moov", header, track());
const unplayable = (problem: string) => ({ playable: false, problem });
const playableFor = (durationSeconds: number) => expect.objectContaining({ playable: true, durationSeconds });

const inspect = (...parts: readonly Uint8Array[]) => inspectVideo("mp4", toSource(...parts));

test("the sandbox video plays for four seconds, in H.264 with audio", async () => {
  expect(sampleVideoSeconds).toBe(4);
  expect(await inspect(sample)).toEqual({
    playable: true,
    durationSeconds: 4,
    width: 640,
    height: 360,
    codec: "H.264",
    hasAudio: true,
  });
});

describe("the truncated sandbox video", () => {
  test("is not playable at any length", async () => {
    const everywhere = Array.from({ length: 200 }, (_, index) => Math.floor((index * sample.length) / 200));
    const boundaries = [32, 4_335, 4_343, sample.length].flatMap((offset) => [offset - 1, offset + 7]);
    for (const length of [...everywhere, 32, 4_335, 4_343, ...boundaries].filter((n) => n < sample.length)) {
      expect(await inspect(sample.subarray(0, length)), `${length} bytes`).toMatchObject({ playable: false });
    }
  });

  test("without its last byte reports where its samples end", async () => {
    const problem = `it is truncated: its samples end at byte ${sample.length}, the file at ${sample.length - 1}`;
    expect(await inspect(sample.subarray(0, -1))).toEqual(unplayable(problem));
  });
});

describe("a file is complete when all samples lie inside it", () => {
  const parts = [fileType, mediaData, movie];

  test.each([
    ["nothing", ""],
    ["a newline", "\n"],
    ["a zero byte", "\0"],
    ["a thousand zero bytes", "\0".repeat(1_000)],
    ["an ID3v1 tag", `TAG${"x".repeat(125)}`],
    ["an ID3v2 tag", "ID3\x04\0\0\0\0\0\x0a0123456789"],
    ["text", "And some text after it.\n"],
    ["the header of a box that isn't there", "\0\0\x10\0free"],
    ["a part of a header", "\0\0\x10"],
  ])("followed by %s", async (_, tail) => {
    expect(await inspect(...parts, Buffer.from(tail, "latin1"))).toEqual(playableFor(30.5));
    expect(await inspect(fileType, movie, mediaData, Buffer.from(tail, "latin1"))).toEqual(playableFor(30.5));
  });

  test("with an mdat of size 0 too, at whatever byte it is cut", async () => {
    const headLength = fileType.length + movie.length + 8;
    const tables = { stco: box("stco", uint32s(0, 2, headLength, headLength + 500)) };
    const media = openBox("mdat", Buffer.alloc(1_008));
    const bytes = Buffer.concat([fileType, box("moov", header, track({ tables })), media]);
    for (let length = 0; length < headLength + 1_000; length += 1) {
      expect(await inspect(bytes.subarray(0, length)), `${length}`).toMatchObject({ playable: false });
    }
    for (const length of [headLength + 1_000, headLength + 1_001, bytes.length]) {
      expect(await inspect(bytes.subarray(0, length)), `${length}`).toEqual(playableFor(30.5));
    }
  });

  test.each<[string, Record<string, Buffer | undefined>]>([
    ["sizes of its own for each sample", { stsz: box("stsz", uint32s(0, 0, 20, ...Array(20).fill(50))) }],
    ["sizes of 8 bits", { stsz: undefined, stz2: box("stz2", uint32s(0, 8, 20), Buffer.alloc(20, 50)) }],
    [
      "sizes of 16 bits",
      { stsz: undefined, stz2: box("stz2", uint32s(0, 16, 20), Buffer.from("0032".repeat(20), "hex")) },
    ],
    [
      "offsets of 64 bits",
      { stco: undefined, co64: box("co64", uint32s(0, 2), uint64(mediaStart), uint64(mediaStart + 500)) },
    ],
    [
      "several runs of chunks",
      {
        stsc: box("stsc", uint32s(0, 2, 1, 13, 1, 2, 7, 1)),
        stco: box("stco", uint32s(0, 2, mediaStart, mediaStart + 650)),
      },
    ],
    [
      "sizes of 4 bits",
      {
        stsz: undefined,
        stz2: box("stz2", uint32s(0, 4, 3), Buffer.from("5f30", "hex")),
        stsc: box("stsc", uint32s(0, 1, 1, 1, 1)),
        stco: box("stco", uint32s(0, 3, mediaStart, mediaStart + 985, mediaStart + 997)),
      },
    ],
  ])("with %s", async (_, tables) => {
    const bytes = Buffer.concat([fileType, box("moov", header, track({ tables })), mediaData]);
    const last = mediaStart + 1_000;
    const cut = (size: number) => ({
      size,
      read: async (at: number, length: number) => bytes.subarray(at, at + length),
    });
    expect(await inspectVideo("mp4", cut(last))).toEqual(playableFor(30.5));
    expect(await inspectVideo("mp4", cut(last - 1))).toEqual(
      unplayable(`it is truncated: its samples end at byte ${last}, the file at ${last - 1}`),
    );
  });
});

describe("a file may begin with another box than ftyp", () => {
  test.each(["free", "skip", "wide", "styp", "uuid", "junk", "pnot"])("such as %s", async (type) => {
    expect(await inspect(box(type, Buffer.alloc(12)), fileType, movie, mediaData)).toEqual(playableFor(30.5));
  });

  test("and have no ftyp, as plain QuickTime files", async () => {
    expect(await inspect(movie, mediaData, box("free"))).toEqual(playableFor(30.5));
    expect(await inspect(box("wide"), mediaData, movie)).toEqual(playableFor(30.5));
    expect(await inspect(mediaData, movie)).toEqual(playableFor(30.5));
    expect(await inspect(wideBox("mdat", Buffer.alloc(1_000)), movie)).toEqual(playableFor(30.5));
  });

  test.each(["The free lunch", "1\n2 skip"])("but the text %j is no MP4", async (text) => {
    expect(await inspect(Buffer.from(text))).toEqual(unplayable("it is an unknown file type, not an MP4"));
  });
});

describe("a file is not playable", () => {
  const withTrack = (...options: Parameters<typeof track>) => [
    box("moov", header, track(...options)),
    mediaData,
  ];

  test.each([
    ["no movie header", [mediaData], "it has no movie header (moov)"],
    ["an empty movie header", [box("moov"), mediaData], "it has no tracks"],
    ["no track", [box("moov", header), mediaData], "it has no tracks"],
    ["only sound", withTrack({ handler: "soun" }), "it has no video track"],
    ["only subtitles", withTrack({ handler: "sbtl" }), "it has no video track"],
    ["a track without a handler", [box("moov", header, box("trak")), mediaData], "it has no video track"],
    [
      "no sample description",
      withTrack({ tables: { stsd: undefined } }),
      "its video track has no sample description (stsd)",
    ],
    [
      "an empty sample description",
      withTrack({ tables: { stsd: box("stsd", uint32s(0, 0)) } }),
      "its video track has no sample description (stsd)",
    ],
    ["no samples", withTrack({ tables: noSamples }), "its video track has no samples"],
    ["no tables", withTrack({ tables: { stsz: undefined } }), "its video track has no samples"],
    [
      "samples behind its end",
      withTrack({ tables: { stco: box("stco", uint32s(0, 2, mediaStart, 100_000)) } }),
      expect.stringContaining("it is truncated: its samples end at byte 100500, the file at"),
    ],
    [
      "sound behind its end",
      [
        box(
          "moov",
          header,
          track(),
          track({ id: 2, handler: "soun", tables: { stco: box("stco", uint32s(0, 1, 100_000)) } }),
        ),
        mediaData,
      ],
      expect.stringContaining("it is truncated: its samples end at byte 100500"),
    ],
    [
      "more sizes than its table has",
      withTrack({ tables: { stsz: box("stsz", uint32s(0, 0, 20, 50)) } }),
      "it is damaged in its stsz box",
    ],
    [
      "more chunks than its table has",
      withTrack({ tables: { stco: box("stco", uint32s(0, 0xffff_ffff, 50)) } }),
      "it is damaged in its stco box",
    ],
    [
      "sizes of 7 bits",
      withTrack({ tables: { stsz: undefined, stz2: box("stz2", uint32s(0, 7, 20), Buffer.alloc(40)) } }),
      "it is damaged in its stz2 box",
    ],
    [
      "no duration",
      [
        box("moov", movieHeader(0, 1_000, 0n), track({ duration: 0n, tables: { stts: undefined } })),
        mediaData,
      ],
      "its duration is 0",
    ],
    [
      "a box smaller than its header",
      [Buffer.from("\0\0\0\x04free")],
      "it is truncated: its last complete box ends at byte 24",
    ],
  ])("with %s", async (_, parts, problem) => {
    expect(await inspect(fileType, ...parts)).toEqual(unplayable(problem));
  });
});

describe("the duration", () => {
  const unknown = [
    ["0", movieHeader(0, 1_000, 0n)],
    ["all ones", movieHeader(0, 1_000, 0xffff_ffffn)],
    ["all ones in 64 bits", movieHeader(1, 1_000, 0xffff_ffff_ffff_ffffn)],
    ["without a timescale", movieHeader(0, 0, 30_500n)],
    ["absent", box("free")],
    ["cut off", box("mvhd", Buffer.alloc(8))],
  ] as const;

  test.each(unknown)("is that of the tracks when it is %s in mvhd", async (_, head) => {
    const tracks = [track(), track({ id: 2, handler: "soun", timescale: 48_000, duration: 336_000n })];
    expect(await inspect(fileType, mediaData, box("moov", head, ...tracks))).toEqual(playableFor(7));
  });

  test.each([0n, 0xffff_ffffn])("is that of the samples when it is %s in mdhd too", async (duration) => {
    const head = movieHeader(0, 1_000, duration);
    expect(await inspect(fileType, mediaData, box("moov", head, track({ duration })))).toEqual(
      playableFor(5),
    );
  });

  test.each([0, 1] as const)("is read from mvhd and mdhd (version %i)", async (version) => {
    const head = movieHeader(version, 48_000, 1_464_000n);
    expect(await inspect(fileType, mediaData, box("moov", head, track()))).toEqual(playableFor(30.5));
    const parts = [movieHeader(0, 1, 0n), track({ version, timescale: 48_000, duration: 1_464_000n })];
    expect(await inspect(fileType, mediaData, box("moov", ...parts))).toEqual(playableFor(30.5));
  });
});

test.each([
  ["avc1", "H.264"],
  ["hvc1", "H.265"],
  ["hev1", "H.265"],
  ["vp09", "VP9"],
  ["av01", "AV1"],
  ["mp4v", "MPEG-4"],
  ["ap4h", "ap4h"],
  ["jp2 ", "jp2"],
  ["\n|*<", "unknown"],
])("names the codec %j %s, with picture and sound", async (type, codec) => {
  const stsd = sampleDescription(type, 1_920, 1_080);
  const video = track({ tables: { stsd } });
  const silent = {
    playable: true,
    durationSeconds: 30.5,
    width: 1_920,
    height: 1_080,
    codec,
    hasAudio: false,
  };
  expect(await inspect(fileType, box("moov", header, video), mediaData)).toEqual(silent);
  const sound = track({ id: 2, handler: "soun" });
  expect(await inspect(fileType, box("moov", header, sound, video), mediaData)).toEqual({
    ...silent,
    hasAudio: true,
  });
});

test.each([
  ["the media before the movie header", [fileType, mediaData, movie]],
  ["unknown boxes", [fileType, box("free"), box("uuid", Buffer.alloc(20)), movie, mediaData, box("\xa9xyz")]],
  ["64-bit sizes", [fileType, wideBox("moov", header, track()), wideBox("mdat", Buffer.alloc(1_000))]],
  ["other boxes before mvhd", [fileType, box("moov", box("udta"), header, track()), mediaData]],
  ["zero bytes at the end of moov", [fileType, box("moov", header, track(), Buffer.alloc(12)), mediaData]],
  [
    "a few zero bytes at the end of moov",
    [fileType, box("moov", header, track(), Buffer.alloc(3)), mediaData],
  ],
])("a file with %s is playable", async (_, parts) => {
  expect(await inspect(...parts)).toEqual(playableFor(30.5));
});

describe("a moov is damaged when a box in it extends beyond its end", () => {
  const damaged = unplayable("it is damaged in its moov box");

  /** The same box with a size that is too large by `more` bytes. */
  function stretched(bytes: Buffer, more: number): Buffer {
    const copy = Buffer.from(bytes);
    copy.writeUInt32BE(bytes.length + more);
    return copy;
  }

  test.each([1, 8, 1_000, 0x7fff_ffff])("the last one, by %i bytes", async (more) => {
    expect(await inspect(fileType, box("moov", header, stretched(track(), more)), mediaData)).toEqual(
      damaged,
    );
  });

  test("mvhd", async () => {
    expect(await inspect(fileType, box("moov", stretched(header, 1)), mediaData)).toEqual(damaged);
  });

  test("the last one, with a truncated header", async () => {
    expect(await inspect(fileType, box("moov", header, track(), Buffer.from("\0\x01")), mediaData)).toEqual(
      damaged,
    );
  });

  test("or when a box is smaller than its header", async () => {
    const tiny = Buffer.from("\0\0\0\x07trak");
    expect(await inspect(fileType, box("moov", header, tiny), mediaData)).toEqual(damaged);
  });

  test("any of those in the sandbox video", async () => {
    const start = sample.indexOf("moov") - 4;
    for (const type of ["mvhd", "trak", "udta"]) {
      const copy = Buffer.from(sample);
      copy.writeUInt32BE(100_000, sample.indexOf(type, start) - 4);
      expect([type, await inspect(copy)]).toEqual([type, damaged]);
    }
  });
});
