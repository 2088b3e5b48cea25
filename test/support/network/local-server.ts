import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A real local HTTP server with a handler of the test. */
export interface LocalServer extends AsyncDisposable {
  readonly url: URL;
  /** All requests in the order of their arrival. */
  readonly requests: readonly IncomingMessage[];
}

/** Starts it on a free port of 127.0.0.1. */
export async function startLocalServer(listener: RequestListener): Promise<LocalServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    requests,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Returns the address of a port on which nothing listens. */
export async function deadAddress(): Promise<URL> {
  await using server = await startLocalServer((_, response) => response.end());
  return server.url;
}
