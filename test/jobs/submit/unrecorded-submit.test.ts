import { describe, expect, test } from "vitest";
import type { Memory } from "../../../src/jobs/job-store.ts";
import { doubtSilence, type Past } from "../../../src/jobs/submit/unrecorded-submit.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { job } from "../../support/scripted-provider.ts";

const fingerprint = "f".repeat(64);
const beginning = Date.UTC(2026, 0, 1);
const begun = { at: beginning, guess: "exact" } as const;
const old = { at: beginning - 7 * 86_400_000, guess: "unreadable" } as const;

const pasts = {
  "the first attempt of a run": { isRepeated: false, isShared: false },
  "a later attempt of a run": { isRepeated: true, isShared: false },
  "the first attempt of one of many runs": { isRepeated: false, isShared: true },
  "a later attempt of one of many runs": { isRepeated: true, isShared: true },
};

type Situation = keyof typeof pasts;

function load(situation: Situation, memory: Memory): Promise<Memory> {
  const past: Past = {
    ...pasts[situation],
    beginOfRun: async () => begun,
    earliest: async () => (pasts[situation].isShared ? old : begun),
  };
  return doubtSilence(createMemoryStore({ memory }), past).load(fingerprint);
}

describe("a store that knows nothing", () => {
  const cases: [situation: Situation, memory: Memory, intent: Memory["intent"]][] = [
    ["the first attempt of a run", { generation: 1 }, undefined],
    ["the first attempt of a run", { generation: 1, unreadable: true }, undefined],
    ["the first attempt of one of many runs", { generation: 1 }, undefined],
    ["the first attempt of one of many runs", { generation: 1, unreadable: true }, old],
    ["a later attempt of a run", { generation: 1 }, begun],
    ["a later attempt of a run", { generation: 1, unreadable: true }, begun],
    ["a later attempt of one of many runs", { generation: 1 }, begun],
    ["a later attempt of a run", { generation: 2 }, begun],
    ["the first attempt of a run", { generation: 2 }, undefined],
    ["a later attempt of one of many runs", { generation: 1, unreadable: true }, old],
  ];
  test.each(cases)("in %s with %j means a submit %j", async (situation, memory, intent) => {
    expect((await load(situation, memory)).intent).toEqual(intent);
  });
});

describe("what a store knows", () => {
  const known: Memory[] = [
    { generation: 1, job },
    { generation: 1, intent: { at: beginning + 5, mark: "0123456789abcdef" }, turns: 1 },
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
    expect(await load(situation, { generation: 1, intent: { at: 0 }, turns: 1 })).toMatchObject({ intent });
  },
);

test.each([
  [false, 3],
  [true, "unclear"],
] as const)(
  "a turn that is unclear is the run's own unless others share the video (%s)",
  async (isShared, turn) => {
    const never = async () => begun;
    const unclear = { ...createMemoryStore(), intend: async () => "unclear" as const };
    const store = doubtSilence(unclear, { isRepeated: false, isShared, beginOfRun: never, earliest: never });
    expect(await store.intend(fingerprint, 1, { at: 1 }, 3)).toBe(turn);
  },
);
