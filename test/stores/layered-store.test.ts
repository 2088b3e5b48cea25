import { describe, expect, test } from "vitest";
import type { Runtime } from "../../src/base/runtime.ts";
import type { JobStore, LockResult, StoredJob } from "../../src/jobs/job-store.ts";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { layerStores } from "../../src/stores/layered-store.ts";
import { createFakeRuntime, type FakeRuntime } from "../support/runtime/fake-runtime.ts";
import { createMemoryStore, type MemoryStore } from "../support/stores/memory-store.ts";

const fingerprint = "f".repeat(64);
const job: VideoJob = { provider: "heygen", surface: "video", ids: { video_id: "v_1" } };
const other: VideoJob = { ...job, ids: { video_id: "v_2" } };
const intent = { at: 1_000 };
const nothing: StoredJob = { renderAttempt: 1 };

const never = <T>() => new Promise<T>(() => {});

const failing: JobStore = createBrokenStore(() => Promise.reject(new Error("HTTP 500")));
const hanging: JobStore = createBrokenStore(never);

function createBrokenStore(fail: () => Promise<never>): JobStore {
  return { load: fail, recordIntent: fail, saveJob: fail, invalidate: fail };
}

/** A runtime in which every time limit expires at once. */
function createImpatientRuntime(): FakeRuntime {
  const setTimer: Runtime["setTimer"] = (_, act) => {
    queueMicrotask(act);
    return () => {};
  };
  return { ...createFakeRuntime(), setTimer };
}

function layer(primary: JobStore, fallback: JobStore, runtime: FakeRuntime) {
  const store = layerStores(runtime, "The cache", primary, fallback);
  const warnings = () => runtime.lines.filter((line) => line.startsWith("warning"));
  return { store, warnings };
}

/** Calls everything that a run calls. */
async function useAll(store: JobStore): Promise<readonly [StoredJob, LockResult]> {
  const stored = await store.load(fingerprint);
  const lock = await store.recordIntent(fingerprint, 1, { at: 5 }, 1);
  await store.saveJob(fingerprint, 1, job);
  await store.load(fingerprint);
  await store.invalidate(fingerprint, 1);
  return [stored, lock];
}

const allWrites = ["intend g1 alone", "remember g1 v_1", "forget g1"];

describe("a primary store that works", () => {
  test("takes all writes, without a warning", async () => {
    const [primary, fallback] = [createMemoryStore(), createMemoryStore()];
    const { store, warnings } = layer(primary, fallback, createFakeRuntime());
    expect(await useAll(store)).toEqual([nothing, 1]);
    expect([primary.calls, fallback.calls, warnings()]).toEqual([allWrites, [], []]);
  });

  test("decides who has the submit lock", async () => {
    const [primary, fallback] = [createMemoryStore({ givesTurn: false }), createMemoryStore()];
    const { store } = layer(primary, fallback, createFakeRuntime());
    expect(await store.recordIntent(fingerprint, 1, { at: 5 }, 1)).toBe("taken");
    expect(fallback.calls).toEqual([]);
  });
});

describe.each([
  ["fails", failing, createFakeRuntime, 1],
  ["never responds", hanging, createImpatientRuntime, "unclear"],
] as const)("a primary store that %s", (_title, broken, createRuntime, lock) => {
  test("causes one warning with its name, and the fallback takes over", async () => {
    const fallback = createMemoryStore({ memory: { renderAttempt: 1, job } });
    const { store, warnings } = layer(broken, fallback, createRuntime());
    expect(await useAll(store)).toEqual([{ renderAttempt: 1, job, unreadable: true }, lock]);
    expect(fallback.calls).toEqual(allWrites);
    expect(warnings()).toEqual([expect.stringContaining("The cache")]);
  });

  test("is not called again", async () => {
    let calls = 0;
    const fail = () => {
      calls += 1;
      return broken.load(fingerprint) as Promise<never>;
    };
    const { store } = layer(createBrokenStore(fail), createMemoryStore(), createRuntime());
    await useAll(store);
    expect(calls).toBe(1);
  });

  test("does not fail a run even when the fallback fails too", async () => {
    const { store, warnings } = layer(broken, failing, createRuntime());
    expect(await useAll(store)).toEqual([{ ...nothing, unreadable: true }, lock]);
    expect(warnings()).toHaveLength(1);
  });
});

