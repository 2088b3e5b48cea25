import { describe, expect, test } from "vitest";
import { findFaults } from "../support/attacks/find-faults.ts";
import { fixedAttacks } from "../support/attacks/fixed-attacks.ts";
import { runAttack } from "../support/attacks/run-attack.ts";

describe.concurrent("an injection that once succeeded changes only the text of the video, with", () => {
  test.each(fixedAttacks)("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.expected)).toEqual([]);
  });
});
