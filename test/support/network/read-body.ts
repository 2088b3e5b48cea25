import type { IncomingMessage } from "node:http";

/** Reads the body of a request. `node:stream/consumers` takes a detour through a Blob, which is slow for large files. */
export async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
