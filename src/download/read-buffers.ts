import type { OnReadOpts, Socket } from "node:net";
import { buildConnector } from "undici";

const bufferBytes = 512 * 1024;
// Below this it is cheaper to copy a piece than to give a whole buffer away for it. TLS reads 16 KiB at a time.
const worthKeeping = 128 * 1024;

const owners = new WeakMap<ArrayBufferLike, (current: ArrayBufferLike) => void>();

/**
 * A connector whose sockets read large pieces, and into the same few buffers again and again: Node by itself takes a
 * fresh 64 KiB for every read, which costs as much time as the hash. Each socket has buffers of its own, because
 * `freeBefore` relies on the order in which they were filled. HTTP/1.1 only: HTTP/2 reads past these buffers.
 */
export function createConnector(options: buildConnector.BuildOptions): buildConnector.connector {
  return (target, callback) => {
    const connect = buildConnector({ ...options, allowH2: false, onread: createReader() });
    connect(target, callback);
  };
}

/** Says that every piece of the same body that came before this one is done with: its memory may be filled anew. */
export function freeBefore(piece: Buffer): void {
  owners.get(piece.buffer)?.(piece.buffer);
}

function createReader(): OnReadOpts {
  const free: Buffer[] = [];
  const filled: ArrayBufferLike[] = [];
  const release = (current: ArrayBufferLike) => {
    for (const old of filled.splice(0, filled.indexOf(current))) free.push(Buffer.from(old));
  };
  return {
    buffer: () => free.pop() ?? Buffer.allocUnsafeSlow(bufferBytes),
    callback(this: Socket, bytes: number, buffer: Buffer) {
      const piece = buffer.subarray(0, bytes);
      if (bytes < worthKeeping) {
        free.push(buffer);
        return this.push(Buffer.from(piece));
      }
      owners.set(buffer.buffer, release);
      filled.push(buffer.buffer);
      return this.push(piece);
    },
  } as OnReadOpts;
}
