import type { Boundary, BoundaryHook } from "../support/network/request-boundaries.ts";
import { inParallel } from "./pool.ts";
import { type Ended, openProviderRun, type ProviderRun, type Wish } from "./provider-run.ts";
import { killCurrent } from "./run.ts";
import { printTable, type Row } from "./table.ts";

/** One scenario: what it came to at the end, and how often a person had to be told to look for the video. */
export interface ToldRow extends Row {
  readonly boundary: Boundary | undefined;
  readonly told: number;
  /** What arrived and was billed before a person did anything but run again. */
  readonly creates: number;
  readonly billedByItself: number;
  readonly videoId: string;
}

/**
 * Loses the answer to the call that costs money, and kills a run at each of its boundaries: the slowest first, because
 * what is looked for after a lost answer takes a quarter of a minute. Prints the table.
 */
export async function harass(wish: Wish, atOnce: number): Promise<{ calm: ToldRow; rows: ToldRow[] }> {
  const startedAt = Date.now();
  const { boundaries, row: calm } = await recordBoundaries(wish);
  const scenarios = [() => loseAnswer(wish), ...boundaries.map((boundary) => () => killAt(wish, boundary))];
  const rows = await inParallel(scenarios, atOnce, (scenario) => scenario());
  printTable(`Killed: ${wish.name}, ${wish.frontEnd}, file store`, rows, startedAt);
  return { calm, rows };
}

/** The boundaries of a run that nothing happens to, and what it came to. */
async function recordBoundaries(wish: Wish): Promise<{ boundaries: Boundary[]; row: ToldRow }> {
  const boundaries: Boundary[] = [];
  await using run = await openProviderRun(wish, async (boundary) => {
    boundaries.push(boundary);
    return undefined;
  });
  const row = await runToEnd(wish, run, "nothing happens", undefined);
  return { boundaries, row };
}

/** Kills the attempt that meets this boundary first, and runs again as a person would. */
async function killAt(wish: Wish, boundary: Boundary): Promise<ToldRow> {
  let open: ProviderRun | undefined;
  let isMet = false;
  const hook: BoundaryHook = async ({ index, stage }) => {
    if (isMet || index !== boundary.index || stage !== boundary.stage) return undefined;
    isMet = true;
    return killCurrent(open);
  };
  await using run = await openProviderRun(wish, hook);
  open = run;
  const { index, route, stage } = boundary;
  const row = await runToEnd(wish, run, `${index + 1}  ${route.padEnd(42)}  ${stage}`, boundary);
  return isMet ? row : { ...row, finished: false, complaints: [...row.complaints, "not reached"] };
}

/** Lets the answer to the call that costs money get lost, and kills nobody. */
async function loseAnswer(wish: Wish): Promise<ToldRow> {
  await using run = await openProviderRun(wish, async () => undefined);
  run.place.loseAnswer();
  return await runToEnd(wish, run, `lost  ${wish.create}`, undefined);
}

/** Runs, runs again unless it is done; and where a person was told to look for the video, does what they were told. */
async function runToEnd(
  wish: Wish,
  run: ProviderRun,
  scenario: string,
  boundary: Boundary | undefined,
): Promise<ToldRow> {
  const { place } = run;
  const attempts = [await run.attempt()];
  if (!attempts.some(isDone)) attempts.push(await run.attempt());
  const { billed: billedByItself, creates } = place;
  const told = attempts.filter(tellsOfLostVideo).length;
  if (told > 0) attempts.push(await run.attempt(adviceFor(wish, billedByItself)));
  const last = attempts.at(-1);
  return {
    scenario: told > 0 ? `${scenario}, told ${told}×` : scenario,
    boundary,
    creates,
    told,
    billedByItself,
    billed: place.billed,
    finished: attempts.some(isDone),
    resumed: last?.outputs.resumed ?? "",
    videoId: last?.outputs.video_id ?? "",
    attempts: run.attempts,
    complaints: attempts.filter(isUnforeseen).map(({ words }) => words),
  };
}

// Who looks finds the video, or that there is none.
function adviceFor({ inputs, videoId }: Wish, billed: number): Record<string, string> {
  if (billed === 0) return { ...inputs, reuse: "never" };
  return { ...(inputs.provider && { provider: inputs.provider }), video_id: videoId };
}

function isDone({ exitCode, outputs }: Ended): boolean {
  return exitCode === 0 && outputs.status === "completed";
}

function isUnforeseen(ended: Ended): boolean {
  return !isDone(ended) && !tellsOfLostVideo(ended) && ended.signal !== "SIGKILL";
}

const sentence = /A video may have been created( at \S+)?, but its id was lost\./;
const wayOut =
  /Look for it at .*Resume it with (`video_id`|--video-id).*set (`reuse`|--reuse) to never for one run\./s;

/** Whether a person learns that there may be a video, where to look for it, and both ways on. */
function tellsOfLostVideo({ exitCode, outputs, words }: Ended): boolean {
  const isFailure = exitCode === 1 && outputs.status === "failed" && outputs.error_code === "provider_error";
  return isFailure && outputs.video_id === "" && sentence.test(words) && wayOut.test(words);
}
