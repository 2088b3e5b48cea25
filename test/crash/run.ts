import { startBuiltAction } from "../support/action/built-action.ts";
import type { StepResult } from "../support/action/step.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { startRunStartServer } from "../support/github/run-start-server.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import type { BoundaryHook } from "../support/network/request-boundaries.ts";
import type { StartedChild } from "../support/processes/child-process.ts";
import { clockAheadBy } from "../support/processes/clock-offset.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";
import { ageIntents } from "./age-intents.ts";
import { type Configuration, fakeBehavior, files, inputsOf } from "./configuration.ts";

/** One workflow run with all its attempts, for one video. */
export interface Run extends AsyncDisposable {
  readonly fake: FakeHeygen;
  /** The folder that all attempts share, with the file store. */
  readonly workspace: string | undefined;
  /** How many attempts were started. */
  readonly attempts: number;
  /** The attempt that was started last. */
  readonly current: StartedChild<StepResult> | undefined;
  /** Starts the next attempt: with the cache on a new machine, with the file in the same folder. */
  startAttempt(): StartedChild<StepResult>;
}

const maxAttempts = 4;
// Longer than any search for a lost video of an attempt that has ended.
const timeoutMs = 300_000;

/** Starts an empty provider and results service; `hook` is called at the boundaries of both. */
export async function openRun(configuration: Configuration, hook: BoundaryHook): Promise<Run> {
  const fake = await startFakeHeygen({ ...fakeBehavior, onBoundary: hook });
  const { limit: cacheLimit, clockAhead } = configuration;
  const results = await startFakeResults({ onBoundary: hook, ...(cacheLimit && { cacheLimit }) });
  const github = await startRunStartServer();
  const inputs = inputsOf(configuration, fake);
  const workspace = configuration.store === "file" ? createWorkspace(files) : undefined;
  const stores = workspace === undefined ? { results } : { workspace };
  let attempts = 0;
  let current: StartedChild<StepResult> | undefined;
  return {
    fake,
    workspace,
    get attempts() {
      return attempts;
    },
    get current() {
      return current;
    },
    startAttempt() {
      attempts += 1;
      results.beginAttempt();
      ageIntents(results, workspace);
      const env = {
        GITHUB_API_URL: github.url.origin,
        GITHUB_RUN_ATTEMPT: String(attempts),
        ...(clockAhead !== undefined && attempts === 1 && clockAheadBy(clockAhead)),
      };
      current = startBuiltAction({ ...stores, inputs, env, timeoutMs });
      return current;
    },
    async [Symbol.asyncDispose]() {
      current?.child.kill("SIGKILL");
      await github[Symbol.asyncDispose]();
      await results[Symbol.asyncDispose]();
      await fake[Symbol.asyncDispose]();
    },
  };
}

/** The result of a run. */
export interface Outcome {
  readonly billed: number;
  readonly finished: boolean;
  readonly resumed: string;
  readonly attempts: number;
  /** The errors of attempts that were not killed. */
  readonly errors: readonly string[];
}

/** Starts attempts until one completes. */
export async function runToEnd(run: Run): Promise<Outcome> {
  const errors: string[] = [];
  for (;;) {
    const step = await run.startAttempt().done.catch(String);
    const finished = isDone(step);
    if (!finished) errors.push(...errorsOf(step));
    if (!finished && run.attempts < maxAttempts) continue;
    const resumed = typeof step === "string" ? "" : (step.outputs.resumed ?? "");
    return { billed: run.fake.billed, finished, resumed, attempts: run.attempts, errors };
  }
}

function isDone(step: StepResult | string): boolean {
  return typeof step !== "string" && step.exitCode === 0 && step.outputs.status === "completed";
}

function errorsOf(step: StepResult | string): string[] {
  if (typeof step === "string") return [step];
  return step.signal === "SIGKILL"
    ? []
    : step.annotations.map(({ level, message }) => `${level}: ${message}`);
}

/** Kills the current attempt at once, as a power failure does. */
export async function killCurrent(
  run: { readonly current: StartedChild<unknown> | undefined } | undefined,
): Promise<"cut"> {
  run?.current?.child.kill("SIGKILL");
  await run?.current?.done.catch(() => {});
  return "cut";
}
