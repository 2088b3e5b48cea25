import { createCipheriv } from "node:crypto";
import { statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import type { Runtime } from "../../../src/base/runtime.ts";
import { videoOf } from "../files/mp4-boxes.ts";
import { eventLoopTurns } from "../runtime/event-loop-turns.ts";
import { type LocalServer, startLocalServer } from "./local-server.ts";

/** A file of the host, with the validators of its version. */
export interface HostFile {
  readonly bytes: Buffer;
  /** Usually `etag`; also `last-modified` and `date`. */
  readonly validators: Readonly<Record<string, string>>;
}

/** How a connection ends early. `hang` leaves it open without sending anything more. */
export type CutKind = "close" | "reset" | "half-close" | "hang";

/** How the host handles one request. An empty object means: correctly. */
export interface FaultyResponse {
  /** Replaces the file with this version from now on. */
  readonly becomes?: HostFile;
  readonly status?: number;
  /** Overrides the correct headers; undefined removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Buffer;
  /** Ignores the `Range` header. */
  readonly ignoresRange?: boolean;
  /**
   * After how many bytes of the body the connection ends, and how; `nothing` is before any header. Unless it is
   * `abrupt`, it ends once the client has stored these bytes.
   */
  readonly cut?: { readonly after: number | "nothing"; readonly how?: CutKind; readonly abrupt?: boolean };
  /** Called when the connection ends early. */
  readonly onCut?: () => void;
  /** Sends the body in chunks of this size, with a pause after each, once the client has stored it. */
  readonly drip?: { readonly bytes: number; readonly pause: () => unknown };
}

export interface FaultyHost extends LocalServer {
  /** The body bytes sent, by request. */
  readonly sent: readonly number[];
}

/**
 * A real host of one file. It handles each request by the next faulty response, and correctly after the last one.
 * `part` is the path where the client stores the bytes.
 */
export async function startFaultyHost(
  file: HostFile,
  responses: readonly FaultyResponse[],
  part?: string,
): Promise<FaultyHost> {
  const sent: number[] = [];
  const queue = [...responses];
  let current = file;
  const server = await startLocalServer((request, response) => {
    const faulty = queue.shift() ?? {};
    current = faulty.becomes ?? current;
    const index = sent.push(0) - 1;
    const count = (bytes: number) => {
      sent[index] = (sent[index] ?? 0) + bytes;
    };
    const untilStored = (bytes: number) => (part ? untilSize(part, bytes, response) : undefined);
    // The client may disconnect.
    respond(current, faulty, request, response, { count, untilStored })
      .then(async (end) => {
        if (faulty.cut && !faulty.cut.abrupt) await untilStored(end);
        faulty.onCut?.();
        if (faulty.cut) cutOff(response, faulty.cut.how);
        else response.end();
      })
      .catch(() => response.destroy());
  });
  return { ...server, sent };
}

interface Progress {
  count(bytes: number): void;
  /** Resolves when the client has stored this many bytes of the file. */
  untilStored(bytes: number): Promise<void> | undefined;
}

async function respond(
  file: HostFile,
  faulty: FaultyResponse,
  request: IncomingMessage,
  response: ServerResponse,
  { count, untilStored }: Progress,
): Promise<number> {
  const after = faulty.cut?.after ?? Number.POSITIVE_INFINITY;
  if (after === "nothing") return 0;
  const correct = correctResponse(file, faulty.ignoresRange ? {} : request.headers);
  const body = faulty.body ?? correct.body;
  const length = faulty.body === undefined ? correct.body.length : faulty.body.length;
  const headers = { ...correct.headers, "content-length": `${length}`, ...faulty.headers };
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value);
  response.writeHead(faulty.status ?? correct.status).flushHeaders();
  const start = correct.status === 206 ? file.bytes.length - correct.body.length : 0;
  const bytes = faulty.drip?.bytes ?? 64 * 1024;
  for (let offset = 0; offset < Math.min(body.length, after); offset += bytes) {
    const chunk = body.subarray(offset, Math.min(offset + bytes, after));
    await new Promise<void>((resolve, reject) =>
      response.write(chunk, (error) => (error ? reject(error) : resolve())),
    );
    count(chunk.length);
    if (!faulty.drip) continue;
    await untilStored(start + offset + chunk.length);
    await faulty.drip.pause();
  }
  return start + Math.min(body.length, after);
}

// A client that rejects the response disconnects, and stores nothing.
async function untilSize(path: string, size: number, response: ServerResponse): Promise<void> {
  while (!response.destroyed && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) < size)
    await eventLoopTurns(1);
}

function cutOff({ socket }: ServerResponse, how: CutKind = "close"): void {
  if (how === "close") socket?.destroy();
  else if (how === "reset") socket?.resetAndDestroy();
  else if (how === "half-close") socket?.end();
}

function correctResponse({ bytes, validators }: HostFile, requestHeaders: IncomingMessage["headers"]) {
  const start = Number(/^bytes=(\d+)-$/.exec(requestHeaders.range ?? "")?.[1] ?? Number.NaN);
  const isSame = Object.values(validators).includes(`${requestHeaders["if-range"]}`);
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
  return videoOf(randomBytes(count, seed), 4_000);
}

/** Returns the same runtime, and the number of file bytes it has received; error responses do not count. */
export function countReceived(runtime: Runtime): { readonly runtime: Runtime; readonly bytes: () => number } {
  let bytes = 0;
  const watch = (sink: Writable) => {
    const write = sink.write.bind(sink);
    sink.write = ((chunk: Buffer, ...rest: []) => {
      bytes += chunk.length;
      return write(chunk, ...rest);
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
