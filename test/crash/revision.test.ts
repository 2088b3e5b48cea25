import { expect, test } from "vitest";
import { harass } from "./kill-anywhere.ts";
import { isGood } from "./table.ts";
import { revisionWish } from "./wishes.ts";

test("a revision at HeyGen that is killed anywhere or robbed of its answer is found again and paid for once", async () => {
  const { calm, rows } = await harass(revisionWish, 8);
  const once = { billed: 1, creates: 1, finished: true, told: 0, videoId: "v_2", complaints: [] };
  expect(calm).toMatchObject({ ...once, attempts: 1 });
  expect(rows.filter((row) => !isGood(row))).toEqual([]);
  // A killed request that did not act is made again; every other one is not.
  for (const row of rows) expect(row).toMatchObject(wasRepeated(row) ? { ...once, creates: 2 } : once);
  expect(rows.filter(wasRepeated)).toHaveLength(1);
  expect(rows.length).toBeGreaterThanOrEqual(20);

  function wasRepeated({ boundary }: (typeof rows)[number]): boolean {
    return boundary?.route === revisionWish.create && boundary.stage === "before";
  }
});
