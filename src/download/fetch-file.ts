import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { formatBytes, formatDuration } from "../base/text/format-units.ts";
import { retryDelayMs } from "../base/timing/retry.ts";
import type { PartFile } from "./resume/part-file.ts";
import { createDownloadTimeLimit } from "./transfer/time-limit.ts";
import { type TransferOptions, transfer } from "./transfer/transfer.ts";

export interface FetchFileOptions extends Omit<TransferOptions, "timeLimit"> {
  /** The provider's link: signed, short-lived and secret. */
  readonly link: string;
  /** Requests a new link from the provider; undefined when it has none. */
  readonly refreshLink: () => Promise<string | undefined>;
  /** How many attempts in a row may fail without progress; 8 by default. */
  readonly maxAttempts?: number;
  /**
   * The longest time for the whole download with all its attempts and pauses, in milliseconds. By default one
   * hour, plus the time that the file takes at 100 kB/s.
   */
  readonly totalTimeoutMs?: number;
}

/**
 * Downloads a complete file into its part and returns the result of `accept`. Resumes after transient errors,
 * uses a fresh link when the old one has expired or is rejected, and downloads again when `accept` fails with
 * a retryable error. Fails with `download_failed`, `network_error` (also when it takes too long), or the
 * error of `accept`.
 */
export async function fetchFile<Result>(
  runtime: Runtime,
  options: FetchFileOptions,
  part: PartFile,
  accept: (part: PartFile) => Promise<Result>,
): Promise<Result> {
  const retryBudget = createDownloadRetryBudget(part.size, options.maxAttempts);
  const timeLimit = createDownloadTimeLimit(runtime.elapsed, part.size, options.totalTimeoutMs);
  let link = options.link;
  for (;;) {
    try {
      if (part.size !== part.resumeInfo.total) {
        link = await refreshIfExpired(runtime, options, link);
        await transfer(runtime, { ...options, timeLimit }, link, part);
      }
      return await accept(part);
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable) throw error;
      // A rejected file is downloaded again from its first byte, so its bytes are no progress.
      const reached = error.code === "invalid_video" ? 0 : part.size;
      const failures = retryBudget.recordFailure(reached, part.resumeInfo.total);
      if (failures === undefined) throw error;
      timeLimit.check(part.size, part.resumeInfo.total);
      await pauseBeforeRetry(runtime, error, failures, part);
      if (error.needsFreshLink) link = await requestFreshLink(runtime, options, link);
    }
  }
}

/** The longest pause in milliseconds, even if `Retry-After` asks for more. */
const maxDelayMs = 300_000;

async function pauseBeforeRetry(
  runtime: Runtime,
  error: ShowreelError,
  failures: number,
  part: PartFile,
): Promise<void> {
  const delayMs = Math.min(retryDelayMs(error.retryAfterMs, failures, runtime.random()), maxDelayMs);
  const resumeAt = resumableBytes(part);
  const next = resumeAt > 0 ? `Resuming at ${formatBytes(resumeAt)}` : "Trying again";
  runtime.log.info(`${error.message} ${next} in ${formatDuration(delayMs)}.`);
  await runtime.sleep(delayMs);
}

// Without a validator, the next attempt starts at 0.
function resumableBytes({ size, resumeInfo }: PartFile): number {
  return resumeInfo.validator === undefined ? 0 : size;
}

async function refreshIfExpired(runtime: Runtime, options: FetchFileOptions, link: string): Promise<string> {
  const expiry = linkExpiry(link);
  if (expiry === undefined || runtime.now() < expiry) return link;
  runtime.log.info("The download link has expired; requesting a new one from the provider.");
  return requestFreshLink(runtime, options, link);
}

// On an error the old link is returned: it may still work, and the next attempt asks for a new one again.
async function requestFreshLink(
  runtime: Runtime,
  { refreshLink }: FetchFileOptions,
  link: string,
): Promise<string> {
  try {
    return (await refreshLink()) ?? link;
  } catch (error) {
    runtime.log.debug(`Could not get a new download link: ${error instanceof Error ? error.message : error}`);
    return link;
  }
}

/** Counts failed attempts in a row. An attempt that makes progress starts the count again. */
export interface DownloadRetryBudget {
  /**
   * Records a failed attempt that ended with `size` bytes on disk. Returns the number of failures in a row,
   * or undefined when there may be no further attempt.
   */
  recordFailure(size: number, total: number | undefined): number | undefined;
}

// Pauses of 1 + 2 + 4 + 8 + 16 + 30 + 30 s: a provider may announce a file before the host can serve it.
const defaultMaxAttempts = 8;
const minProgressBytes = 1024 ** 2;

/**
 * Creates a budget for a download with `size` bytes already on disk. An attempt makes progress if it gets 1 %
 * of the file, or 1 MiB, further than all attempts before.
 */
export function createDownloadRetryBudget(
  size: number,
  maxAttempts = defaultMaxAttempts,
): DownloadRetryBudget {
  let furthest = size;
  let failures = 0;
  return {
    recordFailure(reached, total) {
      const step = Math.min(minProgressBytes, (total ?? Number.POSITIVE_INFINITY) / 100);
      if (reached >= furthest + step && reached > furthest) {
        furthest = reached;
        failures = 0;
      }
      failures += 1;
      return failures < maxAttempts ? failures : undefined;
    },
  };
}

/**
 * Returns when a signed link expires according to its query, in milliseconds since 1970; undefined if
 * unknown. Supports Amazon S3 and Google Cloud Storage (a date and a duration), and CloudFront and others
 * (`Expires`).
 */
export function linkExpiry(link: string): number | undefined {
  const query = new Map(
    [...(URL.parse(link)?.searchParams ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const vendor of ["amz", "goog"]) {
    const signedAt = parseCompactDate(query.get(`x-${vendor}-date`));
    const validSeconds = parseSeconds(query.get(`x-${vendor}-expires`));
    if (signedAt !== undefined && validSeconds !== undefined) return signedAt + validSeconds * 1_000;
  }
  // A small number is a duration: some services use `Expires` for that.
  const expires = parseSeconds(query.get("expires"));
  return expires === undefined || expires < 1e9 ? undefined : expires * 1_000;
}

/** Parses a date such as `20260101T000000Z`. */
function parseCompactDate(date: string | undefined): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date ?? "") ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function parseSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
