import { ShowreelError, systemCode } from "../../../base/errors.ts";
import { parseRetryAfter } from "../../../base/timing/retry.ts";
import { ResponseTimeoutError } from "../../../base/timing/time-limit.ts";

/** The request that failed, and when. */
export interface FailedRequest {
  /** Its method and its URL without the query: `GET https://api.github.com/repos/octo/reel/tags`. */
  readonly request: string;
  /** The permission that the token needs, as a line of `permissions:`. */
  readonly permission: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly hasToken: boolean;
}

/**
 * Maps an error of Octokit or of `fetch` to a ShowreelError. GitHub's own message is omitted, because it adds
 * nothing to the status.
 */
export function toGitHubError(error: unknown, request: FailedRequest): ShowreelError {
  if (error instanceof ShowreelError) return error;
  if (!isRequestError(error) || !error.response) return unreachableError(error, request);
  const { status, response } = error;
  const facts = `HTTP ${status}: ${request.request}`;
  const waitMs = rateLimitWaitMs(response.headers, request.now);
  if (status === 429 || (status === 403 && waitMs !== undefined)) {
    return new ShowreelError("rate_limited", `GitHub's rate limit is exceeded (${facts}).`, {
      hint: "Try again later.",
      retryable: true,
      ...(waitMs !== undefined && { retryAfterMs: waitMs }),
      cause: error,
    });
  }
  if (status === 401 || status === 403) return unauthorizedError(request, facts, error);
  return new ShowreelError("network_error", `GitHub returned an error (${facts}).`, {
    hint: "Try again later, or check githubstatus.com.",
    retryable: status >= 500,
    cause: error,
  });
}

/** Returns whether GitHub responded with a 404. */
export function isNotFound(error: unknown): boolean {
  return isRequestError(error) && error.response !== undefined && error.status === 404;
}

/** Returns whether the token lacks a permission, so that the same request will never succeed. */
export function isPermissionError(error: unknown): error is ShowreelError {
  return error instanceof ShowreelError && error.code === "unauthorized";
}

/** Returns the status and GitHub's message of the error response behind a ShowreelError, if there was one. */
export function githubResponseOf(
  error: unknown,
): { readonly status: number; readonly message: string } | undefined {
  const cause = error instanceof ShowreelError ? error.cause : undefined;
  return isRequestError(cause) ? { status: cause.status, message: cause.message } : undefined;
}

/**
 * Octokit's error class, which @actions/github doesn't export. `response` is undefined if none was received.
 */
interface RequestError extends Error {
  readonly status: number;
  readonly response?: { readonly headers: Headers };
}

type Headers = Readonly<Record<string, string | number | undefined>>;

// Source: @octokit/request-error, which recommends to check for `status`.
function isRequestError(error: unknown): error is RequestError {
  return (
    error instanceof Error &&
    error.name === "HttpError" &&
    "status" in error &&
    typeof error.status === "number"
  );
}

// Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
function rateLimitWaitMs(headers: Headers, now: number): number | undefined {
  const retryAfterMs = parseRetryAfter(headers["retry-after"]?.toString(), now);
  if (retryAfterMs !== undefined) return retryAfterMs;
  if (String(headers["x-ratelimit-remaining"]) !== "0") return undefined;
  return Math.max(0, Number(headers["x-ratelimit-reset"] ?? 0) * 1_000 - now);
}

function unauthorizedError(request: FailedRequest, facts: string, cause: RequestError): ShowreelError {
  const [message, hint] = unauthorizedReason(request, cause.status);
  return new ShowreelError("unauthorized", `${message} (${facts}).`, { hint, submitted: false, cause });
}

function unauthorizedReason({ permission, hasToken }: FailedRequest, status: number): [string, string] {
  if (!hasToken)
    return ["GitHub requires a token", "Set `github_token`, or GITHUB_TOKEN in the environment."];
  if (status === 401)
    return [
      "GitHub rejected the token",
      "Check that `github_token` (or GITHUB_TOKEN) is valid and not expired.",
    ];
  const hint = `Give the workflow job this permission:\npermissions:\n  ${permission}`;
  return ["The GitHub token lacks a permission", hint];
}

function unreachableError(error: unknown, { request }: FailedRequest): ShowreelError {
  const reason = systemCode(error) ?? reasonOf(error);
  return new ShowreelError("network_error", `No response from GitHub (${reason}: ${request}).`, {
    hint: "Check that this machine can reach GitHub's API. Behind an egress filter, allow it.",
    retryable: true,
    cause: error,
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof ResponseTimeoutError) return error.message;
  return error instanceof Error ? error.name : "unknown reason";
}
