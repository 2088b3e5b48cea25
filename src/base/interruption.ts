import type { EventEmitter } from "node:events";

// Windows reports the runner's Ctrl-Break as SIGBREAK.
const stopSignals = ["SIGINT", "SIGTERM", "SIGBREAK"] as const;

/** Aborts at the first stop signal, so that outputs are still written; the second one ends the process at once. */
export function abortOnStopSignals(process: EventEmitter & { exit(status: number): void }): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of stopSignals) process.on(name, stop);
  return controller.signal;
}
