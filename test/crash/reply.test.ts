import { expect, test } from "vitest";
import { killProviderRuns } from "./provider-run-kills.ts";
import { isPaidOnceAndFinished } from "./table.ts";
import { replyCase } from "./video-cases.ts";

test("a reply to an agent is acted on once if its run is killed at any boundary", async () => {
  const { baseline, rows } = await killProviderRuns(replyCase, 8);
  expect(baseline).toMatchObject({
    billed: 1,
    creates: 1,
    finished: true,
    attempts: 1,
    possibleDuplicates: 0,
    videoId: "v_1",
  });
  expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
  expect(rows.filter(({ creates, boundary }) => creates > (isBeforeCreate(boundary) ? 2 : 1))).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(12);

  function isBeforeCreate(boundary: (typeof rows)[number]["boundary"]): boolean {
    return boundary?.route === replyCase.createRoute && boundary.stage === "before";
  }
});
