import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { withRetries } from "../../base/timing/retry.ts";
import { isWorkTimeout, withTimeLimit } from "../../base/timing/time-limit.ts";
import type { Provider } from "../provider.ts";

/** The clock by which submit intents are recorded and lost jobs are searched. */
export interface ProviderClock {
  /** Returns the current time, in whole milliseconds since 1970. */
  now(): number;
  /** How far a creation time reported by the provider may differ from this clock, in milliseconds. */
  readonly slackMs: number;
}

// The Date header has a resolution of one second, and the machines of one provider differ slightly.
const providerClockSlackMs = 120_000;
// A machine's clock is rarely off by more than a time zone.
const localClockSlackMs = 90 * 60_000;
// The provider's time is optional, so the run doesn't wait long for it.
const clockTimeoutMs = 15_000;

/**
 * Reads the provider's clock with one free request, because the clock of a runner may be an hour off. Returns
 * this machine's clock, with more slack, if the provider does not report its time.
 */
export async function readProviderClock(runtime: Runtime, provider: Provider): Promise<ProviderClock> {
  const localClock = { now: () => Math.floor(runtime.now()), slackMs: localClockSlackMs };
  if (!provider.serverTime) return localClock;
  const request = withRetries(runtime, async () => provider.serverTime?.());
  const serverTime = await withTimeLimit(runtime, clockTimeoutMs, request).catch(ignoreUnlessFinal);
  if (serverTime === undefined) return localClock;
  const ahead = Math.round(serverTime - runtime.now());
  return { now: () => Math.floor(runtime.now()) + ahead, slackMs: providerClockSlackMs };
}

// A provider that fails here may still accept the submit, whose own error would be more specific. An
// interruption and a proxy that refuses the connection are final.
function ignoreUnlessFinal(error: unknown): undefined {
  if (isWorkTimeout(error)) return;
  const isFinal = !(error instanceof ShowreelError) || (error.code === "network_error" && !error.retryable);
  if (isFinal || error.code === "interrupted") throw error;
}
