import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import { interruptedError } from "../../../src/base/runtime.ts";
import type { VideoJob } from "../../../src/jobs/provider.ts";
import { job, pending, transientError } from "../../support/jobs/scripted-provider.ts";
import { createSubmitHarness, fingerprint, hour } from "../../support/jobs/submit-harness.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const start = Date.UTC(2026, 0, 1);
const keyOf = (renderAttempt: number) => `showreel-${fingerprint}-g${renderAttempt}`;
const remembered: VideoJob = { ...job, ids: { video_id: "v_0" } };

const lost = () => new ShowreelError("provider_error", "No answer came.", { outcomeUnknown: true });

describe("a video that nobody has asked for yet", () => {
  test("is submitted once, and is new", async () => {
    const { provider, submitOrResume } = createSubmitHarness({ searchResults: ["none"] });
    expect(await submitOrResume()).toMatchObject({
      job,
      resumed: false,
      jobKey: { fingerprint, renderAttempt: 1 },
    });
    expect(provider.keys).toEqual([keyOf(1)]);
  });

  test("is meant before it is submitted and remembered before anything else happens", async () => {
    const { store, calls, submitOrResume } = createSubmitHarness({ searchResults: ["none"] });
    await submitOrResume();
    expect(calls).toEqual(["intend g1 alone", "submit", "remember g1 v_1"]);
    expect(store.current()).toEqual({ renderAttempt: 1, job });
  });

  test("needs no turn where the provider replays the same key", async () => {
    const { calls, submitOrResume } = createSubmitHarness({ idempotencyWindowMs: 23 * hour });
    await submitOrResume();
    expect(calls).toEqual(["intend g1", "submit", "remember g1 v_1"]);
  });

  test("leaves nothing to look for when the provider refused it", async () => {
    const refusal = new ShowreelError("out_of_credit", "Add funds.");
    const { store, calls, submitOrResume } = createSubmitHarness({
      submits: [refusal],
      searchResults: [job],
    });
    expect(await failureOf(submitOrResume)).toBe(refusal);
    expect([calls.includes("find"), store.current().intent]).toEqual([false, undefined]);
  });
});

describe("a remembered video", () => {
  test("is taken up, with what the provider has learnt about it since", async () => {
    const known = { ...remembered, ids: { ...remembered.ids, session_id: "sess_0" } };
    const memory = { renderAttempt: 2, job: remembered };
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory,
      statuses: [{ ...pending, job: known }],
    });
    expect(await submitOrResume()).toMatchObject({ job: known, resumed: true, jobKey: { renderAttempt: 2 } });
    expect([provider.askedFor, calls]).toEqual([[remembered], []]);
  });

  test.each([
    ["is being rendered", pending],
    ["waits for an answer", { state: "blocked" as const, job: remembered, question: "Which?" }],
    ["cannot be asked for just now", transientError()],
  ])("is taken up when it %s", async (_what, status) => {
    const { calls, submitOrResume, warnings } = createSubmitHarness({
      memory: { renderAttempt: 1, job: remembered },
      statuses: [status],
      searchResults: ["none"],
    });
    expect(await submitOrResume()).toMatchObject({ resumed: true });
    expect([calls, warnings()]).toEqual([[], []]);
  });

  test("that must not be asked for ends the run, and nothing is submitted", async () => {
    const refusal = new ShowreelError("unauthorized", "No.");
    const memory = { renderAttempt: 1, job: remembered };
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory,
      statuses: [refusal],
      searchResults: ["none"],
    });
    expect(await failureOf(submitOrResume)).toBe(refusal);
    expect([provider.keys, calls]).toEqual([[], []]);
  });

  test("that failed for good is followed by a new one, under a new key", async () => {
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory: { renderAttempt: 1, job: remembered, intent: { at: start - hour } },
      statuses: [{ state: "failed", job: remembered, reason: "No." }],
      searchResults: [remembered],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false, jobKey: { renderAttempt: 2 } });
    expect(provider.keys).toEqual([keyOf(2)]);
    expect(calls).toEqual(["forget g1", "intend g2 alone", "submit", "remember g2 v_1"]);
  });
});

