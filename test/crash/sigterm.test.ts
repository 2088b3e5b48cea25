import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { readActionMetadata } from "../support/action/action-metadata.ts";
import type { StepResult } from "../support/action/step.ts";
import type { Boundary, BoundaryHook } from "../support/network/request-boundaries.ts";
import { type Configuration, configurations } from "./configuration.ts";
import { inParallel } from "./pool.ts";
import { openRun, type Run, runToEnd } from "./run.ts";
import { isPaidOnceAndFinished, printTable, type Row } from "./table.ts";

const outputNames = Object.keys(readActionMetadata().outputs).sort();
// How long GitHub waits after it cancels a step until it kills it.
const timeLimitMs = 7_500;
const killAfterMs = 60_000;

/** A boundary at which the run is cancelled, and how long the server is silent then; forever by default. */
interface Cancel {
  readonly route: string;
  readonly stage: Boundary["stage"];
  readonly silentMs?: number;
}

/** The result of a run, and what is wrong with its cancelled attempt. */
interface CancelledRow extends Row {
  readonly problems: readonly string[];
}

test.each(configurations)(
  "$kind, $store store: a cancelled run ends in time and is resumed",
  async (configuration) => {
    const startedAt = Date.now();
    const rows = await inParallel(cancelsOf(configuration), 8, (cancel) => cancelAt(configuration, cancel));
    printTable(`Cancelled: ${configuration.kind}, ${configuration.store} store`, rows, startedAt);
    expect(rows.filter((row) => !isPaidOnceAndFinished(row) || row.problems.length > 0)).toEqual([]);
  },
);

function cancelsOf({ kind, store }: Configuration): Cancel[] {
  const submit = kind === "prompt" ? "POST /v3/video-agents" : "POST /v3/videos";
  const before = (route: string): Cancel => ({ route, stage: "before" });
  return [
    ...(store === "cache" ? [before("GetCacheEntryDownloadURL"), before("CreateCacheEntry")] : []),
    before(submit),
    { route: submit, stage: "acted" },
    { route: submit, stage: "acted", silentMs: 1_000 },
    { route: submit, stage: "answered", silentMs: 0 },
    ...(kind === "prompt" ? [before("GET /v3/video-agents/{session_id}")] : []),
    before("GET /v3/videos/{video_id}"),
    { route: "GET /v3/videos/{video_id}", stage: "answered", silentMs: 0 },
    before("GET /files/{name}"),
    ...(store === "cache" ? [before("CreateArtifact"), before("PutBlock"), before("FinalizeArtifact")] : []),
  ];
}

async function cancelAt(configuration: Configuration, cancel: Cancel): Promise<CancelledRow> {
  let open: Run | undefined;
  let cancelledAt: number | undefined;
  const hook: BoundaryHook = async ({ route, stage }) => {
    if (cancelledAt !== undefined || route !== cancel.route || stage !== cancel.stage) return undefined;
    cancelledAt = Date.now();
    const { child } = open?.current ?? {};
    child?.kill("SIGTERM");
    setTimeout(() => child?.kill("SIGKILL"), killAfterMs).unref();
    if (cancel.silentMs === undefined) return untilEnd(open);
    await wait(cancel.silentMs);
    return undefined;
  };
  await using run = await openRun(configuration, hook);
  open = run;
  const step = await run.startAttempt().done;
  const problems = problemsOf(step, Date.now() - (cancelledAt ?? 0));
  return { scenario: nameOf(cancel), problems, ...(await runToEnd(run)) };
}

async function untilEnd(run: Run | undefined): Promise<"cut"> {
  await run?.current?.done.catch(() => {});
  return "cut";
}

function problemsOf(step: StepResult, tookMs: number): string[] {
  const { outputs, annotations } = step;
  const errors = annotations.filter(({ level }) => level === "error");
  const id = outputs.video_id || outputs.session_id;
  const checks: [problem: string, isFound: boolean][] = [
    [`it took ${tookMs} ms`, tookMs > timeLimitMs],
    [`exit status ${step.exitCode}, signal ${step.signal}`, step.exitCode !== 1],
    [`outputs ${Object.keys(outputs)}`, Object.keys(outputs).sort().join() !== outputNames.join()],
    [`error_code ${outputs.error_code}`, outputs.error_code !== "interrupted"],
    [`${errors.length} errors`, errors.length !== 1],
    [`no resume hint: ${errors[0]?.message}`, Boolean(id) && !hasResumeHint(errors[0]?.message, id ?? "")],
  ];
  return checks.filter(([, isFound]) => isFound).map(([problem]) => problem);
}

function hasResumeHint(message = "", id: string): boolean {
  return message.includes("video_id") && message.includes(id);
}

function nameOf({ route, stage, silentMs }: Cancel): string {
  const response = silentMs === undefined || stage === "answered" ? "" : `, response after ${silentMs} ms`;
  return `${route.padEnd(36)}  ${stage}${response}`;
}
