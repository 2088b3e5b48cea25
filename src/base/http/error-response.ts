import type { IncomingHttpHeaders } from "undici/types/header.js";
import { type ErrorDetails, ShowreelError } from "../errors.ts";

/** An answer other than success. */
export interface ErrorResponse {
  readonly status: number;
  /** The parsed body; undefined when it was not JSON. */
  readonly body: unknown;
  /** `HTTP 503: GET https://host/path`, without the query. */
  readonly description: string;
  readonly retryAfterMs: number | undefined;
  /** In lower case. */
  readonly headers: IncomingHttpHeaders;
}

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

/** The refusal behind an error, when an answer of the service caused it. */
export function errorResponseOf(error: unknown): ErrorResponse | undefined {
  const cause = error instanceof ShowreelError ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "description" in cause
    ? (cause as ErrorResponse)
    : undefined;
}

/** Which HTTP statuses pass by themselves, and after which the other side may have acted all the same. */
export function errorDetailsFromStatus(refusal: ErrorResponse): ErrorDetails {
  const { status, retryAfterMs } = refusal;
  return {
    cause: refusal,
    retryable: [408, 425, 429].includes(status) || status >= 500,
    // 303 leads from what was made to a page about it.
    outcomeUnknown: status === 303 || status === 408 || status >= 500,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}
