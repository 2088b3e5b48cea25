import { expect, test } from "vitest";
import { crashAnywhere } from "./anywhere.ts";
import { configurations, otherConfigurations } from "./configuration.ts";
import { isGood } from "./table.ts";

test.each([...configurations, ...otherConfigurations])(
  "$kind, $store store: killed at any boundary, a video is paid for once",
  async (configuration) => {
    const rows = await crashAnywhere(configuration);
    expect(rows.length).toBeGreaterThanOrEqual(configuration.store === "cache" ? 40 : 12);
    expect(rows.filter((row) => !isGood(row))).toEqual([]);
  },
);
