import type { IncomingHttpHeaders } from "node:http";
import type { GithubState } from "./state.ts";

/** A response: an object as JSON, a string as HTML. */
export interface FakeReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

/** The part of a request that handlers use. */
export interface HandlerRequest {
  /** Without the query. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** The raw body. */
  readonly content: Uint8Array;
}

/** A handler of a route, which depends only on the state and the request. */
export type Handler = (state: GithubState, request: HandlerRequest) => FakeReply;

/** A 200. */
export function ok(body: object): FakeReply {
  return { status: 200, body };
}

/** An error in GitHub's format, for statuses without a function of their own. */
export function failure(status: number, message: string, details: object = {}): FakeReply {
  const body = {
    message,
    ...details,
    documentation_url: "https://docs.github.com/rest",
    status: String(status),
  };
  return { status, body };
}

/** A 401: the token is wrong or missing. */
export function badCredentials(): FakeReply {
  return failure(401, "Bad credentials");
}

/** A 403: the job's token lacks a permission. */
export function forbidden(): FakeReply {
  return failure(403, "Resource not accessible by integration");
}

/** A 404, also for what the token may not see. */
export function notFound(): FakeReply {
  return failure(404, "Not Found");
}

/** A 422. `message` is in its only error, with the code and other fields. */
export function validationFailed(code: string, message?: string, details: object = {}): FakeReply {
  return failure(422, "Validation Failed", { errors: [{ ...details, code, ...(message && { message }) }] });
}

/** A 500. */
export function serverError(): FakeReply {
  return failure(500, "Server Error");
}

/** A 403 for too many requests, with `retry-after`. */
export function secondaryLimit(retryAfterSeconds: number): FakeReply {
  const message =
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. " +
    "If you reach out to GitHub Support for help, please include the request ID.";
  return { ...failure(403, message), headers: { "retry-after": String(retryAfterSeconds) } };
}

/** A 403 or 429 for an exhausted rate limit, until that Unix time. */
export function primaryLimit(resetEpochSeconds: number, status: 403 | 429 = 403): FakeReply {
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(resetEpochSeconds) };
  return { ...failure(status, "API rate limit exceeded for installation ID 1."), headers };
}
