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

/** What the call came to: its value, or the words of its error. */
export type StoreResult = { readonly value?: unknown; readonly error?: string };

/** A store in a process of its own, which is asked in order. */
export interface StoreProcessOptions {
  /** The expression that makes the store; `create…` of all stores are there, and a `runtime` with a clock. */
  readonly store: string;
  readonly calls: readonly StoreCall[];
  /** All calls are made so many times; once unless told. */
  readonly rounds?: number;
  /** Pauses of more than two seconds last a thousandth of their time. */
  readonly shortensPauses?: boolean;
  readonly env?: Environment;
  readonly cwd?: string;
  /** The process lives on after the last answer, until it is killed. */
  readonly staysAlive?: boolean;
  /** Sees each answer as it comes. */
  readonly onAnswer?: (answer: StoreResult) => void;
}

/** How the process ended; `stdout` is what others printed. */
export type StoreProcessResult = ChildResult & { readonly answers: readonly StoreResult[] };

const sourceOf = (name: string) =>
  JSON.stringify(new URL(`../../../src/stores/${name}.ts`, import.meta.url).href);

// Answers go out on stderr, so that stdout shows what a log would show.
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
  if (${shortensPauses}) globalThis.setTimeout = (work, ms, ...given) => setTimeout(work, ms > 2_000 ? ms / 1_000 : ms, ...given);
  const runtime = { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };
  const store = ${store};
  const tell = (answer) => writeSync(2, "answer " + JSON.stringify(answer) + "\\n");
  const calls = Array(${rounds}).fill(${JSON.stringify(calls)}).flat();
  for (const [method, ...args] of calls) {
    await store[method](...args).then(
      (value) => tell({ value }),
      (error) => tell({ error: String(error.message) }),
    );
  }
  if (${staysAlive}) setInterval(() => {}, 1_000);
  else process.exit();
`;

/** Starts a real process that asks its store, for tests in which processes meet or die. */
export function startStoreProcess(options: StoreProcessOptions): StartedChild<StoreProcessResult> {
  const { env, cwd = createTemporaryFolder(), onAnswer } = options;
  const { child, done } = startChild({
    args: ["--disable-warning=ExperimentalWarning", "--input-type=module", "-"],
    input: script(options),
    cwd,
    env: { ...readBaseEnvironment(), ...env },
    onLine: (line) => {
      for (const answer of toAnswers(line)) onAnswer?.(answer);
    },
  });
  return { child, done: done.then((ended) => ({ ...ended, answers: toAnswers(ended.stderr) })) };
}

function toAnswers(text: string): StoreResult[] {
  return [...text.matchAll(/^answer (.*)$/gm)].map(([, json = ""]) => JSON.parse(json));
}

/** Starts a process, and waits until all its calls are answered and it lives on. */
export async function startLongLivedStoreProcess(
  options: StoreProcessOptions,
): Promise<{ readonly answers: readonly StoreResult[]; kill(): Promise<void> }> {
  const answers: StoreResult[] = [];
  const complete = Promise.withResolvers<void>();
  const onAnswer = (answer: StoreResult) => {
    if (answers.push(answer) === options.calls.length) complete.resolve();
  };
  const { child, done } = startStoreProcess({ ...options, staysAlive: true, onAnswer });
  await Promise.race([complete.promise, done]);
  const kill = async () => {
    child.kill("SIGKILL");
    await done;
  };
  return { answers, kill };
}
