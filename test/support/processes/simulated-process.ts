import { AsyncLocalStorage } from "node:async_hooks";
import type { Environment } from "./child-process.ts";

/** The globals of one simulated process. */
export interface SimulatedProcess {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly stdout: SimulatedStream;
  readonly stderr: SimulatedStream;
  /** Called instead of a pause of a library. */
  readonly pause: (ms: number) => void;
}

/** A stream that collects what is written to it. */
export interface SimulatedStream extends Pick<NodeJS.WriteStream, "write"> {
  text(): string;
}

const processes = new AsyncLocalStorage<SimulatedProcess>();

/**
 * Runs `work` as if it were a process of its own: `process.env`, the working directory and the two output
 * streams are those given, in all code that it calls, including libraries. Several can run at the same time.
 */
export function runSimulated<Result>(
  simulated: SimulatedProcess,
  work: () => Promise<Result>,
): Promise<Result> {
  install();
  return processes.run(simulated, work);
}

/** Creates the environment of a simulated process. As in a real one, unset variables are left out. */
export function toProcessEnv(env: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

/** Creates a stream that calls `onLine` with each complete line. */
export function createSimulatedStream(onLine: (line: string) => void = () => {}): SimulatedStream {
  let text = "";
  let rest = "";
  return {
    write(chunk: string | Uint8Array) {
      const written = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
      text += written;
      const lines = (rest + written).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
      return true;
    },
    text: () => text,
  };
}

let isInstalled = false;

function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  redirectEnvironment();
  redirectWorkingDirectory();
  for (const name of ["stdout", "stderr"] as const) redirectStream(name);
  skipPauses();
}

function redirectEnvironment(): void {
  const real = process.env;
  const current = () => processes.getStore()?.env ?? real;
  process.env = new Proxy(real, {
    get: (_, name) => Reflect.get(current(), name),
    set: (_, name, value) => Reflect.set(current(), name, value),
    has: (_, name) => Reflect.has(current(), name),
    deleteProperty: (_, name) => Reflect.deleteProperty(current(), name),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(current(), name),
  });
}

// The property cannot be replaced: graceful-fs, which the artifact library loads, would answer with the folder of the
// first process for ever.
function redirectWorkingDirectory(): void {
  const real = process.cwd;
  const current = () => processes.getStore()?.cwd ?? real();
  Object.defineProperty(process, "cwd", { get: () => current, set: () => {} });
}

function redirectStream(name: "stdout" | "stderr"): void {
  const real = process[name].write.bind(process[name]);
  process[name].write = ((...written: Parameters<typeof real>) => {
    const simulated = processes.getStore();
    return simulated ? simulated[name].write(...written) : real(...written);
  }) as typeof real;
}

// GitHub's libraries pause between their tries with a timer that only resolves a promise. Timers that do
// anything else, such as time limits, stay as they are.
function skipPauses(): void {
  const real = globalThis.setTimeout;
  const isPause = (callback: () => void) =>
    callback.name === "" && String(callback) === "function () { [native code] }";
  globalThis.setTimeout = new Proxy(real, {
    apply(_, self, [callback, ms = 0, ...rest]: Parameters<typeof real>) {
      const simulated = processes.getStore();
      if (!simulated || !isPause(callback)) return Reflect.apply(real, self, [callback, ms, ...rest]);
      simulated.pause(ms);
      return Reflect.apply(real, self, [callback, 0, ...rest]);
    },
  });
}
