import type { Boundary, BoundaryHook } from "../support/network/request-boundaries.ts";
import { inParallel } from "./pool.ts";
import { type AttemptResult, openProviderRun, type ProviderRun, type VideoCase } from "./provider-run.ts";
import { killCurrent } from "./run.ts";
import { printTable, type Row } from "./table.ts";

/** One scenario with its result, and how many attempts reported a possible duplicate. */
export interface ProviderRow extends Row {
  readonly boundary: Boundary | undefined;
  readonly possibleDuplicates: number;
  /** What was created and billed before the user followed the hint of an error. */
  readonly creates: number;
  readonly billedBeforeHint: number;
  readonly videoId: string;
}

/**
 * Loses the response to the request that costs money, and kills a run at each of its boundaries. Prints a table of
 * the results. The lost response comes first: its search takes 15 seconds.
 */
export async function killProviderRuns(
  videoCase: VideoCase,
  concurrency: number,
): Promise<{ baseline: ProviderRow; rows: ProviderRow[] }> {
  const startedAt = Date.now();
  const { boundaries, row: baseline } = await recordBoundaries(videoCase);
  const scenarios = [
    () => loseResponse(videoCase),
    ...boundaries.map((boundary) => () => killAt(videoCase, boundary)),
  ];
  const rows = await inParallel(scenarios, concurrency, (scenario) => scenario());
  printTable(`Killed: ${videoCase.name}, ${videoCase.frontEnd}, file store`, rows, startedAt);
  return { baseline, rows };
}

/** Returns the boundaries and the result of a run that is not killed. */
async function recordBoundaries(videoCase: VideoCase): Promise<{ boundaries: Boundary[]; row: ProviderRow }> {
  const boundaries: Boundary[] = [];
  await using run = await openProviderRun(videoCase, async (boundary) => {
    boundaries.push(boundary);
    return undefined;
  });
  const row = await runToEnd(videoCase, run, "not killed", undefined);
  return { boundaries, row };
}

/** Kills the first attempt that reaches this boundary, and re-runs it. */
async function killAt(videoCase: VideoCase, boundary: Boundary): Promise<ProviderRow> {
  let open: ProviderRun | undefined;
  let isReached = false;
  const hook: BoundaryHook = async ({ index, stage }) => {
    if (isReached || index !== boundary.index || stage !== boundary.stage) return undefined;
    isReached = true;
    return killCurrent(open);
  };
  await using run = await openProviderRun(videoCase, hook);
  open = run;
  const { index, route, stage } = boundary;
  const row = await runToEnd(videoCase, run, `${index + 1}  ${route.padEnd(42)}  ${stage}`, boundary);
  return isReached ? row : { ...row, finished: false, errors: [...row.errors, "not reached"] };
}

/** Loses the response to the request that costs money; no attempt is killed. */
async function loseResponse(videoCase: VideoCase): Promise<ProviderRow> {
  await using run = await openProviderRun(videoCase, async () => undefined);
  run.provider.loseResponse();
  return await runToEnd(videoCase, run, `lost  ${videoCase.createRoute}`, undefined);
}

/** Runs, re-runs unless completed, and follows the hint if an attempt reports a possible duplicate. */
async function runToEnd(
  videoCase: VideoCase,
  run: ProviderRun,
  scenario: string,
  boundary: Boundary | undefined,
): Promise<ProviderRow> {
  const { provider } = run;
  const attempts = [await run.attempt()];
  if (!attempts.some(isDone)) attempts.push(await run.attempt());
  const { billed: billedBeforeHint, creates } = provider;
  const possibleDuplicates = attempts.filter(reportsPossibleDuplicate).length;
  if (possibleDuplicates > 0) attempts.push(await run.attempt(inputsFromHint(videoCase, billedBeforeHint)));
  const last = attempts.at(-1);
  return {
    scenario: possibleDuplicates > 0 ? `${scenario}, reported ${possibleDuplicates}×` : scenario,
    boundary,
    creates,
    possibleDuplicates,
    billedBeforeHint,
    billed: provider.billed,
    finished: attempts.some(isDone),
    resumed: last?.outputs.resumed ?? "",
    videoId: last?.outputs.video_id ?? "",
    attempts: run.attempts,
    errors: attempts.filter(isUnexpected).map(({ messages }) => messages),
  };
}

// The hint says to look for the video, and what to set if it exists and if it does not.
function inputsFromHint({ inputs, videoId }: VideoCase, billed: number): Record<string, string> {
  if (billed === 0) return { ...inputs, reuse: "never" };
  return { ...(inputs.provider && { provider: inputs.provider }), video_id: videoId };
}

function isDone({ exitCode, outputs }: AttemptResult): boolean {
  return exitCode === 0 && outputs.status === "completed";
}

function isUnexpected(result: AttemptResult): boolean {
  return !isDone(result) && !reportsPossibleDuplicate(result) && result.signal !== "SIGKILL";
}

const messagePattern = /A video may have been created( at \S+)?, but its id was lost\./;
const hintPattern =
  /Look for it at .*Resume it with (`video_id`|--video-id).*set (`reuse`|--reuse) to never for one run\./s;

/** Whether the error says that there may be a video, where to look for it, and what to set in either case. */
function reportsPossibleDuplicate({ exitCode, outputs, messages }: AttemptResult): boolean {
  const isFailure = exitCode === 1 && outputs.status === "failed" && outputs.error_code === "provider_error";
  return isFailure && outputs.video_id === "" && messagePattern.test(messages) && hintPattern.test(messages);
}
