import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFileStore } from "../../src/stores/file-store.ts";
import { makeOutside, plants, plantsBut, untouched } from "../support/plants.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const job = { provider: "heygen", surface: "avatar", ids: { video_id: "v_1" } };

/** A workspace with a special file in `.showreel`, and each method of its store. */
function openStore(lay: (workspace: string, outside: string) => void) {
  const parent = createTemporaryFolder();
  const outside = makeOutside(parent);
  const workspace = join(parent, "workspace");
  mkdirSync(workspace);
  lay(workspace, outside.path);
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
  (name: string, lay: (path: string, outside: string) => void) => (workspace: string, outside: string) => {
    mkdirSync(join(workspace, ".showreel"));
    lay(join(workspace, ".showreel", name), outside);
  };

describe("the folder .showreel is rejected when it is", () => {
  test.each(plantsBut("a folder"))("$title", async ({ kind, lay }) => {
    const { calls, outside } = openStore((workspace, victim) => lay(join(workspace, ".showreel"), victim));
    for (const call of Object.values(calls))
      await expect(call()).rejects.toThrow(`.showreel is ${kind}, not a folder`);
    expect(outside.state()).toEqual(untouched);
  });
});

describe("an entry counts as an intent, and nothing is written through it, when it is", () => {
  test.each(plants)("$title", async ({ lay }) => {
    const { calls, outside } = openStore(inFolder(`${fingerprint}.json`, lay));
    expect((await calls.load()).intent).toBeDefined();
    for (const call of Object.values(calls)) await call().catch(() => {});
    expect(outside.state()).toEqual(untouched);
  });

  test.each(plantsBut("a folder"))("$title, which the next write replaces", async ({ lay }) => {
    const { calls, store } = openStore(inFolder(`${fingerprint}.json`, lay));
    await calls.saveJob();
    expect(await store.load(fingerprint)).toMatchObject({ job });
  });
});

describe("a lock counts as taken when its file is", () => {
  test.each(plants)("$title", async ({ lay }) => {
    const { calls, outside } = openStore(inFolder(`${fingerprint}-g1.turn-1`, lay));
    expect(await calls.recordIntent()).toBe("taken");
    expect(await calls.load()).toMatchObject({ lastLockNumber: 1, intent: {} });
    expect(outside.state()).toEqual(untouched);
  });
});
