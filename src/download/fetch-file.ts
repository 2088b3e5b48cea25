import { ShowreelError } from "../base/errors.ts";
import { formatBytes, formatDuration } from "../base/format-units.ts";
import type { Runtime } from "../base/runtime.ts";
import { retryDelayMs } from "../base/timing/retry.ts";
import type { PartFile } from "./resume/part-file.ts";
import { createDownloadTimeLimit } from "./transfer/time-limit.ts";
import { type TransferOptions, transfer } from "./transfer/transfer.ts";

const parseSeconds = (text: string | null) =>
  text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;

/**
 * When a signed link expires, in milliseconds since 1970, as its query says; undefined when it does not. Knows the
 * forms of Amazon S3 and Google Cloud Storage (a date and a validity), and of CloudFront and others (`Expires`).
 */
export function linkExpiry(link: string): number | undefined {
  const query = new Map(
    [...(URL.parse(link)?.searchParams ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const read = (name: string) => query.get(name) ?? null;
  for (const vendor of ["amz", "goog"]) {
    const signed = parseCompact(read(`x-${vendor}-date`));
    const valid = parseSeconds(read(`x-${vendor}-expires`));
    if (signed !== undefined && valid !== undefined) return signed + valid * 1_000;
  }
  // Other services mean a duration by it.
  const expires = parseSeconds(read("expires"));
  return expires === undefined || expires < 1e9 ? undefined : expires * 1_000;
}

// 20260101T000000Z
function parseCompact(date: string | null): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date ?? "") ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Counts the attempts that brought nothing worth speaking of. */
export interface DownloadRetryBudget {
  /**
   * Notes an attempt that ended with `size` bytes here. Returns how many have failed in a row, or undefined when that
   * is enough.
   */
  recordFailure(size: number, total: number | undefined): number | undefined;
}

// 1 + 2 + 4 + 8 + 16 + 30 + 30 s: a file is sometimes announced before it can be fetched.
const defaultMaxAttempts = 8;
const minProgressBytes = 1024 ** 2;

/** `size` bytes are here already. An attempt that got further than any before it, by a hundredth or 1 MiB, is none. */
export function createDownloadRetryBudget(
  size: number,
  maxAttempts = defaultMaxAttempts,
): DownloadRetryBudget {
  let furthest = size;
  let inARow = 0;
  return {
    recordFailure(reached, total) {
      const step = Math.min(minProgressBytes, (total ?? Number.POSITIVE_INFINITY) / 100);
      if (reached >= furthest + step && reached > furthest) {
        furthest = reached;
        inARow = 0;
      }
      inARow += 1;
      return inARow < maxAttempts ? inARow : undefined;
    },
  };
}

export interface FetchFileOptions extends Omit<TransferOptions, "timeLimit"> {
  /** The provider's link: signed, short-lived, secret. */
  readonly link: string;
  /** Asks the provider for a link anew; undefined when it has none. */
  readonly refreshLink: () => Promise<string | undefined>;
  /** How many attempts in a row may bring nothing. */
  readonly maxAttempts?: number;
  /** The longest time for all of it, in milliseconds; by default an hour and what its size needs. */
  readonly totalTimeoutMs?: number;
}

/** Whatever a host asks for, this much later it is asked again. */
const maxDelayMs = 300_000;

/**
 * Brings a file into its part, whole: continued after a passing fault, with a fresh link when the old one is refused
 * or has expired, begun anew when `accept` finds fault with it. Returns what `accept` makes of it. Fails with
 * `download_failed`, `network_error`, also when it takes too long, or what `accept` fails with.
 */
export async function fetchFile<Result>(
  runtime: Runtime,
  options: FetchFileOptions,
  part: PartFile,
  accept: (part: PartFile) => Promise<Result>,
): Promise<Result> {
  const patience = createDownloadRetryBudget(part.size, options.maxAttempts);
  const pace = createDownloadTimeLimit(runtime.elapsed, part.size, options.totalTimeoutMs);
  let link = options.link;
  for (;;) {
    try {
      if (part.size !== part.resumeInfo.total) {
        link = await refreshIfExpired(runtime, options, link);
        await transfer(runtime, { ...options, timeLimit: pace }, link, part);
      }
      return await accept(part);
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable) throw error;
      const attempt = patience.recordFailure(part.size, part.resumeInfo.total);
      if (attempt === undefined) throw error;
      pace.check(part.size, part.resumeInfo.total);
      await pause(runtime, error, attempt, part);
      if (error.needsFreshLink) link = await requestFreshLink(runtime, options, link);
    }
  }
}

async function pause(runtime: Runtime, error: ShowreelError, attempt: number, part: PartFile): Promise<void> {
  const delay = Math.min(retryDelayMs(error.retryAfterMs, attempt, runtime.random()), maxDelayMs);
  const next = part.size > 0 ? `Continuing after ${formatBytes(part.size)}` : "Trying again";
  runtime.log.info(`${error.message} ${next} in ${formatDuration(delay)}.`);
  await runtime.sleep(delay);
}

async function refreshIfExpired(runtime: Runtime, order: FetchFileOptions, link: string): Promise<string> {
  const expiry = linkExpiry(link);
  if (expiry === undefined || runtime.now() < expiry) return link;
  runtime.log.info("The download link has expired; asking the provider for a fresh one.");
  return requestFreshLink(runtime, order, link);
}

// A fault here is no reason to give up: the old link may still work, and the next attempt asks again.
async function requestFreshLink(runtime: Runtime, order: FetchFileOptions, link: string): Promise<string> {
  try {
    return (await order.refreshLink()) ?? link;
  } catch (error) {
    runtime.log.debug(`No fresh link: ${error instanceof Error ? error.message : error}`);
    return link;
  }
}
