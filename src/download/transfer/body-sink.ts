import { Writable } from "node:stream";
import { retainPiece } from "../connect/buffered-connector.ts";

/** Where the body of an answer goes. */
export interface BodySink {
  readonly stream: Writable;
  /** Resolves once all that has come is stored, also after the connection broke; fails with what storing failed with. */
  flushed(): Promise<void>;
}

export interface SinkHandlers {
  /** Before the first byte. */
  prepare(): Promise<void>;
  /** The next pieces of the body, in their order, one call after the other. */
  store(pieces: Buffer[]): Promise<void>;
  /** After the last byte of a body that ended as it should. */
  finish(): void;
}

// As much as two reads from a socket bring: the next pieces come in while others go to disk.
const maxWaitingBytes = 1024 ** 2;
// Bodies may come in pieces of a byte; a list of millions would hold up everything else.
const maxWaitingPieces = 1_024;

/**
 * A stream that loses nothing when its source breaks: Node's own throws away what is buffered, and what has come over a
 * bad connection is worth keeping. Holds the source back while more than a little waits.
 */
export function createBodySink({ prepare, store, finish }: SinkHandlers): BodySink {
  let waiting: Buffer[] = [];
  let releases: (() => void)[] = [];
  let resume: (() => void) | undefined;
  let bytes = 0;
  const drain = async () => {
    const [pieces, done, next] = [waiting, releases, resume];
    [waiting, releases, resume, bytes] = [[], [], undefined, 0];
    next?.();
    if (pieces.length > 0) await store(pieces);
    for (const release of done) release();
  };
  const stream = new Writable({
    // One piece at a time: what waits, waits here.
    highWaterMark: 1,
    write(piece: Buffer, _, done) {
      waiting.push(piece);
      releases.push(retainPiece(piece));
      queue(drain);
      bytes += piece.length;
      if (waiting.length < maxWaitingPieces && bytes < maxWaitingBytes) done();
      else resume = done;
    },
    final(done) {
      work.then(finish).then(() => done(), done);
    },
  });
  let work = Promise.resolve();
  const queue = (next: () => Promise<void>) => {
    work = work.then(next);
    work.catch((error) => stream.destroy(error));
  };
  queue(prepare);
  return { stream, flushed: () => work };
}

export function totalBytes(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
