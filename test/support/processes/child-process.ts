import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Variables by name; an `undefined` one is not passed at all. */
export type Environment = Record<string, string | undefined>;

/** How to start Node. `args` are its own: the entry first. */
export interface ChildOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  /** What it reads on standard input, which is closed after it. */
  readonly input?: string | undefined;
  /** After so long the child is killed and `done` rejects with its output; 25 s unless told, below the limit of a test. */
  readonly timeoutMs?: number | undefined;
  /** Sees every line of both streams as it arrives. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Runs the child as this user and group; needs root. */
  readonly uid?: number | undefined;
}

/** How the child ended and all it printed. */
export interface ChildResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running child and, under `done`, its result. */
export interface StartedChild<Result = ChildResult> {
  readonly child: ChildProcessWithoutNullStreams;
  readonly done: Promise<Result>;
}

/** What a clean environment still takes from ours: without it nothing starts. */
export function readBaseEnvironment(): Environment {
  return { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, NO_PROXY: "127.0.0.1" };
}

/** Starts this very Node on its own, with nothing of our environment but what `env` says. */
export function startChild(options: ChildOptions): StartedChild {
  const { args, cwd, env, input, uid, onLine } = options;
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, args, { cwd, env, ...user, stdio: "pipe" });
  if (onLine !== undefined) {
    createInterface({ input: child.stdout }).on("line", onLine);
    createInterface({ input: child.stderr }).on("line", onLine);
  }
  // A child that ends without reading closes the pipe: not our concern.
  child.stdin.on("error", () => {}).end(input ?? "");
  return { child, done: ignoreUnhandled(collect(child, options)) };
}

/** A failure must not count as unhandled when the test has already failed elsewhere; who awaits it still sees it. */
export function ignoreUnhandled<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {});
  return promise;
}

async function collect(
  child: ChildProcessWithoutNullStreams,
  { args, timeoutMs = 200_000 }: ChildOptions,
): Promise<ChildResult> {
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  let late = false;
  const timer = setTimeout(() => {
    late = child.kill("SIGKILL");
  }, timeoutMs);
  const [exitCode, signal] = await once(child, "close").finally(() => clearTimeout(timer));
  if (late) throw new Error(`No end after ${timeoutMs} ms: ${args[0]}\n${printed.stdout}\n${printed.stderr}`);
  return { exitCode, signal, ...printed };
}
