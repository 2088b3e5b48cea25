import { dirname } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import { byteSize } from "../../base/plain-text.ts";
import { interrupted, type Runtime } from "../../base/runtime.ts";
import { listenBriefly, openUrl, transferError } from "../connect/open-url.ts";
import type { UrlPolicy } from "../connect/url-policy.ts";
import { requireRoom } from "../disk.ts";
import {
  type Head,
  rangeHeaders,
  readCoverage,
  requireFile,
  requireIdentity,
  unsatisfiedTotal,
} from "../resume/content-range.ts";
import type { PartFile } from "../resume/part-file.ts";
import { createMeter } from "./meter.ts";
import type { Pace } from "./pace.ts";
import { createSink, type Sink, sizeOf } from "./sink.ts";

export interface TransferOrder {
  readonly policy: UrlPolicy;
  /** Where the file is to be in the end; its folder is the one that needs room. */
  readonly path: string;
  readonly maxBytes: number;
  /** The longest silence to bear, in milliseconds. */
  readonly silenceMs?: number;
  /** What the whole download is held to. */
  readonly pace?: Pace;
}

const defaultSilenceMs = 30_000;

/**
 * Brings the rest of a file into its part, or the whole of it when the host cannot or will not continue. Afterwards
 * the part is whole; otherwise it fails with `network_error` or `download_failed`, and what has come stays.
 */
export async function transfer(
  runtime: Runtime,
  order: TransferOrder,
  link: string,
  part: PartFile,
): Promise<void> {
  const silenceMs = order.silenceMs ?? defaultSilenceMs;
  let sink: Sink | undefined;
  const asking = {
    policy: order.policy,
    link,
    headers: rangeHeaders(part.size, part.origin),
    silenceMs,
    receive: (answer: Head) => {
      if (answer.status === 416) return listenBriefly(runtime, silenceMs);
      sink = receive(runtime, order, part, answer);
      return sink.stream;
    },
  };
  // What had come before a connection broke is stored first.
  const head = await openUrl(runtime, asking).finally(() => settled(runtime, sink));
  const total = head.status === 416 ? unsatisfiedTotal(head) : (part.origin.total ?? part.size);
  if (total === part.size) return part.learnTotal(total);
  // More than was announced, or a host that knows no such place in the file: nothing here can be trusted.
  if (head.status === 416 || part.size > (total ?? 0)) part.distrust();
  throw transferError(runtime, new Error(`${part.size} of ${total} bytes`), link);
}

function receive(runtime: Runtime, order: TransferOrder, part: PartFile, head: Head): Sink {
  requireIdentity(head);
  requireFile(head, part.size);
  const coverage = readCoverage(head, part.size, part.origin);
  if (!coverage) {
    part.distrust();
    throw otherPart();
  }
  const { start, total, validator } = coverage;
  if (total !== undefined) requireSize(order, total);
  const meter = createMeter(runtime, start, total, order.pace);
  return createSink({
    async prepare() {
      if (start === 0) await part.restart({ total, validator });
      else if (total !== undefined) part.learnTotal(total);
      if (total !== undefined) await requireRoom(dirname(order.path), total - start);
    },
    async store(pieces) {
      meter.count(sizeOf(pieces));
      requireSize(order, part.size + sizeOf(pieces));
      await part.append(...pieces);
    },
    finish: meter.show,
  });
}

// Whatever a disk does to a run that is cancelled, it was cancelled.
async function settled({ signal }: Runtime, sink: Sink | undefined): Promise<void> {
  await sink?.settled().catch((error) => {
    throw signal.aborted ? interrupted() : error;
  });
}

function otherPart(): ShowreelError {
  return new ShowreelError("network_error", "The download host sent another part than was asked for.", {
    retryable: true,
  });
}

function requireSize({ maxBytes }: TransferOrder, bytes: number): void {
  if (bytes <= maxBytes) return;
  throw new ShowreelError("download_failed", `The file is larger than \`max_size_mb\` allows.`, {
    hint: `It has ${byteSize(bytes)} or more. Set \`max_size_mb\` higher if that is what you expect.`,
  });
}
