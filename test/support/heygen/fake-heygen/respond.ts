import { findRoute } from "./find-route.ts";
import { type FakeRoute, HANDLERS, ROUTES } from "./handlers.ts";
import { type FakeReply, failure } from "./replies.ts";
import { isApi, type RecordedRequest } from "./request.ts";
import type { FakeState } from "./state.ts";

/** Returns the route that a request matches. */
export function routeOf({ method, path }: RecordedRequest): FakeRoute | undefined {
  return findRoute(ROUTES, method, path)?.route;
}

/**
 * The response of a healthy provider. Requests to the API need the key, requests for files must not have it.
 */
export function respond(state: FakeState, request: RecordedRequest): FakeReply {
  const { method, path, headers, body, content } = request;
  if (isApi(path) && headers["x-api-key"] !== state.apiKey)
    return failure(401, "unauthorized", "Unauthorized");
  const found = findRoute(ROUTES, method, path);
  if (!found) return failure(404, "not_found", "Not found");
  const query = new URL(path, state.origin).searchParams;
  const receivedAt = Math.floor(Date.now() / 1000);
  return HANDLERS[found.route](state, {
    path,
    parameters: found.parameters,
    query,
    headers,
    body,
    content,
    receivedAt,
  });
}
