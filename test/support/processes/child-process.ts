import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Environment variables; `undefined` ones are not passed. */
export type Environment = Record<string, string | undefined>;

/** How to start Node. `args` are Node's: the entry first. */
export interface ChildOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  /** The content of standard input. */
  readonly input?: string | undefined;
  /**
   * After this time the child is killed and `done` rejects with its output; 200 s by default, below a test's
   * limit.
   */
  readonly timeoutMs?: number | undefined;
  /** Called with every line of both streams. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Runs the child as this user and group; needs root. */
  readonly uid?: number | undefined;
}

/** How the child ended, and its output. */
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

/** The variables without which no process starts. */
export function readBaseEnvironment(): Environment {
  return { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, NO_PROXY: "127.0.0.1" };
}

/** Starts the same Node, with only `env` as its environment. */
export function startChild(options: ChildOptions): StartedChild {
  const { args, cwd, env, input, uid, onLine } = options;
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, args, { cwd, env, ...user, stdio: "pipe" });
  if (onLine !== undefined) {
    createInterface({ input: child.stdout }).on("line", onLine);
    createInterface({ input: child.stderr }).on("line", onLine);
  }
  // A child may end without reading its input.
  child.stdin.on("error", () => {}).end(input ?? "");
  return { child, done: ignoreUnhandled(collect(child, options)) };
}

/** Marks a rejection as handled, in case the test fails before it awaits the promise. */
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
