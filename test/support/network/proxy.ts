import { fork } from "node:child_process";
import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { fileURLToPath } from "node:url";
import { readBaseEnvironment } from "../processes/child-process.ts";

export interface ProxyOptions {
  /** The addresses of the host names that it resolves. It connects to no others. */
  readonly names: Readonly<Record<string, string>>;
  /** `user:password`; without it the proxy responds with 407. */
  readonly credentials?: string;
  /** The status of every response to CONNECT, instead of a tunnel. */
  readonly connectStatus?: number;
}

/** A request to the proxy. */
export interface ProxiedRequest {
  readonly method: string;
  readonly authority: string;
  /** Without the query; empty for CONNECT. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The proxy's own error status; left out by JSON if there is none. */
  readonly refusal?: number | undefined;
}

/** A forward proxy on this computer, in a process of its own. */
export interface ForwardProxy extends AsyncDisposable {
  readonly port: number;
  /** Without credentials. */
  readonly url: string;
  /** All requests so far, in order. */
  readonly log: () => Promise<ProxiedRequest[]>;
}

const entry = fileURLToPath(new URL("proxy-process.ts", import.meta.url));

/** Starts it on a free port of 127.0.0.1. */
export async function startProxy(options: ProxyOptions): Promise<ForwardProxy> {
  const child = fork(entry, [JSON.stringify(options)], {
    env: readBaseEnvironment(),
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const [port] = await once(child, "message");
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    log: async () => {
      const answer = once(child, "message");
      child.send("log");
      return (await answer)[0];
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
