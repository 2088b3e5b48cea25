import { describe, expect, test } from "vitest";
import { findFaults } from "../support/attacks/find-faults.ts";
import { frontMatterAttacks } from "../support/attacks/front-matter-attacks.ts";
import { inputAttacks } from "../support/attacks/input-attacks.ts";
import { pathAttacks } from "../support/attacks/path-attacks.ts";
import { runAttack } from "../support/attacks/run-attack.ts";

describe.concurrent("a file changes only the text of the video, with", () => {
  test.each([...pathAttacks, ...frontMatterAttacks])("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.expected)).toEqual([]);
  });
});

describe.concurrent("an input changes only the text of the video, with", () => {
  test.each(inputAttacks)("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.expected)).toEqual([]);
  });
});
