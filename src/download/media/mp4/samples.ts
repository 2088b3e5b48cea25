import type { ByteSource } from "../inspection.ts";
import { withReadAhead } from "../read-ahead.ts";
import { type Box, damagedError, findBox, readBody, readUint32, readUint64 } from "./boxes.ts";
import { locateTable, readTable, runsOf, type Table } from "./tables.ts";

/** The samples of a track or a fragment: how many there are, and the byte at which the last of them ends. */
export interface SampleExtent {
  readonly count: number;
  readonly end: number;
}

/**
 * Returns the extent of the samples that a track's sample table (`stbl`) lists (ISO/IEC 14496-12, 8.7). They
 * lie in chunks: `stco` or `co64` has the offset of each chunk, `stsc` its number of samples, and `stsz` or
 * `stz2` their sizes.
 */
export async function readSampleTable(source: ByteSource, tables: Box): Promise<SampleExtent> {
  const sizes = await openSampleSizes(source, tables);
  const chunkBox = (await findBox(source, tables, "stco")) ?? (await findBox(source, tables, "co64"));
  const runBox = await findBox(source, tables, "stsc");
  if (!sizes || !chunkBox || !runBox) return { count: 0, end: 0 };
  const offsetBytes = chunkBox.type === "co64" ? 8 : 4;
  const chunks = await readTable(source, chunkBox, offsetBytes);
  const samplesOf = openChunkRuns(source, await readTable(source, runBox, 12));
  let [chunk, count, end] = [0, 0, 0];
  for await (const offsets of runsOf(source, chunks, offsetBytes)) {
    for (let at = 0; at < offsets.length; at += offsetBytes) {
      const samples = Math.min(await samplesOf(chunk), sizes.count - count);
      const bytes = samples > 0 ? await sizes.sumOfNext(samples) : 0;
      const offset = offsetBytes === 8 ? readUint64(offsets, at) : readUint32(offsets, at);
      if (bytes > 0) end = Math.max(end, offset + bytes);
      count += samples;
      chunk += 1;
    }
  }
  return { count, end };
}

interface SampleSizes {
  readonly count: number;
  /** Returns the number of bytes of the next samples. */
  sumOfNext(samples: number): Promise<number>;
}

// Undefined when the track has no table of sizes.
async function openSampleSizes(source: ByteSource, tables: Box): Promise<SampleSizes | undefined> {
  const compact = await findBox(source, tables, "stz2");
  const box = compact ?? (await findBox(source, tables, "stsz"));
  if (!box) return undefined;
  const header = await readBody(source, box, 12);
  const count = readUint32(header, 8);
  const size = readUint32(header, 4);
  if (!compact && size > 0) return { count, sumOfNext: async (samples) => samples * size };
  const bits = compact ? size % 256 : 32;
  if (![4, 8, 16, 32].includes(bits)) throw damagedError(box);
  return { count, sumOfNext: sizeCursor(source, locateTable(box, 12, bits, count), bits) };
}

const samplesPerRead = 16_000;

function sizeCursor(source: ByteSource, table: Table, bits: number): SampleSizes["sumOfNext"] {
  const buffered = withReadAhead(source);
  let next = 0;
  return async (samples) => {
    let sum = 0;
    for (const end = next + samples; next < end; ) {
      const last = Math.min(end, next + samplesPerRead);
      const firstByte = Math.floor((next * bits) / 8);
      const bytes = await buffered.read(table.start + firstByte, Math.ceil((last * bits) / 8) - firstByte);
      for (; next < last; next += 1) sum += readSize(bytes, next * bits - firstByte * 8, bits);
    }
    return sum;
  };
}

function readSize(bytes: Buffer, bit: number, bits: number): number {
  if (bits !== 4) return bytes.readUIntBE(bit / 8, bits / 8);
  const pair = bytes[Math.floor(bit / 8)] ?? 0;
  return bit % 8 === 0 ? pair >> 4 : pair % 16;
}

// Returns a function that tells how many samples a chunk has, by its index from 0. Chunks must be asked for
// in order. An entry of the table is valid from its first chunk (from 1) to that of the next entry.
function openChunkRuns(source: ByteSource, table: Table): (chunk: number) => Promise<number> {
  const buffered = withReadAhead(source);
  let next = 0;
  let nextFirstChunk = 0;
  let samples = 0;
  let nextSamples = 0;
  const advance = async () => {
    samples = nextSamples;
    if (next === table.count) nextFirstChunk = Number.POSITIVE_INFINITY;
    else {
      const entry = await buffered.read(table.start + 12 * next, 12);
      nextFirstChunk = readUint32(entry, 0);
      nextSamples = readUint32(entry, 4);
      next += 1;
    }
  };
  return async (chunk) => {
    while (nextFirstChunk <= chunk + 1) await advance();
    return samples;
  };
}

/** Returns the duration of a track by its table of sample durations (`stts`), in units of its timescale. */
export async function sumSampleTimes(source: ByteSource, box: Box): Promise<number> {
  let sum = 0;
  for await (const entries of runsOf(source, await readTable(source, box, 8), 8)) {
    for (let at = 0; at < entries.length; at += 8)
      sum += readUint32(entries, at) * readUint32(entries, at + 4);
  }
  return sum;
}
