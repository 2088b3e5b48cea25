import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFileStore } from "../../src/stores/file-store.ts";
import {
  createOutsideFile,
  specialFiles,
  specialFilesExcept,
  unchangedState,
} from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const job = { provider: "heygen", surface: "avatar", ids: { video_id: "v_1" } };

/** A workspace with a special file in `.showreel`, and each method of its store. */
function openStore(plant: (workspace: string, outside: string) => void) {
  const parent = createTemporaryFolder();
  const outside = createOutsideFile(parent);
  const workspace = join(parent, "workspace");
  mkdirSync(workspace);
  plant(workspace, outside.path);
  const store = createFileStore(join(workspace, ".showreel"));
  const calls = {
    load: () => store.load(fingerprint),
    recordIntent: () => store.recordIntent(fingerprint, 1, { at: 1 }, 1),
    saveJob: () => store.saveJob(fingerprint, 1, job),
    invalidate: () => store.invalidate(fingerprint, 1),
  };
  return { store, calls, outside };
}

const inFolder =
  (name: string, plant: (path: string, outside: string) => void) => (workspace: string, outside: string) => {
    mkdirSync(join(workspace, ".showreel"));
    plant(join(workspace, ".showreel", name), outside);
  };

describe("the folder .showreel is rejected when it is", () => {
  test.each(specialFilesExcept("a folder"))("$title", async ({ kind, create }) => {
    const { calls, outside } = openStore((workspace, victim) => create(join(workspace, ".showreel"), victim));
    for (const call of Object.values(calls))
      await expect(call()).rejects.toThrow(`.showreel is ${kind}, not a folder`);
    expect(outside.state()).toEqual(unchangedState);
  });
});

describe("an entry counts as an intent, and nothing is written through it, when it is", () => {
  test.each(specialFiles)("$title", async ({ create }) => {
    const { calls, outside } = openStore(inFolder(`${fingerprint}.json`, create));
    expect((await calls.load()).intent).toBeDefined();
    for (const call of Object.values(calls)) await call().catch(() => {});
    expect(outside.state()).toEqual(unchangedState);
  });

  test.each(specialFilesExcept("a folder"))("$title, which the next write replaces", async ({ create }) => {
    const { calls, store } = openStore(inFolder(`${fingerprint}.json`, create));
    await calls.saveJob();
    expect(await store.load(fingerprint)).toMatchObject({ job });
  });
});

describe("a lock counts as taken when its file is", () => {
  test.each(specialFiles)("$title", async ({ create }) => {
    const { calls, outside } = openStore(inFolder(`${fingerprint}-g1.turn-1`, create));
    expect(await calls.recordIntent()).toBe("taken");
    expect(await calls.load()).toMatchObject({ lastLockNumber: 1, intent: {} });
    expect(outside.state()).toEqual(unchangedState);
  });
});
