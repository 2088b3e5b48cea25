import { expect, test } from "vitest";
import { createPicture, fillRectangle, toYuv, writeMix, writeRgba } from "../../../src/studio/movie/i420.ts";

/** RGBA pixels of one color. */
function pixelsOf(count: number, color: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: count * 4 }, (_, index) => color[index % 4] ?? 255);
}

// Source: ITU-R BT.709, limited range.
test.each([
  ["black", [0, 0, 0], [16, 128, 128]],
  ["white", [255, 255, 255], [235, 128, 128]],
  ["red", [255, 0, 0], [63, 102, 240]],
  ["green", [0, 255, 0], [173, 42, 26]],
  ["blue", [0, 0, 255], [32, 240, 118]],
] as const)("%s becomes the values of BT.709", (_, rgb, yuv) => {
  expect(toYuv(rgb)).toEqual(yuv);
  const picture = createPicture(4, 2);
  writeRgba(picture, pixelsOf(8, [...rgb, 255]));
  const [y, u, v] = yuv;
  expect([...picture.planes]).toEqual([...Array(8).fill(y), u, u, v, v]);
});

test("a mix of two pictures goes from the first to the second, in every byte", () => {
  const [from, to] = [createPicture(4, 4), createPicture(4, 4)];
  from.planes.forEach((_, index) => {
    from.planes[index] = (index * 37) % 256;
    to.planes[index] = (index * 91 + 13) % 256;
  });
  const planes = createPicture(4, 4).planes;
  for (const amount of [0, 1, 100, 128, 255, 256]) {
    writeMix(planes, from, to, amount);
    const expected = [...from.planes].map(
      (byte, index) => (byte * (256 - amount) + (to.planes[index] ?? 0) * amount) >> 8,
    );
    expect([...planes]).toEqual(expected);
  }
});

test("a rectangle is filled, and nothing beside it", () => {
  const picture = createPicture(8, 4);
  fillRectangle(picture.planes, picture, { x: 2, y: 2, width: 4, height: 2 }, [9, 7, 5]);
  const rows = (start: number, width: number, count: number) =>
    Array.from({ length: count }, (_, row) => [
      ...picture.planes.subarray(start + row * width, start + (row + 1) * width),
    ]);
  expect(rows(0, 8, 4)).toEqual([
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 9, 9, 9, 9, 0, 0],
    [0, 0, 9, 9, 9, 9, 0, 0],
  ]);
  expect(rows(32, 4, 2)).toEqual([
    [0, 0, 0, 0],
    [0, 7, 7, 0],
  ]);
  expect(rows(40, 4, 2)).toEqual([
    [0, 0, 0, 0],
    [0, 5, 5, 0],
  ]);
});
