import { open, rename, rm } from "node:fs/promises";
import { ShowreelError } from "../base/errors.ts";
import { duration } from "../base/plain-text.ts";
import { repetitionDelayMs } from "../base/retry.ts";
import type { Runtime } from "../base/runtime.ts";
import { diskError, type FetchedFile, fetchFile } from "./fetch-file.ts";
import { inspectMp4 } from "./mp4.ts";
import type { UrlPolicy } from "./url-policy.ts";

/** A finished video on this machine: complete, verified, hashed. */
export interface LocalVideo extends FetchedFile {
  readonly path: string;
  readonly durationSeconds: number;
}

export interface DownloadOrder {
  /** The provider's link: signed, short-lived, secret. */
  readonly link: string;
  /** Asks the provider for a link anew; undefined when it has none. */
  readonly freshLink: () => Promise<string | undefined>;
  readonly policy: UrlPolicy;
  readonly path: string;
}

// 1 + 2 + 4 + 8 + 16 + 30 + 30 s: a file is sometimes announced before it can be fetched.
const maxAttempts = 8;

/**
 * Brings the video here, whole: into `<path>.part`, again after a passing fault, with a fresh link when the old one is
 * refused, verified as a complete MP4 and only then given its name. Fails with `download_failed`, `network_error` or
 * `invalid_video`.
 */
export async function downloadVideo(runtime: Runtime, order: DownloadOrder): Promise<LocalVideo> {
  let link = order.link;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptDownload(runtime, order, link);
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable || attempt === maxAttempts) throw error;
      const delay = repetitionDelayMs(error.retryAfterMs, attempt, runtime.random());
      runtime.log.info(`${error.message} Attempt ${attempt + 1} of ${maxAttempts} in ${duration(delay)}.`);
      await runtime.sleep(Math.min(delay, 300_000));
      if (error.needsFreshLink) link = await renew(runtime, order, link);
    }
  }
}

async function attemptDownload(runtime: Runtime, order: DownloadOrder, link: string): Promise<LocalVideo> {
  const part = `${order.path}.part`;
  const fetched = await fetchFile(runtime, order.policy, link, part);
  const durationSeconds = await verify(part, fetched.sizeBytes);
  await rename(part, order.path).catch((cause) => {
    throw diskError(cause);
  });
  return { ...fetched, path: order.path, durationSeconds };
}

async function verify(part: string, size: number): Promise<number> {
  const file = await open(part);
  try {
    const inspection = await inspectMp4({
      size,
      read: async (offset, length) => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      },
    });
    if (inspection.playable) return inspection.durationSeconds;
    await rm(part);
    throw invalid(inspection.problem);
  } finally {
    await file.close();
  }
}

// Hosts have sent error pages with 200, and files before they were whole: another try with another link may mend it.
function invalid(problem: string): ShowreelError {
  return new ShowreelError("invalid_video", `What was downloaded is not a playable video: ${problem}.`, {
    retryable: true,
    needsFreshLink: true,
  });
}

// A fault here is no reason to give up: the old link may still work, and the next attempt asks again.
async function renew(runtime: Runtime, order: DownloadOrder, link: string): Promise<string> {
  try {
    return (await order.freshLink()) ?? link;
  } catch (error) {
    runtime.log.debug(`No fresh link: ${error instanceof Error ? error.message : error}`);
    return link;
  }
}
