import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { createFileStore } from "../../src/stores/file-store.ts";
import { type StoreCall, startLivingStore, startStoreChild } from "../support/store-child.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const job: VideoJob = {
  provider: "heygen",
  surface: "video_agent",
  ids: { session_id: "s-1", video_id: "v.1" },
};
const at = Date.UTC(2026, 0, 1);
const takeTurn: StoreCall = ["recordIntent", fingerprint, 1, { at }, 1];
const takeNextTurn: StoreCall = ["recordIntent", fingerprint, 1, { at }, 2];

const fresh = () => join(createTemporaryFolder(), "not", "yet", "there");
const storeIn = (folder: string) => `createFileStore(${JSON.stringify(folder)})`;

function writeEntry(text: string): string {
  const folder = createTemporaryFolder();
  writeFileSync(join(folder, `${fingerprint}.json`), text);
  return folder;
}

describe("the folder remembers", () => {
  test("nothing at first, and is not made by a look", async () => {
    const folder = fresh();
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 1 });
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });

  test("a job, for whoever looks later", async () => {
    const folder = fresh();
    await createFileStore(folder).saveJob(fingerprint, 2, job);
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 2, job });
  });

  test("an intent with its time", async () => {
    const folder = fresh();
    expect(await createFileStore(folder).recordIntent(fingerprint, 1, { at })).toBe(0);
    const intent = { at };
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 1, intent });
  });

  test("an end as a new generation without job and intent", async () => {
    const store = createFileStore(fresh());
    await store.recordIntent(fingerprint, 1, { at }, 1);
    await store.saveJob(fingerprint, 1, job);
    await store.invalidate(fingerprint, 1);
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 2 });
  });

  test("each video on its own", async () => {
    const store = createFileStore(fresh());
    const other = fingerprint.replace("c0ffee", "decade");
    await store.saveJob(fingerprint, 1, job);
    await store.saveJob(other, 4, { ...job, ids: { video_id: "v_2" } });
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 1, job });
    expect(await store.load(other)).toMatchObject({ renderAttempt: 4, job: { ids: { video_id: "v_2" } } });
  });
});

describe("what is torn, or put there by others, is no memory and no proof that there is none:", () => {
  const meantWhenWritten = { renderAttempt: 1, intent: { at: expect.any(Number) } };
  const entry = (changes: object) => JSON.stringify({ generation: 7, ...changes });
  test.each([
    ["an empty file", ""],
    ["half a file", JSON.stringify({ generation: 7, job }).slice(0, 40)],
    ["no object", "null"],
    ["a list", "[]"],
    ["words", '"generation"'],
    ["no generation", JSON.stringify({ job })],
    ["generation 0", entry({ generation: 0 })],
    ["a generation that is a word", entry({ generation: "7" })],
    ["a generation beyond all numbers", '{"generation": 1e999}'],
    ["a job without ids", entry({ job: { provider: "heygen", surface: "video" } })],
    ["an id with a slash", entry({ job: { ...job, ids: { video_id: "../users/me" } } })],
    ["an id with a line break", entry({ job: { ...job, ids: { video_id: "v_1\n" } } })],
    ["an id with a query", entry({ job: { ...job, ids: { video_id: "v_1?a=b" } } })],
    ["an id of 1,000 characters", entry({ job: { ...job, ids: { video_id: "v".repeat(1_000) } } })],
    ["an empty id", entry({ job: { ...job, ids: { video_id: "" } } })],
    ["an id that is a number", entry({ job: { ...job, ids: { video_id: 1 } } })],
    ["an intent without a time", entry({ intent: {} })],
  ])("%s", async (_what, text) => {
    expect(await createFileStore(writeEntry(text)).load(fingerprint)).toEqual(meantWhenWritten);
  });

  test("a folder in the file's place", async () => {
    const folder = createTemporaryFolder();
    mkdirSync(join(folder, `${fingerprint}.json`));
    expect(await createFileStore(folder).load(fingerprint)).toEqual(meantWhenWritten);
  });

  test("fields that we do not know are not handed on", async () => {
    const folder = writeEntry(entry({ job: { ...job, url: "https://x.example" }, more: 1 }));
    expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 7, job });
  });

  test("it does not keep a job from being remembered", async () => {
    const store = createFileStore(writeEntry("{"));
    await store.saveJob(fingerprint, 1, job);
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 1, job });
  });
});

test("a turn without a note counts as a submit that was meant when the turn was taken", async () => {
  const folder = createTemporaryFolder();
  const before = Date.now();
  writeFileSync(join(folder, `${fingerprint}-g1.turn-1`), "");
  const { intent, lastLockNumber } = await createFileStore(folder).load(fingerprint);
  expect([lastLockNumber, Math.abs((intent?.at ?? 0) - before) < 3_600_000]).toEqual([1, true]);
});

