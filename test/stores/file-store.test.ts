import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { createFileStore } from "../../src/stores/file-store.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const job: VideoJob = {
  provider: "heygen",
  surface: "video_agent",
  ids: { session_id: "s-1", video_id: "v.1" },
};
const at = Date.UTC(2026, 0, 1);

const missingFolder = () => join(createTemporaryFolder(), "does", "not", "exist");

/** A new folder in which another store has acquired the first lock. */
async function lockedFolder(): Promise<string> {
  const folder = missingFolder();
  expect(await createFileStore(folder).recordIntent(fingerprint, 1, { at }, 1)).toBe(1);
  return folder;
}

function writeEntry(text: string): string {
  const folder = createTemporaryFolder();
  writeFileSync(join(folder, `${fingerprint}.json`), text);
  return folder;
}

describe("the folder stores", () => {
  test("nothing at first, and is not created by loading", async () => {
    const folder = missingFolder();
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 1 });
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });

  test("a job, for another store on the same folder", async () => {
    const folder = missingFolder();
    await createFileStore(folder).saveJob(fingerprint, 2, job);
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 2, job });
  });

  test("an intent with its time", async () => {
    const folder = missingFolder();
    expect(await createFileStore(folder).recordIntent(fingerprint, 1, { at })).toBe(0);
    const intent = { at };
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 1, intent });
  });

  test("an invalidation as a new render attempt without a job or an intent", async () => {
    const store = createFileStore(missingFolder());
    await store.recordIntent(fingerprint, 1, { at }, 1);
    await store.saveJob(fingerprint, 1, job);
    await store.invalidate(fingerprint, 1);
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 2 });
  });

  test("each video separately", async () => {
    const store = createFileStore(missingFolder());
    const other = fingerprint.replace("c0ffee", "decade");
    await store.saveJob(fingerprint, 1, job);
    await store.saveJob(other, 4, { ...job, ids: { video_id: "v_2" } });
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 1, job });
    expect(await store.load(other)).toMatchObject({ renderAttempt: 4, job: { ids: { video_id: "v_2" } } });
  });
});

describe("an invalid file counts as an intent of the time at which it was written:", () => {
  const intentWhenWritten = { renderAttempt: 1, intent: { at: expect.any(Number) } };
  const entry = (changes: object) => JSON.stringify({ generation: 7, ...changes });
  test.each([
    ["an empty file", ""],
    ["a truncated file", JSON.stringify({ generation: 7, job }).slice(0, 40)],
    ["null", "null"],
    ["an array", "[]"],
    ["a string", '"generation"'],
    ["no generation", JSON.stringify({ job })],
    ["generation 0", entry({ generation: 0 })],
    ["a generation that is a string", entry({ generation: "7" })],
    ["an infinite generation", '{"generation": 1e999}'],
    ["a job without ids", entry({ job: { provider: "heygen", surface: "video" } })],
    ["an id with a slash", entry({ job: { ...job, ids: { video_id: "../users/me" } } })],
    ["an id of two dots", entry({ job: { ...job, ids: { video_id: ".." } } })],
    ["an id with a line break", entry({ job: { ...job, ids: { video_id: "v_1\n" } } })],
    ["an id with a query", entry({ job: { ...job, ids: { video_id: "v_1?a=b" } } })],
    ["an id of 1,000 characters", entry({ job: { ...job, ids: { video_id: "v".repeat(1_000) } } })],
    ["an empty id", entry({ job: { ...job, ids: { video_id: "" } } })],
    ["an id that is a number", entry({ job: { ...job, ids: { video_id: 1 } } })],
    ["an intent without a time", entry({ intent: {} })],
  ])("%s", async (_title, text) => {
    expect(await createFileStore(writeEntry(text)).load(fingerprint)).toEqual(intentWhenWritten);
  });

  test("a folder in place of the file", async () => {
    const folder = createTemporaryFolder();
    mkdirSync(join(folder, `${fingerprint}.json`));
    expect(await createFileStore(folder).load(fingerprint)).toEqual(intentWhenWritten);
  });

  test("unknown fields are dropped", async () => {
    const folder = writeEntry(entry({ job: { ...job, url: "https://x.example" }, more: 1 }));
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 7, job });
  });

  test("a job can be saved over an invalid file", async () => {
    const store = createFileStore(writeEntry("{"));
    await store.saveJob(fingerprint, 1, job);
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 1, job });
  });
});

test("a lock without an entry counts as an intent of the time at which it was acquired", async () => {
  const folder = createTemporaryFolder();
  const before = Date.now();
  writeFileSync(join(folder, `${fingerprint}-g1.turn-1`), "");
  const { intent, lastLockNumber } = await createFileStore(folder).load(fingerprint);
  expect([lastLockNumber, Math.abs((intent?.at ?? 0) - before) < 3_600_000]).toEqual([1, true]);
});

describe("the submit lock", () => {
  test("is held by its number: a later process sees it and can acquire the next one", async () => {
    const store = createFileStore(await lockedFolder());
    expect(await store.load(fingerprint)).toMatchObject({ intent: { at }, lastLockNumber: 1 });
    expect(await store.recordIntent(fingerprint, 1, { at: at + 1 }, 1)).toBe("taken");
    expect(await store.recordIntent(fingerprint, 1, { at: at + 2 }, 2)).toBe(2);
    expect(await store.load(fingerprint)).toMatchObject({ intent: { at: at + 2 }, lastLockNumber: 2 });
  });

  test("is not given once the job is saved, even to a process that loaded before", async () => {
    const folder = await lockedFolder();
    await createFileStore(folder).saveJob(fingerprint, 1, job);
    expect(await createFileStore(folder).recordIntent(fingerprint, 1, { at }, 2)).toBe("taken");
    expect(await createFileStore(folder).load(fingerprint)).toMatchObject({ renderAttempt: 1, job });
  });

  test("leaves the intent of its holder unchanged when it is denied", async () => {
    const store = createFileStore(await lockedFolder());
    await store.recordIntent(fingerprint, 1, { at: at + 1 }, 1);
    expect(await store.load(fingerprint)).toMatchObject({ intent: { at } });
  });

  test("is not needed for an intent without a lock number", async () => {
    expect(await createFileStore(await lockedFolder()).recordIntent(fingerprint, 1, { at })).toBe(0);
  });

  test("is a new lock in the next render attempt", async () => {
    expect(await createFileStore(await lockedFolder()).recordIntent(fingerprint, 2, { at }, 1)).toBe(1);
  });
});

describe("a folder that is not writable", () => {
  const unwritable = () => {
    const path = join(createTemporaryFolder(), "file");
    writeFileSync(path, "");
    return createFileStore(join(path, ".showreel"));
  };

  test.each([
    ["an intent", () => unwritable().recordIntent(fingerprint, 1, { at })],
    ["a lock", () => unwritable().recordIntent(fingerprint, 1, { at }, 1)],
    ["a job", () => unwritable().saveJob(fingerprint, 1, job)],
    ["an invalidation", () => unwritable().invalidate(fingerprint, 1)],
  ])("fails when it has to store %s", async (_title, write) => {
    await expect(write()).rejects.toThrow("ENOTDIR");
  });

  test("fails on load, because its content is unknown", async () => {
    await expect(unwritable().load(fingerprint)).rejects.toThrow("ENOTDIR");
  });
});
