import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { writeSignedPart } from "../../support/files/part-file.ts";
import { type FaultCase, fails, half, other, size, source, succeeds } from "./fault-case.ts";

const fileInfo = { validator: '"v1"', total: size };
const someHalf = other.bytes.subarray(0, half);

function leftBy(
  bytes: Buffer,
  resumeInfo: Parameters<typeof writeSignedPart>[2] = fileInfo,
): Partial<FaultCase> {
  const isUseful = source.bytes.subarray(0, bytes.length).equals(bytes);
  return {
    prepare: (part) => writeSignedPart(part, bytes, resumeInfo),
    existingBytes: isUseful ? bytes.length : 0,
  };
}

/** Has more bytes than the note covers, as after a crash. */
function withUnnotedBytes(count: number): Partial<FaultCase> {
  const bytes = source.bytes.subarray(0, half);
  const prepare = (part: string) =>
    writeSignedPart(part, bytes, fileInfo, { noted: source.bytes.subarray(0, half - count) });
  return { prepare, existingBytes: half - count };
}

const symlink = (from: string, to: string): Partial<FaultCase> => ({
  prepare: (part, victim) => symlinkSync(`${victim}${to}`, `${part}${from}`),
});

/** Files that a killed run or an untrusted user left in place of the `.part` file and its note. */
export const existingFiles: readonly FaultCase[] = [
  // The last byte is downloaded again: the host must confirm that it still has the same file.
  succeeds("a complete .part", [], 1, 1, leftBy(source.bytes)),
  succeeds("half a .part", [], 1, 0, leftBy(source.bytes.subarray(0, half))),
  succeeds("half a .part, with more bytes than noted", [], 1, 0, withUnnotedBytes(100_000)),
  succeeds("a .part of one byte", [], 1, 0, leftBy(source.bytes.subarray(0, 1))),
  succeeds("an empty .part", [], 1, 0, leftBy(Buffer.alloc(0))),
  succeeds(
    "half a .part, length unknown",
    [],
    1,
    0,
    leftBy(source.bytes.subarray(0, half), { validator: '"v1"' }),
  ),
  succeeds("a complete .part, length unknown", [], 1, 0, leftBy(source.bytes, { validator: '"v1"' })),
  succeeds("a .part longer than the file", [], 2, 0, leftBy(Buffer.concat([source.bytes, Buffer.from("x")]))),
  succeeds("a .part of another version", [], 1, 0, leftBy(someHalf, { ...fileInfo, validator: '"v0"' })),
  succeeds(
    "a complete .part of another version",
    [],
    1,
    0,
    leftBy(other.bytes, { ...fileInfo, validator: '"v0"' }),
  ),
  succeeds("a .part without a note", [], 1, 0, { prepare: (part) => writeFileSync(part, someHalf) }),
  succeeds("a note without a .part", [], 1, 0, {
    prepare: async (part) => {
      await writeSignedPart(part, source.bytes, fileInfo);
      rmSync(part);
    },
  }),
  succeeds("a symlink at .part", [], 1, 0, symlink("", "")),
  succeeds("a dangling symlink at .part", [], 1, 0, symlink("", "-new")),
  succeeds("a symlink at .part.json", [], 1, 0, symlink(".json", "")),
  succeeds("a dangling symlink at .part.json", [], 1, 0, symlink(".json", "-new")),
  fails("a folder at .part", [], 0, "download_failed", { prepare: (part) => mkdirSync(part) }),
];
