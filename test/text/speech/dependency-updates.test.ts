import { describe, expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

describe("dependency updates", () => {
  const bumps = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `* Bump lib-${at} from 1.${at} to 2.0 by @dependabot[bot] in #${at}`,
    );

  test("are spoken if there are up to three", () => {
    expect(toSpeech(bumps(2).join("\n"))).toBe("Bump lib-0 from 1.0 to 2.0. Bump lib-1 from 1.1 to 2.0.");
    expect(toSpeech(bumps(3).join("\n"))).toContain("lib-2");
    expect(toSpeech(bumps(4).join("\n"))).toBe("4 dependencies were updated.");
  });

  test("are otherwise one sentence with their number, where the first was", () => {
    const markdown = ["* one", ...bumps(12), "* chore(deps): update dependency x to v2", "* two"].join("\n");
    expect(toSpeech(markdown)).toBe("one. 13 dependencies were updated. two.");
  });

  test("are one sentence in a hundred kilobytes of them", () => {
    const all = bumps(1_700).join("\n");
    expect(all.length).toBeGreaterThan(100_000);
    expect(toSpeech(`## Changes\n${all}`)).toBe("Changes.\n\n1700 dependencies were updated.");
  });

  test("of changesets are counted by the packages listed below them", () => {
    const list = (from: number) => [0, 1, 2].map((at) => `  - @acme/p${from + at}@1.0.0`).join("\n");
    const markdown = `- Updated dependencies [abc1234]\n${list(0)}\n- Updated dependencies:\n${list(2)}\n- x`;
    expect(toSpeech(markdown)).toBe("5 dependencies were updated. x.");
  });
});
