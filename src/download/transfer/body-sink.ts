import { Writable } from "node:stream";
import { retainChunk } from "../connect/buffered-connector.ts";

/** The destination of a response body. */
export interface BodySink {
  readonly stream: Writable;
  /**
   * Resolves once all received bytes are stored, even after the connection broke. Fails when storing fails.
   */
  flushed(): Promise<void>;
}

export interface SinkHandlers {
  /** Called before the first byte. */
  prepare(): Promise<void>;
  /** Called with the next chunks in order, and not again until the returned promise resolves. */
  store(chunks: Buffer[]): Promise<void>;
  /** Called after the last byte of a complete body. */
  finish(): void;
}

// Two socket reads: the next chunks arrive while the previous ones are written.
const maxPendingBytes = 1024 ** 2;
// A body may arrive byte by byte, and a list of millions of chunks would block the event loop.
const maxPendingChunks = 1_024;

/**
 * Creates a stream that stores every byte it receives, even when its source breaks: Node's Writable discards
 * buffered chunks when it is destroyed, but a resumed download needs them. Applies back pressure once about a
 * megabyte waits.
 */
export function createBodySink({ prepare, store, finish }: SinkHandlers): BodySink {
  let pendingChunks: Buffer[] = [];
  let pendingReleases: (() => void)[] = [];
  let pendingBytes = 0;
  let resumeSource: (() => void) | undefined;
  const storePending = async () => {
    const [chunks, releases, resume] = [pendingChunks, pendingReleases, resumeSource];
    [pendingChunks, pendingReleases, resumeSource, pendingBytes] = [[], [], undefined, 0];
    resume?.();
    if (chunks.length > 0) await store(chunks);
    for (const release of releases) release();
  };
  const stream = new Writable({
    // One chunk at a time, so that the stream itself buffers nothing.
    highWaterMark: 1,
    write(chunk: Buffer, _, done) {
      pendingChunks.push(chunk);
      pendingReleases.push(retainChunk(chunk));
      enqueue(storePending);
      pendingBytes += chunk.length;
      if (pendingChunks.length < maxPendingChunks && pendingBytes < maxPendingBytes) done();
      else resumeSource = done;
    },
    final(done) {
      work.then(finish).then(() => done(), done);
    },
  });
  let work = Promise.resolve();
  const enqueue = (next: () => Promise<void>) => {
    work = work.then(next);
    work.catch((error) => stream.destroy(error));
  };
  enqueue(prepare);
  return { stream, flushed: () => work };
}
