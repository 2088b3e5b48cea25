import { describe, expect, test } from "vitest";
import { findFaults } from "../support/attacks/find-faults.ts";
import { fixedAttacks } from "../support/attacks/fixed-attacks.ts";
import { runAttack } from "../support/attacks/run-attack.ts";

describe.concurrent("what once was more than words is words, with", () => {
  test.each(fixedAttacks)("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.expected)).toEqual([]);
  });
});
