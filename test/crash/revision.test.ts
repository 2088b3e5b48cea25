import { expect, test } from "vitest";
import { killProviderRuns } from "./provider-run-kills.ts";
import { isPaidOnceAndFinished } from "./table.ts";
import { revisionCase } from "./video-cases.ts";

test("a revision whose run is killed at any boundary, or loses the response, is paid for once", async () => {
  const { baseline, rows } = await killProviderRuns(revisionCase, 8);
  const once = { billed: 1, creates: 1, finished: true, possibleDuplicates: 0, videoId: "v_2", errors: [] };
  expect(baseline).toMatchObject({ ...once, attempts: 1 });
  expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
  // Only a request that was killed before the provider acted is repeated.
  for (const row of rows) expect(row).toMatchObject(wasRepeated(row) ? { ...once, creates: 2 } : once);
  expect(rows.filter(wasRepeated)).toHaveLength(1);
  expect(rows.length).toBeGreaterThanOrEqual(20);

  function wasRepeated({ boundary }: (typeof rows)[number]): boolean {
    return boundary?.route === revisionCase.createRoute && boundary.stage === "before";
  }
});
