import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { intentCacheKey, jobCacheKey, lockCacheKey, voidCacheKey } from "../../src/stores/cache-key.ts";
import { type FakeResults, startFakeResults } from "../support/fake-results.ts";
import { type StoreAnswer, type StoreCall, startStoreChild } from "../support/store-child.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const job: VideoJob = {
  provider: "heygen",
  surface: "video_agent",
  ids: { session_id: "s-1", video_id: "v.1" },
};
const at = Date.UTC(2026, 0, 1);

const load: StoreCall = ["load", fingerprint];
const intend: StoreCall = ["recordIntent", fingerprint, 1, { at }];
const takeTurn: StoreCall = ["recordIntent", fingerprint, 1, { at }, 1];
const remember: StoreCall = ["saveJob", fingerprint, 1, job];
const forget: StoreCall = ["invalidate", fingerprint, 1];

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}

/** A process on a machine of its own, as each job of a workflow has one. */
async function runOnMachine(results: FakeResults, calls: readonly StoreCall[], isHasty = false) {
  const folder = createTemporaryFolder();
  const [workspace, temporary] = [join(folder, "workspace"), join(folder, "temp")];
  for (const path of [workspace, temporary]) mkdirSync(path);
  const env = {
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: results.token,
    ACTIONS_CACHE_SERVICE_V2: "True",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
  };
  const store = "createActionsCacheStore(runtime)";
  const ended = await startStoreChild({ store, calls, env, isHasty, cwd: workspace }).done;
  return { ...ended, filesLeft: filesIn(workspace) };
}

async function answersOf(results: FakeResults, calls: readonly StoreCall[]): Promise<readonly StoreAnswer[]> {
  return (await runOnMachine(results, calls)).answers;
}

/** The version under which the store's entries are found, taken from an entry of its own. */
async function readVersion(results: FakeResults): Promise<string> {
  await runOnMachine(results, [["invalidate", "0".repeat(64), 1]]);
  return results.cacheEntries.pop()?.version ?? "";
}

describe.concurrent("the cache remembers", () => {
  test("nothing at first, which costs one request and no download", async () => {
    await using results = await startFakeResults();
    expect(await answersOf(results, [load])).toEqual([{ value: { renderAttempt: 1 } }]);
    expect(results.requests).toHaveLength(1);
  });

  test("an intent with its time, for this attempt and the next", async () => {
    await using results = await startFakeResults();
    const intent = { at };
    expect(await answersOf(results, [intend, load])).toEqual([
      { value: 0 },
      { value: { renderAttempt: 1, intent } },
    ]);
    expect(await answersOf(results, [load])).toEqual([{ value: { renderAttempt: 1, intent: { at } } }]);
  });

  test("a job, found by the beginning of its key and without a download", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [intend, remember]);
    expect(await answersOf(results, [load])).toEqual([{ value: { renderAttempt: 1, job, intent: { at } } }]);
    expect(results.requests.filter(({ method }) => method === "GET")).toEqual([]);
  });

  test("an end, after which a new generation begins", async () => {
    await using results = await startFakeResults();
    const again: StoreCall[] = [
      ["recordIntent", fingerprint, 2, { at: at + 1 }, 1],
      ["saveJob", fingerprint, 2, { ...job, ids: { video_id: "v_2" } }],
    ];
    const [, , , ended] = await answersOf(results, [takeTurn, remember, forget, load]);
    expect(ended).toEqual({ value: { renderAttempt: 2 } });
    await runOnMachine(results, again);
    expect(await answersOf(results, [load])).toMatchObject([
      { value: { renderAttempt: 2, job: { ids: { video_id: "v_2" } }, intent: { at: at + 1 } } },
    ]);
  });

  test("each video on its own", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [remember]);
    expect(await answersOf(results, [["load", "decade".padEnd(64, "0")]])).toEqual([
      { value: { renderAttempt: 1 } },
    ]);
  });

  test("the same intent again, although keys can be written once", async () => {
    await using results = await startFakeResults();
    expect(await answersOf(results, [intend, remember])).toEqual([{ value: 0 }, {}]);
    expect(await answersOf(results, [intend, remember])).toEqual([{ value: 0 }, {}]);
    expect(new Set(results.cacheEntries.map(({ key }) => key)).size).toBe(4);
  });
});

describe.concurrent("a service that says that it has written what nobody sees again", () => {
  test("is written to once more, so that a job is remembered all the same", async () => {
    await using results = await startFakeResults({ cacheLimit: "loses every second write" });
    await runOnMachine(results, [intend, intend]);
    expect(await answersOf(results, [remember, load])).toMatchObject([{}, { value: { job } }]);
  });

  test("does not count as one that remembers when it loses that as well", async () => {
    await using results = await startFakeResults({ cacheLimit: "loses every write" });
    expect(await answersOf(results, [remember])).toEqual([{ error: "the entry was not written" }]);
  });
});

describe.concurrent("the turn", () => {
  test("goes to the first of two processes, and not to the second", async () => {
    await using results = await startFakeResults();
    expect(await answersOf(results, [takeTurn])).toEqual([{ value: 1 }]);
    expect(await answersOf(results, [takeTurn])).toEqual([{ value: "taken" }]);
  });

  test("goes to exactly one of three machines that want it at once", async () => {
    await using results = await startFakeResults();
    const all = await Promise.all([1, 2, 3].map(() => answersOf(results, [takeTurn])));
    expect(
      all
        .flat()
        .map(({ value, error }) => error ?? value)
        .sort(),
    ).toEqual([1, "taken", "taken"]);
  });

  test("is another one under the next number, and in the next generation", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [takeTurn]);
    expect(await answersOf(results, [["recordIntent", fingerprint, 2, { at }, 1]])).toEqual([{ value: 1 }]);
    expect(await answersOf(results, [["recordIntent", fingerprint, 1, { at }, 2]])).toEqual([{ value: 2 }]);
  });

  test("is not needed by who does not have to be alone", async () => {
    await using results = await startFakeResults();
    await runOnMachine(results, [takeTurn]);
    expect(await answersOf(results, [intend])).toEqual([{ value: 0 }]);
  });
});

