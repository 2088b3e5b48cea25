/** A frame of a GIF: color indexes row by row, and the colors. */
export interface GifFrame {
  readonly indexes: Uint8Array;
  /** 256 colors, each as red, green and blue in 24 bits. */
  readonly colors: readonly number[];
  /** The index of pixels that stay as they are in the frame before; undefined for a complete picture. */
  readonly transparentIndex?: number | undefined;
  readonly seconds: number;
}

/** Writes the parts of a GIF file. Source of the format: the GIF89a specification. */
export interface GifFile {
  add(frame: GifFrame): void;
  /** Returns the file. */
  finish(): Uint8Array;
}

/** Creates a file that repeats its frames for ever. */
export function createGifFile(width: number, height: number): GifFile {
  const header = Buffer.concat([
    Buffer.from("GIF89a"),
    words(width, height),
    // No colors for all frames, no background.
    Buffer.of(0, 0, 0),
    Buffer.from("\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00", "latin1"),
  ]);
  const parts: Uint8Array[] = [header];
  return {
    add({ indexes, colors, transparentIndex, seconds }) {
      // The next frame is drawn over this one.
      const flags = 0x04 | (transparentIndex === undefined ? 0 : 1);
      parts.push(
        Buffer.of(0x21, 0xf9, 4, flags),
        words(Math.round(seconds * 100)),
        Buffer.of(transparentIndex ?? 0, 0),
        Buffer.of(0x2c),
        words(0, 0, width, height),
        Buffer.of(0x87),
        Buffer.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255])),
        Buffer.of(bitsPerIndex),
        toSubBlocks(compress(indexes)),
      );
    },
    finish: () => Buffer.concat([...parts, Buffer.of(0x3b)]),
  };
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}

/** Splits data into blocks of at most 255 bytes, each after its length, with an empty one at the end. */
function toSubBlocks(data: Uint8Array): Buffer {
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < data.length; start += 255) {
    const block = data.subarray(start, start + 255);
    blocks.push(Buffer.of(block.length), block);
  }
  return Buffer.concat([...blocks, Buffer.of(0)]);
}

const bitsPerIndex = 8;
const clearCode = 1 << bitsPerIndex;
const endCode = clearCode + 1;
const maxCodes = 4_096;

/** Compresses indexes by LZW with codes of 9 to 12 bits. */
function compress(indexes: Uint8Array): Uint8Array {
  const output = createBitWriter(indexes.length);
  // The code of each known sequence, by the code of its start and its last index.
  let codes = new Map<number, number>();
  let nextCode = endCode + 1;
  let bits = bitsPerIndex + 1;
  output.write(clearCode, bits);
  let prefix = indexes[0] ?? 0;
  for (let at = 1; at < indexes.length; at++) {
    const index = indexes[at] ?? 0;
    const key = (prefix << bitsPerIndex) | index;
    const known = codes.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    output.write(prefix, bits);
    prefix = index;
    if (nextCode === maxCodes) {
      output.write(clearCode, bits);
      codes = new Map();
      nextCode = endCode + 1;
      bits = bitsPerIndex + 1;
      continue;
    }
    if (nextCode === 1 << bits) bits += 1;
    codes.set(key, nextCode++);
  }
  output.write(prefix, bits);
  output.write(endCode, bits);
  return output.finish();
}

/** Packs codes into bytes, the lowest bits first. `capacity` is the most bytes that are expected. */
function createBitWriter(capacity: number) {
  const bytes = new Uint8Array(2 * capacity + 16);
  let length = 0;
  let pending = 0;
  let pendingBits = 0;
  return {
    write(code: number, bits: number): void {
      pending |= code << pendingBits;
      pendingBits += bits;
      while (pendingBits >= 8) {
        bytes[length++] = pending & 255;
        pending >>>= 8;
        pendingBits -= 8;
      }
    },
    finish(): Uint8Array {
      if (pendingBits > 0) bytes[length++] = pending & 255;
      return bytes.subarray(0, length);
    },
  };
}
