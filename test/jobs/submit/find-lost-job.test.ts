import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import type { Provider, VideoJob } from "../../../src/jobs/provider.ts";
import { findLostJob, possibleDuplicateError } from "../../../src/jobs/submit/find-lost-job.ts";
import { createScriptedProvider, job, transientError } from "../../support/jobs/scripted-provider.ts";
import { createVideoRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";
import { createMemoryStore, type MemoryStoreOptions } from "../../support/stores/memory-store.ts";

const since = Date.UTC(2025, 11, 31);

type Found = VideoJob | "none" | "cannot tell";

function start(
  find: ((look: number) => Found) | undefined,
  patienceMs = 10_000,
  memory: MemoryStoreOptions = {},
) {
  const runtime = createFakeRuntime();
  const store = createMemoryStore(memory);
  const soughtSince: number[] = [];
  const provider: Provider = {
    ...createScriptedProvider(runtime, {}),
    ...(find && {
      async find(_, from) {
        const found = find(soughtSince.push(from));
        if (typeof found === "object") return { outcome: "found", job: found };
        return { outcome: found === "none" ? "absent" : "unknown" };
      },
    }),
  };
  const jobKey = { store, fingerprint: "f".repeat(64), renderAttempt: 1 };
  const clock = { now: runtime.now, slackMs: 120_000 };
  const wanted = { request: createVideoRequest(), jobKey, clock };
  const search = () => findLostJob(wanted, { at: since, searchMs: patienceMs }, { runtime, provider });
  return { runtime, soughtSince, search };
}

describe("a job that may have been created", () => {
  test("is taken from the provider as soon as it is there", async () => {
    const { runtime, soughtSince, search } = start((look) => (look === 3 ? job : "none"));
    expect(await search()).toBe(job);
    expect([soughtSince.length, runtime.sleeps.length]).toEqual([3, 2]);
  });

  test("is taken from the store when another process notes it there, without asking the provider", async () => {
    const { soughtSince, search } = start(() => "none", 10_000, { later: { load: 1, job } });
    expect(await search()).toBe(job);
    expect(soughtSince).toEqual([]);
  });

  test("is not the one of another generation", async () => {
    const { search } = start(() => "none", 10_000, { memory: { renderAttempt: 2, job } });
    expect(await search()).toBeUndefined();
  });

  test("is looked for to the end of the patience, and once more then", async () => {
    const { runtime, soughtSince, search } = start(() => "none", 10_000);
    expect(await search()).toBeUndefined();
    expect(runtime.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(10_000);
    expect(soughtSince.length).toBe(runtime.sleeps.length + 1);
  });

  test("is looked for once even without any patience", async () => {
    const { runtime, soughtSince, search } = start(() => "none", 0);
    expect(await search()).toBeUndefined();
    expect([soughtSince.length, runtime.sleeps]).toEqual([1, []]);
  });

  test("is looked for from two minutes earlier, because clocks differ", async () => {
    const { soughtSince, search } = start(() => job);
    await search();
    expect(soughtSince).toEqual([since - 120_000]);
  });

  test("is the reason for a line of progress while it is looked for", async () => {
    const { runtime, search } = start((look) => (look === 2 ? job : "none"));
    await search();
    expect(runtime.lines).toEqual([expect.stringContaining("progress: looking for a video")]);
  });
});

describe("when it is unknown whether there is one", () => {
  test.each([
    ["the provider has no list", undefined],
    ["the provider does not know", () => "cannot tell" as const],
    [
      "the provider is down",
      () => {
        throw transientError();
      },
    ],
  ])("because %s, the run ends instead of submitting", async (_what, find) => {
    const { search } = start(find);
    const failure = await failureOf(search);
    expect(failure).toMatchObject({ code: "provider_error", retryable: false, terminal: false });
    expect(failure.message).toContain("2025-12-31T00:00:00.000Z");
  });

  test("a last look that can tell is enough", async () => {
    const { search } = start((look) => (look < 6 ? "cannot tell" : "none"));
    expect(await search()).toBeUndefined();
  });
});

test("a refusal of the provider ends the search at once", async () => {
  const refusal = new ShowreelError("unauthorized", "No.");
  const { runtime, search } = start(() => {
    throw refusal;
  });
  expect(await failureOf(search)).toBe(refusal);
  expect(runtime.sleeps).toEqual([]);
});

test("an error that nobody foresaw is not swallowed", async () => {
  const { search } = start(() => {
    throw new TypeError("a bug");
  });
  await expect(search()).rejects.toThrow(new TypeError("a bug"));
});

test("an interrupted run looks no further", async () => {
  const { runtime, soughtSince, search } = start(() => {
    runtime.interrupt();
    return "none";
  });
  expect(await failureOf(search)).toMatchObject({ code: "interrupted" });
  expect(soughtSince).toHaveLength(1);
});

test("the way out names what a user can set", () => {
  const { hint } = possibleDuplicateError({ at: since });
  expect(hint).toContain("`video_id`");
  expect(hint).toContain("`reuse`");
});
