import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { type FaultCase, fails, half, other, size, source, whole } from "./fault-case.ts";

const note = (origin = {}) =>
  JSON.stringify({ name: "heygen/v_1", validator: '"v1"', total: size, ...origin });
const unmeasured = note({ total: undefined });
const someHalf = other.bytes.subarray(0, half);

function killed(bytes: Buffer, json = note()): Partial<FaultCase> {
  const prepare = (part: string) => {
    writeFileSync(part, bytes);
    writeFileSync(`${part}.json`, json);
  };
  const isUseful = source.bytes.subarray(0, bytes.length).equals(bytes);
  return { prepare, left: isUseful ? bytes.length : 0 };
}

const link = (from: string, to: string): Partial<FaultCase> => ({
  prepare: (part, victim) => symlinkSync(`${victim}${to}`, `${part}${from}`),
});

/** What a run that was killed has left, or somebody else has laid there. */
export const leftovers: readonly FaultCase[] = [
  whole("a whole .part", [], 0, 0, killed(source.bytes)),
  whole("half a .part", [], 1, 0, killed(source.bytes.subarray(0, half))),
  whole("a .part of one byte", [], 1, 0, killed(source.bytes.subarray(0, 1))),
  whole("an empty .part", [], 1, 0, killed(Buffer.alloc(0))),
  whole("half a .part, length unknown", [], 1, 0, killed(source.bytes.subarray(0, half), unmeasured)),
  whole("a whole .part, length unknown", [], 1, 0, killed(source.bytes, unmeasured)),
  whole("a .part longer than the file", [], 2, 0, killed(Buffer.concat([source.bytes, Buffer.from("x")]))),
  whole("a .part of another version", [], 1, 0, killed(someHalf, note({ validator: '"v0"' }))),
  whole("a .part of another video", [], 1, 0, killed(someHalf, note({ name: "heygen/v_2" }))),
  whole("a .part with a note that breaks off", [], 1, 0, killed(someHalf, note().slice(0, 20))),
  whole("a .part with a note of nonsense", [], 1, 0, killed(other.bytes, note({ total: -1 }))),
  whole("a .part with a note without validator", [], 1, 0, killed(someHalf, note({ validator: undefined }))),
  whole("a .part without a note", [], 1, 0, { prepare: (part) => writeFileSync(part, someHalf) }),
  whole("a link at .part", [], 1, 0, link("", "")),
  whole("a dead link at .part", [], 1, 0, link("", "-new")),
  whole("a link at .part.json", [], 1, 0, link(".json", "")),
  whole("a dead link at .part.json", [], 1, 0, link(".json", "-new")),
  fails("a folder at .part", [], 0, "download_failed", { prepare: (part) => mkdirSync(part) }),
];
