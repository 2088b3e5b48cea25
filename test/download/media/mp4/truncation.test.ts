import fc from "fast-check";
import { expect, test } from "vitest";
import { inspectVideo } from "../../../../src/download/media/container.ts";
import { toSource } from "../../../support/files/byte-source.ts";
import {
  box,
  fileType,
  movieHeader,
  openBox,
  track,
  uint32s,
  uint64,
  wideBox,
} from "../../../support/files/mp4-boxes.ts";

const { array, boolean, constantFrom, integer, nat, record, tuple } = fc;

/** A progressive file with one or two tracks, whose chunks lie in any order with gaps between them. */
const layouts = record({
  chunks: array(
    record({ track: constantFrom(1, 2), sizes: array(nat(40), { minLength: 1, maxLength: 5 }), gap: nat(9) }),
    { minLength: 1, maxLength: 12 },
  ),
  /** Whether the tables list the last chunk first. */
  isReversed: boolean(),
  isLong: boolean(),
  isMovieFirst: boolean(),
  media: constantFrom("plain", "64-bit", "open"),
  tail: constantFrom("", "\n", "\0\0\0", "A text behind it."),
});

type Layout = typeof layouts extends fc.Arbitrary<infer Value> ? Value : never;

interface BuiltFile {
  readonly bytes: Buffer;
  /** The first byte behind what a player needs: every sample, and the movie header. */
  readonly neededEnd: number;
  readonly hasVideo: boolean;
}

function build({ chunks, isReversed, isLong, isMovieFirst, media, tail }: Layout): BuiltFile {
  const headerBytes = media === "64-bit" ? 16 : 8;
  const movie = (start: number) => {
    const placed: { track: number; sizes: readonly number[]; offset: number }[] = [];
    let offset = start;
    for (const { track: number, sizes, gap } of chunks) {
      placed.push({ track: number, sizes, offset: offset + gap });
      offset += gap + sizes.reduce((sum, size) => sum + size, 0);
    }
    const tracks = [1, 2].map((id) => {
      const inOrder = placed.filter((chunk) => chunk.track === id);
      const own = isReversed ? inOrder.toReversed() : inOrder;
      const sizes = own.flatMap((chunk) => chunk.sizes);
      const offsets = own.map((chunk) => chunk.offset);
      const runs = own.flatMap((chunk, index) => [index + 1, chunk.sizes.length, 1]);
      return track({
        id,
        handler: id === 1 ? "vide" : "soun",
        tables: {
          stsz: box("stsz", uint32s(0, 0, sizes.length, ...sizes)),
          stsc: box("stsc", uint32s(0, own.length, ...runs)),
          stco: isLong
            ? box("co64", uint32s(0, own.length), ...offsets.map((at) => uint64(at)))
            : box("stco", uint32s(0, own.length, ...offsets)),
        },
      });
    });
    const ends = placed.map((chunk) =>
      chunk.sizes.some((size) => size > 0)
        ? chunk.offset + chunk.sizes.reduce((sum, size) => sum + size, 0)
        : 0,
    );
    return {
      box: box("moov", movieHeader(0, 1_000, 4_000n), ...tracks),
      dataEnd: Math.max(0, ...ends),
      end: offset,
    };
  };
  const movieLength = movie(0).box.length;
  const start = fileType.length + (isMovieFirst ? movieLength : 0) + headerBytes;
  const { box: header, dataEnd, end } = movie(start);
  const content = Buffer.alloc(end - start + 3, 7);
  const isOpen = media === "open" && isMovieFirst;
  const data = isOpen ? openBox("mdat", content) : (media === "64-bit" ? wideBox : box)("mdat", content);
  const parts = isMovieFirst ? [fileType, header, data] : [fileType, data, header];
  const movieEnd = fileType.length + movieLength + (isMovieFirst ? 0 : data.length);
  return {
    bytes: Buffer.concat([...parts, Buffer.from(tail, "latin1")]),
    neededEnd: Math.max(dataEnd, movieEnd),
    hasVideo: chunks.some((chunk) => chunk.track === 1),
  };
}

test("a file is playable exactly if the cut lies behind all samples and the movie header", async () => {
  await fc.assert(
    fc.asyncProperty(
      layouts,
      tuple(nat(2 ** 20), integer({ min: -3, max: 3 })),
      async (layout, [random, near]) => {
        const { bytes, neededEnd, hasVideo } = build(layout);
        fc.pre(hasVideo);
        for (const length of [random % (bytes.length + 1), neededEnd + near, bytes.length]) {
          const cut = bytes.subarray(0, length);
          const { playable } = await inspectVideo("mp4", toSource(cut));
          expect(playable, `${length} of ${bytes.length} bytes, ${neededEnd} needed`).toBe(
            cut.length >= neededEnd,
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});
