import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { withRetries } from "../../base/timing/retry.ts";
import { isWorkTimeout, withTimeLimit } from "../../base/timing/time-limit.ts";
import type { Provider } from "../provider.ts";

/** The time by which intents are noted and looked for. */
export interface ProviderClock {
  /** Whole milliseconds since 1970. */
  now(): number;
  /** How far what the provider dates may lie from this clock, in milliseconds. */
  readonly slackMs: number;
}

// A header tells whole seconds, and the machines of one provider differ a little.
const providerClockSlackMs = 120_000;
// Clocks of machines in use are off by a time zone at the most.
const localClockSlackMs = 90 * 60_000;
// Nobody waits long for what the run can do without.
const clockTimeoutMs = 15_000;

/**
 * The provider's clock, as its answer to a free question tells it: a runner's own may be wrong by an hour. Where the
 * provider does not tell its time it is this machine's, with more slack.
 */
export async function readProviderClock(runtime: Runtime, provider: Provider): Promise<ProviderClock> {
  const own = { now: () => Math.floor(runtime.now()), slackMs: localClockSlackMs };
  if (!provider.serverTime) return own;
  const asked = withRetries(runtime, async () => provider.serverTime?.());
  const told = await withTimeLimit(runtime, clockTimeoutMs, asked).catch(ignoreUnlessInterrupted);
  if (told === undefined) return own;
  const ahead = Math.round(told - runtime.now());
  return { now: () => Math.floor(runtime.now()) + ahead, slackMs: providerClockSlackMs };
}

// Whoever does not tell the time may take a video all the same, and says better what is wrong. A proxy that refuses is not
// asked again.
function ignoreUnlessInterrupted(error: unknown): undefined {
  if (isWorkTimeout(error)) return;
  const isFinal = !(error instanceof ShowreelError) || (error.code === "network_error" && !error.retryable);
  if (isFinal || error.code === "interrupted") throw error;
}
