import { describe, expect, test } from "vitest";
import { harass, type ToldRow } from "./kill-anywhere.ts";
import { isGood } from "./table.ts";
import { ambiguousWishes } from "./wishes.ts";

// Both tests run at the same time.
const atOnceEach = 6;

/** What only a provider could tell that can be asked: whether there is a video. */
type Window = "answer lost" | "before it acted" | "when it had acted" | "when it had answered" | "clear";

describe.concurrent("with a provider that cannot be asked for a lost video", () => {
  test.each(ambiguousWishes)(
    "$name, $frontEnd: killed anywhere or robbed of the answer, a video is paid for once and never lost in silence",
    async (wish) => {
      const { calm, rows } = await harass(wish, atOnceEach);
      const once = { billed: 1, creates: 1, finished: true, videoId: wish.videoId, complaints: [] };
      expect(calm).toMatchObject({ ...once, attempts: 1, told: 0 });
      expect(rows.filter((row) => !isGood(row))).toEqual([]);
      for (const row of rows) expect(row).toMatchObject(once);
      const seen = rows.map((row) => ({ window: windowOf(row, wish.create), row }));
      expect(seen.filter(({ window, row }) => !isRight(window, row))).toEqual([]);
      const open = seen.filter(({ window }) => window !== "clear").map(({ window }) => window);
      expect(open).toEqual(["answer lost", "before it acted", "when it had acted", "when it had answered"]);
      expect(seen.length - open.length).toBeGreaterThanOrEqual(9);
    },
  );
});

function windowOf({ boundary }: ToldRow, create: string): Window {
  if (boundary === undefined) return "answer lost";
  if (boundary.route !== create) return "clear";
  const windows = {
    before: "before it acted",
    acted: "when it had acted",
    answered: "when it had answered",
  } as const;
  return windows[boundary.stage];
}

/** Who may have submitted without learning the answer is told so each time, and nobody else is. */
function isRight(window: Window, { told, attempts, billedByItself }: ToldRow): boolean {
  switch (window) {
    case "answer lost":
      return told === 2 && attempts === 3 && billedByItself === 1;
    case "before it acted":
      return told === 1 && attempts === 3 && billedByItself === 0;
    case "when it had acted":
      return told === 1 && attempts === 3 && billedByItself === 1;
    case "when it had answered":
      // Whether the answer was also noted in time is a race.
      return told <= 1 && attempts === 2 + told && billedByItself === 1;
    case "clear":
      return told === 0 && attempts <= 2 && billedByItself === 1;
  }
}
