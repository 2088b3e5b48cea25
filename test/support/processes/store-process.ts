import { fileURLToPath } from "node:url";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import type { CallOutcome, StoreCall } from "../stores/store-calls.ts";
import { readBaseEnvironment, startChild } from "./child-process.ts";
import { compileCache } from "./compile-cache.ts";

/** A file store in its own process, which makes the calls in order and stays alive until it is killed. */
export interface StoreProcessOptions {
  readonly folder: string;
  readonly calls: readonly StoreCall[];
  /** Repeats the calls until `stop`. */
  readonly repeats?: boolean;
}

/** A running store process. */
export interface StoreProcess {
  /** The outcomes so far. */
  readonly outcomes: readonly CallOutcome[];
  /** Ends a process that repeats its calls, after the current ones. */
  stop(): Promise<void>;
  /** Kills the process at once, with SIGKILL. */
  kill(): Promise<void>;
}

const entry = fileURLToPath(new URL("./file-store-entry.ts", import.meta.url));

/** Starts a process that calls its store, and waits for the outcomes of all calls. */
export async function startStoreProcess(options: StoreProcessOptions): Promise<StoreProcess> {
  const { folder, calls, repeats = false } = options;
  const outcomes: CallOutcome[] = [];
  const complete = Promise.withResolvers<void>();
  const { child, done } = startChild({
    args: ["--disable-warning=ExperimentalWarning", entry, folder, JSON.stringify(calls), String(repeats)],
    cwd: createTemporaryFolder(),
    env: { ...readBaseEnvironment(), ...compileCache },
    onLine(line) {
      outcomes.push(JSON.parse(line));
      if (outcomes.length >= calls.length) complete.resolve();
    },
  });
  const failed = done.then(({ stderr }) => Promise.reject(new Error(`The process has ended: ${stderr}`)));
  await Promise.race([complete.promise, failed]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await done;
  };
  return { outcomes, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}
