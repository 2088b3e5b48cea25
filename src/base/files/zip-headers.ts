/** A file in a zip. */
export interface ZipEntry {
  /** Its path in the zip, in UTF-8. */
  readonly name: Buffer;
  readonly method: "stored" | "deflated";
  readonly crc: number;
  /** The size before compression, in bytes. */
  readonly bytes: number;
  readonly compressedBytes: number;
}

/** Sizes and offsets have 32 bits. */
export const maxZipBytes = 2 ** 32 - 1;

// Names are in UTF-8. Source: APPNOTE.TXT, 4.4.4.
const flags = 0x0800;
const methods = { stored: 0, deflated: 8 };
const version = 20;
// The earliest date that the format can store, at midnight: the same files always make the same zip.
const [time, date] = [0, 0x21];

/** Returns the header before the content of a file. */
export function localHeader(entry: ZipEntry): Buffer {
  return Buffer.concat([toBytes([[4, 0x04034b50], ...commonFields(entry)]), entry.name]);
}

/** Returns the entry of the central directory for a file whose local header is at `offset`. */
export function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const header = toBytes([
    [4, 0x02014b50],
    [2, version],
    ...commonFields(entry),
    // No comment, disk number or attributes.
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]);
  return Buffer.concat([header, entry.name]);
}

/** Returns the end of a zip with `count` files and a central directory of `bytes` bytes at `offset`. */
export function endOfCentralDirectory(count: number, bytes: number, offset: number): Buffer {
  return toBytes([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, bytes],
    [4, offset],
    [2, 0],
  ]);
}

// From the version that is needed to extract it to the length of the extra field, of which there is none.
function commonFields({ name, method, crc, bytes, compressedBytes }: ZipEntry): readonly Field[] {
  return [
    [2, version],
    [2, flags],
    [2, methods[method]],
    [2, time],
    [2, date],
    [4, crc],
    [4, compressedBytes],
    [4, bytes],
    [2, name.length],
    [2, 0],
  ];
}

type Field = readonly [bytes: 2 | 4, value: number];

function toBytes(fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  fields.reduce((position, [bytes, value]) => buffer.writeUIntLE(value, position, bytes), 0);
  return buffer;
}
