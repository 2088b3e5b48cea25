import { existsSync, mkdirSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createKeepingMachine, type KeepingMachine, nameOf } from "../support/keeping-machine.ts";

const gibibyte = 1024 ** 3;

describe("when all together have more than 5 GiB", () => {
  /** Keeps these videos an hour apart, each of 2 GiB that take no space on the disk. */
  async function keepLarge(machine: KeepingMachine, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      machine.runtime.advance(3_600_000);
      await machine.keep(id);
      truncateSync(await machine.pathOf(id), 2 * gibibyte);
    }
  }

  async function keptOf({ kept }: KeepingMachine, ids: readonly string[]) {
    const found = await Promise.all(ids.map((id) => kept.find(nameOf(id))));
    return ids.filter((_, index) => found[index] !== undefined);
  }

  const ids = ["v_1", "v_2", "v_3", "v_4"];

  test("those that were kept first go", async () => {
    const machine = createKeepingMachine();
    await keepLarge(machine, ["v_1", "v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.keep("v_4");
    expect(await keptOf(machine, ids)).toEqual(["v_2", "v_3", "v_4"]);
  });

  test("those that were used lately stay", async () => {
    const machine = createKeepingMachine();
    await keepLarge(machine, ["v_1", "v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.pathOf("v_1");
    machine.runtime.advance(3_600_000);
    await machine.keep("v_4");
    expect(await keptOf(machine, ids)).toEqual(["v_1", "v_3", "v_4"]);
  });

  test("the videos of other providers count too", async () => {
    const machine = createKeepingMachine();
    await keepLarge(machine, ["v_1", "v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.keep("v_4", "sandbox");
    expect(await keptOf(machine, ids)).toEqual(["v_2", "v_3"]);
  });

  test("nothing of a removed video is left, and other tools are", async () => {
    const machine = createKeepingMachine();
    const others = ["node/24.0.0/x64", "showreel-cli/1.0.0/x64"].map((folder) => join(machine.cache, folder));
    for (const folder of others) mkdirSync(folder, { recursive: true });
    await keepLarge(machine, ["v_1", "v_2", "v_3"]);
    const removed = dirname(dirname(await machine.pathOf("v_1")));
    await keepLarge(machine, ["v_2", "v_3"]);
    machine.runtime.advance(3_600_000);
    await machine.keep("v_4");
    expect(existsSync(removed)).toBe(false);
    expect(others.filter((folder) => !existsSync(folder))).toEqual([]);
  });

  test("a video that is larger by itself is not kept, and drives no other away", async () => {
    const machine = createKeepingMachine();
    await machine.keep("v_1");
    truncateSync(machine.path, 5 * gibibyte + 1);
    await machine.keep("v_2");
    expect(await keptOf(machine, ["v_1", "v_2"])).toEqual(["v_1"]);
  });
});
