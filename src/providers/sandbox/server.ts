import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { type Backend, respond } from "./handler.ts";

/** Serves the sandbox on loopback until it is closed. `now` returns milliseconds since 1970. */
export async function startServer(
  backend: Backend,
  now: () => number,
): Promise<{ url: URL; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    serve(request, response, { backend, now }).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
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

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { backend, now }: { readonly backend: Backend; now(): number },
): Promise<void> {
  const origin = `http://${request.headers.host}`;
  const { pathname } = new URL(request.url ?? "/", origin);
  await buffer(request);
  const { status, contentType, body } = await respond(
    {
      line: `${request.method} ${pathname}`,
      origin,
      idempotencyKey: String(request.headers["idempotency-key"] ?? ""),
      now: now(),
    },
    backend,
  );
  const length = typeof body === "string" ? Buffer.byteLength(body) : (await stat(body.path)).size;
  response.writeHead(status, { "content-type": contentType, "content-length": length });
  if (typeof body === "string") response.end(body);
  else await pipeline(createReadStream(body.path), response);
}
