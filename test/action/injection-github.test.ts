import { describe, expect, test } from "vitest";
import { findFaults } from "../support/injections/faults.ts";
import { githubAttacks } from "../support/injections/github-attacks.ts";
import { runAttack } from "../support/injections/run-attack.ts";

describe.concurrent("an answer of GitHub changes nothing but the words of the video, with", () => {
  test.each(githubAttacks)("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.ends)).toEqual([]);
  });
});
