import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../../src/download/media/container.ts";
import { readFixture, toSource, truncationsOf } from "../../../support/files/byte-source.ts";
import {
  box,
  fileType,
  fragmentsHeader,
  mediaData,
  movieHeader,
  noSamples,
  track,
  uint32s,
  uint64,
} from "../../../support/files/mp4-boxes.ts";

const playableFor = (durationSeconds: number) => expect.objectContaining({ playable: true, durationSeconds });
const unplayable = (problem: string) => ({ playable: false, problem });
const inspect = (...parts: readonly Uint8Array[]) => inspectVideo("mp4", toSource(...parts));

// ffprobe -show_entries format=duration
const realFiles = [
  ["fragmented.mp4", 2.2],
  ["fragmented-every-frame.mp4", 2.2],
] as const;

describe.each(realFiles)("%s, a real file with its duration in its fragments only", (name, seconds) => {
  const bytes = readFixture(name);
  const starts = [...bytes.toString("latin1").matchAll(/moof/g)].map(({ index }) => index - 4);
  const lastEnd = bytes.toString("latin1").indexOf("mfra") - 4;

  test(`has the duration, picture and sound that ffprobe reports, ${seconds} s`, async () => {
    expect(await inspect(bytes)).toEqual({
      playable: true,
      durationSeconds: expect.closeTo(seconds, 1),
      width: 64,
      height: 36,
      codec: "H.264",
      hasAudio: true,
    });
  });

  test("is not playable when truncated, except between two fragments or behind the last one", async () => {
    const cuts = [
      ...truncationsOf(bytes, 300).map(({ length }) => length),
      ...starts.flatMap((start) => [start - 1, start + 3, start + 4, start + 7, start + 8, start + 9]),
      ...starts.map((start) => start + bytes.readUInt32BE(start)),
      lastEnd - 1,
    ];
    // The first two or three bytes of a fragment are zero, like bytes that were appended.
    const isBetween = (cut: number) => starts.some((start) => cut >= start && cut <= start + 3);
    for (const cut of cuts.filter((offset) => offset < lastEnd && !isBetween(offset))) {
      expect(await inspect(bytes.subarray(0, cut)), `${cut} bytes`).toMatchObject({ playable: false });
    }
    for (const cut of [lastEnd, lastEnd + 1, lastEnd + 9, bytes.length - 1]) {
      expect(await inspect(bytes.subarray(0, cut)), `${cut} bytes`).toEqual(await inspect(bytes));
    }
  });

  test.each([
    "\n",
    "\0",
    "\0".repeat(500),
    `TAG${"x".repeat(125)}`,
    "ID3\x04\0\0\0\0\0\x0a0123456789",
    "A text.",
  ])("is playable when it is followed by %j", async (tail) => {
    for (const whole of [bytes, bytes.subarray(0, lastEnd)]) {
      expect(await inspect(whole, Buffer.from(tail, "latin1"))).toEqual(await inspect(bytes));
    }
  });

  test("is damaged when something else lies between two fragments", async () => {
    const [, second = 0] = starts;
    expect(await inspect(bytes.subarray(0, second), Buffer.from("junk\n"), bytes.subarray(second))).toEqual(
      unplayable(`it is damaged at byte ${second}`),
    );
  });

  test("is not playable without its fragments", async () => {
    const [first = 0] = starts;
    expect(await inspect(bytes.subarray(0, first))).toEqual(unplayable("its video track has no samples"));
  });
});

const emptyTrack = track({ timescale: 600, duration: 0n, tables: noSamples });

/** The movie header of a fragmented file, whose samples have these units and bytes by default. */
function movieOf(defaultUnits: number, defaultBytes = 1, ...more: readonly Uint8Array[]): Buffer {
  const defaults = box("trex", uint32s(0, 1, 1, defaultUnits, defaultBytes, 0));
  return box("moov", movieHeader(0, 1_000, 0n), emptyTrack, ...more, box("mvex", defaults));
}

