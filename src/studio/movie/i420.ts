/**
 * A picture as an H.264 encoder takes it: a plane of luminance, then the two planes of color at half the width
 * and height, in BT.709 with limited range.
 */
export interface I420Picture {
  readonly width: number;
  readonly height: number;
  readonly planes: Uint8Array;
}

/** A color as luminance and the two color differences. */
export type YuvColor = readonly [y: number, u: number, v: number];

/** Creates a black picture. Width and height must be even. */
export function createPicture(width: number, height: number): I420Picture {
  return { width, height, planes: new Uint8Array((width * height * 3) / 2) };
}

// The factors of BT.709 with limited range, as fixed-point numbers with 16 fractional bits, which give the same
// bytes on every machine. For the color planes, the sum of four pixels is multiplied: two bits more.
const luma = { red: 11_966, green: 40_254, blue: 4_064, offset: (16 << 16) + 32_768 };
const blueDifference = { red: -6_596, green: -22_189, blue: 28_784 };
const redDifference = { red: 28_784, green: -26_145, blue: -2_639 };
const chromaOffset = (128 << 18) + (1 << 17);

/** Converts opaque RGBA pixels into an existing picture of the same size. */
export function writeRgba({ width, height, planes }: I420Picture, rgba: Uint8Array): void {
  const pixelCount = width * height;
  for (let pixel = 0, at = 0; pixel < pixelCount; pixel++, at += 4)
    planes[pixel] = lumaOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
  const rowBytes = width * 4;
  let u = pixelCount;
  let v = pixelCount + pixelCount / 4;
  for (let row = 0; row < height; row += 2) {
    let above = row * rowBytes;
    let below = above + rowBytes;
    for (let column = 0; column < width; column += 2, above += 8, below += 8) {
      const red = sumOfFour(rgba, above, below);
      const green = sumOfFour(rgba, above + 1, below + 1);
      const blue = sumOfFour(rgba, above + 2, below + 2);
      planes[u++] = chromaOf(blueDifference, red, green, blue);
      planes[v++] = chromaOf(redDifference, red, green, blue);
    }
  }
}

// Two neighbors in each of two rows.
function sumOfFour(rgba: Uint8Array, above: number, below: number): number {
  return (rgba[above] ?? 0) + (rgba[above + 4] ?? 0) + (rgba[below] ?? 0) + (rgba[below + 4] ?? 0);
}

function lumaOf(red: number, green: number, blue: number): number {
  return (luma.red * red + luma.green * green + luma.blue * blue + luma.offset) >> 16;
}

// The channels are sums of four pixels.
function chromaOf(factors: typeof blueDifference, red: number, green: number, blue: number): number {
  return (factors.red * red + factors.green * green + factors.blue * blue + chromaOffset) >> 18;
}

/** Converts a color of 8-bit channels. */
export function toYuv([red, green, blue]: readonly [number, number, number]): YuvColor {
  return [
    lumaOf(red, green, blue),
    chromaOf(blueDifference, 4 * red, 4 * green, 4 * blue),
    chromaOf(redDifference, 4 * red, 4 * green, 4 * blue),
  ];
}

// Two of the four bytes in a word, each with room for a product above it.
const everySecondByte = 0xff00ff;

/**
 * Writes a mix of two pictures of the same size into `planes`: `amount` 0 is the first one, 256 the second.
 * Mixes four bytes at a time, because a transition has a million of them in every frame.
 */
export function writeMix(planes: Uint8Array, from: I420Picture, to: I420Picture, amount: number): void {
  const [result, before, after] = [planes, from.planes, to.planes].map(toWords);
  if (!result || !before || !after) return;
  const rest = 256 - amount;
  for (let index = 0; index < result.length; index++) {
    const [one, other] = [before[index] ?? 0, after[index] ?? 0];
    const low = Math.imul(one & everySecondByte, rest) + Math.imul(other & everySecondByte, amount);
    const high =
      Math.imul((one >>> 8) & everySecondByte, rest) + Math.imul((other >>> 8) & everySecondByte, amount);
    result[index] = ((low >>> 8) & everySecondByte) | (high & ~everySecondByte);
  }
}

function toWords({ buffer, byteOffset, length }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length / 4);
}

/** A rectangle of pixels. All numbers must be even. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fills a rectangle inside of `planes`, which are those of a picture of this size. */
export function fillRectangle(
  planes: Uint8Array,
  size: { readonly width: number; readonly height: number },
  { x, y, width, height }: Rectangle,
  [luminance, u, v]: YuvColor,
): void {
  const pixelCount = size.width * size.height;
  const rowLength = size.width / 2;
  for (let row = y; row < y + height; row++)
    planes.fill(luminance, row * size.width + x, row * size.width + x + width);
  for (let row = y / 2; row < (y + height) / 2; row++) {
    const start = pixelCount + row * rowLength + x / 2;
    planes.fill(u, start, start + width / 2);
    planes.fill(v, start + pixelCount / 4, start + pixelCount / 4 + width / 2);
  }
}
