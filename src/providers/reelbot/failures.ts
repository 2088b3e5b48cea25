import { type ErrorCode, type ErrorDetails, type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorDetailsFromStatus, errorFromStatus } from "../../base/http/error-response.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { errorEnvelope } from "./api.ts";

/** The meaning of an error code of ReelBot. */
interface ErrorMapping
  extends Pick<ErrorDetails, "hint" | "retryable" | "outcomeUnknown" | "terminal" | "submitted"> {
  readonly code: ErrorCode;
}

const hints = {
  correct: "Correct what ReelBot's message names, then run again.",
  key: "Check the key (rb_live_…): an account has one, and a revoked key stays revoked.",
  plan:
    "The plan's videos of this month are used up. Wait for the billing date, or change the plan at " +
    "reelbot.space.",
  limits:
    "ReelBot allows 10 videos per hour, 60 status calls per minute and 30 download links per hour, for the " +
    "whole account.",
  support: "If this continues, ask ReelBot's support.",
};

const badRequest: ErrorMapping = {
  code: "invalid_input",
  retryable: false,
  hint: hints.correct,
  submitted: false,
};
const serverError: ErrorMapping = {
  code: "provider_error",
  retryable: true,
  outcomeUnknown: true,
  hint: hints.support,
};

/** Source: ReelBot's page "Error handling" (2026). Unknown codes are mapped by the HTTP status. */
const errorMappings: ReadonlyMap<string, ErrorMapping> = new Map(
  Object.entries<ErrorMapping>({
    VALIDATION_ERROR: badRequest,
    INVALID_JSON: badRequest,
    // `submitted` stays undefined: the id may be that of a video that this run submitted.
    INVALID_PROJECT_ID: {
      code: "invalid_input",
      retryable: false,
      hint: "Check `video_id`: it is ReelBot's projectId.",
    },
    UNAUTHORIZED: { code: "unauthorized", retryable: false, hint: hints.key },
    QUOTA_EXCEEDED: { code: "out_of_credit", retryable: false, hint: hints.plan },
    NOT_FOUND: {
      code: "provider_error",
      retryable: false,
      terminal: true,
      hint: "Check `video_id`, and that the key belongs to the account that made the video.",
    },
    RATE_LIMITED: { code: "rate_limited", retryable: true, hint: hints.limits },
    INTERNAL_ERROR: serverError,
    SERVICE_UNAVAILABLE: serverError,
    CONFIG_ERROR: {
      ...serverError,
      retryable: false,
      hint: "ReelBot's server is misconfigured: ask its support.",
    },
  }),
);

/** The call that failed. */
export interface FailedCall {
  readonly isSubmit: boolean;
  /** Milliseconds since 1970, to compute the time until a rate limit ends. */
  readonly now: number;
}

/** Converts an error response by ReelBot's error code, or by the HTTP status if the code is unknown. */
export function toReelbotError(response: ErrorResponse, { isSubmit, now }: FailedCall): ShowreelError {
  const envelope = errorEnvelope.safeParse(response.body).data;
  const { code, ...mapped } = findMapping(response, isSubmit);
  const waitMs = response.retryAfterMs ?? (code === "rate_limited" ? msUntilReset(response, now) : undefined);
  const details: ErrorDetails = {
    ...errorDetailsFromStatus(response),
    ...mapped,
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
  };
  if (!envelope) return new ShowreelError(code, errorFromStatus(response).message, details);
  const reelbotCode = plainText(envelope.code ?? "", 60);
  const message = plainText(envelope.message ?? "") || reelbotCode || "no reason";
  const facts = [...(reelbotCode ? [reelbotCode] : []), response.description].join(", ");
  return new ShowreelError(code, `ReelBot says: ${message} (${facts}).`, details);
}

function findMapping(response: ErrorResponse, isSubmit: boolean): ErrorMapping {
  const reelbotCode = reelbotCodeOf(response);
  const known = errorMappings.get(reelbotCode ?? "");
  // A NOT_FOUND on submit means that a resource in the request doesn't exist.
  if (known && !(isSubmit && known.terminal)) return known;
  const { status } = response;
  const { code } = errorFromStatus(response);
  const isBadRequest = [400, 404, 409, 413, 422].includes(status);
  if (isSubmit && isBadRequest) return { code: "invalid_input", hint: hints.correct, submitted: false };
  // A 404 from a proxy or from a moved URL, or an error in a 2xx, doesn't mean that the video doesn't exist.
  const isTransient = !isSubmit && (status < 300 || (status === 404 && reelbotCode === undefined));
  return { code, hint: hintByCode[code] ?? hints.support, ...(isTransient && { retryable: true }) };
}

const hintByCode: Partial<Record<ShowreelError["code"], string>> = {
  unauthorized: hints.key,
  out_of_credit: hints.plan,
  rate_limited: hints.limits,
};

// Without Retry-After, the end of the limit is in the body, or in a header of every response. A time in the
// past is ignored, and the usual pauses apply.
function msUntilReset(response: ErrorResponse, now: number): number | undefined {
  const { resetAt } = errorEnvelope.safeParse(response.body).data?.details ?? {};
  return [resetAt, response.headers["x-ratelimit-reset"]]
    .map((time) => (/^\d{4}-\d\d-\d\dT/.test(String(time)) ? Date.parse(String(time)) - now : 0))
    .find((ms) => ms > 0);
}

/**
 * Returns ReelBot's error code in upper case; an empty string if ReelBot's response has no code; undefined if
 * the response isn't ReelBot's.
 */
export function reelbotCodeOf(response: ErrorResponse | undefined): string | undefined {
  const envelope = errorEnvelope.safeParse(response?.body);
  return envelope.success ? (envelope.data.code ?? "").toUpperCase() : undefined;
}
