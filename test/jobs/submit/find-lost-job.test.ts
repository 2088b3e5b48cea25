import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import type { Provider, VideoJob } from "../../../src/jobs/provider.ts";
import { findLostJob, possibleDuplicateError } from "../../../src/jobs/submit/find-lost-job.ts";
import { createScriptedProvider, job, transientError } from "../../support/jobs/scripted-provider.ts";
import { createVideoRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";
import { createMemoryStore, type MemoryStoreOptions } from "../../support/stores/memory-store.ts";

const intentAt = Date.UTC(2025, 11, 31);

type Found = VideoJob | "none" | "cannot tell";

function start(
  find: ((count: number) => Found) | undefined,
  searchMs = 10_000,
  memory: MemoryStoreOptions = {},
) {
  const runtime = createFakeRuntime();
  const store = createMemoryStore(memory);
  const searchedSince: number[] = [];
  const provider: Provider = {
    ...createScriptedProvider(runtime, {}),
    ...(find && {
      async find(_, since) {
        const found = find(searchedSince.push(since));
        if (typeof found === "object") return { outcome: "found", job: found };
        return { outcome: found === "none" ? "absent" : "unknown" };
      },
    }),
  };
  const jobKey = { store, fingerprint: "f".repeat(64), renderAttempt: 1 };
  const clock = { now: runtime.now, slackMs: 120_000 };
  const jobSearch = { request: createVideoRequest(), jobKey, clock };
  const search = () => findLostJob(jobSearch, { at: intentAt, searchMs }, { runtime, provider });
  return { runtime, searchedSince, search };
}

describe("a job that may have been created", () => {
  test("is returned as soon as the provider lists it", async () => {
    const { runtime, searchedSince, search } = start((count) => (count === 3 ? job : "none"));
    expect(await search()).toBe(job);
    expect([searchedSince.length, runtime.sleeps.length]).toEqual([3, 2]);
  });

  test("is returned from the store, without a search, if another process saves it", async () => {
    const { searchedSince, search } = start(() => "none", 10_000, { later: { load: 1, job } });
    expect(await search()).toBe(job);
    expect(searchedSince).toEqual([]);
  });

  test("is not the job of another render attempt", async () => {
    const { search } = start(() => "none", 10_000, { memory: { renderAttempt: 2, job } });
    expect(await search()).toBeUndefined();
  });

  test("is searched for until the search time is up, and once more then", async () => {
    const { runtime, searchedSince, search } = start(() => "none", 10_000);
    expect(await search()).toBeUndefined();
    expect(runtime.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(10_000);
    expect(searchedSince.length).toBe(runtime.sleeps.length + 1);
  });

  test("is searched for once even without any search time", async () => {
    const { runtime, searchedSince, search } = start(() => "none", 0);
    expect(await search()).toBeUndefined();
    expect([searchedSince.length, runtime.sleeps]).toEqual([1, []]);
  });

  test("is searched for from two minutes before the intent, because clocks differ", async () => {
    const { searchedSince, search } = start(() => job);
    await search();
    expect(searchedSince).toEqual([intentAt - 120_000]);
  });

  test("is named in the progress while it is searched for", async () => {
    const { runtime, search } = start((count) => (count === 2 ? job : "none"));
    await search();
    expect(runtime.lines).toEqual([expect.stringContaining("progress: looking for a video")]);
  });
});

describe("if it is unknown whether a job was created", () => {
  test.each([
    ["the provider has no search", undefined],
    ["the provider cannot tell", () => "cannot tell" as const],
    [
      "the provider is down",
      () => {
        throw transientError();
      },
    ],
  ])("because %s, the search fails and names the time of the intent", async (_what, find) => {
    const { search } = start(find);
    const failure = await failureOf(search);
    expect(failure).toMatchObject({ code: "provider_error", retryable: false, terminal: false });
    expect(failure.message).toContain("2025-12-31T00:00:00.000Z");
  });

  test("one conclusive search at the end is enough", async () => {
    const { search } = start((count) => (count < 6 ? "cannot tell" : "none"));
    expect(await search()).toBeUndefined();
  });
});

test("a permanent error ends the search at once", async () => {
  const permanentError = new ShowreelError("unauthorized", "No.");
  const { runtime, search } = start(() => {
    throw permanentError;
  });
  expect(await failureOf(search)).toBe(permanentError);
  expect(runtime.sleeps).toEqual([]);
});

test("an unexpected error is rethrown", async () => {
  const { search } = start(() => {
    throw new TypeError("a bug");
  });
  await expect(search()).rejects.toThrow(new TypeError("a bug"));
});

test("an interrupted run stops searching", async () => {
  const { runtime, searchedSince, search } = start(() => {
    runtime.interrupt();
    return "none";
  });
  expect(await failureOf(search)).toMatchObject({ code: "interrupted" });
  expect(searchedSince).toHaveLength(1);
});

test("the hint of the error about a possible duplicate names the settings that help", () => {
  const { hint } = possibleDuplicateError({ at: intentAt });
  expect(hint).toContain("`video_id`");
  expect(hint).toContain("`reuse`");
});
