import { createCipheriv } from "node:crypto";
import { statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { Runtime } from "../../../src/base/runtime.ts";
import { box, fileType, movieHeader } from "../files/mp4-boxes.ts";
import { type LocalServer, startLocalServer } from "./local-server.ts";

/** A file of the host, with what the host says to tell one version of it from another. */
export interface HostFile {
  readonly bytes: Buffer;
  /** Usually `etag`; also `last-modified` and `date`. */
  readonly validators: Readonly<Record<string, string>>;
}

/** How a connection ends before its time. `hang` leaves it open and says nothing more. */
export type CutKind = "close" | "reset" | "half-close" | "hang";

/** What one request meets. An empty turn is what an honest host does. */
export interface Turn {
  /** This version of the file lies there from now on. */
  readonly becomes?: HostFile;
  readonly status?: number;
  /** Laid over the honest headers; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Buffer;
  /** As a host that knows no `Range`. */
  readonly ignoresRange?: boolean;
  /**
   * After how many bytes of the body the connection ends, `nothing` being before any header, and how. Unless it is
   * `abrupt`, it ends when the client has put these bytes on disk.
   */
  readonly cut?: { readonly after: number | "nothing"; readonly how?: CutKind; readonly abrupt?: boolean };
  /** Called when the connection ends before its time. */
  readonly ends?: () => void;
  /** A body in pieces of this size, with a rest after each. */
  readonly drip?: { readonly bytes: number; readonly rest: () => unknown };
}

export interface FaultyHost extends LocalServer {
  /** The body bytes that went out, for each request. */
  readonly sent: readonly number[];
}

/**
 * A real host of one file: each request meets the next turn, and when there are no more it is honest. `part` is where
 * the client puts the bytes.
 */
export async function startFaultyHost(
  file: HostFile,
  turns: readonly Turn[],
  part?: string,
): Promise<FaultyHost> {
  const sent: number[] = [];
  const queue = [...turns];
  let current = file;
  const server = await startLocalServer((request, response) => {
    const turn = queue.shift() ?? {};
    current = turn.becomes ?? current;
    const index = sent.push(0) - 1;
    const count = (bytes: number) => {
      sent[index] = (sent[index] ?? 0) + bytes;
    };
    // A client that goes away is nobody's fault.
    answer(current, turn, request, response, count)
      .then(async (end) => {
        if (part && turn.cut && !turn.cut.abrupt) await untilSize(part, end);
        turn.ends?.();
        if (turn.cut) cutOff(response, turn.cut.how);
        else response.end();
      })
      .catch(() => response.destroy());
  });
  return { ...server, sent };
}

async function answer(
  file: HostFile,
  turn: Turn,
  request: IncomingMessage,
  response: ServerResponse,
  count: (bytes: number) => void,
): Promise<number> {
  const after = turn.cut?.after ?? Number.POSITIVE_INFINITY;
  if (after === "nothing") return 0;
  const honest = honestAnswer(file, turn.ignoresRange ? {} : request.headers);
  const body = turn.body ?? honest.body;
  const length = turn.body === undefined ? honest.body.length : turn.body.length;
  const headers = { ...honest.headers, "content-length": `${length}`, ...turn.headers };
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value);
  response.writeHead(turn.status ?? honest.status).flushHeaders();
  const { bytes, rest } = turn.drip ?? { bytes: 64 * 1024, rest: () => undefined };
  for (let place = 0; place < Math.min(body.length, after); place += bytes) {
    const piece = body.subarray(place, Math.min(place + bytes, after));
    await new Promise<void>((resolve, reject) =>
      response.write(piece, (error) => (error ? reject(error) : resolve())),
    );
    count(piece.length);
    await rest();
  }
  const start = honest.status === 206 ? file.bytes.length - honest.body.length : 0;
  return start + Math.min(body.length, after);
}

// A client that wants none of the bytes would keep it waiting for ever.
async function untilSize(path: string, size: number): Promise<void> {
  for (
    let round = 0;
    round < 200 && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) < size;
    round += 1
  )
    await wait(2);
}

function cutOff({ socket }: ServerResponse, how: CutKind = "close"): void {
  if (how === "close") socket?.destroy();
  else if (how === "reset") socket?.resetAndDestroy();
  else if (how === "half-close") socket?.end();
}

function honestAnswer({ bytes, validators }: HostFile, asked: IncomingMessage["headers"]) {
  const start = Number(/^bytes=(\d+)-$/.exec(asked.range ?? "")?.[1] ?? Number.NaN);
  const isSame = Object.values(validators).includes(`${asked["if-range"]}`);
  if (Number.isNaN(start) || !isSame) return { status: 200, headers: validators, body: bytes };
  if (start >= bytes.length) {
    return { status: 416, headers: { "content-range": `bytes */${bytes.length}` }, body: Buffer.alloc(0) };
  }
  const headers = { ...validators, "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
  return { status: 206, headers, body: bytes.subarray(start) };
}

/** Bytes that look random and are the same each time. */
export function randomBytes(count: number, seed = 1): Buffer {
  return createCipheriv("aes-128-ctr", Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(count));
}

/** A video of 4 seconds whose media data are `count` random bytes. */
export function randomVideo(count: number, seed = 1): Buffer {
  const movie = box("moov", movieHeader(0, 1_000, 4_000n));
  return Buffer.concat([fileType, movie, box("mdat", randomBytes(count, seed))]);
}

export const shortRest = () => wait(2);

/** The same runtime, and how many bytes of files have reached it so far; the words of refusals do not count. */
export function countReceived(runtime: Runtime): { readonly runtime: Runtime; readonly bytes: () => number } {
  let bytes = 0;
  const watch = (sink: Writable) => {
    const write = sink.write.bind(sink);
    sink.write = ((piece: Buffer, ...others: []) => {
      bytes += piece.length;
      return write(piece, ...others);
    }) as Writable["write"];
    return sink;
  };
  const stream = ((url, options, factory) =>
    runtime.stream(url, options, (data) => {
      const sink = factory(data) as Writable;
      return data.statusCode < 300 ? watch(sink) : sink;
    })) as Runtime["stream"];
  return { runtime: { ...runtime, stream }, bytes: () => bytes };
}
