import { expect, test } from "vitest";
import { configurations, otherConfigurations } from "./configuration.ts";
import { killRuns } from "./run-kills.ts";
import { isPaidOnceAndFinished } from "./table.ts";

test.each([...configurations, ...otherConfigurations])(
  "$kind, $store store: killed at any boundary, a video is paid for once",
  async (configuration) => {
    const rows = await killRuns(configuration);
    expect(rows.length).toBeGreaterThanOrEqual(configuration.store === "cache" ? 40 : 12);
    expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
  },
);
