import { dirname } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import { formatBytes } from "../../base/format-units.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
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
import type { PartFile } from "../resume/part-file.ts";
import { type BodySink, createBodySink, totalBytes } from "./body-sink.ts";
import type { DownloadTimeLimit } from "./time-limit.ts";
import { createMeter } from "./transfer-meter.ts";

export interface TransferOptions {
  readonly policy: UrlPolicy;
  /** Where the file is to be in the end; its folder is the one that needs room. */
  readonly path: string;
  readonly maxBytes: number;
  /** The longest silence to bear, in milliseconds. */
  readonly idleTimeoutMs?: number;
  /** What the whole download is held to. */
  readonly timeLimit?: DownloadTimeLimit;
}

const defaultIdleTimeoutMs = 30_000;

/**
 * Brings the rest of a file into its part, or the whole of it when the host cannot or will not continue. Afterwards
 * the part is whole; otherwise it fails with `network_error` or `download_failed`, and what has come stays.
 */
export async function transfer(
  runtime: Runtime,
  options: TransferOptions,
  link: string,
  part: PartFile,
): Promise<void> {
  const idleTimeoutMs = options.idleTimeoutMs ?? defaultIdleTimeoutMs;
  let sink: BodySink | undefined;
  const asking = {
    policy: options.policy,
    link,
    headers: rangeHeaders(part.size, part.resumeInfo),
    idleTimeoutMs,
    onBody: (answer: ResponseHead) => {
      if (answer.status === 416) return drainLimited(runtime, idleTimeoutMs);
      sink = openBodySink(runtime, options, part, answer);
      return sink.stream;
    },
  };
  // What had come before a connection broke is stored first.
  const head = await getWithRedirects(runtime, asking).finally(() => flushSink(runtime, sink));
  const total = head.status === 416 ? unsatisfiedTotal(head) : (part.resumeInfo.total ?? part.size);
  if (total === part.size) return part.setTotal(total);
  // More than was announced, or a host that knows no such place in the file: nothing here can be trusted.
  if (head.status === 416 || part.size > (total ?? 0)) part.invalidate();
  throw transferError(runtime, new Error(`${part.size} of ${total} bytes`), link);
}

function openBodySink(
  runtime: Runtime,
  order: TransferOptions,
  part: PartFile,
  head: ResponseHead,
): BodySink {
  requireUncompressed(head);
  rejectErrorPage(head, part.size);
  const coverage = readContentRange(head, part.size, part.resumeInfo);
  if (!coverage) {
    part.invalidate();
    throw wrongRangeError();
  }
  const { start, total, validator } = coverage;
  if (total !== undefined) requireMaxSize(order, total);
  const meter = createMeter(runtime, start, total, order.timeLimit);
  return createBodySink({
    async prepare() {
      if (start === 0) await part.restart({ total, validator });
      else if (total !== undefined) part.setTotal(total);
      if (total !== undefined) await requireDiskSpace(dirname(order.path), total - start);
    },
    async store(pieces) {
      meter.count(totalBytes(pieces));
      requireMaxSize(order, part.size + totalBytes(pieces));
      await part.append(...pieces);
    },
    finish: meter.logProgress,
  });
}

// Whatever a disk does to a run that is cancelled, it was cancelled.
async function flushSink({ signal }: Runtime, sink: BodySink | undefined): Promise<void> {
  await sink?.flushed().catch((error) => {
    throw signal.aborted ? interruptedError() : error;
  });
}

function wrongRangeError(): ShowreelError {
  return new ShowreelError("network_error", "The download host sent another part than was asked for.", {
    retryable: true,
  });
}

function requireMaxSize({ maxBytes }: TransferOptions, bytes: number): void {
  if (bytes <= maxBytes) return;
  throw new ShowreelError("download_failed", `The file is larger than \`max_size_mb\` allows.`, {
    hint: `It has ${formatBytes(bytes)} or more. Set \`max_size_mb\` higher if that is what you expect.`,
  });
}
