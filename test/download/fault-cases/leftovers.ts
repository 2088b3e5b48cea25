import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { layPart } from "../../support/part.ts";
import { type FaultCase, fails, half, other, size, source, whole } from "./fault-case.ts";

const known = { validator: '"v1"', total: size };
const someHalf = other.bytes.subarray(0, half);

function killed(bytes: Buffer, origin: Parameters<typeof layPart>[2] = known): Partial<FaultCase> {
  const isUseful = source.bytes.subarray(0, bytes.length).equals(bytes);
  return { prepare: (part) => layPart(part, bytes, origin), left: isUseful ? bytes.length : 0 };
}

/** With bytes behind those that were noted, as after a sudden end. */
function noted(count: number): Partial<FaultCase> {
  const bytes = source.bytes.subarray(0, half);
  const prepare = (part: string) =>
    layPart(part, bytes, known, { noted: source.bytes.subarray(0, half - count) });
  return { prepare, left: half - count };
}

const link = (from: string, to: string): Partial<FaultCase> => ({
  prepare: (part, victim) => symlinkSync(`${victim}${to}`, `${part}${from}`),
});

/** What a run that was killed has left, or somebody else has laid there. */
export const leftovers: readonly FaultCase[] = [
  // The host says once whether it is still the same file, by its last byte.
  whole("a whole .part", [], 1, 1, killed(source.bytes)),
  whole("half a .part", [], 1, 0, killed(source.bytes.subarray(0, half))),
  whole("half a .part, more than was noted", [], 1, 0, noted(100_000)),
  whole("a .part of one byte", [], 1, 0, killed(source.bytes.subarray(0, 1))),
  whole("an empty .part", [], 1, 0, killed(Buffer.alloc(0))),
  whole(
    "half a .part, length unknown",
    [],
    1,
    0,
    killed(source.bytes.subarray(0, half), { validator: '"v1"' }),
  ),
  whole("a whole .part, length unknown", [], 1, 0, killed(source.bytes, { validator: '"v1"' })),
  whole("a .part longer than the file", [], 2, 0, killed(Buffer.concat([source.bytes, Buffer.from("x")]))),
  whole("a .part of another version", [], 1, 0, killed(someHalf, { ...known, validator: '"v0"' })),
  whole("a whole .part of another version", [], 1, 0, killed(other.bytes, { ...known, validator: '"v0"' })),
  whole("a .part without a note", [], 1, 0, { prepare: (part) => writeFileSync(part, someHalf) }),
  whole("a note without a .part", [], 1, 0, {
    prepare: async (part) => {
      await layPart(part, source.bytes, known);
      rmSync(part);
    },
  }),
  whole("a link at .part", [], 1, 0, link("", "")),
  whole("a dead link at .part", [], 1, 0, link("", "-new")),
  whole("a link at .part.json", [], 1, 0, link(".json", "")),
  whole("a dead link at .part.json", [], 1, 0, link(".json", "-new")),
  fails("a folder at .part", [], 0, "download_failed", { prepare: (part) => mkdirSync(part) }),
];
