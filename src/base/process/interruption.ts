import type { EventEmitter } from "node:events";

// Windows reports the runner's Ctrl-Break as SIGBREAK; closing a terminal sends SIGHUP.
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const;

// The runner kills a canceled step after 7.5 s (source: actions/runner, ProcessInvoker.cs). Showreel promises
// to end within 5 s.
const gracePeriodMs = 2_000;
const finalPeriodMs = 4_000;

const exitDelayMs = 500;

/** The three abort signals of a run that is being stopped. */
export interface Interruption {
  /** Aborted at the first stop signal. */
  readonly signal: AbortSignal;
  /** Aborted 2 seconds after the first stop signal. */
  readonly graceSignal: AbortSignal;
  /** Aborted 4 seconds after the first stop signal, just before the process must end. */
  readonly finalSignal: AbortSignal;
}

/**
 * Aborts at the first stop signal, so that outputs can still be written. A second stop signal ends the
 * process at once.
 */
export function abortOnStopSignals(process: EventEmitter & { exit(status: number): void }): Interruption {
  const [first, grace, final] = [new AbortController(), new AbortController(), new AbortController()];
  const stop = () => {
    if (first.signal.aborted) process.exit(130);
    first.abort();
    setTimeout(() => grace.abort(), gracePeriodMs).unref();
    setTimeout(() => final.abort(), finalPeriodMs).unref();
  };
  for (const name of stopSignals) process.on(name, stop);
  return { signal: first.signal, graceSignal: grace.signal, finalSignal: final.signal };
}

/** The part of `process` that `exitSoon` needs. */
export interface ExitableProcess {
  readonly pid: number;
  exit(): never;
  kill(pid: number, signal: NodeJS.Signals): boolean;
  getActiveResourcesInfo(): string[];
  removeAllListeners(event: string): unknown;
}

/**
 * Ends the process half a second later, even if handles are still open. `process.exit` waits for pending DNS
 * lookups and file system calls, which may take longer than a canceled run has. A canceled run with such a
 * call pending ends itself with SIGTERM instead.
 */
export function exitSoon(process: ExitableProcess, { signal }: Interruption): void {
  const exit = () => {
    const isBlocked = process.getActiveResourcesInfo().some((name) => /GetAddrInfo|FSReq/.test(name));
    if (!signal.aborted || !isBlocked) process.exit();
    process.removeAllListeners("SIGTERM");
    process.kill(process.pid, "SIGTERM");
  };
  setTimeout(exit, exitDelayMs).unref();
}
