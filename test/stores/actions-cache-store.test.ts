import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Runtime } from "../../src/base/runtime.ts";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { intentCacheKey, jobCacheKey, lockCacheKey, voidCacheKey } from "../../src/stores/cache-key.ts";
import { createSmallPath } from "../support/processes/small-path.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";
import { interleaveRuns } from "../support/runtime/interleave-runs.ts";
import { createMachine, runOnMachine } from "../support/stores/cache-machine.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";
import type { CallOutcome, StoreCall } from "../support/stores/store-calls.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const job: VideoJob = {
  provider: "heygen",
  surface: "video_agent",
  ids: { session_id: "s-1", video_id: "v.1" },
};
const at = Date.UTC(2026, 0, 1);

const load: StoreCall = ["load", fingerprint];
const recordIntent: StoreCall = ["recordIntent", fingerprint, 1, { at }];
const acquireLock: StoreCall = ["recordIntent", fingerprint, 1, { at }, 1];
const saveJob: StoreCall = ["saveJob", fingerprint, 1, job];
const invalidate: StoreCall = ["invalidate", fingerprint, 1];

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}

async function resultsOf(results: FakeResults, calls: readonly StoreCall[]): Promise<readonly CallOutcome[]> {
  return (await runOnMachine(results, calls)).outcomes;
}

/** The version of the store's entries, read from an entry that the store writes. */
async function readVersion(results: FakeResults): Promise<string> {
  await runOnMachine(results, [["invalidate", "0".repeat(64), 1]]);
  return results.cacheEntries.pop()?.version ?? "";
}

describe.concurrent("the Actions cache stores", () => {
  test("nothing at first; loading takes one request and no download", async () => {
    await using results = await startFakeResults();
    expect(await resultsOf(results, [load])).toEqual([{ value: { renderAttempt: 1 } }]);
    expect(results.requests).toHaveLength(1);
  });

  test("an intent with its time, for this process and the next", async () => {
    await using results = await startFakeResults();
    const intent = { at };
    expect(await resultsOf(results, [recordIntent, load])).toEqual([
      { value: 0 },
      { value: { renderAttempt: 1, intent } },
    ]);
    expect(await resultsOf(results, [load])).toEqual([{ value: { renderAttempt: 1, intent: { at } } }]);
  });

  test("a job, found by the prefix of its key without a download", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [recordIntent, saveJob]);
    expect(await resultsOf(results, [load])).toEqual([{ value: { renderAttempt: 1, job, intent: { at } } }]);
    expect(results.requests.filter(({ method }) => method === "GET")).toEqual([]);
  });

  test("an invalidation, after which the next render attempt starts", async () => {
    await using results = await startFakeResults();
    const again: StoreCall[] = [
      ["recordIntent", fingerprint, 2, { at: at + 1 }, 1],
      ["saveJob", fingerprint, 2, { ...job, ids: { video_id: "v_2" } }],
    ];
    const [, , , ended] = await resultsOf(results, [acquireLock, saveJob, invalidate, load]);
    expect(ended).toEqual({ value: { renderAttempt: 2 } });
    await runOnMachine(results, again);
    expect(await resultsOf(results, [load])).toMatchObject([
      { value: { renderAttempt: 2, job: { ids: { video_id: "v_2" } }, intent: { at: at + 1 } } },
    ]);
  });

  test("each video separately", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [saveJob]);
    expect(await resultsOf(results, [["load", "decade".padEnd(64, "0")]])).toEqual([
      { value: { renderAttempt: 1 } },
    ]);
  });

  test("the same intent twice, although a key can be written only once", async () => {
    await using results = await startFakeResults();
    expect(await resultsOf(results, [recordIntent, saveJob])).toEqual([{ value: 0 }, {}]);
    expect(await resultsOf(results, [recordIntent, saveJob])).toEqual([{ value: 0 }, {}]);
    expect(new Set(results.cacheEntries.map(({ key }) => key)).size).toBe(4);
  });
});

describe.concurrent("when the service confirms a write that never appears", () => {
  test("the write is repeated, so that the job is stored", async () => {
    await using results = await startFakeResults({ cacheLimit: "loses every second write" });
    await runOnMachine(results, [recordIntent, recordIntent]);
    expect(await resultsOf(results, [saveJob, load])).toMatchObject([{}, { value: { job } }]);
  });

  test("saving fails when the repeated write does not appear either", async () => {
    await using results = await startFakeResults({ cacheLimit: "loses every write" });
    expect(await resultsOf(results, [saveJob])).toEqual([{ error: "the entry was not written" }]);
  });
});

test("an upload that fails is repeated at once under a new key", async () => {
  await using results = await startFakeResults();
  results.fail("PutBlob", { status: 400, body: {} });
  const runtime = createFakeRuntime();
  expect((await runOnMachine(results, [saveJob, load], { runtime })).outcomes).toMatchObject([
    {},
    { value: { job } },
  ]);
  expect(runtime.sleeps).toEqual([]);
});

