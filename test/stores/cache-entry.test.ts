import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createOutsideFile,
  type SpecialFile,
  specialFiles,
  unchangedState,
} from "../support/files/special-files.ts";
import { createMachine, type Machine, runOnMachine } from "../support/stores/cache-machine.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";

const fingerprint = "c0ffee".padEnd(64, "0");

const invalidateOn = (results: FakeResults, machine: Machine) =>
  runOnMachine(results, [["invalidate", fingerprint, 1]], { machine, path: process.env.PATH ?? "" });

const plantInside = (create: SpecialFile["create"]) => (folder: string, outside: string) => {
  mkdirSync(folder);
  create(join(folder, "entry"), outside);
};

describe("the file of a cache entry", () => {
  test.each([
    ...specialFiles.map(({ title, create }) => ({
      title: `${title} at its former path`,
      create: plantInside(create),
    })),
    ...specialFiles
      .slice(2, 3)
      .map(({ title, create }) => ({ title: `${title} in place of its former folder`, create })),
  ])("is not written to a workspace with $title", async ({ create }) => {
    await using results = await startFakeResults();
    const machine = createMachine();
    const outside = createOutsideFile(machine.folder);
    create(join(machine.workspace, ".showreel"), outside.path);
    const before = readdirSync(machine.workspace, { recursive: true });
    expect((await invalidateOn(results, machine)).outcomes).toEqual([{}]);
    expect(results.cacheEntries).toHaveLength(1);
    expect(outside.state()).toEqual(unchangedState);
    expect(readdirSync(machine.workspace, { recursive: true })).toEqual(before);
    // The toolkit leaves empty folders of its own.
    expect(readdirSync(machine.temporary).filter((name) => name.startsWith("showreel-"))).toEqual([]);
  });

  test.each(["_temp", "t[ab]c what? *"])(
    "has the same version on a machine with the folder %j",
    async (name) => {
      await using results = await startFakeResults();
      await invalidateOn(results, createMachine());
      await invalidateOn(results, createMachine(name));
      const versions = results.cacheEntries.map(({ version }) => version);
      expect(versions).toHaveLength(2);
      expect(new Set(versions).size).toBe(1);
    },
  );
});
