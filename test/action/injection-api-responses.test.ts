import { describe, expect, test } from "vitest";
import { findFaults } from "../support/attacks/find-faults.ts";
import { githubAttacks } from "../support/attacks/github-attacks.ts";
import { runAttack } from "../support/attacks/run-attack.ts";

describe.concurrent("a response of GitHub's API changes only the text of the video, with", () => {
  test.each(githubAttacks)("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.expected)).toEqual([]);
  });
});
