import { createTemporaryFolder } from "../files/temporary-folder.ts";
import {
  type ChildResult,
  type Environment,
  readBaseEnvironment,
  type StartedChild,
  startChild,
} from "./child-process.ts";

/** One call of a store's method, with its arguments. */
export type StoreCall = readonly [
  method: "load" | "recordIntent" | "saveJob" | "invalidate",
  ...args: readonly (string | number | boolean | object)[],
];

/** The outcome of a call: its value, or the message of its error. */
export type CallOutcome = { readonly value?: unknown; readonly error?: string };

/** A store in its own process, which makes the calls in order. */
export interface StoreProcessOptions {
  /** An expression that creates the store, from the `create…` functions of the stores and a `runtime`. */
  readonly store: string;
  readonly calls: readonly StoreCall[];
  /** How many times to make all calls; once by default. */
  readonly rounds?: number;
  /** Shortens pauses of more than two seconds to a thousandth. */
  readonly shortensPauses?: boolean;
  readonly env?: Environment;
  readonly cwd?: string;
  /** Keeps the process running after the last call, until it is killed. */
  readonly staysAlive?: boolean;
  /** Called with each outcome as it arrives. */
  readonly onOutcome?: (outcome: CallOutcome) => void;
}

/** How the process ended; `stdout` is the output of other code. */
export type StoreProcessResult = ChildResult & { readonly outcomes: readonly CallOutcome[] };

const sourceOf = (name: string) =>
  JSON.stringify(new URL(`../../../src/stores/${name}.ts`, import.meta.url).href);

// Outcomes are written to stderr, so that stdout contains what a log would contain.
const script = ({
  store,
  calls,
  rounds = 1,
  shortensPauses = false,
  staysAlive = false,
}: StoreProcessOptions) => `
  import { writeSync } from "node:fs";
  import { createFileStore } from ${sourceOf("file-store")};
  import { createActionsCacheStore } from ${sourceOf("actions-cache-store")};
  const { setTimeout } = globalThis;
  if (${shortensPauses}) globalThis.setTimeout = (work, ms, ...args) => setTimeout(work, ms > 2_000 ? ms / 1_000 : ms, ...args);
  const runtime = { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };
  const store = ${store};
  const report = (outcome) => writeSync(2, "outcome " + JSON.stringify(outcome) + "\\n");
  const calls = Array(${rounds}).fill(${JSON.stringify(calls)}).flat();
  for (const [method, ...args] of calls) {
    await store[method](...args).then(
      (value) => report({ value }),
      (error) => report({ error: String(error.message) }),
    );
  }
  if (${staysAlive}) setInterval(() => {}, 1_000);
  else process.exit();
`;

/** Starts a process that calls its store, for tests of concurrent and killed processes. */
export function startStoreProcess(options: StoreProcessOptions): StartedChild<StoreProcessResult> {
  const { env, cwd = createTemporaryFolder(), onOutcome } = options;
  const { child, done } = startChild({
    args: ["--disable-warning=ExperimentalWarning", "--input-type=module", "-"],
    input: script(options),
    cwd,
    env: { ...readBaseEnvironment(), ...env },
    onLine: (line) => {
      for (const outcome of toOutcomes(line)) onOutcome?.(outcome);
    },
  });
  return { child, done: done.then((ended) => ({ ...ended, outcomes: toOutcomes(ended.stderr) })) };
}

function toOutcomes(text: string): CallOutcome[] {
  return [...text.matchAll(/^outcome (.*)$/gm)].map(([, json = ""]) => JSON.parse(json));
}

/** Starts a process that stays alive, and waits for the outcomes of all its calls. */
export async function startLongLivedStoreProcess(
  options: StoreProcessOptions,
): Promise<{ readonly outcomes: readonly CallOutcome[]; kill(): Promise<void> }> {
  const outcomes: CallOutcome[] = [];
  const complete = Promise.withResolvers<void>();
  const onOutcome = (outcome: CallOutcome) => {
    if (outcomes.push(outcome) === options.calls.length) complete.resolve();
  };
  const { child, done } = startStoreProcess({ ...options, staysAlive: true, onOutcome });
  await Promise.race([complete.promise, done]);
  const kill = async () => {
    child.kill("SIGKILL");
    await done;
  };
  return { outcomes, kill };
}
