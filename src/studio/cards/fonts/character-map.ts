/** Tells whether a font has a glyph for a Unicode code point. */
export type CharacterMap = (codePoint: number) => boolean;

/** Reads a `cmap` table (formats 4 and 12, which all current fonts have). Undefined if it has neither. */
export function parseCharacterMap(table: Buffer): CharacterMap | undefined {
  if (table.length < 4) return undefined;
  const subtables = Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const record = table.subarray(4 + 8 * index, 12 + 8 * index);
    const subtable = record.length === 8 ? table.subarray(record.readUInt32BE(4)) : Buffer.alloc(0);
    return { platform: record.length === 8 ? record.readUInt16BE(0) : -1, subtable };
  }).filter(({ platform, subtable }) => (platform === 0 || platform === 3) && subtable.length >= 16);
  const find = (format: number) =>
    subtables.find(({ subtable }) => subtable.readUInt16BE(0) === format)?.subtable;
  const [full, basic] = [find(12), find(4)];
  if (full !== undefined) return mapGroups(full);
  return basic === undefined ? undefined : mapSegments(basic);
}

/** Format 12: groups of code points that follow each other. */
function mapGroups(table: Buffer): CharacterMap {
  const count = Math.min(table.readUInt32BE(12), Math.floor((table.length - 16) / 12));
  return (codePoint) => {
    const group = firstAtLeast(count, codePoint, (index) => table.readUInt32BE(16 + 12 * index + 4));
    return group < count && table.readUInt32BE(16 + 12 * group) <= codePoint;
  };
}

/** Format 4: segments of the Basic Multilingual Plane. */
function mapSegments(table: Buffer): CharacterMap {
  const count = Math.min(table.readUInt16BE(6) / 2, Math.floor((table.length - 16) / 8));
  const at = (array: number, index: number) => 14 + 2 * (array * count + index) + (array > 0 ? 2 : 0);
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    const segment = firstAtLeast(count, codePoint, (index) => table.readUInt16BE(at(0, index)));
    if (segment >= count) return false;
    const start = table.readUInt16BE(at(1, segment));
    if (start > codePoint) return false;
    const delta = table.readUInt16BE(at(2, segment));
    const rangeAt = at(3, segment);
    const range = table.readUInt16BE(rangeAt);
    if (range === 0) return ((codePoint + delta) & 0xffff) !== 0;
    const glyphAt = rangeAt + range + 2 * (codePoint - start);
    return glyphAt + 2 <= table.length && table.readUInt16BE(glyphAt) !== 0;
  };
}

/** Returns the first index whose value is at least `wanted`; `count` if there is none. Values rise. */
function firstAtLeast(count: number, wanted: number, valueAt: (index: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
