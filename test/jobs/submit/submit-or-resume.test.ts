import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import { interruptedError } from "../../../src/base/runtime.ts";
import type { VideoJob } from "../../../src/jobs/provider.ts";
import { job, pending, transientError } from "../../support/jobs/scripted-provider.ts";
import { createSubmitHarness, fingerprint, hour } from "../../support/jobs/submit-harness.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const start = Date.UTC(2026, 0, 1);
const keyOf = (renderAttempt: number) => `showreel-${fingerprint}-g${renderAttempt}`;
const storedJob: VideoJob = { ...job, ids: { video_id: "v_0" } };

const lostResponse = () => new ShowreelError("provider_error", "No answer came.", { outcomeUnknown: true });

describe("a new video", () => {
  test("is submitted once, and is not marked as resumed", async () => {
    const { provider, submitOrResume } = createSubmitHarness({ searchResults: ["none"] });
    expect(await submitOrResume()).toMatchObject({
      job,
      resumed: false,
      jobKey: { fingerprint, renderAttempt: 1 },
    });
    expect(provider.keys).toEqual([keyOf(1)]);
  });

  test("has an intent before its submit, and a stored job right after it", async () => {
    const { store, calls, submitOrResume } = createSubmitHarness({ searchResults: ["none"] });
    await submitOrResume();
    expect(calls).toEqual(["intend g1 alone", "submit", "remember g1 v_1"]);
    expect(store.current()).toEqual({ renderAttempt: 1, job });
  });

  test("needs no submit lock if the provider replays the same idempotency key", async () => {
    const { calls, submitOrResume } = createSubmitHarness({ idempotencyWindowMs: 23 * hour });
    await submitOrResume();
    expect(calls).toEqual(["intend g1", "submit", "remember g1 v_1"]);
  });

  test("leaves no intent if the provider rejects it", async () => {
    const rejection = new ShowreelError("out_of_credit", "Add funds.");
    const { store, calls, submitOrResume } = createSubmitHarness({
      submits: [rejection],
      searchResults: [job],
    });
    expect(await failureOf(submitOrResume)).toBe(rejection);
    expect([calls.includes("find"), store.current().intent]).toEqual([false, undefined]);
  });
});

describe("a stored job", () => {
  test("is resumed, with the ids that the provider has learned since", async () => {
    const learned = { ...storedJob, ids: { ...storedJob.ids, session_id: "sess_0" } };
    const memory = { renderAttempt: 2, job: storedJob };
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory,
      statuses: [{ ...pending, job: learned }],
    });
    expect(await submitOrResume()).toMatchObject({
      job: learned,
      resumed: true,
      jobKey: { renderAttempt: 2 },
    });
    expect([provider.askedFor, calls]).toEqual([[storedJob], []]);
  });

  test.each([
    ["is being rendered", pending],
    ["waits for a reply", { state: "blocked" as const, job: storedJob, question: "Which?" }],
    ["cannot be polled because of a transient error", transientError()],
  ])("is resumed if it %s", async (_what, status) => {
    const { calls, submitOrResume, warnings } = createSubmitHarness({
      memory: { renderAttempt: 1, job: storedJob },
      statuses: [status],
      searchResults: ["none"],
    });
    expect(await submitOrResume()).toMatchObject({ resumed: true });
    expect([calls, warnings()]).toEqual([[], []]);
  });

  test("that the key may not read fails the run, and nothing is submitted", async () => {
    const rejection = new ShowreelError("unauthorized", "No.");
    const memory = { renderAttempt: 1, job: storedJob };
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory,
      statuses: [rejection],
      searchResults: ["none"],
    });
    expect(await failureOf(submitOrResume)).toBe(rejection);
    expect([provider.keys, calls]).toEqual([[], []]);
  });

  test("that failed is followed by a new render attempt with a new idempotency key", async () => {
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory: { renderAttempt: 1, job: storedJob, intent: { at: start - hour } },
      statuses: [{ state: "failed", job: storedJob, reason: "No." }],
      searchResults: [storedJob],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false, jobKey: { renderAttempt: 2 } });
    expect(provider.keys).toEqual([keyOf(2)]);
    expect(calls).toEqual(["forget g1", "intend g2 alone", "submit", "remember g2 v_1"]);
  });
});

