import { expect, test } from "vitest";
import { crashAnywhere } from "./anywhere.ts";
import { limitedConfigurations, wrongClocks } from "./configuration.ts";
import { isGood } from "./table.ts";

test.each(limitedConfigurations)(
  "$kind, a cache that $limit: killed at any boundary, a video is paid for once",
  async (configuration) => {
    const rows = await crashAnywhere(configuration, isWorthIt);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.filter((row) => !isGood(row))).toEqual([]);
  },
);

test.each(wrongClocks)(
  "$kind, a clock that is $clockAhead min ahead: killed at any boundary, a video is paid for once",
  async (configuration) => {
    const rows = await crashAnywhere(configuration, isWorthIt);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.filter((row) => !isGood(row))).toEqual([]);
  },
);

/** What changes something is interrupted at each of its stages, a question once. */
function isWorthIt({ route, stage }: { readonly route: string; readonly stage: string }): boolean {
  return stage === "acted" || /^POST |^Create|^Finalize|^Put/.test(route);
}
