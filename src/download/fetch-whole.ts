import { ShowreelError } from "../base/errors.ts";
import { byteSize, duration } from "../base/plain-text.ts";
import { repetitionDelayMs } from "../base/retry.ts";
import type { Runtime } from "../base/runtime.ts";
import { linkExpiry } from "./link-expiry.ts";
import { createPace } from "./pace.ts";
import type { PartFile } from "./part-file.ts";
import { createPatience } from "./patience.ts";
import { type TransferOrder, transfer } from "./transfer.ts";

export interface FetchOrder extends Omit<TransferOrder, "pace"> {
  /** The provider's link: signed, short-lived, secret. */
  readonly link: string;
  /** Asks the provider for a link anew; undefined when it has none. */
  readonly freshLink: () => Promise<string | undefined>;
  /** How many attempts in a row may bring nothing. */
  readonly attempts?: number;
  /** The longest time for all of it, in milliseconds; by default an hour and what its size needs. */
  readonly limitMs?: number;
}

/** Whatever a host asks for, this much later it is asked again. */
const longestDelayMs = 300_000;

/**
 * Brings a file into its part, whole: continued after a passing fault, with a fresh link when the old one is refused
 * or has expired, begun anew when `accept` finds fault with it. Returns what `accept` makes of it. Fails with
 * `download_failed`, `network_error`, also when it takes too long, or what `accept` fails with.
 */
export async function fetchWhole<Result>(
  runtime: Runtime,
  order: FetchOrder,
  part: PartFile,
  accept: (part: PartFile) => Promise<Result>,
): Promise<Result> {
  const patience = createPatience(part.size, order.attempts);
  const pace = createPace(runtime.elapsed, part.size, order.limitMs);
  let link = order.link;
  for (;;) {
    try {
      if (part.size !== part.origin.total) {
        link = await renewIfExpired(runtime, order, link);
        await transfer(runtime, { ...order, pace }, link, part);
      }
      return await accept(part);
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable) throw error;
      const attempt = patience.failedAt(part.size, part.origin.total);
      if (attempt === undefined) throw error;
      pace.check(part.size, part.origin.total);
      await pause(runtime, error, attempt, part);
      if (error.needsFreshLink) link = await renew(runtime, order, link);
    }
  }
}

async function pause(runtime: Runtime, error: ShowreelError, attempt: number, part: PartFile): Promise<void> {
  const delay = Math.min(repetitionDelayMs(error.retryAfterMs, attempt, runtime.random()), longestDelayMs);
  const next = part.size > 0 ? `Continuing after ${byteSize(part.size)}` : "Trying again";
  runtime.log.info(`${error.message} ${next} in ${duration(delay)}.`);
  await runtime.sleep(delay);
}

async function renewIfExpired(runtime: Runtime, order: FetchOrder, link: string): Promise<string> {
  const expiry = linkExpiry(link);
  if (expiry === undefined || runtime.now() < expiry) return link;
  runtime.log.info("The download link has expired; asking the provider for a fresh one.");
  return renew(runtime, order, link);
}

// A fault here is no reason to give up: the old link may still work, and the next attempt asks again.
async function renew(runtime: Runtime, order: FetchOrder, link: string): Promise<string> {
  try {
    return (await order.freshLink()) ?? link;
  } catch (error) {
    runtime.log.debug(`No fresh link: ${error instanceof Error ? error.message : error}`);
    return link;
  }
}
