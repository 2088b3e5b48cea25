import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { createFileStore } from "../../src/stores/file-store.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type StoreProcess, startStoreProcess } from "../support/processes/store-process.ts";
import type { StoreCall } from "../support/stores/store-calls.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const at = Date.UTC(2026, 0, 1);

const missingFolder = () => join(createTemporaryFolder(), "does", "not", "exist");
const lockCall = (number: number): StoreCall => ["recordIntent", fingerprint, 1, { at }, number];

/** Starts so many processes that make the call at once, and kills them when all have its outcome. */
async function valuesOf(count: number, folder: string, call: StoreCall): Promise<unknown[]> {
  const start = (): Promise<StoreProcess> => startStoreProcess({ folder, calls: [call] });
  const processes = await Promise.all(Array.from({ length: count }, start));
  await Promise.all(processes.map(({ kill }) => kill()));
  return processes.flatMap(({ outcomes }) => outcomes.map(({ value }) => value)).sort();
}

describe("the submit lock of the file store", () => {
  test("goes to exactly one of six processes that request it at once", async () => {
    const values = await valuesOf(6, missingFolder(), lockCall(1));
    expect(values).toEqual([1, "taken", "taken", "taken", "taken", "taken"]);
  });

  test("is held by its number after its process was killed; the next one goes to exactly one of four processes", async () => {
    const folder = missingFolder();
    const owner = await startStoreProcess({ folder, calls: [lockCall(1)] });
    expect(owner.outcomes).toEqual([{ value: 1 }]);
    await owner.kill();
    expect(await createFileStore(folder).recordIntent(fingerprint, 1, { at: at + 1 }, 1)).toBe("taken");
    expect(await createFileStore(folder).load(fingerprint)).toMatchObject({
      intent: { at },
      lastLockNumber: 1,
    });
    expect(await valuesOf(4, folder, lockCall(2))).toEqual([2, "taken", "taken", "taken"]);
  });
});

describe("a file of the file store is complete at any time", () => {
  const long: VideoJob = {
    provider: "heygen",
    surface: "video_agent",
    ids: Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`id_${n}`, "v".repeat(128)])),
  };
  const saveLongJob: StoreCall = ["saveJob", fingerprint, 1, long];

  test("while another process writes it 300 times", async () => {
    const folder = missingFolder();
    const writer = await startStoreProcess({ folder, calls: [saveLongJob], repeats: true });
    for (let loads = 0; loads < 100 || writer.outcomes.length < 300; loads += 1) {
      expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 1, job: long });
    }
    await writer.stop();
    expect(new Set(writer.outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set(["{}"]));
    expect(readdirSync(folder)).toEqual([`${fingerprint}.json`]);
  });

  test("when its writer is killed", async () => {
    const folder = missingFolder();
    const writer = await startStoreProcess({ folder, calls: [saveLongJob], repeats: true });
    await writer.kill();
    expect(JSON.parse(readFileSync(join(folder, `${fingerprint}.json`), "utf8"))).toEqual({
      generation: 1,
      job: long,
    });
  });
});
