import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import type { GuessSource } from "../../../src/jobs/job-store.ts";
import { job, pending } from "../../support/jobs/scripted-provider.ts";
import { createSubmitHarness, hour } from "../../support/jobs/submit-harness.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const start = Date.UTC(2026, 0, 1);
const guessed = (guess: GuessSource, age = hour, renderAttempt = 1) => ({
  renderAttempt,
  intent: { at: start - age, guess },
});
const failed = { state: "failed", job, reason: "No." } as const;

describe("what may have been submitted although no store knows of it", () => {
  test.each(["exact", "unreadable"] as const)("is taken when it is found (%s)", async (guess) => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: guessed(guess),
      searchResults: [job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test("is not taken on trust when it may be an earlier run's, and the way out is told", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: guessed("vague"),
      searchResults: [job],
    });
    const failure = await failureOf(submitOrResume);
    expect(failure).toMatchObject({ code: "provider_error", hint: expect.stringContaining("actions: read") });
    expect(provider.keys).toEqual([]);
  });

  test("is submitted when there is none", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      memory: guessed("vague"),
      searchResults: ["none"],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect(calls.at(-2)).toBe("submit");
  });

  test("is submitted anew when it has failed", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: guessed("exact"),
      searchResults: [{ ...job, ids: { video_id: "v_0" } }],
      statuses: [failed, pending],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect(provider.keys).toHaveLength(1);
  });

  test("is submitted anew when it has led to a video that has failed", async () => {
    const session = { ...job, ids: { session_id: "sess_0" } };
    const learnt = { ...job, ids: { ...session.ids, video_id: "v_0" } };
    const { provider, submitOrResume } = createSubmitHarness({
      memory: guessed("exact"),
      searchResults: [session],
      statuses: [{ ...pending, job: learnt }, { ...failed, job: learnt }, pending],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect(provider.keys).toHaveLength(1);
  });

  test.each([
    ["exact", "There is no record of an earlier attempt"],
    ["unreadable", "run again when the cache"],
  ] as const)("ends the run when the provider cannot tell (%s), and says why", async (guess, why) => {
    const failure = await failureOf(createSubmitHarness({ memory: guessed(guess) }).submitOrResume);
    expect(failure).toMatchObject({ code: "provider_error", hint: expect.stringContaining(why) });
  });

  test("is looked for also when a generation has ended", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: guessed("exact", hour, 2),
      searchResults: [job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true, jobKey: { renderAttempt: 2 } });
    expect(provider.keys).toEqual([]);
  });

  test("is submitted where the provider cannot tell, but a generation was seen to end", async () => {
    const { provider, submitOrResume } = createSubmitHarness({ memory: guessed("exact", hour, 2) });
    expect(await submitOrResume()).toMatchObject({ job });
    expect(provider.keys).toHaveLength(1);
  });
});

test("an attempt that was refused before its submit leaves word that it has submitted nothing", async () => {
  const refusal = new ShowreelError("invalid_input", "It costs too much.");
  const { store, submitOrResume } = createSubmitHarness({ approve: () => Promise.reject(refusal) });
  expect(await failureOf(submitOrResume)).toBe(refusal);
  expect(store.calls).toEqual(["forget g1"]);
});

test("a video is not begun when the time is up before", async () => {
  const { provider, store, submitOrResume } = createSubmitHarness({
    onPrepare: (runtime) => runtime.advance(1_300_000),
  });
  expect(await failureOf(submitOrResume)).toMatchObject({ code: "timed_out" });
  expect([provider.keys, store.current()]).toEqual([[], { renderAttempt: 1 }]);
});
