import type { Agent, Dispatcher, ProxyAgent as ProxyAgentType } from "undici";
import { invalidInputError } from "../errors.ts";
import { EnvHttpProxyAgent, Pool, ProxyAgent } from "./undici.ts";

/** The proxies that requests go through; an empty string means none. */
export interface Proxies {
  readonly http: string;
  readonly https: string;
  /** Hosts that are reached directly, separated by commas. */
  readonly noProxy: string;
}

export const noProxies: Proxies = { http: "", https: "", noProxy: "" };

/**
 * Reads the proxies from `http_proxy`, `https_proxy` and `no_proxy`; the lower-case name takes precedence
 * over the upper-case one. Without `https_proxy`, `http_proxy` is used for https too, as in Node.js.
 */
export function proxiesFrom(env: NodeJS.ProcessEnv): Proxies {
  const read = (name: string) => env[name] || env[name.toUpperCase()] || "";
  return { http: read("http_proxy"), https: read("https_proxy"), noProxy: read("no_proxy") };
}

/** Throws `invalid_input` when a proxy's URL is invalid. Call it before anything is sent. */
export function checkProxies(proxies: Proxies): void {
  for (const scheme of ["http", "https"] as const) {
    if (proxies[scheme] === "" || isProxyUrl(proxies[scheme])) continue;
    // The value is not shown: it may hold a password.
    throw invalidInputError(`The environment variable ${scheme}_proxy is not a valid proxy URL.`, {
      hint: "Set it to `http://user:password@host:port`, with special characters percent-encoded.",
    });
  }
}

function isProxyUrl(url: string): boolean {
  try {
    new ProxyAgent(url).destroy();
    return /^(https?|socks5?):/.test(url);
  } catch {
    return false;
  }
}

/** Returns whether any request goes through a proxy. */
export const usesProxy = ({ http, https }: Proxies): boolean => http !== "" || https !== "";

// A proxy on another machine cannot reach this machine's loopback addresses.
const loopback = "localhost,127.0.0.1,::1";
// undici waits five minutes for a proxy to open a tunnel. During this time, the request's own timeouts have
// no effect.
const tunnelTimeoutMs = 15_000;

/**
 * Creates a dispatcher that sends requests through the proxies. Hosts without a proxy are connected to
 * directly, with `options`.
 */
export function createProxiedAgent(proxies: Proxies, options: Agent.Options = {}): Dispatcher {
  const proxyOptions: Partial<ProxyAgentType.Options> = {
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
  /** What the proxy did, for a message: `the proxy returned HTTP 407`. */
  readonly reason: string;
  /** Whether the proxy may let the same request through later. False after a wrong password. */
  readonly retryable: boolean;
}

/** Returns the proxy's error behind a failed request; undefined when no proxy caused the failure. */
export function findProxyError(cause: unknown): ProxyError | undefined {
  const message = cause instanceof Error ? cause.message : "";
  const match = /Proxy response \((\d+)\)|Proxy Authentication Required \((407)\)/.exec(message);
  if (!match) return undefined;
  const status = Number(match[1] ?? match[2]);
  return { reason: `the proxy returned HTTP ${status}`, retryable: status !== 403 && status !== 407 };
}
