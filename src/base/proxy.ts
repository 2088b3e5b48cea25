import { type Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { ShowreelError } from "./errors.ts";

/** Through whom requests go; an empty string means nobody. */
export interface Proxies {
  readonly http: string;
  readonly https: string;
  /** Hosts that are asked directly, separated by commas. */
  readonly except: string;
}

export const noProxies: Proxies = { http: "", https: "", except: "" };

/**
 * What `http_proxy`, `https_proxy` and `no_proxy` say, in lower case first. Where only `http_proxy` is given it serves
 * https too, as in Node.js itself.
 */
export function proxiesFrom(env: NodeJS.ProcessEnv): Proxies {
  const read = (name: string) => env[name] || env[name.toUpperCase()] || "";
  return { http: read("http_proxy"), https: read("https_proxy"), except: read("no_proxy") };
}

/** Fails with `invalid_input` when a proxy's address is none, before anything is sent. */
export function checkProxies(proxies: Proxies): void {
  for (const scheme of ["http", "https"] as const) {
    const url = URL.parse(proxies[scheme]);
    if (proxies[scheme] === "" || (url && /^(https?|socks5?):$/.test(url.protocol))) continue;
    // The value may hold a password, so it is not shown.
    throw new ShowreelError("invalid_input", `The environment variable ${scheme}_proxy holds no URL.`, {
      hint: "Give it as `http://host:port`, or unset it. Nothing was submitted.",
    });
  }
}

export const usesProxy = ({ http, https }: Proxies): boolean => http !== "" || https !== "";

// A proxy on another machine cannot reach this one's loopback, so it is never asked to; Go and GitHub's toolkit agree.
const loopback = "localhost,127.0.0.1,::1";

/** A dispatcher that goes through the proxies, and connects with `options` where there is none to go through. */
export function createProxiedAgent(proxies: Proxies, options: Agent.Options = {}): Dispatcher {
  return new EnvHttpProxyAgent({
    ...options,
    httpProxy: proxies.http,
    httpsProxy: proxies.https,
    noProxy: [proxies.except, loopback].filter(Boolean).join(","),
  });
}

/** What a proxy said instead of letting a request through, in words. */
export function proxyRefusal(cause: unknown): string | undefined {
  const status = /Proxy response \((\d+)\)|Proxy Authentication Required \((407)\)/.exec(messageOf(cause));
  return status ? `the proxy answered HTTP ${status[1] ?? status[2]}` : undefined;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : "";
}
