import { describe, expect, test } from "vitest";
import type { Memory } from "../../src/render/job-store.ts";
import { doubtSilence, type Past } from "../../src/render/unrecorded.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { job } from "../support/scripted-provider.ts";

const fingerprint = "f".repeat(64);
const beginning = Date.UTC(2026, 0, 1);
const lastWeek = beginning - 7 * 86_400_000;

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
    beginOfRun: async () => beginning,
    earliest: async () => (pasts[situation].isShared ? lastWeek : beginning),
  };
  return doubtSilence(createMemoryStore({ memory }), past).load(fingerprint);
}

describe("a store that knows nothing", () => {
  const cases: [situation: Situation, memory: Memory, intent: Memory["intent"]][] = [
    ["the first attempt of a run", { generation: 1 }, undefined],
    ["the first attempt of a run", { generation: 1, unreadable: true }, undefined],
    ["the first attempt of one of many runs", { generation: 1 }, undefined],
    ["the first attempt of one of many runs", { generation: 1, unreadable: true }, { at: lastWeek }],
    ["a later attempt of a run", { generation: 1 }, { at: beginning }],
    ["a later attempt of a run", { generation: 1, unreadable: true }, { at: beginning }],
    ["a later attempt of one of many runs", { generation: 1 }, { at: beginning }],
    ["a later attempt of one of many runs", { generation: 1, unreadable: true }, { at: lastWeek }],
  ];
  test.each(cases)("in %s with %j means a submit %j", async (situation, memory, intent) => {
    expect((await load(situation, memory)).intent).toEqual(intent);
  });
});

describe("what a store knows", () => {
  const known: Memory[] = [
    { generation: 1, job },
    { generation: 1, intent: { at: beginning + 5, mark: "0123456789abcdef" }, turns: 1 },
    { generation: 2 },
  ];
  const cases = Object.keys(pasts).flatMap((situation) =>
    known.map((memory) => [situation as Situation, memory] as const),
  );
  test.each(cases)("in %s counts as it is: %j", async (situation, memory) => {
    expect(await load(situation, memory)).toEqual(memory);
  });
});

test.each([
  ["a later attempt of a run", beginning],
  ["the first attempt of one of many runs", lastWeek],
] as const)(
  "a turn that nobody knows the time of was taken, in %s, at the earliest time",
  async (situation, at) => {
    expect(await load(situation, { generation: 1, intent: { at: 0 }, turns: 1 })).toMatchObject({
      intent: { at },
    });
  },
);

test.each([
  [false, 3],
  [true, "unclear"],
] as const)(
  "a turn that is unclear is the run's own unless others share the video (%s)",
  async (isShared, turn) => {
    const never = async () => 0;
    const unclear = { ...createMemoryStore(), intend: async () => "unclear" as const };
    const store = doubtSilence(unclear, { isRepeated: false, isShared, beginOfRun: never, earliest: never });
    expect(await store.intend(fingerprint, 1, { at: 1 }, 3)).toBe(turn);
  },
);
