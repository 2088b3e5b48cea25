import { dirname } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { formatBytes } from "../../base/text/format-units.ts";
import { drainLimited, getWithRedirects, transferError } from "../connect/get-with-redirects.ts";
import type { UrlPolicy } from "../connect/url-policy.ts";
import { requireDiskSpace } from "../disk-errors.ts";
import {
  type ResponseHead,
  rangeHeaders,
  readContentRange,
  rejectErrorPage,
  requireUncompressed,
  unsatisfiedTotal,
} from "../resume/content-range.ts";
import { sumBytes } from "../resume/part-disk.ts";
import type { PartFile } from "../resume/part-file.ts";
import { type BodySink, createBodySink } from "./body-sink.ts";
import type { DownloadTimeLimit } from "./time-limit.ts";
import { createMeter } from "./transfer-meter.ts";

export interface TransferOptions {
  readonly policy: UrlPolicy;
  /** The final path of the file. The free space of its folder is checked before the first byte. */
  readonly path: string;
  readonly maxBytes: number;
  /** The longest time without data, in milliseconds; 30 seconds by default. */
  readonly idleTimeoutMs?: number;
  /** The limit for the whole download, of which this transfer is one attempt. */
  readonly timeLimit?: DownloadTimeLimit;
}

const defaultIdleTimeoutMs = 30_000;

/**
 * Downloads the rest of a file into its part, or the whole file when the host does not support resuming.
 * Afterwards the part is complete, and its total is set. Fails with `network_error` or `download_failed`; the
 * bytes received so far stay in the part.
 */
export async function transfer(
  runtime: Runtime,
  options: TransferOptions,
  link: string,
  part: PartFile,
): Promise<void> {
  const idleTimeoutMs = options.idleTimeoutMs ?? defaultIdleTimeoutMs;
  let sink: BodySink | undefined;
  const request = {
    policy: options.policy,
    link,
    headers: rangeHeaders(part.size, part.resumeInfo),
    idleTimeoutMs,
    onBody: (head: ResponseHead) => {
      if (head.status === 416) return drainLimited(runtime, idleTimeoutMs);
      sink = openBodySink(runtime, options, part, head);
      return sink.stream;
    },
  };
  // Bytes that arrived before the connection broke are stored before the error is handled.
  const head = await getWithRedirects(runtime, request).finally(() => flushSink(runtime, sink));
  const total = head.status === 416 ? unsatisfiedTotal(head) : (part.resumeInfo.total ?? part.size);
  if (total === part.size) return part.setTotal(total);
  // The part is longer than the file, or the host says so. So it is not the beginning of this file.
  if (head.status === 416 || part.size > (total ?? 0)) part.invalidate();
  throw transferError(runtime, new Error(`${part.size} of ${total} bytes`), link);
}

function openBodySink(
  runtime: Runtime,
  options: TransferOptions,
  part: PartFile,
  head: ResponseHead,
): BodySink {
  requireUncompressed(head);
  rejectErrorPage(head, part.size);
  const range = readContentRange(head, part.size, part.resumeInfo);
  if (!range) {
    part.invalidate();
    throw wrongRangeError();
  }
  const { start, total, validator } = range;
  if (total !== undefined) requireMaxSize(options, total);
  const meter = createMeter(runtime, {
    initialBytes: start,
    totalBytes: total,
    timeLimit: options.timeLimit,
  });
  return createBodySink({
    async prepare() {
      if (start === 0) await part.restart({ total, validator });
      else if (total !== undefined) part.setTotal(total);
      if (total !== undefined) await requireDiskSpace(dirname(options.path), total - start);
    },
    async store(chunks) {
      const bytes = sumBytes(chunks);
      meter.count(bytes);
      requireMaxSize(options, part.size + bytes);
      await part.append(...chunks);
    },
    finish: meter.logProgress,
  });
}

// In a canceled run, a disk error is reported as the interruption.
async function flushSink({ signal }: Runtime, sink: BodySink | undefined): Promise<void> {
  await sink?.flushed().catch((error) => {
    throw signal.aborted ? interruptedError() : error;
  });
}

function wrongRangeError(): ShowreelError {
  return new ShowreelError("network_error", "The download host sent a different byte range than requested.", {
    retryable: true,
  });
}

function requireMaxSize({ maxBytes }: TransferOptions, bytes: number): void {
  if (bytes <= maxBytes) return;
  throw new ShowreelError("download_failed", "The file is larger than `max_size_mb` allows.", {
    hint: `It has at least ${formatBytes(bytes)}. Set a higher \`max_size_mb\` if you expect this size.`,
  });
}
