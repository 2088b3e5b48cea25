import { artifactMethods } from "./artifacts.ts";
import { answerBlob, nameBlobOperation } from "./blobs.ts";
import { cacheMethods } from "./cache.ts";
import { type Method, type Reply, type ResultsRequest, type ResultsState, refuse } from "./state.ts";

const servicePath = /^\/twirp\/github\.actions\.results\.api\.v1\.(\w+)\/(\w+)$/;

const services: Record<string, Record<string, Method>> = {
  ArtifactService: artifactMethods,
  CacheService: cacheMethods,
};

/** The name for `fail`: a service method such as `CreateArtifact`, or a blob operation. */
export function nameOperation({ method, url }: ResultsRequest): string | undefined {
  if (url.pathname.startsWith("/blobs/")) return nameBlobOperation(method, url);
  return servicePath.exec(url.pathname)?.[2];
}

/** Responds to one request, and changes the state. */
export function route(state: ResultsState, request: ResultsRequest): Reply {
  if (request.url.pathname.startsWith("/blobs/")) return answerBlob(state, request);
  const [, service = "", name = ""] = servicePath.exec(request.url.pathname) ?? [];
  const method = services[service]?.[name];
  if (request.method !== "POST" || method === undefined) {
    return refuse(404, "bad_route", `no handler for ${request.method} ${request.url.pathname}`);
  }
  if (request.headers.authorization !== `Bearer ${state.token}`) {
    return refuse(401, "unauthenticated", "the runtime token is missing or wrong");
  }
  return method(state, parseJson(request.bytes));
}

/** `undefined` for bytes that are not JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
