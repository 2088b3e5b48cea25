import { expect, test } from "vitest";
import { harass } from "./kill-anywhere.ts";
import { isGood } from "./table.ts";
import { replyWish } from "./wishes.ts";

test("an agent's question that is answered by a run killed anywhere is answered once", async () => {
  const { calm, rows } = await harass(replyWish, 8);
  expect(calm).toMatchObject({ billed: 1, creates: 1, finished: true, attempts: 1, told: 0, videoId: "v_1" });
  expect(rows.filter((row) => !isGood(row))).toEqual([]);
  expect(rows.filter(({ creates, boundary }) => creates > (isUnheard(boundary) ? 2 : 1))).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(12);

  function isUnheard(boundary: (typeof rows)[number]["boundary"]): boolean {
    return boundary?.route === replyWish.create && boundary.stage === "before";
  }
});
