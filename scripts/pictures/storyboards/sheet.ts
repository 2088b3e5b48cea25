import { crc32, deflateSync } from "node:zlib";

/** Cards beside each other, at half their size. */
export interface Sheet {
  /** Adds a card: opaque RGBA pixels. */
  add(rgba: Uint8Array): void;
  toPng(): Buffer;
}

const columns = 3;
const gap = 8;

/** Creates a sheet for so many cards of this size. Width and height are even. */
export function createSheet(cardWidth: number, cardHeight: number, count: number): Sheet {
  const [width, height] = [cardWidth / 2, cardHeight / 2];
  const columnCount = Math.min(columns, count);
  const sheetWidth = columnCount * (width + gap) - gap;
  const sheetHeight = Math.ceil(count / columnCount) * (height + gap) - gap;
  // White where no card is.
  const pixels = Buffer.alloc(sheetWidth * sheetHeight * 3, 255);
  let added = 0;
  return {
    add(rgba) {
      const left = (added % columnCount) * (width + gap);
      const top = Math.floor(added / columnCount) * (height + gap);
      added += 1;
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const target = ((top + y) * sheetWidth + left + x) * 3;
          for (let channel = 0; channel < 3; channel++)
            pixels[target + channel] = averageOfFour(
              rgba,
              (2 * y * cardWidth + 2 * x) * 4 + channel,
              cardWidth,
            );
        }
      }
    },
    toPng: () => encodePng(sheetWidth, sheetHeight, pixels),
  };
}

function averageOfFour(rgba: Uint8Array, at: number, width: number): number {
  const below = at + width * 4;
  const sum = (rgba[at] ?? 0) + (rgba[at + 4] ?? 0) + (rgba[below] ?? 0) + (rgba[below + 4] ?? 0);
  return sum >> 2;
}

/** Encodes RGB pixels. Each row is stored as the difference to the row above, which suits flat pictures. */
function encodePng(width: number, height: number, rgb: Buffer): Buffer {
  const rowBytes = width * 3;
  const rows = Buffer.alloc((rowBytes + 1) * height);
  for (let row = 0; row < height; row++) {
    const start = row * (rowBytes + 1);
    rows[start] = 2;
    for (let byte = 0; byte < rowBytes; byte++) {
      const above = row === 0 ? 0 : (rgb[(row - 1) * rowBytes + byte] ?? 0);
      rows[start + 1 + byte] = (rgb[row * rowBytes + byte] ?? 0) - above;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows, { level: 9 })),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
}
