import { describe, expect, test } from "vitest";
import type { StoredJob } from "../../../src/jobs/job-store.ts";
import { type SubmitHistory, withAssumedIntents } from "../../../src/jobs/submit/assumed-intents.ts";
import { job } from "../../support/jobs/scripted-provider.ts";
import { createMemoryStore } from "../../support/stores/memory-store.ts";

const fingerprint = "f".repeat(64);
const startedAt = Date.UTC(2026, 0, 1);
const atRunStart = { at: startedAt, assumedFrom: "run_start" } as const;
const atRetentionStart = { at: startedAt - 7 * 86_400_000, assumedFrom: "retention" } as const;

const histories = {
  "the first attempt of a run": { isRerun: false, isShared: false },
  "a later attempt of a run": { isRerun: true, isShared: false },
  "the first attempt of a run that shares the video": { isRerun: false, isShared: true },
  "a later attempt of a run that shares the video": { isRerun: true, isShared: true },
};

type Situation = keyof typeof histories;

function load(situation: Situation, memory: StoredJob): Promise<StoredJob> {
  const history: SubmitHistory = {
    ...histories[situation],
    runStart: async () => atRunStart,
    earliestSubmit: async () => (histories[situation].isShared ? atRetentionStart : atRunStart),
  };
  return withAssumedIntents(createMemoryStore({ memory }), history).load(fingerprint);
}

describe("a video without a stored job or dated intent", () => {
  const cases: [situation: Situation, memory: StoredJob, intent: StoredJob["intent"]][] = [
    ["the first attempt of a run", { renderAttempt: 1 }, undefined],
    ["the first attempt of a run", { renderAttempt: 1, unreadable: true }, undefined],
    ["the first attempt of a run that shares the video", { renderAttempt: 1 }, undefined],
    [
      "the first attempt of a run that shares the video",
      { renderAttempt: 1, unreadable: true },
      atRetentionStart,
    ],
    ["a later attempt of a run", { renderAttempt: 1 }, atRunStart],
    ["a later attempt of a run", { renderAttempt: 1, unreadable: true }, atRunStart],
    ["a later attempt of a run that shares the video", { renderAttempt: 1 }, atRunStart],
    ["a later attempt of a run", { renderAttempt: 2 }, atRunStart],
    ["the first attempt of a run", { renderAttempt: 2 }, undefined],
    [
      "a later attempt of a run that shares the video",
      { renderAttempt: 1, unreadable: true },
      atRetentionStart,
    ],
  ];
  test.each(cases)("in %s, stored as %j, is loaded with the intent %j", async (situation, memory, intent) => {
    expect((await load(situation, memory)).intent).toEqual(intent);
  });
});

describe("a stored job or intent", () => {
  const recorded: StoredJob[] = [
    { renderAttempt: 1, job },
    { renderAttempt: 1, intent: { at: startedAt + 5, textDigest: "0123456789abcdef" }, lastLockNumber: 1 },
  ];
  const cases = Object.keys(histories).flatMap((situation) =>
    recorded.map((memory) => [situation as Situation, memory] as const),
  );
  test.each(cases)("in %s is loaded as it is: %j", async (situation, memory) => {
    expect(await load(situation, memory)).toEqual(memory);
  });
});

test.each([
  ["a later attempt of a run", atRunStart],
  ["the first attempt of a run that shares the video", atRetentionStart],
] as const)(
  "a submit lock without a time counts, in %s, as acquired at the earliest possible time",
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
  "an unclear submit lock is this run's own unless other runs share the video (shared: %s)",
  async (isShared, lock) => {
    const assumeRunStart = async () => atRunStart;
    const unclear = { ...createMemoryStore(), recordIntent: async () => "unclear" as const };
    const store = withAssumedIntents(unclear, {
      isRerun: false,
      isShared,
      runStart: assumeRunStart,
      earliestSubmit: assumeRunStart,
    });
    expect(await store.recordIntent(fingerprint, 1, { at: 1 }, 3)).toBe(lock);
  },
);
