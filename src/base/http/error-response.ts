import { type ErrorDetails, type ErrorResponse, ShowreelError } from "../errors.ts";

/** What a refusal means when nothing but its HTTP status is known. */
export function errorFromStatus(refusal: ErrorResponse): ShowreelError {
  const details = errorDetailsFromStatus(refusal);
  switch (refusal.status) {
    case 401:
    case 403:
      return new ShowreelError("unauthorized", `The key was refused (${refusal.description}).`, details);
    case 402:
      return new ShowreelError(
        "out_of_credit",
        `The account has no credit left (${refusal.description}).`,
        details,
      );
    case 429:
      return new ShowreelError("rate_limited", `Too many requests (${refusal.description}).`, details);
    default:
      return new ShowreelError(
        "provider_error",
        `The provider refused the request (${refusal.description}).`,
        details,
      );
  }
}

/** The HTTP response that caused an error; undefined for any other error. */
export function errorResponseOf(error: unknown): ErrorResponse | undefined {
  return error instanceof ShowreelError ? error.response : undefined;
}

/** Which HTTP statuses pass by themselves, and after which the other side may have acted all the same. */
export function errorDetailsFromStatus(refusal: ErrorResponse): ErrorDetails {
  const { status, retryAfterMs } = refusal;
  return {
    response: refusal,
    retryable: [408, 425, 429].includes(status) || status >= 500,
    // 303 leads from what was made to a page about it.
    outcomeUnknown: status === 303 || status === 408 || status >= 500,
    retryAfterMs,
  };
}
