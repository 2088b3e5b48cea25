import { describe, expect, test } from "vitest";
import { killProviderRuns, type ProviderRow } from "./provider-run-kills.ts";
import { isPaidOnceAndFinished } from "./table.ts";
import { ambiguousCases } from "./video-cases.ts";

// Both tests run at the same time.
const concurrencyEach = 6;

/** When a run was interrupted; except in `clear`, only a search could show whether there is a video. */
type Window = "response lost" | "before it acted" | "after it acted" | "after its response" | "clear";

describe.concurrent("with a provider that has no search", () => {
  test.each(ambiguousCases)(
    "$name, $frontEnd: killed at any boundary or without a response, a video is paid for once",
    async (videoCase) => {
      const { baseline, rows } = await killProviderRuns(videoCase, concurrencyEach);
      const once = { billed: 1, creates: 1, finished: true, videoId: videoCase.videoId, errors: [] };
      expect(baseline).toMatchObject({ ...once, attempts: 1, possibleDuplicates: 0 });
      expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
      for (const row of rows) expect(row).toMatchObject(once);
      const seen = rows.map((row) => ({ window: windowOf(row, videoCase.createRoute), row }));
      expect(seen.filter(({ window, row }) => !isReported(window, row))).toEqual([]);
      const open = seen.filter(({ window }) => window !== "clear").map(({ window }) => window);
      expect(open).toEqual(["response lost", "before it acted", "after it acted", "after its response"]);
      expect(seen.length - open.length).toBeGreaterThanOrEqual(9);
    },
  );
});

function windowOf({ boundary }: ProviderRow, create: string): Window {
  if (boundary === undefined) return "response lost";
  if (boundary.route !== create) return "clear";
  const windows = {
    before: "before it acted",
    acted: "after it acted",
    answered: "after its response",
  } as const;
  return windows[boundary.stage];
}

/** Whether exactly the attempts that may have submitted without a response report a possible duplicate. */
function isReported(
  window: Window,
  { possibleDuplicates, attempts, billedBeforeHint }: ProviderRow,
): boolean {
  switch (window) {
    case "response lost":
      return possibleDuplicates === 2 && attempts === 3 && billedBeforeHint === 1;
    case "before it acted":
      return possibleDuplicates === 1 && attempts === 3 && billedBeforeHint === 0;
    case "after it acted":
      return possibleDuplicates === 1 && attempts === 3 && billedBeforeHint === 1;
    case "after its response":
      // The job may or may not have been stored before the kill.
      return possibleDuplicates <= 1 && attempts === 2 + possibleDuplicates && billedBeforeHint === 1;
    case "clear":
      return possibleDuplicates === 0 && attempts <= 2 && billedBeforeHint === 1;
  }
}