/** Reserves the first lock, like a machine that has not uploaded its entry yet. */
async function reserveLock(results: FakeResults) {
  const entry = { key: lockCacheKey(fingerprint, 1, 1), version: await readVersion(results) };
  const path = "twirp/github.actions.results.api.v1.CacheService/CreateCacheEntry";
  const headers = { authorization: `Bearer ${results.token}`, "content-type": "application/json" };
  await fetch(results.url + path, { method: "POST", headers, body: JSON.stringify(entry) });
  return entry;
}

describe.concurrent("the submit lock", () => {
  test("goes to the first of two processes", async () => {
    await using results = await startFakeResults();
    expect(await resultsOf(results, [acquireLock])).toEqual([{ value: 1 }]);
    expect(await resultsOf(results, [acquireLock])).toEqual([{ value: "taken" }]);
  });

  test("goes to exactly one of three machines that request it at once", async () => {
    await using results = await startFakeResults();
    const requestLock = async (runtime: Runtime, machine: number) => {
      // No two machines have the same clock.
      const now = () => runtime.now() + machine * 10;
      return (await runOnMachine(results, [acquireLock], { runtime: { ...runtime, now } })).outcomes;
    };
    const all = await interleaveRuns(1, [requestLock, requestLock, requestLock]);
    expect(
      all
        .flat()
        .map(({ value, error }) => error ?? value)
        .sort(),
    ).toEqual([1, "taken", "taken"]);
  });

  test("is waited for while its entry is not visible, and is taken when it appears", async () => {
    await using results = await startFakeResults();
    const entry = await reserveLock(results);
    const runtime = createFakeRuntime();
    const sleep = async (ms: number) => {
      await runtime.sleep(ms);
      if (runtime.sleeps.length === 20) results.cacheEntries.push(entry);
    };
    const options = { runtime: { ...runtime, sleep } };
    expect((await runOnMachine(results, [acquireLock], options)).outcomes).toEqual([{ value: "taken" }]);
    expect(runtime.sleeps).toEqual(Array(20).fill(1_000));
  });

  test("is acquired under the next number after 20 seconds, if the process that reserved it has died", async () => {
    await using results = await startFakeResults();
    await reserveLock(results);
    const runtime = createFakeRuntime();
    expect((await runOnMachine(results, [acquireLock], { runtime })).outcomes).toEqual([{ value: 2 }]);
    expect(runtime.sleeps).toEqual(Array(20).fill(1_000));
  });

  test("is taken if the job was saved before it was acquired", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [acquireLock, saveJob]);
    expect(await resultsOf(results, [["recordIntent", fingerprint, 1, { at }, 2]])).toEqual([
      { value: "taken" },
    ]);
  });

  test("is a new lock under the next number and in the next render attempt", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [acquireLock]);
    expect(await resultsOf(results, [["recordIntent", fingerprint, 2, { at }, 1]])).toEqual([{ value: 1 }]);
    expect(await resultsOf(results, [["recordIntent", fingerprint, 1, { at }, 2]])).toEqual([{ value: 2 }]);
  });

  test("is not needed for an intent without a lock number", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [acquireLock]);
    expect(await resultsOf(results, [recordIntent])).toEqual([{ value: 0 }]);
  });
});

describe.concurrent("entries of the same second are loaded in any order:", () => {
  const intentKey = intentCacheKey(fingerprint, 1, { at }, at);
  const jobKey = jobCacheKey(fingerprint, 1, job, at);
  const voidKey = voidCacheKey(fingerprint, 1, at);
  const nextIntentKey = intentCacheKey(fingerprint, 2, { at }, at);
  const nextJobKey = jobCacheKey(fingerprint, 2, job, at);
  const intent = { at };

  test.each([
    ["a job before its intent", [jobKey, intentKey], { renderAttempt: 1, job, intent }],
    [
      "a job before its lock",
      [jobKey, lockCacheKey(fingerprint, 1, 1), intentKey],
      { renderAttempt: 1, job, intent, lastLockNumber: 1 },
    ],
    [
      "a lock whose intent is lost, with an unknown time",
      [lockCacheKey(fingerprint, 1, 2)],
      { renderAttempt: 1, intent: { at: 0 }, lastLockNumber: 2 },
    ],
    ["an invalidation before its job", [voidKey, jobKey, intentKey], { renderAttempt: 2 }],
    [
      "an invalidation after the next intent",
      [intentKey, jobKey, nextIntentKey, voidKey],
      { renderAttempt: 2, intent },
    ],
    [
      "an invalidation after the next job",
      [nextIntentKey, nextJobKey, jobKey, voidKey],
      { renderAttempt: 2, job, intent },
    ],
  ])("%s", async (_title, keys, memory) => {
    await using results = await startFakeResults();
    const version = await readVersion(results);
    results.cacheEntries.push(...keys.map((key) => ({ key, version })));
    expect(await resultsOf(results, [load])).toEqual([{ value: memory }]);
  });
});