describe.concurrent("the turn", () => {
  test("goes to exactly one of six processes that want it at once", async () => {
    const folder = fresh();
    const options = { store: storeIn(folder), calls: [takeTurn] };
    const processes = await Promise.all(Array.from({ length: 6 }, () => startLivingStore(options)));
    const values = processes.flatMap(({ answers }) => answers.map(({ value }) => value));
    await Promise.all(processes.map(({ kill }) => kill()));
    expect(values.sort()).toEqual([1, "taken", "taken", "taken", "taken", "taken"]);
  });

  test("is had by its number: who comes later knows of it, and may want the next", async () => {
    const folder = fresh();
    const store = createFileStore(folder);
    const owner = await startLivingStore({ store: storeIn(folder), calls: [takeTurn] });
    expect(owner.answers).toEqual([{ value: 1 }]);
    expect(await store.load(fingerprint)).toMatchObject({ intent: { at }, lastLockNumber: 1 });
    expect(await store.recordIntent(fingerprint, 1, { at: at + 1 }, 1)).toBe("taken");
    await owner.kill();
    expect(await store.recordIntent(fingerprint, 1, { at: at + 1 }, 1)).toBe("taken");
    expect(await store.recordIntent(fingerprint, 1, { at: at + 2 }, 2)).toBe(2);
    expect(await store.load(fingerprint)).toMatchObject({ intent: { at: at + 2 }, lastLockNumber: 2 });
  });

  test("is nobody's once the video is remembered, whoever looked before that", async () => {
    const folder = fresh();
    const remember: StoreCall = ["saveJob", fingerprint, 1, job];
    const owner = await startLivingStore({ store: storeIn(folder), calls: [takeTurn, remember] });
    await owner.kill();
    expect(await createFileStore(folder).recordIntent(fingerprint, 1, { at }, 2)).toBe("taken");
    expect(await createFileStore(folder).load(fingerprint)).toMatchObject({ renderAttempt: 1, job });
  });

  test("after a dead process's goes to exactly one of four heirs", async () => {
    const folder = fresh();
    await (await startLivingStore({ store: storeIn(folder), calls: [takeTurn] })).kill();
    const options = { store: storeIn(folder), calls: [takeNextTurn] };
    const heirs = await Promise.all(Array.from({ length: 4 }, () => startLivingStore(options)));
    const values = heirs.flatMap(({ answers }) => answers.map(({ value }) => value));
    await Promise.all(heirs.map(({ kill }) => kill()));
    expect(values.sort()).toEqual([2, "taken", "taken", "taken"]);
  });

  test("that was denied leaves the intent of its owner alone", async () => {
    const folder = fresh();
    const owner = await startLivingStore({ store: storeIn(folder), calls: [takeTurn] });
    const store = createFileStore(folder);
    await store.recordIntent(fingerprint, 1, { at: at + 1 }, 1);
    expect(await store.load(fingerprint)).toMatchObject({ intent: { at } });
    await owner.kill();
  });

  test("is not needed by who does not have to be alone", async () => {
    const folder = fresh();
    const owner = await startLivingStore({ store: storeIn(folder), calls: [takeTurn] });
    expect(await createFileStore(folder).recordIntent(fingerprint, 1, { at })).toBe(0);
    await owner.kill();
  });

  test("of another generation is another turn", async () => {
    const folder = fresh();
    const owner = await startLivingStore({ store: storeIn(folder), calls: [takeTurn] });
    expect(await createFileStore(folder).recordIntent(fingerprint, 2, { at }, 1)).toBe(1);
    await owner.kill();
  });
});

describe.concurrent("a file is whole at any moment", () => {
  const long = {
    ...job,
    ids: Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`id_${n}`, "v".repeat(128)])),
  };

  const rememberLong: StoreCall = ["saveJob", fingerprint, 1, long];

  test("while another process writes it 300 times", async () => {
    const folder = fresh();
    await createFileStore(folder).saveJob(fingerprint, 1, long);
    const writer = startStoreChild({ store: storeIn(folder), calls: [rememberLong], rounds: 300 });
    let [isWriting, looks] = [true, 0];
    const ended = writer.done.finally(() => {
      isWriting = false;
    });
    while (isWriting) {
      looks += 1;
      expect(await createFileStore(folder).load(fingerprint)).toEqual({ renderAttempt: 1, job: long });
    }
    expect((await ended).answers).toHaveLength(300);
    expect(looks).toBeGreaterThan(10);
    expect(readdirSync(folder)).toEqual([`${fingerprint}.json`]);
  });

  test("when its writer is killed in between", async () => {
    const folder = fresh();
    const started = Promise.withResolvers<void>();
    const onAnswer = () => started.resolve();
    const { child, done } = startStoreChild({
      store: storeIn(folder),
      calls: [rememberLong],
      rounds: 100_000,
      onAnswer,
    });
    await started.promise;
    child.kill("SIGKILL");
    await done;
    expect(JSON.parse(readFileSync(join(folder, `${fingerprint}.json`), "utf8"))).toEqual({
      renderAttempt: 1,
      job: long,
    });
  });
});

describe("a folder that cannot be written", () => {
  const blocked = () => {
    const path = join(createTemporaryFolder(), "file");
    writeFileSync(path, "");
    return createFileStore(join(path, ".showreel"));
  };

  test.each([
    ["an intent", () => blocked().recordIntent(fingerprint, 1, { at })],
    ["a turn", () => blocked().recordIntent(fingerprint, 1, { at }, 1)],
    ["a job", () => blocked().saveJob(fingerprint, 1, job)],
    ["an end", () => blocked().invalidate(fingerprint, 1)],
  ])("is told to who wants to note %s", async (_what, note) => {
    await expect(note()).rejects.toThrow("ENOTDIR");
  });

  test("is told to who asks what it remembers, because it is unknown", async () => {
    await expect(blocked().load(fingerprint)).rejects.toThrow("ENOTDIR");
  });
});
