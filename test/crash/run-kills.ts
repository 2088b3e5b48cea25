import { expect } from "vitest";
import type { Boundary, BoundaryHook } from "../support/network/request-boundaries.ts";
import type { Configuration } from "./configuration.ts";
import { inParallel } from "./pool.ts";
import { killCurrent, openRun, type Run, runToEnd } from "./run.ts";
import { printTable, type Row } from "./table.ts";

// Attempts spend most of their time waiting.
const concurrency = 16;

/** A boundary, and the number of its request in the run. */
interface KillPoint {
  readonly request: number;
  readonly boundary: Boundary;
}

/** Kills a run at each relevant boundary, re-runs it to its end, and prints a table of the results. */
export async function killRuns(
  configuration: Configuration,
  isRelevant: (boundary: Boundary) => boolean = () => true,
): Promise<Row[]> {
  const startedAt = Date.now();
  const killPoints = (await recordBoundaries(configuration)).filter(({ boundary }) => isRelevant(boundary));
  const rows = await inParallel(killPoints, concurrency, (killPoint) => killAt(configuration, killPoint));
  printTable(`Killed: ${nameOfConfiguration(configuration)}`, rows, startedAt);
  return rows;
}

function nameOfConfiguration({ kind, store, limit, clockAhead }: Configuration): string {
  if (limit) return `${kind}, a cache that ${limit}`;
  return `${kind}, ${store} store${clockAhead === undefined ? "" : `, clock ${clockAhead} min ahead`}`;
}

/** Returns the boundaries of a run that is not killed. */
async function recordBoundaries(configuration: Configuration): Promise<KillPoint[]> {
  const killPoints: KillPoint[] = [];
  const hook = numbered(async (request, boundary) => {
    killPoints.push({ request, boundary });
    return undefined;
  });
  await using run = await openRun(configuration, hook);
  expect(await runToEnd(run)).toMatchObject({ billed: 1, finished: true, attempts: 1 });
  return killPoints;
}

async function killAt(configuration: Configuration, killPoint: KillPoint): Promise<Row> {
  let open: Run | undefined;
  const reached: Boundary[] = [];
  const hook = numbered(async (request, boundary) => {
    const isHere = request === killPoint.request && boundary.stage === killPoint.boundary.stage;
    if (!isHere || reached.length > 0) return undefined;
    reached.push(boundary);
    return killCurrent(open);
  });
  await using run = await openRun(configuration, hook);
  open = run;
  const outcome = await runToEnd(run);
  return { scenario: nameOf(killPoint.request, reached[0]), ...outcome };
}

function nameOf(request: number, boundary: Boundary | undefined): string {
  if (!boundary) return `${request + 1} was not reached`;
  const { service, route, stage } = boundary;
  return `${`${request + 1}`.padStart(2)} ${service.padEnd(7)}  ${route.padEnd(36)}  ${stage}`;
}

type NumberedHook = (request: number, boundary: Boundary) => ReturnType<BoundaryHook>;

/** Numbers the requests of both services in the order of their arrival. */
function numbered(hook: NumberedHook): BoundaryHook {
  const order = new Map<string, number>();
  return (boundary) => {
    const name = `${boundary.service} ${boundary.index}`;
    const request = order.get(name) ?? order.size;
    order.set(name, request);
    return hook(request, boundary);
  };
}
