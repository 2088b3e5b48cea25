import { RequestError } from "@octokit/request-error";
import { ShowreelError, systemCode } from "../../base/errors.ts";
import { parseRetryAfter } from "../../base/timing/retry.ts";
import { ResponseTimeoutError } from "../../base/timing/time-limit.ts";

/** What was asked when it failed. */
export interface FailedRequest {
  readonly route: string;
  /** The line of `permissions:` that lets it succeed. */
  readonly permission: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly hasToken: boolean;
}

/** What a failed call to GitHub means. GitHub's own words are not repeated: they add nothing to the status. */
export function toGithubError(error: unknown, asked: FailedRequest): ShowreelError | "not found" {
  if (!(error instanceof RequestError) || !error.response) return unreachableError(error, asked);
  const { status, response } = error;
  const facts = `HTTP ${status}: ${asked.route}`;
  if (status === 404) return "not found";
  const waitMs = rateLimitWaitMs(response.headers, asked.now);
  if (status === 429 || (status === 403 && waitMs !== undefined)) {
    return new ShowreelError("rate_limited", `GitHub's limit of requests is used up (${facts}).`, {
      hint: "Run again later.",
      retryable: true,
      ...(waitMs !== undefined && { retryAfterMs: waitMs }),
      cause: error,
    });
  }
  if (status === 401 || status === 403) return permissionError(facts, asked, error);
  return new ShowreelError("network_error", `GitHub did not answer as it should (${facts}).`, {
    hint: "Run again later, or see githubstatus.com.",
    retryable: status >= 500,
    cause: error,
  });
}

/** Whether GitHub will never give this answer to this token. */
export function isPermissionError(error: unknown): error is ShowreelError {
  return error instanceof ShowreelError && error.code === "unauthorized";
}

/** The status of the answer behind a failure, and GitHub's own words for it. */
export function githubResponseOf(
  error: unknown,
): { readonly status: number; readonly words: string } | undefined {
  const cause = error instanceof ShowreelError ? error.cause : undefined;
  return cause instanceof RequestError ? { status: cause.status, words: cause.message } : undefined;
}

type Headers = Readonly<Record<string, string | number | undefined>>;

// Source: GitHub's page on rate limits.
function rateLimitWaitMs(headers: Headers, now: number): number | undefined {
  const asked = parseRetryAfter(headers["retry-after"]?.toString(), now);
  if (asked !== undefined) return asked;
  if (String(headers["x-ratelimit-remaining"]) !== "0") return undefined;
  return Math.max(0, Number(headers["x-ratelimit-reset"] ?? 0) * 1_000 - now);
}

function permissionError(
  facts: string,
  { permission, hasToken }: FailedRequest,
  cause: unknown,
): ShowreelError {
  const hint = hasToken
    ? `Give the workflow job this permission:\npermissions:\n  ${permission}`
    : "Give `github_token`, or GITHUB_TOKEN in the environment.";
  return new ShowreelError("unauthorized", `GitHub does not allow it to this run's token (${facts}).`, {
    hint,
    submitted: false,
    cause,
  });
}

function unreachableError(error: unknown, { route }: FailedRequest): ShowreelError {
  const named =
    error instanceof ResponseTimeoutError
      ? error.message
      : error instanceof Error
        ? error.name
        : "unknown reason";
  const reason = systemCode(error) ?? named;
  return new ShowreelError("network_error", `GitHub did not answer (${reason}: ${route}).`, {
    hint: "Check that the machine reaches GitHub's API; behind an egress filter, allow it.",
    retryable: true,
    cause: error,
  });
}
