import { afterAll, describe, expect, test } from "vitest";
import { startCanaries } from "../support/canaries.ts";
import { eventAttacks } from "../support/injections/event-attacks.ts";
import { findFaults } from "../support/injections/faults.ts";
import { payloadAttacks } from "../support/injections/payload-attacks.ts";
import { runAttack } from "../support/injections/run-attack.ts";

const canaries = await startCanaries();
const evil = `http://127.0.0.1:${canaries.port}`;

afterAll(async () => {
  expect(canaries.connections).toBe(0);
  await canaries[Symbol.asyncDispose]();
});

describe.concurrent("an event changes nothing but the words of the video, with", () => {
  test.each([...eventAttacks(evil), ...payloadAttacks])("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.ends)).toEqual([]);
  });
});
