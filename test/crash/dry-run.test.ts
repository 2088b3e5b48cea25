import { expect, test } from "vitest";
import type { Boundary } from "../support/network/request-boundaries.ts";
import { inParallel } from "./pool.ts";
import { openProviderRun, type ProviderRun } from "./provider-run.ts";
import { killCurrent } from "./run.ts";
import { replyWish, revisionWish } from "./wishes.ts";

test.each([
  ["a revision", revisionWish.inputs],
  ["an answer to an agent", replyWish.inputs],
  ["a prompt", { prompt: "A short welcome", max_cost_usd: "100" }],
])(
  "a dry run of %s that is killed anywhere orders nothing, and its re-run neither",
  async (_what, inputs) => {
    const wish = { ...replyWish, inputs: { ...inputs, dry_run: "true" } };
    const boundaries: Boundary[] = [];
    await using calm = await openProviderRun(wish, async (boundary) => {
      boundaries.push(boundary);
      return undefined;
    });
    expect((await calm.attempt()).exitCode).toBe(0);
    expect(boundaries.length).toBeGreaterThan(0);
    const counts = await inParallel(boundaries, 6, async ({ index, stage }) => {
      let open: ProviderRun | undefined;
      await using run = await openProviderRun(wish, async (met) =>
        met.index === index && met.stage === stage && open?.attempts === 1 ? killCurrent(open) : undefined,
      );
      open = run;
      await run.attempt();
      const { exitCode } = await run.attempt();
      return [exitCode, run.place.creates, run.place.billed];
    });
    // What the session itself still owes counts as one.
    for (const count of [...counts, [0, calm.place.creates, calm.place.billed]])
      expect(count).toEqual([0, 0, 1]);
  },
);