const fragment = (...parts: readonly Uint8Array[]) => box("moof", box("traf", ...parts));
const header = (flags: number, ...fields: readonly number[]) => box("tfhd", uint32s(flags, 1, ...fields));
const run = (...fields: readonly number[]) => box("trun", uint32s(...fields));

describe("a fragmented file", () => {
  const fragments = [fragment(header(0), run(0, 2)), mediaData];
  const movie = (head: Uint8Array, extension: Uint8Array) => box("moov", head, emptyTrack, extension);

  test.each([0, 1] as const)("has the duration of mvex/mehd (version %i)", async (version) => {
    const moov = movie(movieHeader(0, 1_000, 0n), fragmentsHeader(version, 12_500n));
    expect(await inspect(fileType, moov, ...fragments)).toEqual(playableFor(12.5));
  });

  test.each([
    [0, 0xffff_ffffn],
    [1, 0xffff_ffff_ffff_ffffn],
  ] as const)("may have an unknown duration (all ones) in mvhd (version %i)", async (version, unknown) => {
    const moov = movie(movieHeader(version, 1_000, unknown), fragmentsHeader(0, 12_500n));
    expect(await inspect(fileType, moov, ...fragments)).toEqual(playableFor(12.5));
  });

  test("whose samples have no duration is not playable", async () => {
    const moov = movie(movieHeader(0, 1_000, 0n), box("mvex", box("trex", Buffer.alloc(24))));
    expect(await inspect(fileType, moov, ...fragments)).toEqual(unplayable("its duration is 0"));
  });

  test("with a fragment whose header would exhaust the memory is not playable", async () => {
    const large = box("moof", Buffer.alloc(65 * 1024 ** 2));
    const { problem } = await inspect(fileType, movieOf(300), large, mediaData).then(Object);
    expect(problem).toMatch(/^its fragment at byte \d+ has a header of 68157448 bytes$/);
    const boxes = box("moof", Buffer.concat(Array.from({ length: 1_000_001 }, () => box("free"))));
    expect(await inspect(fileType, movieOf(300), boxes, mediaData)).toEqual(
      unplayable("it is damaged in its moof box"),
    );
  });

  test("with fragments of an unknown track only is not playable", async () => {
    const other = fragment(box("tfhd", uint32s(0, 9)), run(0, 5));
    expect(await inspect(fileType, movieOf(300), other, mediaData)).toEqual(
      unplayable("its video track has no samples"),
    );
  });
});

describe("the duration of fragments is the sum of their sample durations", () => {
  test.each([
    ["with the default of the track", movieOf(300), [header(0), run(0, 10)]],
    ["with the default of the fragment", movieOf(7), [header(0x8, 300), run(0, 10)]],
    [
      "with the default after other fields of the fragment",
      movieOf(7),
      [header(0xb, 0, 99, 1, 300), run(0, 10)],
    ],
    ["sample by sample", movieOf(7), [header(0), run(0x100, 4, 600, 600, 900, 900)]],
    [
      "sample by sample, beside sizes and flags",
      movieOf(7),
      [header(0), run(0x705, 2, 44, 55, 1_500, 9, 8, 1_500, 9, 8)],
    ],
    ["in several runs", movieOf(300), [header(0), run(0, 4), run(0, 6)]],
  ])("%s", async (_, movie, parts) => {
    expect(await inspect(fileType, movie, fragment(...parts), mediaData)).toEqual(playableFor(5));
    const twice = [fragment(...parts), mediaData, fragment(...parts), mediaData];
    expect(await inspect(fileType, movie, ...twice)).toEqual(playableFor(10));
  });

  test("is that of the longest track", async () => {
    const sound = track({ id: 2, handler: "soun", timescale: 600, duration: 0n, tables: noSamples });
    const second = box("traf", box("tfhd", uint32s(0x8, 2, 300)), run(0, 50));
    const both = box("moof", box("traf", header(0), run(0, 2)), second);
    expect(await inspect(fileType, movieOf(300, 1, sound), both, mediaData)).toEqual(
      expect.objectContaining({ durationSeconds: 25, hasAudio: true }),
    );
  });

  test("counts from the first decode time, whatever that is", async () => {
    const at = (version: 0 | 1, time: number) =>
      box("tfdt", Buffer.from([version, 0, 0, 0]), version ? uint64(time) : uint32s(time));
    const parts = (version: 0 | 1, start: number) =>
      [start, start + 3_000].flatMap((time) => [
        fragment(header(0), at(version, time), run(0, 10)),
        mediaData,
      ]);
    expect(await inspect(fileType, movieOf(300), ...parts(0, 19_015 * 600))).toEqual(playableFor(10));
    expect(await inspect(fileType, movieOf(300), ...parts(1, 2 ** 40))).toEqual(playableFor(10));
    expect(await inspect(fileType, movieOf(300), ...parts(0, 0))).toEqual(playableFor(10));
  });

  test("comes after that of the samples in the movie header", async () => {
    const extension = box("mvex", box("trex", uint32s(0, 1, 1, 300, 1, 0)));
    const moov = box("moov", movieHeader(0, 1_000, 5_000n), track(), extension);
    const following = fragment(header(0), box("tfdt", uint32s(0, 5_000)), run(0, 10));
    expect(await inspect(fileType, mediaData, moov, following, mediaData)).toEqual(playableFor(8));
    const withoutTime = fragment(header(0), run(0, 10));
    expect(await inspect(fileType, mediaData, moov, withoutTime, mediaData)).toEqual(playableFor(8));
  });
});