describe("a primary store that fails during a run", () => {
  const methods = ["recordIntent", "saveJob", "invalidate"] as const;
  test.each(methods)("is replaced by the fallback from %s on", async (method) => {
    const [good, fallback] = [createMemoryStore(), createMemoryStore()];
    const { store, warnings } = layer({ ...good, [method]: failing[method] }, fallback, createFakeRuntime());
    await useAll(store);
    const from = methods.indexOf(method);
    expect([good.calls, fallback.calls]).toEqual([allWrites.slice(0, from), allWrites.slice(from)]);
    expect(warnings()).toHaveLength(1);
  });
});

describe("the jobs of both stores are merged:", () => {
  const cases: readonly [what: string, primary: StoredJob, fallback: StoredJob, merged: StoredJob][] = [
    ["nothing and nothing", nothing, nothing, nothing],
    ["a job of the primary", { renderAttempt: 1, job }, nothing, { renderAttempt: 1, job }],
    ["a job of the fallback", nothing, { renderAttempt: 1, job }, { renderAttempt: 1, job }],
    [
      "an intent and a job",
      { renderAttempt: 1, intent },
      { renderAttempt: 1, job },
      { renderAttempt: 1, job, intent },
    ],
    [
      "two jobs, of which the primary takes precedence",
      { renderAttempt: 1, job },
      { renderAttempt: 1, job: other },
      { renderAttempt: 1, job },
    ],
    [
      "a later render attempt of the primary",
      { renderAttempt: 2 },
      { renderAttempt: 1, job, intent },
      { renderAttempt: 2 },
    ],
    [
      "a job of the primary, which no later render attempt of the fallback ends",
      { renderAttempt: 1, job, intent },
      { renderAttempt: 999_999 },
      { renderAttempt: 1, job, intent },
    ],
    [
      "a render attempt of the fallback without a job or an intent, which is ignored",
      nothing,
      { renderAttempt: 7 },
      nothing,
    ],
    [
      "a job of a later render attempt, when the primary has none",
      nothing,
      { renderAttempt: 3, job },
      { renderAttempt: 3, job },
    ],
  ];
  test.each(cases)("%s", async (_title, primary, fallback, merged) => {
    const [primaryStore, fallbackStore] = [
      createMemoryStore({ memory: primary }),
      createMemoryStore({ memory: fallback }),
    ];
    const { store } = layer(primaryStore, fallbackStore, createFakeRuntime());
    expect(await store.load(fingerprint)).toEqual(merged);
  });

  test("a fallback that fails to load counts as empty, without a warning", async () => {
    const primary = createMemoryStore({ memory: { renderAttempt: 3, job } });
    const { store, warnings } = layer(primary, failing, createFakeRuntime());
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 3, job });
    expect(warnings()).toEqual([]);
  });
});

describe("an interrupted run", () => {
  /**
   * A runtime that is interrupted in two steps, as a real run is: the last one just before the process must
   * end.
   */
  function createInterruptibleRuntime() {
    const [first, final] = [new AbortController(), new AbortController()];
    const runtime = { ...createFakeRuntime(), signal: first.signal, finalSignal: final.signal };
    return { runtime, interrupt: () => first.abort(), end: () => final.abort() };
  }

  test("still waits until the job is saved", async () => {
    const { runtime, interrupt } = createInterruptibleRuntime();
    const saving = Promise.withResolvers<void>();
    const primary = { ...createMemoryStore(), saveJob: () => saving.promise };
    const fallback: MemoryStore = createMemoryStore();
    const { store, warnings } = layer(primary, fallback, runtime);
    const saved = store.saveJob(fingerprint, 1, job);
    interrupt();
    await new Promise(setImmediate);
    saving.resolve();
    await saved;
    expect([fallback.calls, warnings()]).toEqual([[], []]);
  });

  test("gives up on the primary just before the process must end, and saves to the fallback", async () => {
    const { runtime, interrupt, end } = createInterruptibleRuntime();
    const fallback: MemoryStore = createMemoryStore();
    const { store, warnings } = layer(hanging, fallback, runtime);
    const saved = store.saveJob(fingerprint, 1, job);
    interrupt();
    await new Promise(setImmediate);
    expect(fallback.calls).toEqual([]);
    end();
    await saved;
    expect([fallback.calls, warnings().length]).toEqual([["remember g1 v_1"], 1]);
  });
});
