import { existsSync, mkdirSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createToolCacheRunner,
  type ToolCacheRunner,
  videoName,
} from "../support/stores/tool-cache-runner.ts";

const gibibyte = 1024 ** 3;

describe("above 5 GiB in total", () => {
  /** Caches these videos an hour apart, each a sparse file of 2 GiB. */
  async function cacheLarge(machine: ToolCacheRunner, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      machine.runtime.advance(3_600_000);
      await machine.save(id);
      truncateSync(await machine.findPath(id), 2 * gibibyte);
    }
  }

  async function cachedOf({ videoCache }: ToolCacheRunner, ids: readonly string[]) {
    const found = await Promise.all(ids.map((id) => videoCache.find(videoName(id))));
    return ids.filter((_, index) => found[index] !== undefined);
  }

  const ids = ["v_1", "v_2", "v_3", "v_4"];

  test("the videos that were cached first are evicted", async () => {
    const machine = createToolCacheRunner();
    await cacheLarge(machine, ["v_1", "v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.save("v_4");
    expect(await cachedOf(machine, ids)).toEqual(["v_2", "v_3", "v_4"]);
  });

  test("the videos that were used recently are kept", async () => {
    const machine = createToolCacheRunner();
    await cacheLarge(machine, ["v_1", "v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.findPath("v_1");
    machine.runtime.advance(3_600_000);
    await machine.save("v_4");
    expect(await cachedOf(machine, ids)).toEqual(["v_1", "v_3", "v_4"]);
  });

  test("the videos of other providers count too", async () => {
    const machine = createToolCacheRunner();
    await cacheLarge(machine, ["v_1", "v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.save("v_4", "sandbox");
    expect(await cachedOf(machine, ids)).toEqual(["v_2", "v_3"]);
  });

  test("an evicted video is deleted completely, and other tools are kept", async () => {
    const machine = createToolCacheRunner();
    const others = ["node/24.0.0/x64", "showreel-cli/1.0.0/x64"].map((folder) => join(machine.cache, folder));
    for (const folder of others) mkdirSync(folder, { recursive: true });
    await cacheLarge(machine, ["v_1", "v_2", "v_3"]);
    const removed = dirname(dirname(await machine.findPath("v_1")));
    await cacheLarge(machine, ["v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.save("v_4");
    expect(existsSync(removed)).toBe(false);
    expect(others.filter((folder) => !existsSync(folder))).toEqual([]);
  });

  test("a larger video is not cached and evicts no other", async () => {
    const machine = createToolCacheRunner();
    await machine.save("v_1");
    truncateSync(machine.path, 5 * gibibyte + 1);
    await machine.save("v_2");
    expect(await cachedOf(machine, ["v_1", "v_2"])).toEqual(["v_1"]);
  });
});
