import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** TCP servers on loopback that must receive no connection. */
export interface CanaryServers extends AsyncDisposable {
  /** The same port for IPv4 and IPv6. */
  readonly port: number;
  /** The addresses they listen on: IPv4, and IPv6 if available. */
  readonly hosts: readonly string[];
  readonly connections: number;
}

export async function startCanaryServers(): Promise<CanaryServers> {
  let connections = 0;
  const start = async (host: string, port: number) => {
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    server.listen(port, host);
    await once(server, "listening");
    return server;
  };
  const first = await start("127.0.0.1", 0);
  const { port } = first.address() as AddressInfo;
  const second = await start("::1", port).catch(() => undefined);
  return {
    port,
    hosts: second ? ["127.0.0.1", "::1"] : ["127.0.0.1"],
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([first, second].map((server) => server && once(server.close(), "close")));
    },
  };
}
