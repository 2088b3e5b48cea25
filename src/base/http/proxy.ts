import { type Agent, type Dispatcher, EnvHttpProxyAgent, Pool, ProxyAgent } from "undici";
import { ShowreelError } from "../errors.ts";

/** Through whom requests go; an empty string means nobody. */
export interface Proxies {
  readonly http: string;
  readonly https: string;
  /** Hosts that are asked directly, separated by commas. */
  readonly noProxy: string;
}

export const noProxies: Proxies = { http: "", https: "", noProxy: "" };

/**
 * What `http_proxy`, `https_proxy` and `no_proxy` say, in lower case first. Where only `http_proxy` is given it serves
 * https too, as in Node.js itself.
 */
export function proxiesFrom(env: NodeJS.ProcessEnv): Proxies {
  const read = (name: string) => env[name] || env[name.toUpperCase()] || "";
  return { http: read("http_proxy"), https: read("https_proxy"), noProxy: read("no_proxy") };
}

/** Fails with `invalid_input` when a proxy's address is of no use, before anything is sent. */
export function checkProxies(proxies: Proxies): void {
  for (const scheme of ["http", "https"] as const) {
    if (proxies[scheme] === "" || isProxy(proxies[scheme])) continue;
    // The value may hold a password, so it is not shown.
    throw new ShowreelError(
      "invalid_input",
      `The environment variable ${scheme}_proxy holds no proxy's URL.`,
      {
        hint: "Give it as `http://user:password@host:port`, specials in the password encoded. Nothing was submitted.",
      },
    );
  }
}

function isProxy(address: string): boolean {
  try {
    new ProxyAgent(address).destroy();
    return /^(https?|socks5?):/.test(address);
  } catch {
    return false;
  }
}

export const usesProxy = ({ http, https }: Proxies): boolean => http !== "" || https !== "";

// A proxy on another machine cannot reach this one's loopback, so it is never asked to.
const loopback = "localhost,127.0.0.1,::1";
// Undici waits five minutes for a proxy to open a tunnel, and does not listen to the request's own limits meanwhile.
const tunnelTimeoutMs = 15_000;

/** A dispatcher that goes through the proxies, and connects with `options` where there is none to go through. */
export function createProxiedAgent(proxies: Proxies, options: Agent.Options = {}): Dispatcher {
  const proxyOptions: Partial<ProxyAgent.Options> = {
    clientFactory: (origin, pool) => new Pool(origin, { ...pool, headersTimeout: tunnelTimeoutMs }),
  };
  return new EnvHttpProxyAgent({
    ...options,
    ...proxyOptions,
    httpProxy: proxies.http,
    httpsProxy: proxies.https,
    noProxy: [proxies.noProxy, loopback].filter(Boolean).join(","),
  });
}

export interface ProxyError {
  readonly reason: string;
  /** Whether the proxy may let the same request through later: a wrong password stays wrong. */
  readonly retryable: boolean;
}

/** What a proxy said instead of letting a request through; undefined when it was no proxy's doing. */
export function findProxyError(cause: unknown): ProxyError | undefined {
  const message = cause instanceof Error ? cause.message : "";
  const found = /Proxy response \((\d+)\)|Proxy Authentication Required \((407)\)/.exec(message);
  const status = Number(found?.[1] ?? found?.[2]);
  if (!found) return undefined;
  return { reason: `the proxy answered HTTP ${status}`, retryable: status !== 403 && status !== 407 };
}
