import { proxiesFrom } from "../../../src/base/http/proxy.ts";
import {
  createSystemRuntime,
  interruptedError,
  type Logger,
  type Runtime,
} from "../../../src/base/runtime.ts";
import type { Secrets } from "../../../src/base/secrets/secrets.ts";
import type { FakeClock } from "./fake-clock.ts";

/** The runtime of a simulated process, and what its stop signal does. */
export interface ProcessRuntime {
  readonly runtime: Runtime;
  interrupt(): void;
}

/** Creates the runtime of a real process with these variables, but with a fake clock. */
export function createProcessRuntime(
  env: NodeJS.ProcessEnv,
  log: Logger,
  secrets: Secrets,
  clock: FakeClock,
): ProcessRuntime {
  const controller = new AbortController();
  const { signal } = controller;
  // A submit that is under way may finish: its time limit is what ends it.
  const { signal: never } = new AbortController();
  const interruption = { signal, graceSignal: never, finalSignal: never };
  const runtime = {
    ...createSystemRuntime(log, interruption, proxiesFrom(env), secrets),
    now: clock.now,
    elapsed: clock.elapsed,
    setTimer: clock.setTimer,
    async sleep(ms: number, cancel?: AbortSignal) {
      if (signal.aborted || cancel?.aborted) throw interruptedError();
      clock.sleep(ms);
    },
  };
  return { runtime, interrupt: () => controller.abort() };
}
