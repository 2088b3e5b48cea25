import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../src/download/media/container.ts";
import { readFixture, toSource, truncationsOf } from "../../support/files/byte-source.ts";
import { box, fileType, fragmentsHeader, mediaData, movieHeader } from "../../support/files/mp4-boxes.ts";

const playableFor = (durationSeconds: number) => ({ playable: true, durationSeconds });
const inspect = (...parts: readonly Uint8Array[]) => inspectVideo("mp4", toSource(...parts));

/** Encodes numbers of 32 bits. */
function uint32s(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index);
  return bytes;
}

// ffprobe -show_entries format=duration
const realFiles = [
  ["fragmented.mp4", 2.2],
  ["fragmented-every-frame.mp4", 2.2],
] as const;

describe.each(realFiles)("%s, a real file with its duration in its fragments only", (name, seconds) => {
  const bytes = readFixture(name);
  const boundaries = [...bytes.toString("latin1").matchAll(/moof/g)].map(({ index }) => index - 4);

  test(`has the duration that ffprobe reports, ${seconds} s`, async () => {
    const inspection = await inspect(bytes);
    expect(inspection).toEqual(playableFor(expect.any(Number)));
    expect(
      Math.abs(("durationSeconds" in inspection ? inspection.durationSeconds : 0) - seconds),
    ).toBeLessThan(0.1);
  });

  test("is not playable when truncated, except between two boxes", async () => {
    const cuts = [
      ...truncationsOf(bytes),
      ...boundaries.flatMap((offset) => [offset - 1, offset + 1, offset + 9]),
    ];
    const inside = cuts.map((cut) => (typeof cut === "number" ? bytes.subarray(0, cut) : cut));
    const boxes = new Set([
      ...boundaries,
      ...boundaries.map((offset) => offset + bytes.readUInt32BE(offset)),
    ]);
    for (const cut of inside.filter(({ length }) => !boxes.has(length))) {
      expect(await inspect(cut), `${cut.length} bytes`).toMatchObject({ playable: false });
    }
  });

  test("is not playable without its fragments", async () => {
    const [first = 0] = boundaries;
    expect(await inspect(bytes.subarray(0, first))).toEqual({
      playable: false,
      problem: "it has no media data (mdat)",
    });
  });
});

describe("a fragmented file", () => {
  const fragments = [box("moof", box("mfhd", Buffer.alloc(8))), mediaData];

  test.each([0, 1] as const)("has the duration of mvex/mehd (version %i)", async (version) => {
    const header = box("moov", movieHeader(0, 1_000, 0n), fragmentsHeader(version, 12_500n));
    expect(await inspect(fileType, header, ...fragments)).toEqual(playableFor(12.5));
  });

  test.each([
    [0, 0xffff_ffffn],
    [1, 0xffff_ffff_ffff_ffffn],
  ] as const)("may have an unknown duration (all ones) in mvhd (version %i)", async (version, unknown) => {
    const header = box("moov", movieHeader(version, 1_000, unknown), fragmentsHeader(0, 12_500n));
    expect(await inspect(fileType, header, ...fragments)).toEqual(playableFor(12.5));
  });

  test("without a duration and without samples is not playable", async () => {
    const header = box("moov", movieHeader(0, 1_000, 0n), box("mvex", box("trex", Buffer.alloc(24))));
    const problem = "its duration is 0";
    expect(await inspect(fileType, header, ...fragments)).toEqual({ playable: false, problem });
  });
});

describe("the duration of fragments is the sum of their sample durations", () => {
  const track = box(
    "trak",
    box("tkhd", uint32s(0, 0, 0, 1)),
    box("mdia", box("mdhd", uint32s(0, 0, 0, 600, 0))),
  );
  const movieOf = (defaultUnits: number) =>
    box(
      "moov",
      movieHeader(0, 1_000, 0n),
      track,
      box("mvex", box("trex", uint32s(0, 1, 1, defaultUnits, 0, 0))),
    );
  const fragment = (...parts: readonly Uint8Array[]) => box("moof", box("traf", ...parts));
  const header = (flags: number, ...fields: readonly number[]) => box("tfhd", uint32s(flags, 1, ...fields));

  test.each([
    ["with the default of the track", movieOf(300), [header(0), box("trun", uint32s(0, 10))]],
    ["with the default of the fragment", movieOf(7), [header(0x8, 300), box("trun", uint32s(0, 10))]],
    [
      "with the default after other fields of the fragment",
      movieOf(7),
      [header(0xb, 0, 99, 1, 300), box("trun", uint32s(0, 10))],
    ],
    ["sample by sample", movieOf(7), [header(0), box("trun", uint32s(0x100, 4, 600, 600, 900, 900))]],
    [
      "sample by sample, beside sizes and flags",
      movieOf(7),
      [header(0), box("trun", uint32s(0x705, 2, 44, 55, 1_500, 9, 8, 1_500, 9, 8))],
    ],
    ["in several runs", movieOf(300), [header(0), box("trun", uint32s(0, 4)), box("trun", uint32s(0, 6))]],
  ])("%s", async (_, movie, parts) => {
    expect(await inspect(fileType, movie, fragment(...parts), mediaData)).toEqual(playableFor(5));
    const twice = [fragment(...parts), mediaData, fragment(...parts), mediaData];
    expect(await inspect(fileType, movie, ...twice)).toEqual(playableFor(10));
  });

  test("counts no more samples than there are bytes", async () => {
    const run = box("trun", uint32s(0x100, 0xffff_fff0, 600, 600));
    expect(await inspect(fileType, movieOf(7), fragment(header(0), run), mediaData)).toEqual(playableFor(2));
  });

  test("is that of the longest track", async () => {
    const second = box("traf", box("tfhd", uint32s(0, 2)), box("trun", uint32s(0, 50)));
    const other = box("moof", box("traf", header(0), box("trun", uint32s(0, 2))), second);
    expect(await inspect(fileType, movieOf(300), other, mediaData)).toEqual(playableFor(1));
  });
});
