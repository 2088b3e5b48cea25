import { describe, expect, test } from "vitest";
import { findFaults } from "../support/injections/faults.ts";
import { mendedAttacks } from "../support/injections/mended-attacks.ts";
import { runAttack } from "../support/injections/run-attack.ts";

describe.concurrent("what once was more than words is words, with", () => {
  test.each(mendedAttacks)("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.ends)).toEqual([]);
  });
});