describe("a remembered id that the provider does not know", () => {
  test("is one warning, and the same key brings back the real video", async () => {
    const intent = { at: start - hour };
    const { provider, calls, submitOrResume, warnings } = createSubmitHarness({
      memory: { renderAttempt: 3, job: remembered, intent },
      ownsJob: false,
      idempotencyWindowMs: 23 * hour,
    });
    expect(await submitOrResume()).toMatchObject({ job, jobKey: { renderAttempt: 3 } });
    expect(provider.keys).toEqual([keyOf(3)]);
    expect(calls).toEqual(["intend g3", "submit", "remember g3 v_1"]);
    expect(warnings()).toHaveLength(1);
  });

  test.each([
    ["whose submit is noted", { intent: { at: start - hour } }],
    ["whose submit is not noted", {}],
  ])("does not lead to a second payment for a video %s", async (_what, more) => {
    const { provider, calls, submitOrResume, warnings } = createSubmitHarness({
      memory: { renderAttempt: 1, job: remembered, ...more },
      ownsJob: false,
      searchResults: [job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true, jobKey: { renderAttempt: 1 } });
    expect([provider.keys, calls]).toEqual([[], ["find", "remember g1 v_1"]]);
    expect(warnings()).toHaveLength(1);
  });

  test("leads to a submit under the same key when there is no such video", async () => {
    const memory = { renderAttempt: 1, job: remembered, intent: { at: start - hour } };
    const { provider, submitOrResume, warnings } = createSubmitHarness({
      memory,
      ownsJob: false,
      searchResults: ["none"],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect([provider.keys, warnings().length]).toEqual([[keyOf(1)], 1]);
  });
});

describe("a submit of which nothing more is known", () => {
  const over = (age: number) => ({ renderAttempt: 1, intent: { at: start - age } });

  test("is repeated under the same key where the provider replays it", async () => {
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory: over(22 * hour),
      idempotencyWindowMs: 23 * hour,
      searchResults: [remembered],
    });
    expect(await submitOrResume()).toMatchObject({ job });
    expect(provider.keys).toEqual([keyOf(1)]);
    expect(calls).toEqual(["intend g1", "submit", "remember g1 v_1"]);
  });

  test("stays noted with the time of the first try, from which the provider counts", async () => {
    const { store, submitOrResume } = createSubmitHarness({
      memory: over(22 * hour),
      idempotencyWindowMs: 23 * hour,
    });
    await submitOrResume();
    expect(store.intendedAt).toEqual([start - 22 * hour]);
  });

  test.each([
    ["nobody can look for it", {}],
    ["the provider cannot tell", { searchResults: ["cannot tell"] as const }],
    ["the look for it fails", { searchResults: [transientError()] }],
  ])("ends the run when it is too old to be replayed and %s", async (_what, options) => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: over(24 * hour),
      idempotencyWindowMs: 23 * hour,
      ...options,
    });
    const failure = await failureOf(submitOrResume);
    expect(failure).toMatchObject({ code: "provider_error", retryable: false });
    expect(failure.message).toContain("2025-12-31T00:00:00.000Z");
    expect(failure.hint).toContain("`video_id`");
    expect(provider.keys).toEqual([]);
  });

  test("is found at the provider, and not submitted again", async () => {
    const { calls, submitOrResume } = createSubmitHarness({ memory: over(hour), searchResults: [job] });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true, jobKey: { renderAttempt: 1 } });
    expect(calls).toEqual(["find", "remember g1 v_1"]);
  });

  test("is found at the second look, because lists are not always up to date", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      memory: over(hour),
      searchResults: ["none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect(calls).toEqual(["find", "find", "remember g1 v_1"]);
  });

  test("is submitted, once and after looking, when there is none", async () => {
    const { calls, submitOrResume } = createSubmitHarness({ memory: over(hour), searchResults: ["none"] });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    const looks = calls.filter((call) => call === "find");
    expect(looks.length).toBeGreaterThan(1);
    expect(calls).toEqual([...looks, "intend g1 alone", "submit", "remember g1 v_1"]);
  });

  test("is looked for from that time on, with room for clocks that differ", async () => {
    const { searchedSince, submitOrResume } = createSubmitHarness({
      memory: over(hour),
      searchResults: [job],
    });
    await submitOrResume();
    expect(searchedSince[0]).toBeLessThan(start - hour);
    expect(searchedSince[0]).toBeGreaterThan(start - 3 * hour);
  });
});

