import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import { readProviderClock } from "../../../src/jobs/submit/provider-clock.ts";
import { job, times, transientError } from "../../support/jobs/scripted-provider.ts";
import { createSubmitHarness, hour } from "../../support/jobs/submit-harness.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const minute = 60_000;
const start = Date.UTC(2026, 0, 1);
const wrong = [-60, -30, -3, -1, 0, 1, 3, 10, 30, 60];

describe("on a machine whose clock is wrong", () => {
  test.each(wrong)("by %i min, an intent is noted at the provider's time", async (minutes) => {
    const { store, submitOrResume } = createSubmitHarness({ serverClockAheadMs: -minutes * minute });
    await submitOrResume();
    expect(store.intendedAt).toEqual([start - minutes * minute]);
  });

  test.each(wrong)(
    "by %i min, a lost prompt is looked for where the provider has dated it",
    async (minutes) => {
      const at = start - minutes * minute - hour;
      const memory = { renderAttempt: 1, intent: { at } };
      const options = { memory, searchResults: [job], serverClockAheadMs: -minutes * minute };
      const { searchedSince, submitOrResume } = createSubmitHarness(options);
      expect(await submitOrResume()).toMatchObject({ job, resumed: true });
      expect(searchedSince).toEqual([at - 2 * minute]);
    },
  );

  test.each(wrong)(
    "by %i min, a prompt of which an intent is noted is never submitted unsought",
    async (minutes) => {
      const memory = { renderAttempt: 1, intent: { at: start + minutes * minute } };
      const { calls, submitOrResume } = createSubmitHarness({ memory, searchResults: [job] });
      expect(await submitOrResume()).toMatchObject({ job, resumed: true });
      expect(calls).not.toContain("submit");
    },
  );

  test.each(wrong)(
    "by %i min, a script is replayed for as long as the provider's own day lasts",
    async (minutes) => {
      const serverClockAheadMs = -minutes * minute;
      const at = start + serverClockAheadMs - 22 * hour;
      const { calls, submitOrResume } = createSubmitHarness({
        memory: { renderAttempt: 1, intent: { at } },
        idempotencyWindowMs: 23 * hour,
        serverClockAheadMs,
      });
      await submitOrResume();
      expect(calls).toEqual(["intend g1", "submit", "remember g1 v_1"]);
    },
  );
});

describe("a provider that does not tell its time", () => {
  test("is looked at with room for a clock that is wrong by an hour", async () => {
    const memory = { renderAttempt: 1, intent: { at: start - hour } };
    const { searchedSince, submitOrResume } = createSubmitHarness({ memory, searchResults: [job] });
    await submitOrResume();
    expect(searchedSince[0]).toBeLessThanOrEqual(start - 2 * hour);
  });

  test("because it cannot be reached just now is asked to submit all the same", async () => {
    const { runtime, provider } = createSubmitHarness();
    const clock = await readProviderClock(runtime, {
      ...provider,
      serverTime: async () => {
        throw transientError();
      },
    });
    expect(clock.now()).toBe(runtime.now());
  });

  test("because the key may not ask is asked to submit all the same", async () => {
    const { runtime, provider } = createSubmitHarness();
    const time = () => Promise.reject(new ShowreelError("unauthorized", "No."));
    expect((await readProviderClock(runtime, { ...provider, serverTime: time })).now()).toBe(runtime.now());
  });
});

test("times are whole milliseconds, whatever the clocks tell", async () => {
  const { runtime, provider } = createSubmitHarness();
  const odd = { ...runtime, now: () => start + 0.75 };
  const clock = await readProviderClock(odd, { ...provider, serverTime: async () => start + 0.3 });
  expect(Number.isInteger(clock.now())).toBe(true);
});

describe("a process that comes back late", () => {
  test("after it has slept before its submit takes the video that another has made meanwhile", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      searchResults: ["none"],
      later: { load: 2, job: { ...job, ids: { video_id: "v_0" } } },
      onRecordIntent: (runtime) => runtime.advance(200_000),
    });
    expect(await submitOrResume()).toMatchObject({ job: { ids: { video_id: "v_0" } } });
    expect(provider.keys).toEqual([]);
  });

  test.each([
    ["finds its video", [job] as const, { job, resumed: false }],
    ["waits and stops", ["none"] as const, undefined],
  ])("to a turn that another has taken %s, and never submits", async (_what, options, outcome) => {
    const { provider, submitOrResume } = createSubmitHarness({
      searchResults: options,
      onRecordIntent: (runtime, memory) => {
        runtime.advance(200_000);
        memory.takeTurn();
      },
    });
    if (outcome) expect(await submitOrResume()).toMatchObject({ job: outcome.job });
    else expect(await failureOf(submitOrResume)).toMatchObject({ code: "provider_error" });
    expect(provider.keys).toEqual([]);
  });

  test("to a store that cannot be read any more asks the provider before it pays", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      searchResults: [job],
      onRecordIntent: (runtime, memory) => {
        runtime.advance(200_000);
        memory.becomeUnreadable();
      },
    });
    expect(await submitOrResume()).toMatchObject({ job });
    expect(provider.keys).toEqual([]);
  });

  test("from its uploads takes its turn only then", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      onPrepare: (runtime) => runtime.advance(300_000),
    });
    await submitOrResume();
    expect(calls).toEqual(["prepare", "intend g1 alone", "submit", "remember g1 v_1"]);
  });

  test("from uploads that fail for a while is patient, and notes nothing meanwhile", async () => {
    const prepares = [...times(3, transientError())];
    const { calls, submitOrResume } = createSubmitHarness({
      onPrepare: () => {
        const fault = prepares.shift();
        if (fault) throw fault;
      },
    });
    await submitOrResume();
    expect(calls).toEqual([...times(4, "prepare"), "intend g1 alone", "submit", "remember g1 v_1"]);
  });
});

describe("where it is unknown whose turn it is", () => {
  test("the video of another process is waited for before one is paid for", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      turn: "unclear",
      searchResults: ["none", "none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test("nothing is submitted for as long as another's call may last", async () => {
    const { provider, submitOrResume } = createSubmitHarness({ turn: "unclear", searchResults: ["none"] });
    await submitOrResume();
    expect(provider.submittedAt[0]).toBeGreaterThanOrEqual(150_000);
  });
});