describe("a stored id that the provider does not know", () => {
  test("causes one warning, and the same idempotency key returns the real video", async () => {
    const intent = { at: start - hour };
    const { provider, calls, submitOrResume, warnings } = createSubmitHarness({
      memory: { renderAttempt: 3, job: storedJob, intent },
      ownsJob: false,
      idempotencyWindowMs: 23 * hour,
    });
    expect(await submitOrResume()).toMatchObject({ job, jobKey: { renderAttempt: 3 } });
    expect(provider.keys).toEqual([keyOf(3)]);
    expect(calls).toEqual(["intend g3", "submit", "remember g3 v_1"]);
    expect(warnings()).toHaveLength(1);
  });

  test.each([
    ["with a recorded intent", { intent: { at: start - hour } }],
    ["without a recorded intent", {}],
  ])("does not lead to a second payment for a video %s", async (_what, more) => {
    const { provider, calls, submitOrResume, warnings } = createSubmitHarness({
      memory: { renderAttempt: 1, job: storedJob, ...more },
      ownsJob: false,
      searchResults: [job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true, jobKey: { renderAttempt: 1 } });
    expect([provider.keys, calls]).toEqual([[], ["find", "remember g1 v_1"]]);
    expect(warnings()).toHaveLength(1);
  });

  test("leads to a submit with the same idempotency key if there is no such video", async () => {
    const memory = { renderAttempt: 1, job: storedJob, intent: { at: start - hour } };
    const { provider, submitOrResume, warnings } = createSubmitHarness({
      memory,
      ownsJob: false,
      searchResults: ["none"],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect([provider.keys, warnings().length]).toEqual([[keyOf(1)], 1]);
  });
});

describe("an intent without a stored job", () => {
  const intentOfAge = (age: number) => ({ renderAttempt: 1, intent: { at: start - age } });

  test("is submitted again with the same idempotency key if the provider replays it", async () => {
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory: intentOfAge(22 * hour),
      idempotencyWindowMs: 23 * hour,
      searchResults: [storedJob],
    });
    expect(await submitOrResume()).toMatchObject({ job });
    expect(provider.keys).toEqual([keyOf(1)]);
    expect(calls).toEqual(["intend g1", "submit", "remember g1 v_1"]);
  });

  test("keeps the time of the first submit, from which the provider counts", async () => {
    const { store, submitOrResume } = createSubmitHarness({
      memory: intentOfAge(22 * hour),
      idempotencyWindowMs: 23 * hour,
    });
    await submitOrResume();
    expect(store.intendedAt).toEqual([start - 22 * hour]);
  });

  test.each([
    ["the provider has no search", {}],
    ["the provider cannot tell", { searchResults: ["cannot tell"] as const }],
    ["the search fails", { searchResults: [transientError()] }],
  ])("fails the run if it is too old to be replayed and %s", async (_what, options) => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: intentOfAge(24 * hour),
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
    const { calls, submitOrResume } = createSubmitHarness({
      memory: intentOfAge(hour),
      searchResults: [job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true, jobKey: { renderAttempt: 1 } });
    expect(calls).toEqual(["find", "remember g1 v_1"]);
  });

  test("is found by the second search, because lists are not always up to date", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      memory: intentOfAge(hour),
      searchResults: ["none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect(calls).toEqual(["find", "find", "remember g1 v_1"]);
  });

  test("is submitted once, after searching, if there is no such video", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      memory: intentOfAge(hour),
      searchResults: ["none"],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    const searches = calls.filter((call) => call === "find");
    expect(searches.length).toBeGreaterThan(1);
    expect(calls).toEqual([...searches, "intend g1 alone", "submit", "remember g1 v_1"]);
  });

  test("is searched for from its time on, with a margin for clocks that differ", async () => {
    const { searchedSince, submitOrResume } = createSubmitHarness({
      memory: intentOfAge(hour),
      searchResults: [job],
    });
    await submitOrResume();
    expect(searchedSince[0]).toBeLessThan(start - hour);
    expect(searchedSince[0]).toBeGreaterThan(start - 3 * hour);
  });
});