describe.concurrent("entries of one second have no certain order:", () => {
  const intended = intentCacheKey(fingerprint, 1, at, at);
  const done = jobCacheKey(fingerprint, 1, job, at);
  const ended = voidCacheKey(fingerprint, 1, at);
  const next = intentCacheKey(fingerprint, 2, at, at);
  const nextDone = jobCacheKey(fingerprint, 2, job, at);
  const intent = { at };

  test.each([
    ["a job before its intent", [done, intended], { renderAttempt: 1, job, intent }],
    [
      "a job before its turn",
      [done, lockCacheKey(fingerprint, 1, 1), intended],
      { renderAttempt: 1, job, intent, lastLockNumber: 1 },
    ],
    [
      "a turn whose intent is lost, so that nobody knows when it was taken",
      [lockCacheKey(fingerprint, 1, 2)],
      { renderAttempt: 1, intent: { at: 0 }, lastLockNumber: 2 },
    ],
    ["an end before its job", [ended, done, intended], { renderAttempt: 2 }],
    ["an end after the next intent", [intended, done, next, ended], { renderAttempt: 2, intent }],
    ["an end after the next job", [next, nextDone, done, ended], { renderAttempt: 2, job, intent }],
  ])("%s", async (_what, keys, memory) => {
    await using results = await startFakeResults();
    const version = await readVersion(results);
    results.cacheEntries.push(...keys.map((key) => ({ key, version })));
    expect(await answersOf(results, [load])).toEqual([{ value: memory }]);
  });
});

describe.concurrent("an entry that is not of our making", () => {
  const prefix = `showreel-v1-${fingerprint}-g1-job-${at}`;

  test.each([
    ["has an id with a slash", `${prefix}-heygen-video-video_id=..%2Fusers`],
    ["has an id with a line break", `${prefix}-heygen-video-video_id=v_1%0A`],
    ["has no ids", `${prefix}-heygen-video-`],
    ["is a comment", `showreel-v1-${fingerprint}-gossip`],
  ])("is nothing when it %s", async (_what, key) => {
    await using results = await startFakeResults();
    const version = await readVersion(results);
    results.cacheEntries.push({ key, version });
    expect(await answersOf(results, [load])).toEqual([{ value: { renderAttempt: 1 } }]);
  });
});

describe.concurrent("a service that does not do its part is told, with the reason:", () => {
  const refusal = (status: number, msg: string) => ({ status, body: { code: "permission_denied", msg } });
  const denied = { status: 200, body: { ok: false, message: "cache write denied: the token is read-only" } };

  test.each([
    [
      "a read that is forbidden",
      "GetCacheEntryDownloadURL",
      refusal(403, "cache read denied: no"),
      load,
      "denied",
    ],
    [
      "a read that makes no sense to it",
      "GetCacheEntryDownloadURL",
      refusal(400, "no such thing"),
      load,
      "400",
    ],
    ["a write that is denied", "CreateCacheEntry", denied, remember, "read-only"],
    ["a write that is forbidden", "CreateCacheEntry", refusal(403, "no"), remember, ""],
    ["an intent that is denied", "CreateCacheEntry", denied, intend, "read-only"],
    ["an end that is denied", "CreateCacheEntry", denied, forget, "read-only"],
  ])("%s", async (_what, method, reply, call, words) => {
    await using results = await startFakeResults();
    results.fail(method, reply, reply);
    const { answers, stdout } = await runOnMachine(results, [call]);
    expect(answers).toEqual([{ error: expect.stringContaining(words) }]);
    expect(answers[0]?.error).not.toMatch(/^::|^$/);
    expect(stdout).toBe("");
  });

  test("a turn that is denied, because it is nobody's", async () => {
    await using results = await startFakeResults();
    const calls: StoreCall[] = [takeTurn];
    results.fail("CreateCacheEntry", ...[denied, denied]);
    expect(await answersOf(results, calls)).toEqual([{ error: expect.stringContaining("read-only") }]);
  });

  test("an entry whose upload is refused", async () => {
    await using results = await startFakeResults();
    results.fail("PutBlob", refusal(403, "no"));
    const { answers, stdout } = await runOnMachine(results, [remember]);
    expect(answers).toEqual([{ error: expect.any(String) }]);
    expect(stdout).toBe("");
  });

  test("an answer of 500, over and over", async () => {
    await using results = await startFakeResults();
    const broken = { status: 500, body: { code: "internal", msg: "boom" } };
    results.fail("GetCacheEntryDownloadURL", ...Array(20).fill(broken));
    const { answers, stdout } = await runOnMachine(results, [load], true);
    expect(answers).toEqual([{ error: expect.stringContaining("500") }]);
    expect(stdout).toBe("");
  });

  test("a token that is missing", async () => {
    await using results = await startFakeResults();
    const { answers } = await runOnMachine({ ...results, token: "" } as FakeResults, [load, remember]);
    expect(answers).toEqual([{ error: expect.any(String) }, { error: expect.any(String) }]);
  });
});

test("nothing that the toolkit prints reaches the log, and no file is left", async () => {
  await using results = await startFakeResults();
  const { stdout, answers, filesLeft } = await runOnMachine(results, [
    load,
    takeTurn,
    takeTurn,
    remember,
    load,
    forget,
    load,
  ]);
  expect([stdout, filesLeft, answers.some(({ error }) => error)]).toEqual(["", [], false]);
});
