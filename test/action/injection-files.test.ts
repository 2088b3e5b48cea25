import { describe, expect, test } from "vitest";
import { findFaults } from "../support/injections/faults.ts";
import { frontMatterAttacks } from "../support/injections/front-matter-attacks.ts";
import { inputAttacks } from "../support/injections/input-attacks.ts";
import { pathAttacks } from "../support/injections/path-attacks.ts";
import { runAttack } from "../support/injections/run-attack.ts";

describe.concurrent("a file changes nothing but the words of the video, with", () => {
  test.each([...pathAttacks, ...frontMatterAttacks])("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.ends)).toEqual([]);
  });
});

describe.concurrent("an input changes nothing but the words of the video, with", () => {
  test.each(inputAttacks)("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.ends)).toEqual([]);
  });
});
