import { describe, expect, test } from "vitest";
import type { StoredJob } from "../../../src/jobs/job-store.ts";
import { type SubmitHistory, withAssumedIntents } from "../../../src/jobs/submit/assumed-intents.ts";
import { job } from "../../support/jobs/scripted-provider.ts";
import { createMemoryStore } from "../../support/stores/memory-store.ts";

const fingerprint = "f".repeat(64);
const beginning = Date.UTC(2026, 0, 1);
const begun = { at: beginning, guess: "exact" } as const;
const old = { at: beginning - 7 * 86_400_000, guess: "unreadable" } as const;

const pasts = {
  "the first attempt of a run": { isRerun: false, isShared: false },
  "a later attempt of a run": { isRerun: true, isShared: false },
  "the first attempt of one of many runs": { isRerun: false, isShared: true },
  "a later attempt of one of many runs": { isRerun: true, isShared: true },
};

type Situation = keyof typeof pasts;

function load(situation: Situation, memory: StoredJob): Promise<StoredJob> {
  const past: SubmitHistory = {
    ...pasts[situation],
    runStart: async () => begun,
    earliestSubmit: async () => (pasts[situation].isShared ? old : begun),
  };
  return withAssumedIntents(createMemoryStore({ memory }), past).load(fingerprint);
}

describe("a store that knows nothing", () => {
  const cases: [situation: Situation, memory: StoredJob, intent: StoredJob["intent"]][] = [
    ["the first attempt of a run", { renderAttempt: 1 }, undefined],
    ["the first attempt of a run", { renderAttempt: 1, unreadable: true }, undefined],
    ["the first attempt of one of many runs", { renderAttempt: 1 }, undefined],
    ["the first attempt of one of many runs", { renderAttempt: 1, unreadable: true }, old],
    ["a later attempt of a run", { renderAttempt: 1 }, begun],
    ["a later attempt of a run", { renderAttempt: 1, unreadable: true }, begun],
    ["a later attempt of one of many runs", { renderAttempt: 1 }, begun],
    ["a later attempt of a run", { renderAttempt: 2 }, begun],
    ["the first attempt of a run", { renderAttempt: 2 }, undefined],
    ["a later attempt of one of many runs", { renderAttempt: 1, unreadable: true }, old],
  ];
  test.each(cases)("in %s with %j means a submit %j", async (situation, memory, intent) => {
    expect((await load(situation, memory)).intent).toEqual(intent);
  });
});

describe("what a store knows", () => {
  const known: StoredJob[] = [
    { renderAttempt: 1, job },
    { renderAttempt: 1, intent: { at: beginning + 5, textDigest: "0123456789abcdef" }, lastLockNumber: 1 },
  ];
  const cases = Object.keys(pasts).flatMap((situation) =>
    known.map((memory) => [situation as Situation, memory] as const),
  );
  test.each(cases)("in %s counts as it is: %j", async (situation, memory) => {
    expect(await load(situation, memory)).toEqual(memory);
  });
});

test.each([
  ["a later attempt of a run", begun],
  ["the first attempt of one of many runs", old],
] as const)(
  "a turn that nobody knows the time of was taken, in %s, at the earliest time",
  async (situation, intent) => {
    expect(await load(situation, { renderAttempt: 1, intent: { at: 0 }, lastLockNumber: 1 })).toMatchObject({
      intent,
    });
  },
);

test.each([
  [false, 3],
  [true, "unclear"],
] as const)(
  "a turn that is unclear is the run's own unless others share the video (%s)",
  async (isShared, turn) => {
    const never = async () => begun;
    const unclear = { ...createMemoryStore(), recordIntent: async () => "unclear" as const };
    const store = withAssumedIntents(unclear, {
      isRerun: false,
      isShared,
      runStart: never,
      earliestSubmit: never,
    });
    expect(await store.recordIntent(fingerprint, 1, { at: 1 }, 3)).toBe(turn);
  },
);
