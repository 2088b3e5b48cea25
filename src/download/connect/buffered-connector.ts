import type { OnReadOpts, Socket } from "node:net";
import type { buildConnector as BuildConnector } from "undici";
import { buildConnector } from "../../base/http/undici.ts";

const bufferBytes = 512 * 1024;
// A smaller chunk is copied: that costs less than setting a buffer aside for it. TLS reads 16 KiB at a time.
const minRetainedBytes = 128 * 1024;

/**
 * Creates a connector whose sockets read large chunks into a few reused buffers. By default, Node allocates
 * 64 KiB for every read, which takes as much time as hashing them. Each socket has its own buffers, and the
 * HTTP parser gets them in the order in which they were filled. HTTP/1.1 only: HTTP/2 does not read through
 * these buffers.
 */
export function createConnector(options: BuildConnector.BuildOptions): BuildConnector.connector {
  return (target, callback) => {
    const connect = buildConnector({ ...options, allowH2: false, onread: createReader() });
    connect(target, callback);
  };
}

/**
 * Keeps the memory of a body chunk from being reused until the returned function is called. Call it for each
 * chunk as soon as it arrives, and in order.
 */
export function retainChunk(chunk: Buffer): () => void {
  return retainers.get(chunk.buffer)?.(chunk.buffer) ?? noop;
}

/** A buffer that was handed to the HTTP parser. */
interface BufferLease {
  /** How many chunks of this buffer are retained. */
  users: number;
  /** Whether the parser is done with this buffer: it is once a chunk of a later buffer arrives. */
  isParsed: boolean;
}

type RetainBuffer = (buffer: ArrayBufferLike) => () => void;

const retainers = new WeakMap<ArrayBufferLike, RetainBuffer>();
const noop = () => {};

function createReader(): OnReadOpts {
  const freeBuffers: Buffer[] = [];
  // In the order in which the buffers were filled.
  const leases = new Map<ArrayBufferLike, BufferLease>();
  const freeIfUnused = (buffer: ArrayBufferLike, { users, isParsed }: BufferLease) => {
    if (users > 0 || !isParsed || !leases.delete(buffer)) return;
    freeBuffers.push(Buffer.from(buffer));
  };
  const retain: RetainBuffer = (buffer) => {
    const lease = leases.get(buffer);
    if (!lease) return noop;
    lease.users += 1;
    for (const [earlierBuffer, earlier] of leases) {
      if (earlier === lease) break;
      earlier.isParsed = true;
      freeIfUnused(earlierBuffer, earlier);
    }
    return () => {
      lease.users -= 1;
      freeIfUnused(buffer, lease);
    };
  };
  return {
    buffer: () => freeBuffers.pop() ?? Buffer.allocUnsafeSlow(bufferBytes),
    callback(this: Socket, bytes: number, buffer: Buffer) {
      const chunk = buffer.subarray(0, bytes);
      if (bytes < minRetainedBytes) {
        freeBuffers.push(buffer);
        return this.push(Buffer.from(chunk));
      }
      retainers.set(buffer.buffer, retain);
      leases.set(buffer.buffer, { users: 0, isParsed: false });
      return this.push(chunk);
    },
  } as OnReadOpts;
}
