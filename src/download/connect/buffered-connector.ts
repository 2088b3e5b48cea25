import type { OnReadOpts, Socket } from "node:net";
import { buildConnector } from "undici";

const bufferBytes = 512 * 1024;
// Below this it is cheaper to copy a piece than to give a whole buffer away for it. TLS reads 16 KiB at a time.
const minRetainedBytes = 128 * 1024;

/** A buffer that is out of its socket's hands. */
interface BufferLease {
  /** Pieces of it that are still needed. */
  users: number;
  /** The parser is done with it: it has come to a later one. */
  isRead: boolean;
}

type RetainBuffer = (buffer: ArrayBufferLike) => () => void;

const retainers = new WeakMap<ArrayBufferLike, RetainBuffer>();
const noop = () => {};

/**
 * A connector whose sockets read large pieces, and into the same few buffers again and again: Node by itself takes a
 * fresh 64 KiB for every read, which costs as much time as the hash. Each socket has buffers of its own, because they
 * are read in the order in which they were filled. HTTP/1.1 only: HTTP/2 reads past these buffers.
 */
export function createConnector(options: buildConnector.BuildOptions): buildConnector.connector {
  return (target, callback) => {
    const connect = buildConnector({ ...options, allowH2: false, onread: createReader() });
    connect(target, callback);
  };
}

/**
 * Keeps a piece of a body as it is until the returned function is called; without this its memory may be filled anew. To be called as
 * soon as the piece comes, for each piece in its turn.
 */
export function retainPiece(piece: Buffer): () => void {
  return retainers.get(piece.buffer)?.(piece.buffer) ?? noop;
}

function createReader(): OnReadOpts {
  const free: Buffer[] = [];
  const loans = new Map<ArrayBufferLike, BufferLease>();
  const settle = (buffer: ArrayBufferLike, { users, isRead }: BufferLease) => {
    if (users > 0 || !isRead || !loans.delete(buffer)) return;
    free.push(Buffer.from(buffer));
  };
  const keep: RetainBuffer = (buffer) => {
    const kept = loans.get(buffer);
    if (!kept) return noop;
    kept.users += 1;
    for (const [earlier, loan] of loans) {
      if (loan === kept) break;
      loan.isRead = true;
      settle(earlier, loan);
    }
    return () => {
      kept.users -= 1;
      settle(buffer, kept);
    };
  };
  return {
    buffer: () => free.pop() ?? Buffer.allocUnsafeSlow(bufferBytes),
    callback(this: Socket, bytes: number, buffer: Buffer) {
      const piece = buffer.subarray(0, bytes);
      if (bytes < minRetainedBytes) {
        free.push(buffer);
        return this.push(Buffer.from(piece));
      }
      retainers.set(buffer.buffer, keep);
      loans.set(buffer.buffer, { users: 0, isRead: false });
      return this.push(piece);
    },
  } as OnReadOpts;
}