describe("every sample of a fragment lies inside the file", () => {
  const start = fileType.length + movieOf(300, 100).length;

  /** The same fragment with the offset of the media data behind it, which depends on its own length. */
  const withDataOffset = (make: (offset: number) => Buffer) => make(make(0).length + 8);

  test.each([
    ["of the default size", 5, (offset: number) => fragment(header(0x20000), run(0x1, 10, offset))],
    [
      "of the fragment's size, in two runs",
      10,
      (offset: number) => fragment(header(0x20010, 50), run(0x1, 10, offset), run(0, 10)),
    ],
    [
      "of sizes of their own",
      5,
      (offset: number) => fragment(header(0x8, 1_500), run(0x201, 2, offset, 400, 600)),
    ],
    [
      "of sizes beside durations",
      5,
      (offset: number) => fragment(header(0), run(0x301, 2, offset, 1_500, 400, 1_500, 600)),
    ],
    [
      "at an offset from a byte of the file",
      5,
      (offset: number) => fragment(header(0x1, 0, start), run(0x1, 10, offset)),
    ],
  ])("%s", async (_, seconds, make) => {
    const bytes = Buffer.concat([fileType, movieOf(300, 100), withDataOffset(make), mediaData]);
    for (const length of [1, 500, 999, 1_000, 1_008].map((missing) => bytes.length - missing)) {
      const problem = `it is truncated: its samples end at byte ${bytes.length}, the file at ${length}`;
      expect(await inspect(bytes.subarray(0, length)), `${length}`).toEqual(unplayable(problem));
    }
    expect(await inspect(bytes)).toEqual(playableFor(seconds));
  });

  test("in the second track of a fragment, whose data follows the first one's", async () => {
    const sound = track({ id: 2, handler: "soun", timescale: 600, duration: 0n, tables: noSamples });
    const make = (offset: number) =>
      box(
        "moof",
        box("traf", header(0), run(0x1, 5, offset)),
        box("traf", box("tfhd", uint32s(0x18, 2, 300, 100)), run(0, 5)),
      );
    const bytes = Buffer.concat([fileType, movieOf(300, 100, sound), withDataOffset(make), mediaData]);
    expect(await inspect(bytes)).toEqual(playableFor(2.5));
    expect(await inspect(bytes.subarray(0, -1))).toMatchObject({ playable: false });
  });

  test("and its run has no more samples than bytes", async () => {
    const damaged = fragment(header(0), run(0x100, 0xffff_fff0, 600, 600));
    expect(await inspect(fileType, movieOf(7), damaged, mediaData)).toEqual(
      unplayable("it is damaged in its trun box"),
    );
  });
});
