import type { IncomingHttpHeaders } from "undici/types/header.js";
import { type ErrorDetails, ShowreelError } from "../errors.ts";

/** An answer other than success. */
export interface Refusal {
  readonly status: number;
  /** The parsed body; undefined when it was not JSON. */
  readonly body: unknown;
  /** `HTTP 503: GET https://host/path`, without the query. */
  readonly facts: string;
  readonly retryAfterMs: number | undefined;
  /** In lower case. */
  readonly headers: IncomingHttpHeaders;
}

/** What a refusal means when nothing but its HTTP status is known. */
export function byStatus(refusal: Refusal): ShowreelError {
  const details = statusDetails(refusal);
  switch (refusal.status) {
    case 401:
    case 403:
      return new ShowreelError("unauthorized", `The key was refused (${refusal.facts}).`, details);
    case 402:
      return new ShowreelError(
        "out_of_credit",
        `The account has no credit left (${refusal.facts}).`,
        details,
      );
    case 429:
      return new ShowreelError("rate_limited", `Too many requests (${refusal.facts}).`, details);
    default:
      return new ShowreelError(
        "provider_error",
        `The provider refused the request (${refusal.facts}).`,
        details,
      );
  }
}

/** The refusal behind an error, when an answer of the service caused it. */
export function refusalOf(error: unknown): Refusal | undefined {
  const cause = error instanceof ShowreelError ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "facts" in cause ? (cause as Refusal) : undefined;
}

/** Which HTTP statuses pass by themselves, and after which the other side may have acted all the same. */
export function statusDetails(refusal: Refusal): ErrorDetails {
  const { status, retryAfterMs } = refusal;
  return {
    cause: refusal,
    retryable: [408, 425, 429].includes(status) || status >= 500,
    // 303 leads from what was made to a page about it.
    unanswered: status === 303 || status === 408 || status >= 500,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}
