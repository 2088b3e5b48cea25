import type { EventEmitter } from "node:events";

// Windows reports the runner's Ctrl-Break as SIGBREAK; a terminal that is closed says SIGHUP.
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const;

// The runner gives a cancelled step 7.5 s, and Showreel promises 5 (source: actions/runner, ProcessInvoker.cs).
const gracePeriodMs = 2_000;
const finalPeriodMs = 4_000;

export interface Interruption {
  /** Aborted at the first stop signal. */
  readonly signal: AbortSignal;
  /** Aborted a little later. */
  readonly graceSignal: AbortSignal;
  /** Aborted just before the process must end. */
  readonly finalSignal: AbortSignal;
}

/** What is needed of a process in order to end it. */
export interface ExitableProcess {
  readonly pid: number;
  exit(): never;
  kill(pid: number, signal: NodeJS.Signals): boolean;
  getActiveResourcesInfo(): string[];
  removeAllListeners(event: string): unknown;
}

/**
 * Ends the process once its work is done, whatever is still open. `exit` waits for look-ups and disks that do not
 * answer, longer than a cancelled run has: that one ends by the signal instead.
 */
export function exitSoon(process: ExitableProcess, { signal }: Interruption): void {
  const leave = () => {
    const isStuck = process.getActiveResourcesInfo().some((name) => /GetAddrInfo|FSReq/.test(name));
    if (!signal.aborted || !isStuck) process.exit();
    process.removeAllListeners("SIGTERM");
    process.kill(process.pid, "SIGTERM");
  };
  setTimeout(leave, 500).unref();
}

/** Aborts at the first stop signal, so that outputs are still written; the second one ends the process at once. */
export function abortOnStopSignals(process: EventEmitter & { exit(status: number): void }): Interruption {
  const [now, late, last] = [new AbortController(), new AbortController(), new AbortController()];
  const stop = () => {
    if (now.signal.aborted) process.exit(130);
    now.abort();
    setTimeout(() => late.abort(), gracePeriodMs).unref();
    setTimeout(() => last.abort(), finalPeriodMs).unref();
  };
  for (const name of stopSignals) process.on(name, stop);
  return { signal: now.signal, graceSignal: late.signal, finalSignal: last.signal };
}