describe.concurrent("an entry with a malformed key", () => {
  const prefix = `showreel-v1-${fingerprint}-g1-job-${at}`;

  test.each([
    ["has an id with a slash", `${prefix}-heygen-video-video_id=..%2Fusers`],
    ["has an id with a line break", `${prefix}-heygen-video-video_id=v_1%0A`],
    ["has no ids", `${prefix}-heygen-video-`],
    ["has no render attempt", `showreel-v1-${fingerprint}-gossip`],
  ])("is ignored when it %s", async (_title, key) => {
    await using results = await startFakeResults();
    const version = await readVersion(results);
    results.cacheEntries.push({ key, version });
    expect(await resultsOf(results, [load])).toEqual([{ value: { renderAttempt: 1 } }]);
  });
});

describe.concurrent("an error of the service is reported with its reason:", () => {
  const errorReply = (status: number, msg: string) => ({ status, body: { code: "permission_denied", msg } });
  const denied = { status: 200, body: { ok: false, message: "cache write denied: the token is read-only" } };

  test.each([
    [
      "a read that is forbidden",
      "GetCacheEntryDownloadURL",
      errorReply(403, "cache read denied: no"),
      load,
      "denied",
    ],
    [
      "a read that it rejects as invalid",
      "GetCacheEntryDownloadURL",
      errorReply(400, "no such thing"),
      load,
      "400",
    ],
    ["a write that is denied", "CreateCacheEntry", denied, saveJob, "read-only"],
    ["a write that is forbidden", "CreateCacheEntry", errorReply(403, "no"), saveJob, ""],
    ["an intent that is denied", "CreateCacheEntry", denied, recordIntent, "read-only"],
    ["an invalidation that is denied", "CreateCacheEntry", denied, invalidate, "read-only"],
  ])("%s", async (_title, method, reply, call, reason) => {
    await using results = await startFakeResults();
    results.fail(method, reply, reply);
    const { outcomes, stdout } = await runOnMachine(results, [call]);
    expect(outcomes).toEqual([{ error: expect.stringContaining(reason) }]);
    expect(outcomes[0]?.error).not.toMatch(/^::|^$/);
    expect(stdout).toBe("");
  });

  test("a lock that is denied", async () => {
    await using results = await startFakeResults();
    results.fail("CreateCacheEntry", ...[denied, denied]);
    expect(await resultsOf(results, [acquireLock])).toEqual([
      { error: expect.stringContaining("read-only") },
    ]);
  });

  test("a lock that is denied although its intent was written", async () => {
    await using results = await startFakeResults();
    // At the same time the intent has the same key, so it is found.
    await runOnMachine(results, [recordIntent], { runtime: createFakeRuntime() });
    results.fail("CreateCacheEntry", denied, denied);
    const { outcomes } = await runOnMachine(results, [acquireLock], { runtime: createFakeRuntime() });
    expect(outcomes).toEqual([{ error: expect.stringContaining("read-only") }]);
  });

  test("an entry whose upload is rejected", async () => {
    await using results = await startFakeResults();
    results.fail("PutBlob", errorReply(403, "no"));
    const { outcomes, stdout } = await runOnMachine(results, [saveJob]);
    expect(outcomes).toEqual([{ error: expect.any(String) }]);
    expect(stdout).toBe("");
  });

  test("repeated HTTP 500", async () => {
    await using results = await startFakeResults();
    const broken = { status: 500, body: { code: "internal", msg: "boom" } };
    results.fail("GetCacheEntryDownloadURL", ...Array(20).fill(broken));
    const { outcomes, stdout } = await runOnMachine(results, [load]);
    expect(outcomes).toEqual([{ error: expect.stringContaining("500") }]);
    expect(stdout).toBe("");
  });

  test("a missing token", async () => {
    await using results = await startFakeResults();
    const { outcomes } = await runOnMachine({ url: results.url, token: "" }, [load, saveJob]);
    expect(outcomes).toEqual([{ error: expect.any(String) }, { error: expect.any(String) }]);
  });
});

test.each([
  ["zstd", process.env.PATH],
  ["gzip", createSmallPath()],
])("the toolkit's output does not reach the log, and no file is left, with %s", async (_, path = "") => {
  await using results = await startFakeResults();
  const machine = createMachine();
  const calls = [load, acquireLock, acquireLock, saveJob, load, invalidate, load];
  const { stdout, outcomes } = await runOnMachine(results, calls, { machine, path });
  expect([stdout, filesIn(machine.workspace), outcomes.some(({ error }) => error)]).toEqual(["", [], false]);
});
