import type { Dispatcher } from "undici";
import api from "undici/lib/api/index.js";
import DispatcherClass from "undici/lib/dispatcher/dispatcher.js";

// The index of undici also loads its cache, mocks, fetch and WebSockets, which takes longer than everything
// else before the first request. So its modules are imported one by one.
export { default as buildConnector } from "undici/lib/core/connect.js";
export { default as EnvHttpProxyAgent } from "undici/lib/dispatcher/env-http-proxy-agent.js";
export { default as Pool } from "undici/lib/dispatcher/pool.js";
export { default as ProxyAgent } from "undici/lib/dispatcher/proxy-agent.js";

// As the index does: a proxy's tunnel is opened by the method `connect`.
Object.assign(DispatcherClass.prototype, api);

/** The options of a request, besides its URL. The method is GET by default. */
export interface RequestOptions extends Omit<Dispatcher.RequestOptions, "origin" | "path" | "method"> {
  readonly method?: Dispatcher.HttpMethod;
  readonly dispatcher: Dispatcher;
}

/** undici's `request`. */
export function request(url: URL | string, { dispatcher, ...options }: RequestOptions) {
  return api.request.call(dispatcher, { method: "GET", ...options, ...originAndPath(url) });
}

/** undici's `stream`. */
export function stream(
  url: URL | string,
  { dispatcher, ...options }: RequestOptions,
  factory: Dispatcher.StreamFactory,
) {
  return api.stream.call(dispatcher, { method: "GET", ...options, ...originAndPath(url) }, factory);
}

/** Loads undici's `fetch` and `FormData`. */
export const loadFetch = () => import("undici");

function originAndPath(url: URL | string): Pick<Dispatcher.DispatchOptions, "origin" | "path"> {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search };
}
