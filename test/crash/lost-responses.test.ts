import { describe, expect, test } from "vitest";
import type { FakeRoute } from "../support/heygen/fake-heygen.ts";
import type { BoundaryHook } from "../support/network/request-boundaries.ts";
import { type Configuration, configurations, submitRoutes } from "./configuration.ts";
import { inParallel } from "./pool.ts";
import { killCurrent, openRun, type Run, runToEnd } from "./run.ts";
import { isPaidOnceAndFinished, printTable, type Row } from "./table.ts";

const counts = [1, 2, 3];

/** How the response to the submit is lost. */
interface Loss {
  readonly scenario: string;
  /** How many responses to the submit are lost. */
  readonly lost: number;
  /** How many attempts are killed at this boundary. */
  readonly killed: number;
  readonly route?: FakeRoute;
  readonly stage?: "before" | "acted";
}

describe.each(configurations)("$kind, $store store", (configuration) => {
  test("a submit whose response is lost is not paid for again", async () => {
    const startedAt = Date.now();
    const rows = await inParallel(lossesOf(configuration), 8, (loss) => lose(configuration, loss));
    printTable(`Lost: ${configuration.kind}, ${configuration.store} store`, rows, startedAt);
    expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
  });
});

test.each(configurations.filter(({ kind }) => kind === "prompt"))(
  "prompt, $store store: after a lost response, the video is found, and not submitted again",
  async (configuration) => {
    await using run = await openRun(configuration, async () => undefined);
    run.fake.on(submitRoutes.prompt, "lost", "lost");
    expect(await runToEnd(run)).toMatchObject({ billed: 1, finished: true, attempts: 1 });
    expect(run.fake.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  },
);

function lossesOf({ kind }: Configuration): Loss[] {
  const route = submitRoutes[kind];
  const search = "GET /v3/video-agents" as const;
  return counts.flatMap((count) => [
    { scenario: `lost ${count}×`, lost: count, killed: 0 },
    { scenario: `lost ${count}×, killed each time`, lost: 0, killed: count, route, stage: "acted" as const },
    ...(kind === "script"
      ? []
      : [
          {
            scenario: `lost, killed ${count}× during the search`,
            lost: 1,
            killed: count,
            route: search,
            stage: "before" as const,
          },
        ]),
  ]);
}

async function lose(
  configuration: Configuration,
  { scenario, lost, killed, route, stage }: Loss,
): Promise<Row> {
  let open: Run | undefined;
  let killsLeft = killed;
  const hook: BoundaryHook = async (boundary) => {
    if (killsLeft === 0 || boundary.route !== route || boundary.stage !== stage) return undefined;
    killsLeft -= 1;
    return killCurrent(open);
  };
  await using run = await openRun(configuration, hook);
  open = run;
  run.fake.on(submitRoutes[configuration.kind], ...Array.from({ length: lost }, () => "lost" as const));
  return { scenario, ...(await runToEnd(run)) };
}
