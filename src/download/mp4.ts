/** Random access to a file's bytes; returns fewer than asked for only at the end. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Buffer>;
}

export type Inspection =
  | { readonly playable: true; readonly durationSeconds: number }
  | { readonly playable: false; readonly problem: string };

interface Box {
  readonly type: string;
  readonly start: number;
  readonly headerBytes: number;
  readonly end: number;
}

/**
 * Whether the bytes are a complete MP4 that a player can open: `ftyp` first, `moov` with a duration above 0, `mdat`,
 * and no box that reaches beyond the end (ISO/IEC 14496-12). Reads box headers only, never the media itself.
 */
export async function inspectMp4(source: ByteSource): Promise<Inspection> {
  if (source.size === 0) return broken("the file is empty");
  const found = new Map<string, Box>();
  for (let offset = 0; offset < source.size; ) {
    const box = await readBox(source, offset, source.size);
    if (offset === 0 && box?.type !== "ftyp") return broken(`it is ${await guess(source)}, not an MP4`);
    if (!box) return broken(`it is cut off after ${offset} of its bytes`);
    if (!found.has(box.type)) found.set(box.type, box);
    offset = box.end;
  }
  const movie = found.get("moov");
  if (!movie) return broken("it has no movie header (moov)");
  if (!found.has("mdat")) return broken("it has no media data (mdat)");
  const durationSeconds = await readDuration(source, movie);
  return durationSeconds > 0 ? { playable: true, durationSeconds } : broken("its duration is 0");
}

function broken(problem: string): Inspection {
  return { playable: false, problem };
}

// Undefined when the header is cut, makes no sense, or promises more bytes than there are.
async function readBox(source: ByteSource, start: number, limit: number): Promise<Box | undefined> {
  const header = await source.read(start, 16);
  if (header.length < 8) return undefined;
  const type = header.toString("latin1", 4, 8);
  const short = header.readUInt32BE(0);
  if (short === 1 && header.length < 16) return undefined;
  const headerBytes = short === 1 ? 16 : 8;
  // 0 means "to the end of the file", 1 that a 64-bit size follows.
  const size = short === 0 ? limit - start : short === 1 ? Number(header.readBigUInt64BE(8)) : short;
  const end = start + size;
  return size < headerBytes || end > limit ? undefined : { type, start, headerBytes, end };
}

async function childOf(source: ByteSource, parent: Box, type: string): Promise<Box | undefined> {
  for (let offset = parent.start + parent.headerBytes; offset < parent.end; ) {
    const box = await readBox(source, offset, parent.end);
    if (!box || box.type === type) return box;
    offset = box.end;
  }
  return undefined;
}

// A fragmented file may leave mvhd at 0 and say its length in mvex/mehd.
async function readDuration(source: ByteSource, movie: Box): Promise<number> {
  const header = await childOf(source, movie, "mvhd");
  if (!header) return 0;
  const body = await readBody(source, header, 32);
  const wide = body[0] === 1;
  if (body.length < (wide ? 32 : 20)) return 0;
  const timescale = body.readUInt32BE(wide ? 20 : 12);
  const units = readUnits(body, wide ? 24 : 16, wide);
  if (timescale === 0) return 0;
  return (units || (await fragmentDuration(source, movie))) / timescale;
}

async function fragmentDuration(source: ByteSource, movie: Box): Promise<number> {
  const extends_ = await childOf(source, movie, "mvex");
  const header = extends_ && (await childOf(source, extends_, "mehd"));
  if (!header) return 0;
  const body = await readBody(source, header, 12);
  const wide = body[0] === 1;
  return body.length < (wide ? 12 : 8) ? 0 : readUnits(body, 4, wide);
}

function readBody(source: ByteSource, box: Box, length: number): Promise<Buffer> {
  const start = box.start + box.headerBytes;
  return source.read(start, Math.min(length, box.end - start));
}

// All ones mean "unknown", which is as good as 0.
function readUnits(body: Buffer, offset: number, wide: boolean): number {
  if (!wide) return body.readUInt32BE(offset) % 0xffff_ffff;
  const units = body.readBigUInt64BE(offset);
  return units === 0xffff_ffff_ffff_ffffn ? 0 : Number(units);
}

async function guess(source: ByteSource): Promise<string> {
  const start = (await source.read(0, 64)).toString("utf8").trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) return "an HTML page";
  if (start.startsWith("<")) return "an XML document";
  if (start.startsWith("{") || start.startsWith("[")) return "a JSON document";
  return "something else";
}