describe("while another process is about to submit", () => {
  const recentIntent = { renderAttempt: 1, intent: { at: start - 1_000 } };

  test("its video is waited for and resumed", async () => {
    const later = { load: 20, job: storedJob };
    const { provider, submitOrResume } = createSubmitHarness({
      memory: recentIntent,
      searchResults: ["none"],
      later,
    });
    expect(await submitOrResume()).toMatchObject({ job: storedJob, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test("its video is resumed as soon as the provider lists it", async () => {
    const { provider, calls, submitOrResume } = createSubmitHarness({
      memory: recentIntent,
      searchResults: ["none", "none", "none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect([provider.keys, calls.at(-1)]).toEqual([[], "remember g1 v_1"]);
  });

  test("nothing is submitted while its request may be in flight", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: recentIntent,
      searchResults: ["none"],
    });
    await submitOrResume();
    expect(provider.submittedAt[0]).toBeGreaterThanOrEqual(120_000);
  });
});

describe("a process that does not get the submit lock", () => {
  test("waits for the video of the process that holds it, and never submits", async () => {
    const later = { load: 10, job: storedJob };
    const { provider, submitOrResume } = createSubmitHarness({
      givesTurn: false,
      searchResults: ["none"],
      later,
    });
    expect(await submitOrResume()).toMatchObject({ job: storedJob, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test("resumes the video that the provider lists", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      givesTurn: false,
      searchResults: ["none", "none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true });
    expect(provider.keys).toEqual([]);
  });

  test.each([
    ["no video appears", { searchResults: ["none"] as const }],
    ["the provider cannot tell", {}],
  ])("fails without a submit if %s", async (_what, options) => {
    const { provider, submitOrResume } = createSubmitHarness({ givesTurn: false, ...options });
    expect(await failureOf(submitOrResume)).toMatchObject({ code: "provider_error" });
    expect(provider.keys).toEqual([]);
  });
});

describe("if the response to a submit is lost", () => {
  test("the video is found, stored and not submitted again", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      submits: [lostResponse()],
      searchResults: ["none", job],
    });
    expect(await submitOrResume()).toMatchObject({ job });
    expect(calls).toEqual(["intend g1 alone", "submit", "find", "find", "remember g1 v_1"]);
  });

  test.each([
    ["the search finds nothing", { searchResults: ["none"] as const }],
    ["the provider has no search", {}],
    ["the search fails", { searchResults: [transientError()] }],
    ["the key may not search", { searchResults: [new ShowreelError("unauthorized", "No.")] }],
  ])("the run fails with the original error and without a second submit if %s", async (_what, options) => {
    const error = lostResponse();
    const { provider, store, submitOrResume } = createSubmitHarness({ submits: [error, job], ...options });
    expect(await failureOf(submitOrResume)).toBe(error);
    expect(provider.keys).toHaveLength(1);
    expect(store.current()).toMatchObject({ renderAttempt: 1, intent: {} });
  });

  test("an interrupted run does not search for the video", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      submits: [interruptedError({ outcomeUnknown: true })],
      searchResults: [job],
      onSubmit: (runtime) => runtime.interrupt(),
    });
    expect(await failureOf(submitOrResume)).toMatchObject({ code: "interrupted" });
    expect(calls).toEqual(["intend g1 alone", "submit"]);
  });

  test("a run that is interrupted during the search fails with `interrupted`", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      submits: [lostResponse()],
      searchResults: ["none"],
      onSearch: (runtime) => runtime.interrupt(),
    });
    expect(await failureOf(submitOrResume)).toMatchObject({ code: "interrupted" });
    expect(provider.keys).toHaveLength(1);
  });
});

test("a run that is interrupted while it searches for an earlier video submits nothing", async () => {
  const memory = { renderAttempt: 1, intent: { at: start - hour } };
  const { provider, submitOrResume } = createSubmitHarness({
    memory,
    searchResults: ["none"],
    onSearch: (runtime) => runtime.interrupt(),
  });
  expect(await failureOf(submitOrResume)).toMatchObject({ code: "interrupted" });
  expect(provider.keys).toEqual([]);
});

describe("a video that is not approved", () => {
  const rejection = new ShowreelError("invalid_input", "It costs too much.");
  const approve = () => Promise.reject(rejection);
  const withIntent = { renderAttempt: 1, intent: { at: start - hour } };

  test.each([
    ["it is new", {}],
    [
      "it has an intent, but the provider has no such video",
      { memory: withIntent, searchResults: ["none"] as const },
    ],
    [
      "its stored job does not exist at the provider",
      { memory: { renderAttempt: 1, job: storedJob }, ownsJob: false, idempotencyWindowMs: 23 * hour },
    ],
  ])("is not submitted if %s", async (_what, options) => {
    const { provider, submitOrResume } = createSubmitHarness({ ...options, approve });
    expect(await failureOf(submitOrResume)).toBe(rejection);
    expect(provider.keys).toEqual([]);
  });

  test("is resumed if it exists", async () => {
    const { submitOrResume } = createSubmitHarness({
      memory: { renderAttempt: 1, job: storedJob },
      approve,
    });
    expect(await submitOrResume()).toMatchObject({ resumed: true });
  });
});

describe("an error says that nothing was submitted", () => {
  const lost = new ShowreelError("provider_error", "HTTP 503.", { outcomeUnknown: true, retryable: true });
  const rejected = new ShowreelError("invalid_input", "HTTP 400.", { submitted: false });
  const limited = new ShowreelError("rate_limited", "HTTP 429.", {
    retryable: true,
    retryAfterMs: 100 * hour,
  });
  const replays = { idempotencyWindowMs: 23 * hour };

  test.each([
    ["the provider rejected the only submit", [rejected]],
    ["the provider limits the only submit", [limited]],
  ])("if %s", async (_what, submits) => {
    const { submitOrResume } = createSubmitHarness({ ...replays, submits });
    expect(await failureOf(submitOrResume)).toMatchObject({ submitted: false });
  });

  test.each([
    ["an earlier try has lost its response (rejected then)", { submits: [lost, rejected] }],
    ["an earlier try has lost its response (limited then)", { submits: [lost, limited] }],
    [
      "an earlier process has recorded an intent",
      { submits: [rejected], memory: { renderAttempt: 1, intent: { at: start - hour } } },
    ],
    [
      "an earlier process has recorded an intent, and the video is not approved",
      {
        memory: { renderAttempt: 1, intent: { at: start - hour } },
        approve: () => Promise.reject(rejected),
      },
    ],
  ])("but not if %s", async (_what, options) => {
    const { submitOrResume } = createSubmitHarness({ ...replays, ...options });
    const failure = await failureOf(submitOrResume);
    expect([rejected.code, limited.code]).toContain(failure.code);
    expect(failure.submitted).toBeUndefined();
  });
});
