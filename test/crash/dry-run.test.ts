import { expect, test } from "vitest";
import type { Boundary } from "../support/network/request-boundaries.ts";
import { inParallel } from "./pool.ts";
import { openProviderRun, type ProviderRun } from "./provider-run.ts";
import { killCurrent } from "./run.ts";
import { replyCase, revisionCase } from "./video-cases.ts";

test.each([
  ["a revision", revisionCase.inputs],
  ["a reply to an agent", replyCase.inputs],
  ["a prompt", { prompt: "A short welcome", max_cost_usd: "100" }],
])(
  "a dry run of %s that is killed at any boundary submits nothing, and neither does its re-run",
  async (_what, inputs) => {
    const videoCase = { ...replyCase, inputs: { ...inputs, dry_run: "true" } };
    const boundaries: Boundary[] = [];
    await using baseline = await openProviderRun(videoCase, async (boundary) => {
      boundaries.push(boundary);
      return undefined;
    });
    expect((await baseline.attempt()).exitCode).toBe(0);
    expect(boundaries.length).toBeGreaterThan(0);
    const counts = await inParallel(boundaries, 6, async ({ index, stage }) => {
      let open: ProviderRun | undefined;
      await using run = await openProviderRun(videoCase, async (reached) =>
        reached.index === index && reached.stage === stage && open?.attempts === 1
          ? killCurrent(open)
          : undefined,
      );
      open = run;
      await run.attempt();
      const { exitCode } = await run.attempt();
      return [exitCode, run.provider.creates, run.provider.billed];
    });
    // The one billed video is that of the session, which existed before.
    for (const count of [...counts, [0, baseline.provider.creates, baseline.provider.billed]])
      expect(count).toEqual([0, 0, 1]);
  },
);
