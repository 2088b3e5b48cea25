import { describe, expect, test } from "vitest";
import { inspect as inspectAs } from "../../../src/download/media/container.ts";
import { cutsOf, readFixture, toSource } from "../../support/byte-source.ts";
import { box, fileType, fragmentsHeader, mediaData, movieHeader } from "../../support/mp4-boxes.ts";

const playableFor = (durationSeconds: number) => ({ playable: true, durationSeconds });
const inspect = (...parts: readonly Uint8Array[]) => inspectAs("mp4", toSource(...parts));

/** Numbers of 32 bits, in their order. */
function words(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index);
  return bytes;
}

// ffprobe -show_entries format=duration
const realFiles = [
  ["fragmented.mp4", 2.2],
  ["fragmented-every-frame.mp4", 2.2],
] as const;

describe.each(realFiles)(
  "a real fragmented file, %s, which says its length only in its fragments",
  (name, seconds) => {
    const bytes = readFixture(name);
    const boundaries = [...bytes.toString("latin1").matchAll(/moof/g)].map(({ index }) => index - 4);

    test(`plays for ${seconds} seconds, as ffprobe says`, async () => {
      const inspection = await inspect(bytes);
      expect(inspection).toEqual(playableFor(expect.any(Number)));
      expect(
        Math.abs(("durationSeconds" in inspection ? inspection.durationSeconds : 0) - seconds),
      ).toBeLessThan(0.1);
    });

    test("is not playable when it is cut anywhere but between two boxes, which no reader can tell", async () => {
      const cuts = [...cutsOf(bytes), ...boundaries.flatMap((place) => [place - 1, place + 1, place + 9])];
      const inside = cuts.map((cut) => (typeof cut === "number" ? bytes.subarray(0, cut) : cut));
      const boxes = new Set([...boundaries, ...boundaries.map((place) => place + bytes.readUInt32BE(place))]);
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
  },
);

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

  test("without any length and without samples is not playable", async () => {
    const header = box("moov", movieHeader(0, 1_000, 0n), box("mvex", box("trex", Buffer.alloc(24))));
    const problem = "its duration is 0";
    expect(await inspect(fileType, header, ...fragments)).toEqual({ playable: false, problem });
  });
});

describe("the length of fragments is that of their samples, which is told", () => {
  const track = box("trak", box("tkhd", words(0, 0, 0, 1)), box("mdia", box("mdhd", words(0, 0, 0, 600, 0))));
  const movieOf = (usual: number) =>
    box("moov", movieHeader(0, 1_000, 0n), track, box("mvex", box("trex", words(0, 1, 1, usual, 0, 0))));
  const fragment = (...parts: readonly Uint8Array[]) => box("moof", box("traf", ...parts));
  const header = (flags: number, ...fields: readonly number[]) => box("tfhd", words(flags, 1, ...fields));

  test.each([
    ["for the whole track", movieOf(300), [header(0), box("trun", words(0, 10))]],
    ["for the fragment", movieOf(7), [header(0x8, 300), box("trun", words(0, 10))]],
    [
      "behind other fields of the fragment",
      movieOf(7),
      [header(0xb, 0, 99, 1, 300), box("trun", words(0, 10))],
    ],
    ["sample by sample", movieOf(7), [header(0), box("trun", words(0x100, 4, 600, 600, 900, 900))]],
    [
      "sample by sample, beside sizes and flags",
      movieOf(7),
      [header(0), box("trun", words(0x705, 2, 44, 55, 1_500, 9, 8, 1_500, 9, 8))],
    ],
    ["in several runs", movieOf(300), [header(0), box("trun", words(0, 4)), box("trun", words(0, 6))]],
  ])("%s", async (_, movie, parts) => {
    expect(await inspect(fileType, movie, fragment(...parts), mediaData)).toEqual(playableFor(5));
    const twice = [fragment(...parts), mediaData, fragment(...parts), mediaData];
    expect(await inspect(fileType, movie, ...twice)).toEqual(playableFor(10));
  });

  test("for no more samples than there are bytes", async () => {
    const run = box("trun", words(0x100, 0xffff_fff0, 600, 600));
    expect(await inspect(fileType, movieOf(7), fragment(header(0), run), mediaData)).toEqual(playableFor(2));
  });

  test("for the longest of its tracks", async () => {
    const second = box("traf", box("tfhd", words(0, 2)), box("trun", words(0, 50)));
    const other = box("moof", box("traf", header(0), box("trun", words(0, 2))), second);
    expect(await inspect(fileType, movieOf(300), other, mediaData)).toEqual(playableFor(1));
  });
});
