import { expect, test } from "vitest";
import { limitedConfigurations, wrongClocks } from "./configuration.ts";
import { killRuns } from "./run-kills.ts";
import { isPaidOnceAndFinished } from "./table.ts";

test.each(limitedConfigurations)(
  "$kind, a cache that $limit: killed at any boundary, a video is paid for once",
  async (configuration) => {
    const rows = await killRuns(configuration, isRelevant);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
  },
);

test.each(wrongClocks)(
  "$kind, a clock that is $clockAhead min ahead: killed at any boundary, a video is paid for once",
  async (configuration) => {
    const rows = await killRuns(configuration, isRelevant);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
  },
);

/** Selects every stage of a request that changes something, and one stage of every other request. */
function isRelevant({ route, stage }: { readonly route: string; readonly stage: string }): boolean {
  return stage === "acted" || /^POST |^Create|^Finalize|^Put/.test(route);
}
