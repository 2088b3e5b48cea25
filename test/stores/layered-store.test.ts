import { describe, expect, test } from "vitest";
import type { Runtime } from "../../src/base/runtime.ts";
import type { JobStore, LockResult, StoredJob } from "../../src/jobs/job-store.ts";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { layerStores } from "../../src/stores/layered-store.ts";
import { createFakeRuntime, type FakeRuntime } from "../support/fake-runtime.ts";
import { createMemoryStore, type MemoryStore } from "../support/memory-store.ts";

const fingerprint = "f".repeat(64);
const job: VideoJob = { provider: "heygen", surface: "video", ids: { video_id: "v_1" } };
const other: VideoJob = { ...job, ids: { video_id: "v_2" } };
const intent = { at: 1_000 };
const nothing: StoredJob = { renderAttempt: 1 };

const never = <T>() => new Promise<T>(() => {});

const failing: JobStore = toBroken(() => Promise.reject(new Error("HTTP 500")));
const hanging: JobStore = toBroken(never);

function toBroken(answer: () => Promise<never>): JobStore {
  return { load: answer, recordIntent: answer, saveJob: answer, invalidate: answer };
}

/** A runtime in which every limit is reached at once. */
function createImpatientRuntime(): FakeRuntime {
  const after: Runtime["setTimer"] = (_, act) => {
    queueMicrotask(act);
    return () => {};
  };
  return { ...createFakeRuntime(), setTimer: after };
}

function layer(first: JobStore, second: JobStore, runtime: FakeRuntime) {
  const store = layerStores(runtime, "The cache", first, second);
  const warnings = () => runtime.lines.filter((line) => line.startsWith("warning"));
  return { store, warnings };
}

/** Everything a run does with a store. */
async function useAll(store: JobStore): Promise<readonly [StoredJob, LockResult]> {
  const memory = await store.load(fingerprint);
  const turn = await store.recordIntent(fingerprint, 1, { at: 5 }, 1);
  await store.saveJob(fingerprint, 1, job);
  await store.load(fingerprint);
  await store.invalidate(fingerprint, 1);
  return [memory, turn];
}

const allWrites = ["intend g1 alone", "remember g1 v_1", "forget g1"];

describe("a first layer that works", () => {
  test("does all the writing, and nobody is warned", async () => {
    const [first, second] = [createMemoryStore(), createMemoryStore()];
    const { store, warnings } = layer(first, second, createFakeRuntime());
    expect(await useAll(store)).toEqual([nothing, 1]);
    expect([first.calls, second.calls, warnings()]).toEqual([allWrites, [], []]);
  });

  test("decides whose turn it is", async () => {
    const [first, second] = [createMemoryStore({ givesTurn: false }), createMemoryStore()];
    const { store } = layer(first, second, createFakeRuntime());
    expect(await store.recordIntent(fingerprint, 1, { at: 5 }, 1)).toBe("taken");
    expect(second.calls).toEqual([]);
  });
});

describe.each([
  ["fails", failing, createFakeRuntime, 1],
  ["never answers", hanging, createImpatientRuntime, "unclear"],
] as const)("a first layer that %s", (_what, broken, createRuntime, turn) => {
  test("is one warning with its name, and the second does all the work", async () => {
    const second = createMemoryStore({ memory: { renderAttempt: 1, job } });
    const { store, warnings } = layer(broken, second, createRuntime());
    expect(await useAll(store)).toEqual([{ renderAttempt: 1, job, unreadable: true }, turn]);
    expect(second.calls).toEqual(allWrites);
    expect(warnings()).toEqual([expect.stringContaining("The cache")]);
  });

  test("is not asked again, whatever is wanted of it", async () => {
    let asked = 0;
    const answer = () => {
      asked += 1;
      return broken.load(fingerprint) as Promise<never>;
    };
    const { store } = layer(toBroken(answer), createMemoryStore(), createRuntime());
    await useAll(store);
    expect(asked).toBe(1);
  });

  test("lets a run go on although the second is broken too", async () => {
    const { store, warnings } = layer(broken, failing, createRuntime());
    expect(await useAll(store)).toEqual([{ ...nothing, unreadable: true }, turn]);
    expect(warnings()).toHaveLength(1);
  });
});

