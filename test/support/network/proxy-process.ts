// A forward proxy in its own process, started by proxy.ts.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import type { ProxiedRequest, ProxyOptions } from "./proxy.ts";

const { names, credentials, connectStatus }: ProxyOptions = JSON.parse(process.argv[2] ?? "{}");
const log: ProxiedRequest[] = [];

/** Records the request; returns an error status or the destination. */
function judge({ method = "", headers }: IncomingMessage, authority: string, path: string) {
  const given = headers["proxy-authorization"];
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
  const url = new URL(`http://${authority}`);
  const host = names[url.hostname];
  const refusal =
    (wanted && given !== wanted && 407) ||
    (method === "CONNECT" && connectStatus) ||
    (host === undefined && 502) ||
    undefined;
  log.push({ method, authority, path, headers, refusal });
  return { refusal, host: host ?? "", port: Number(url.port || (method === "CONNECT" ? 443 : 80)) };
}

function forward(incoming: IncomingMessage, response: ServerResponse): void {
  const { host: authority, pathname, search } = new URL(incoming.url ?? "");
  const { refusal, host, port } = judge(incoming, authority, pathname);
  if (refusal) {
    response.writeHead(refusal, refusal === 407 ? { "proxy-authenticate": "Basic" } : {});
    return void response.end("<html>The proxy says no.</html>");
  }
  const headers = { ...incoming.headers };
  delete headers["proxy-authorization"];
  const { method } = incoming;
  const outgoing = request({ host, port, method, path: pathname + search, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on("error", () => response.destroy());
  incoming.pipe(outgoing);
}

function tunnel(incoming: IncomingMessage, socket: Duplex): void {
  socket.on("error", () => {});
  const { refusal, host, port } = judge(incoming, incoming.url ?? "", "");
  if (refusal) return void socket.end(`HTTP/1.1 ${refusal} No\r\ncontent-length: 0\r\n\r\n`);
  const there = connect(port, host, () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    there.pipe(socket).pipe(there);
  });
  there.on("error", () => socket.destroy());
}

const server = createServer(forward).on("connect", tunnel);
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("message", () => process.send?.(log));
process.on("disconnect", () => process.exit());
