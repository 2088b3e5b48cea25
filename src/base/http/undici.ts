import type { Dispatcher } from "undici";
import sendRequest from "undici/lib/api/api-request.js";
import sendStream from "undici/lib/api/api-stream.js";

// The index of undici also loads its cache, mocks, fetch and WebSockets, which takes longer than everything
// else before the first request. So its modules are imported one by one.
export { default as buildConnector } from "undici/lib/core/connect.js";
export { default as EnvHttpProxyAgent } from "undici/lib/dispatcher/env-http-proxy-agent.js";
export { default as Pool } from "undici/lib/dispatcher/pool.js";
export { default as ProxyAgent } from "undici/lib/dispatcher/proxy-agent.js";

/** The options of a request, besides its URL. The method is GET by default. */
export interface RequestOptions extends Omit<Dispatcher.RequestOptions, "origin" | "path" | "method"> {
  readonly method?: Dispatcher.HttpMethod;
  readonly dispatcher: Dispatcher;
}

/** undici's `request`. */
export function request(url: URL | string, { dispatcher, ...options }: RequestOptions) {
  return sendRequest.call(dispatcher, { method: "GET", ...options, ...originAndPath(url) });
}

/** undici's `stream`. */
export function stream(
  url: URL | string,
  { dispatcher, ...options }: RequestOptions,
  factory: Dispatcher.StreamFactory,
) {
  return sendStream.call(dispatcher, { method: "GET", ...options, ...originAndPath(url) }, factory);
}

/** Loads undici's `fetch` and `FormData`. */
export const loadFetch = () => import("undici");

function originAndPath(url: URL | string): Pick<Dispatcher.DispatchOptions, "origin" | "path"> {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search };
}
