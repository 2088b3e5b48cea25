import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import { readProviderClock } from "../../../src/jobs/submit/provider-clock.ts";
import { job, times, transientError } from "../../support/jobs/scripted-provider.ts";
import { createSubmitHarness, hour } from "../../support/jobs/submit-harness.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const minute = 60_000;
const start = Date.UTC(2026, 0, 1);
const offsetsInMinutes = [-60, -30, -3, -1, 0, 1, 3, 10, 30, 60];

describe("on a machine whose clock is wrong", () => {
  test.each(offsetsInMinutes)("by %i min, an intent is recorded in the provider's time", async (minutes) => {
    const { store, submitOrResume } = createSubmitHarness({ serverClockAheadMs: -minutes * minute });
    await submitOrResume();
    expect(store.intendedAt).toEqual([start - minutes * minute]);
  });

  test.each(offsetsInMinutes)(
    "by %i min, a lost prompt is searched for from its intent in the provider's time",
    async (minutes) => {
      const at = start - minutes * minute - hour;
      const memory = { renderAttempt: 1, intent: { at } };
      const options = { memory, searchResults: [job], serverClockAheadMs: -minutes * minute };
      const { searchedSince, submitOrResume } = createSubmitHarness(options);
      expect(await submitOrResume()).toMatchObject({ job, resumed: true });
      expect(searchedSince).toEqual([at - 2 * minute]);
    },
  );

  test.each(offsetsInMinutes)(
    "by %i min, a prompt with a stored intent is never submitted without a search",
    async (minutes) => {
      const memory = { renderAttempt: 1, intent: { at: start + minutes * minute } };
      const { calls, submitOrResume } = createSubmitHarness({ memory, searchResults: [job] });
      expect(await submitOrResume()).toMatchObject({ job, resumed: true });
      expect(calls).not.toContain("submit");
    },
  );

  test.each(offsetsInMinutes)(
    "by %i min, a script is replayed within the provider's idempotency window",
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

describe("a provider that does not report its time", () => {
  test("is searched with a margin for a clock that is wrong by an hour", async () => {
    const memory = { renderAttempt: 1, intent: { at: start - hour } };
    const { searchedSince, submitOrResume } = createSubmitHarness({ memory, searchResults: [job] });
    await submitOrResume();
    expect(searchedSince[0]).toBeLessThanOrEqual(start - 2 * hour);
  });

  test("because of a transient error is replaced by this machine's clock", async () => {
    const { runtime, provider } = createSubmitHarness();
    const clock = await readProviderClock(runtime, {
      ...provider,
      serverTime: async () => {
        throw transientError();
      },
    });
    expect(clock.now()).toBe(runtime.now());
  });

  test("because the key may not read it is replaced by this machine's clock", async () => {
    const { runtime, provider } = createSubmitHarness();
    const time = () => Promise.reject(new ShowreelError("unauthorized", "No."));
    expect((await readProviderClock(runtime, { ...provider, serverTime: time })).now()).toBe(runtime.now());
  });
});

test("times are whole milliseconds, even if the clocks report fractions", async () => {
  const { runtime, provider } = createSubmitHarness();
  const fractional = { ...runtime, now: () => start + 0.75 };
  const clock = await readProviderClock(fractional, { ...provider, serverTime: async () => start + 0.3 });
  expect(Number.isInteger(clock.now())).toBe(true);
});

describe("a process that is delayed", () => {
  test("before its submit resumes the video that another process has submitted meanwhile", async () => {
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
    ["waits and fails", ["none"] as const, undefined],
  ])(
    "while another process acquires the submit lock %s, and never submits",
    async (_what, options, outcome) => {
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
    },
  );

  test("while the store becomes unreadable searches at the provider before it submits", async () => {
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

  test("by its uploads acquires the submit lock only after them", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      onPrepare: (runtime) => runtime.advance(300_000),
    });
    await submitOrResume();
    expect(calls).toEqual(["prepare", "intend g1 alone", "submit", "remember g1 v_1"]);
  });

  test("by failing uploads retries them, and records no intent meanwhile", async () => {
    const errors = times(3, transientError());
    const { calls, submitOrResume } = createSubmitHarness({
      onPrepare: () => {
        const error = errors.shift();
        if (error) throw error;
      },
    });
    await submitOrResume();
    expect(calls).toEqual([...times(4, "prepare"), "intend g1 alone", "submit", "remember g1 v_1"]);
  });
});

describe("if it is unclear which process holds the submit lock", () => {
  test("the video of another process is searched for before one is submitted", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      turn: "unclear",
      searchResults: ["none", "none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test("nothing is submitted while another process's request may be in flight", async () => {
    const { provider, submitOrResume } = createSubmitHarness({ turn: "unclear", searchResults: ["none"] });
    await submitOrResume();
    expect(provider.submittedAt[0]).toBeGreaterThanOrEqual(150_000);
  });
});
