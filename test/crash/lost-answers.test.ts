import { describe, expect, test } from "vitest";
import type { FakeRoute } from "../support/heygen/fake-heygen.ts";
import type { BoundaryHook } from "../support/network/request-boundaries.ts";
import { type Configuration, configurations, submits } from "./configuration.ts";
import { inParallel } from "./pool.ts";
import { killCurrent, openRun, type Run, runToEnd } from "./run.ts";
import { isGood, printTable, type Row } from "./table.ts";

const timesInARow = [1, 2, 3];

/** How the answer to the submit gets lost. */
interface Loss {
  readonly words: string;
  /** So many answers to the submit are lost on their way. */
  readonly lost: number;
  /** So many attempts are killed at this boundary. */
  readonly killed: number;
  readonly route?: FakeRoute;
  readonly stage?: "before" | "acted";
}

describe.each(configurations)("$kind, $store store", (configuration) => {
  test("a lost answer to the submit is not paid for again", async () => {
    const startedAt = Date.now();
    const rows = await inParallel(lossesOf(configuration), 8, (loss) => lose(configuration, loss));
    printTable(`Lost: ${configuration.kind}, ${configuration.store} store`, rows, startedAt);
    expect(rows.filter((row) => !isGood(row))).toEqual([]);
  });
});

test.each(configurations.filter(({ kind }) => kind === "prompt"))(
  "prompt, $store store: the first lost answer is found at the provider, and nothing is submitted again",
  async (configuration) => {
    await using run = await openRun(configuration, async () => undefined);
    run.fake.on(submits.prompt, "lost", "lost");
    expect(await runToEnd(run)).toMatchObject({ billed: 1, finished: true, attempts: 1 });
    expect(run.fake.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  },
);

function lossesOf({ kind }: Configuration): Loss[] {
  const route = submits[kind];
  const search = "GET /v3/video-agents" as const;
  return timesInARow.flatMap((times) => [
    { words: `lost ${times}×`, lost: times, killed: 0 },
    { words: `lost ${times}×, killed each time`, lost: 0, killed: times, route, stage: "acted" as const },
    ...(kind === "script"
      ? []
      : [
          {
            words: `lost, killed ${times}× while it is looked for`,
            lost: 1,
            killed: times,
            route: search,
            stage: "before" as const,
          },
        ]),
  ]);
}

async function lose(configuration: Configuration, { words, lost, killed, route, stage }: Loss): Promise<Row> {
  let open: Run | undefined;
  let left = killed;
  const hook: BoundaryHook = async (boundary) => {
    if (left === 0 || boundary.route !== route || boundary.stage !== stage) return undefined;
    left -= 1;
    return killCurrent(open);
  };
  await using run = await openRun(configuration, hook);
  open = run;
  run.fake.on(submits[configuration.kind], ...Array.from({ length: lost }, () => "lost" as const));
  return { scenario: words, ...(await runToEnd(run)) };
}
