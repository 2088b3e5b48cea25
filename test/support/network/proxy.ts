import { fork } from "node:child_process";
import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { fileURLToPath } from "node:url";
import { readBaseEnvironment } from "../processes/child-process.ts";

export interface ProxyOptions {
  /** The names that it knows, each with its address; it goes nowhere else. */
  readonly names: Readonly<Record<string, string>>;
  /** `user:password`, without which it answers 407. */
  readonly credentials?: string;
  /** What it answers to each CONNECT instead of making a tunnel. */
  readonly connectStatus?: number;
}

/** A request that the proxy was asked to pass on. */
export interface ProxiedRequest {
  readonly method: string;
  readonly authority: string;
  /** Without the query; empty for CONNECT. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The status with which the proxy itself refused; JSON leaves it out where there is none. */
  readonly refusal?: number | undefined;
}

/** A forward proxy on this computer, in a process of its own. */
export interface ForwardProxy extends AsyncDisposable {
  readonly port: number;
  /** Without credentials. */
  readonly url: string;
  /** All it was asked so far, in order. */
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