describe("a first layer that fails in the middle of a run", () => {
  const methods = ["recordIntent", "saveJob", "invalidate"] as const;
  test.each(methods)("hands over at %s, and what was known before stays known", async (method) => {
    const [good, second] = [createMemoryStore(), createMemoryStore()];
    const { store, warnings } = layer({ ...good, [method]: failing[method] }, second, createFakeRuntime());
    await useAll(store);
    const from = methods.indexOf(method);
    expect([good.calls, second.calls]).toEqual([allWrites.slice(0, from), allWrites.slice(from)]);
    expect(warnings()).toHaveLength(1);
  });
});

describe("what both layers remember is put together:", () => {
  const cases: readonly [what: string, first: StoredJob, second: StoredJob, together: StoredJob][] = [
    ["nothing and nothing", nothing, nothing, nothing],
    ["a job of the first", { renderAttempt: 1, job }, nothing, { renderAttempt: 1, job }],
    ["a job of the second", nothing, { renderAttempt: 1, job }, { renderAttempt: 1, job }],
    [
      "an intent and a job",
      { renderAttempt: 1, intent },
      { renderAttempt: 1, job },
      { renderAttempt: 1, job, intent },
    ],
    [
      "two jobs, of which the first counts",
      { renderAttempt: 1, job },
      { renderAttempt: 1, job: other },
      { renderAttempt: 1, job },
    ],
    [
      "a later generation of the first",
      { renderAttempt: 2 },
      { renderAttempt: 1, job, intent },
      { renderAttempt: 2 },
    ],
    [
      "what the first knows, which no later generation of the second annuls",
      { renderAttempt: 1, job, intent },
      { renderAttempt: 999_999 },
      { renderAttempt: 1, job, intent },
    ],
    ["a bare generation of the second, which is no knowledge", nothing, { renderAttempt: 7 }, nothing],
    [
      "a job of a later generation, when the first knows nothing",
      nothing,
      { renderAttempt: 3, job },
      { renderAttempt: 3, job },
    ],
  ];
  test.each(cases)("%s", async (_what, first, second, together) => {
    const [one, two] = [createMemoryStore({ memory: first }), createMemoryStore({ memory: second })];
    const { store } = layer(one, two, createFakeRuntime());
    expect(await store.load(fingerprint)).toEqual(together);
  });

  test("a second layer that fails at a look counts as empty, without a word", async () => {
    const first = createMemoryStore({ memory: { renderAttempt: 3, job } });
    const { store, warnings } = layer(first, failing, createFakeRuntime());
    expect(await store.load(fingerprint)).toEqual({ renderAttempt: 3, job });
    expect(warnings()).toEqual([]);
  });
});

describe("an interrupted run", () => {
  /** A runtime whose signals are two, as they are in a real run. */
  function createStoppableRuntime() {
    const [now, last] = [new AbortController(), new AbortController()];
    const runtime = { ...createFakeRuntime(), signal: now.signal, lastSignal: last.signal };
    return { runtime, stop: () => now.abort(), end: () => last.abort() };
  }

  test("still waits for what notes the job down", async () => {
    const { runtime, stop } = createStoppableRuntime();
    const answer = Promise.withResolvers<void>();
    const first = { ...createMemoryStore(), remember: () => answer.promise };
    const second: MemoryStore = createMemoryStore();
    const { store, warnings } = layer(first, second, runtime);
    const noted = store.saveJob(fingerprint, 1, job);
    stop();
    await new Promise(setImmediate);
    answer.resolve();
    await noted;
    expect([second.calls, warnings()]).toEqual([[], []]);
  });

  test("gives up just before it must end, and the second notes it", async () => {
    const { runtime, stop, end } = createStoppableRuntime();
    const second: MemoryStore = createMemoryStore();
    const { store, warnings } = layer(hanging, second, runtime);
    const noted = store.saveJob(fingerprint, 1, job);
    stop();
    await new Promise(setImmediate);
    expect(second.calls).toEqual([]);
    end();
    await noted;
    expect([second.calls, warnings().length]).toEqual([["remember g1 v_1"], 1]);
  });
});
