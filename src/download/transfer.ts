import { dirname } from "node:path";
import { Writable } from "node:stream";
import { ShowreelError } from "../base/errors.ts";
import { byteSize } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { type Head, rangeHeaders, readCoverage, requireIdentity, unsatisfiedTotal } from "./byte-range.ts";
import { requireRoom } from "./disk.ts";
import { createMeter } from "./meter.ts";
import { openUrl, transferError } from "./open-url.ts";
import type { PartFile } from "./part-file.ts";
import { freeBefore } from "./read-buffers.ts";
import type { UrlPolicy } from "./url-policy.ts";

export interface TransferOrder {
  readonly policy: UrlPolicy;
  /** Where the file is to be in the end; its folder is the one that needs room. */
  readonly path: string;
  readonly maxBytes: number;
  /** The longest silence to bear, in milliseconds. */
  readonly silenceMs?: number;
}

// As much as one read from a socket brings, twice: the next piece comes in while one goes to disk.
const waitingBytes = 1024 ** 2;
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
  const head = await openUrl(runtime, {
    policy: order.policy,
    link,
    headers: rangeHeaders(part.size, part.origin),
    silenceMs: order.silenceMs ?? defaultSilenceMs,
    receive: (answer) => receive(runtime, order, part, answer),
  });
  const total = head.status === 416 ? unsatisfiedTotal(head) : (part.origin.total ?? part.size);
  if (total === part.size) return part.learnTotal(total);
  // More than was announced, or a host that knows no such place in the file: nothing here can be trusted.
  if (head.status === 416 || part.size > (total ?? 0)) await part.restart({});
  throw transferError(runtime, new Error(`${part.size} of ${total} bytes`), link);
}

function receive(runtime: Runtime, order: TransferOrder, part: PartFile, head: Head): Writable {
  if (head.status === 416) return new Writable({ write: (_piece, _encoding, done) => done() });
  requireIdentity(head);
  const coverage = readCoverage(head, part.size, part.origin);
  if (!coverage) return unusable(part);
  const { start, total, validator } = coverage;
  if (total !== undefined) requireSize(order, total);
  const meter = createMeter(runtime, start, total);
  const store = async (pieces: Buffer[]) => {
    const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
    if (pieces[0]) freeBefore(pieces[0]);
    meter.count(bytes);
    requireSize(order, part.size + bytes);
    await part.append(...pieces);
  };
  return new Writable({
    highWaterMark: waitingBytes,
    construct: settle(async () => {
      if (start === 0) await part.restart({ total, validator });
      else if (total !== undefined) part.learnTotal(total);
      if (total !== undefined) await requireRoom(dirname(order.path), total - start);
    }),
    write: (piece: Buffer, _, done) => settle(() => store([piece]))(done),
    writev: (pieces, done) => settle(() => store(pieces.map(({ chunk }) => chunk)))(done),
    final: settle(async () => meter.show()),
  });
}

type Done = (error?: Error | null) => void;

function settle(work: () => Promise<void>): (done: Done) => void {
  return (done) => {
    work().then(() => done(), done);
  };
}

// The host sends other bytes than were asked for: the next attempt asks for all of them.
function unusable(part: PartFile): Writable {
  const fault = new ShowreelError(
    "network_error",
    "The download host sent another part than was asked for.",
    {
      retryable: true,
    },
  );
  return new Writable({
    construct: settle(() => part.restart({})),
    write: (_piece, _encoding, done) => done(fault),
    final: (done) => done(fault),
  });
}

function requireSize({ maxBytes }: TransferOrder, bytes: number): void {
  if (bytes <= maxBytes) return;
  throw new ShowreelError("download_failed", `The file is larger than \`max_size_mb\` allows.`, {
    hint: `It has ${byteSize(bytes)} or more. Set \`max_size_mb\` higher if that is what you expect.`,
  });
}
