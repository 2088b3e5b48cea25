import { expect } from "vitest";
import type { Boundary, BoundaryHook } from "../support/network/request-boundaries.ts";
import type { Configuration } from "./configuration.ts";
import { inParallel } from "./pool.ts";
import { killCurrent, openRun, type Run, runToEnd } from "./run.ts";
import { printTable, type Row } from "./table.ts";

// Most of an attempt is waiting.
const atOnce = 16;

/** A boundary by the place of its request among all of the run. */
interface Crash {
  readonly request: number;
  readonly boundary: Boundary;
}

/** Kills a run at each of its boundaries that are worth it, and runs it again to its end. Prints the table. */
export async function crashAnywhere(
  configuration: Configuration,
  isWorthIt: (boundary: Boundary) => boolean = () => true,
): Promise<Row[]> {
  const startedAt = Date.now();
  const crashes = (await record(configuration)).filter(({ boundary }) => isWorthIt(boundary));
  const rows = await inParallel(crashes, atOnce, (crash) => crashAt(configuration, crash));
  printTable(`Killed: ${nameOfConfiguration(configuration)}`, rows, startedAt);
  return rows;
}

function nameOfConfiguration({ kind, store, limit, clockAhead }: Configuration): string {
  if (limit) return `${kind}, a cache that ${limit}`;
  return `${kind}, ${store} store${clockAhead === undefined ? "" : `, clock ${clockAhead} min ahead`}`;
}

/** The boundaries of a run that nothing happens to. */
async function record(configuration: Configuration): Promise<Crash[]> {
  const crashes: Crash[] = [];
  const hook = numbered(async (request, boundary) => {
    crashes.push({ request, boundary });
    return undefined;
  });
  await using run = await openRun(configuration, hook);
  expect(await runToEnd(run)).toMatchObject({ billed: 1, finished: true, attempts: 1 });
  return crashes;
}

async function crashAt(configuration: Configuration, crash: Crash): Promise<Row> {
  let open: Run | undefined;
  const met: Boundary[] = [];
  const hook = numbered(async (request, boundary) => {
    const isHere = request === crash.request && boundary.stage === crash.boundary.stage;
    if (!isHere || met.length > 0) return undefined;
    met.push(boundary);
    return killCurrent(open);
  });
  await using run = await openRun(configuration, hook);
  open = run;
  const outcome = await runToEnd(run);
  return { scenario: nameOf(crash.request, met[0]), ...outcome };
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