describe("while another process is about to submit", () => {
  const alive = { renderAttempt: 1, intent: { at: start - 1_000 } };

  test("its video is waited for and taken up", async () => {
    const later = { load: 20, job: remembered };
    const { provider, submitOrResume } = createSubmitHarness({
      memory: alive,
      searchResults: ["none"],
      later,
    });
    expect(await submitOrResume()).toMatchObject({ job: remembered, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test("its video is taken up as soon as the provider lists it", async () => {
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory: alive,
      searchResults: ["none", "none", "none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect([provider.keys, calls.at(-1)]).toEqual([[], "remember g1 v_1"]);
  });

  test("nothing is submitted for as long as its call may last", async () => {
    const { provider, submitOrResume } = createSubmitHarness({ memory: alive, searchResults: ["none"] });
    await submitOrResume();
    expect(provider.submittedAt[0]).toBeGreaterThanOrEqual(120_000);
  });
});

describe("a process that does not get the turn", () => {
  test("waits for the video of the one that has it, and never submits", async () => {
    const later = { load: 10, job: remembered };
    const { provider, submitOrResume } = createSubmitHarness({
      givesTurn: false,
      searchResults: ["none"],
      later,
    });
    expect(await submitOrResume()).toMatchObject({ job: remembered, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test("takes up the video that the provider lists", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      givesTurn: false,
      searchResults: ["none", "none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test.each([
    ["none appears", { searchResults: ["none"] as const }],
    ["the provider cannot tell", {}],
  ])("ends the run, and does not submit, when %s", async (_what, options) => {
    const { provider, submitOrResume } = createSubmitHarness({ givesTurn: false, ...options });
    expect(await failureOf(submitOrResume)).toMatchObject({ code: "provider_error" });
    expect(provider.keys).toEqual([]);
  });
});

describe("when the answer to a submit is lost", () => {
  test("the video is found, taken, remembered, and not submitted again", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      submits: [lost()],
      searchResults: ["none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job });
    expect(calls).toEqual(["intend g1 alone", "submit", "find", "find", "remember g1 v_1"]);
  });

  test.each([
    ["is not found", { searchResults: ["none"] as const }],
    ["cannot be looked for", {}],
    ["is looked for in vain", { searchResults: [transientError()] }],
    ["must not be looked for", { searchResults: [new ShowreelError("unauthorized", "No.")] }],
  ])("the run ends with that error and without a second submit when the video %s", async (_what, options) => {
    const error = lost();
    const { provider, store, submitOrResume } = createSubmitHarness({ submits: [error, job], ...options });
    expect(await failureOf(submitOrResume)).toBe(error);
    expect(provider.keys).toHaveLength(1);
    expect(store.current()).toMatchObject({ renderAttempt: 1, intent: {} });
  });

  test("an interrupted run does not look for it", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      submits: [interruptedError({ outcomeUnknown: true })],
      searchResults: [job],
      onSubmit: (runtime) => runtime.interrupt(),
    });
    expect(await failureOf(submitOrResume)).toMatchObject({ code: "interrupted" });
    expect(calls).toEqual(["intend g1 alone", "submit"]);
  });

  test("a run that is interrupted while it looks says that it was interrupted", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      submits: [lost()],
      searchResults: ["none"],
      onSearch: (runtime) => runtime.interrupt(),
    });
    expect(await failureOf(submitOrResume)).toMatchObject({ code: "interrupted" });
    expect(provider.keys).toHaveLength(1);
  });
});

test("a run that is interrupted while it looks for an earlier video submits nothing", async () => {
  const memory = { renderAttempt: 1, intent: { at: start - hour } };
  const { provider, submitOrResume } = createSubmitHarness({
    memory,
    searchResults: ["none"],
    onSearch: (runtime) => runtime.interrupt(),
  });
  expect(await failureOf(submitOrResume)).toMatchObject({ code: "interrupted" });
  expect(provider.keys).toEqual([]);
});

describe("what may not be paid for", () => {
  const refusal = new ShowreelError("invalid_input", "It costs too much.");
  const approve = () => Promise.reject(refusal);
  const meant = { renderAttempt: 1, intent: { at: start - hour } };

  test.each([
    ["nobody has asked for", {}],
    ["was meant, and never came to be", { memory: meant, searchResults: ["none"] as const }],
    [
      "is remembered, and gone at the provider",
      { memory: { renderAttempt: 1, job: remembered }, ownsJob: false, idempotencyWindowMs: 23 * hour },
    ],
  ])("is not submitted when it is a video that %s", async (_what, options) => {
    const { provider, submitOrResume } = createSubmitHarness({ ...options, approve });
    expect(await failureOf(submitOrResume)).toBe(refusal);
    expect(provider.keys).toEqual([]);
  });

  test("is taken up all the same when it exists", async () => {
    const { submitOrResume } = createSubmitHarness({
      memory: { renderAttempt: 1, job: remembered },
      approve,
    });
    expect(await submitOrResume()).toMatchObject({ resumed: true });
  });
});
