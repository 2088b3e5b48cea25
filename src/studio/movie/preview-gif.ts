import { createGifFile } from "./gif-file.ts";

/** Writes an animated GIF, frame by frame. */
export interface GifWriter {
  /** Adds a picture of opaque RGBA pixels, which is shown for `seconds`. */
  add(rgba: Uint8Array, seconds: number): void;
  /** Returns the file, which repeats for ever. */
  finish(): Uint8Array;
}

// The shorter side of a preview, in pixels: it is shown in a comment or in a README.
const shorterSide = 360;
// GIF has 256 colors in a frame; one of them stands for "as before".
const maxColors = 255;
const unchanged = 255;

/**
 * Creates a GIF of pictures of this size, which are scaled down. A frame contains only what has changed, so a
 * card that builds up takes little space.
 */
export function createGif(width: number, height: number): GifWriter {
  const factor = Math.max(1, Math.floor(Math.min(width, height) / shorterSide));
  const size = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
  const file = createGifFile(size.width, size.height);
  let previous: Uint32Array | undefined;
  return {
    add(rgba, seconds) {
      const colors = scaleDown(rgba, width, size, factor);
      const palette = choosePalette(colors, previous);
      file.add({
        indexes: indexColors(colors, palette, previous),
        colors: palette.colors,
        transparentIndex: previous && unchanged,
        seconds,
      });
      previous = colors;
    },
    finish: file.finish,
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the average color of each square of `factor` pixels, as red, green and blue in 24 bits. */
function scaleDown(rgba: Uint8Array, width: number, size: Size, factor: number): Uint32Array {
  const colors = new Uint32Array(size.width * size.height);
  const pixels = factor * factor;
  let index = 0;
  for (let row = 0; row < size.height; row++) {
    for (let column = 0; column < size.width; column++) {
      let [red, green, blue] = [0, 0, 0];
      for (let y = row * factor; y < (row + 1) * factor; y++) {
        let at = (y * width + column * factor) * 4;
        for (let x = 0; x < factor; x++, at += 4) {
          red += rgba[at] ?? 0;
          green += rgba[at + 1] ?? 0;
          blue += rgba[at + 2] ?? 0;
        }
      }
      colors[index++] =
        (Math.round(red / pixels) << 16) | (Math.round(green / pixels) << 8) | Math.round(blue / pixels);
    }
  }
  return colors;
}

/** The colors of a frame, and the index of each by its bin. */
interface Palette {
  readonly colors: readonly number[];
  readonly indexes: Int16Array;
}

// Similar colors share a bin: five bits of each channel.
const binCount = 2 ** 15;
const binOf = (color: number) => ((color >> 9) & 0x7c00) | ((color >> 6) & 0x3e0) | ((color >> 3) & 31);

/**
 * Returns the colors of what has changed: those of the fullest bins. A bin has the color that it has most often, by
 * a majority vote.
 */
function choosePalette(colors: Uint32Array, previous: Uint32Array | undefined): Palette {
  const counts = new Uint32Array(binCount);
  const votes = new Int32Array(binCount);
  const candidates = new Uint32Array(binCount);
  for (let at = 0; at < colors.length; at++) {
    const color = colors[at] ?? 0;
    if (color === previous?.[at]) continue;
    const bin = binOf(color);
    counts[bin] = (counts[bin] ?? 0) + 1;
    if (votes[bin] === 0) candidates[bin] = color;
    votes[bin] = (votes[bin] ?? 0) + (candidates[bin] === color ? 1 : -1);
  }
  const used = [...counts.keys()].filter((bin) => (counts[bin] ?? 0) > 0);
  const fullest = used.sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0)).slice(0, maxColors);
  const indexes = new Int16Array(binCount).fill(-1);
  for (const [index, bin] of fullest.entries()) indexes[bin] = index;
  const padding = new Array<number>(maxColors + 1 - fullest.length).fill(0);
  return { colors: [...fullest.map((bin) => candidates[bin] ?? 0), ...padding], indexes };
}

function indexColors(colors: Uint32Array, palette: Palette, previous: Uint32Array | undefined): Uint8Array {
  const result = new Uint8Array(colors.length);
  for (let at = 0; at < colors.length; at++) {
    const color = colors[at] ?? 0;
    result[at] = color === previous?.[at] ? unchanged : indexOf(color, palette);
  }
  return result;
}

function indexOf(color: number, { colors, indexes }: Palette): number {
  const bin = binOf(color);
  const known = indexes[bin] ?? -1;
  if (known >= 0) return known;
  const nearest = nearestIndex(color, colors);
  indexes[bin] = nearest;
  return nearest;
}

function nearestIndex(color: number, colors: readonly number[]): number {
  const [red, green, blue] = toChannels(color);
  const distances = colors.slice(0, maxColors).map((other) => {
    const [otherRed, otherGreen, otherBlue] = toChannels(other);
    return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

const toChannels = (color: number) => [color >> 16, (color >> 8) & 255, color & 255] as const;
