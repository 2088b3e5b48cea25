import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { respond } from "./handler.ts";

/** Serves the sandbox on loopback until it is closed. `now` returns milliseconds since 1970. */
export async function startServer(now: () => number): Promise<{ url: URL; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    serve(request, response, now).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, now: () => number): Promise<void> {
  const origin = `http://${request.headers.host}`;
  const { pathname } = new URL(request.url ?? "/", origin);
  const sandboxResponse = respond({
    line: `${request.method} ${pathname}`,
    origin,
    idempotencyKey: String(request.headers["idempotency-key"] ?? ""),
    body: await text(request),
    now: now(),
  });
  response.writeHead(sandboxResponse.status, {
    "content-type": sandboxResponse.contentType,
    "content-length": Buffer.byteLength(sandboxResponse.body),
  });
  response.end(sandboxResponse.body);
}
