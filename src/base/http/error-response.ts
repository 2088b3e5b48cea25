import { type ErrorDetails, type ErrorResponse, ShowreelError } from "../errors.ts";

/** Returns the error for an HTTP status. Used when the body is not a known error format. */
export function errorFromStatus(response: ErrorResponse): ShowreelError {
  const { status, description } = response;
  const details = errorDetailsFromStatus(response);
  switch (status) {
    case 401:
    case 403:
      return new ShowreelError("unauthorized", `The API key was rejected (${description}).`, details);
    case 402:
      return new ShowreelError("out_of_credit", `The account has no credit left (${description}).`, details);
    case 429:
      return new ShowreelError("rate_limited", `Too many requests (${description}).`, details);
    default:
      return new ShowreelError(
        "provider_error",
        `The provider rejected the request (${description}).`,
        details,
      );
  }
}

/** Returns the HTTP response that caused an error; undefined for any other error. */
export function errorResponseOf(error: unknown): ErrorResponse | undefined {
  return error instanceof ShowreelError ? error.response : undefined;
}

/**
 * Returns what an HTTP status means for the caller: whether to retry, and whether the service may have acted
 * on the request.
 */
export function errorDetailsFromStatus(response: ErrorResponse): ErrorDetails {
  const { status, retryAfterMs } = response;
  return {
    response,
    retryable: [408, 425, 429].includes(status) || status >= 500,
    // A 303 redirects to a page about what the request has created.
    outcomeUnknown: status === 303 || status === 408 || status >= 500,
    retryAfterMs,
  };
}
