import { type ErrorCode, type ErrorDetails, type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorDetailsFromStatus, errorFromStatus } from "../../base/http/error-response.ts";
import { plainText } from "../../base/plain-text.ts";
import { errorEnvelope } from "./api.ts";

/** What a code word of ReelBot means for a run. */
export interface ErrorMapping
  extends Pick<ErrorDetails, "hint" | "retryable" | "outcomeUnknown" | "terminal" | "submitted"> {
  readonly code: ErrorCode;
}

const hints = {
  correct: "Correct what ReelBot names, then run again.",
  key: "Check the key (rb_live_…): an account has one, and a revoked one never comes back.",
  plan: "The plan's videos of this month are used up: wait for the billing date, or change the plan at reelbot.space.",
  limits:
    "ReelBot allows 10 videos an hour, 60 status calls a minute and 30 download links an hour, for the whole account.",
  support: "If this goes on, ask ReelBot's support.",
};

const correctable: ErrorMapping = {
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

/** Source: ReelBot's page "Error handling" (2026). An unknown word is decided by its HTTP status. */
const errorMappings: ReadonlyMap<string, ErrorMapping> = new Map(
  Object.entries<ErrorMapping>({
    VALIDATION_ERROR: correctable,
    INVALID_JSON: correctable,
    // No word about what was submitted: the id may come from a submit of this very run.
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

/** Which call was refused, and when: milliseconds since 1970, to tell how far off the end of a rate limit is. */
export interface FailedCall {
  readonly isSubmit: boolean;
  readonly now: number;
}

/** ReelBot's refusal in our words: its own code first, then the HTTP status. */
export function toReelbotError(refusal: ErrorResponse, { isSubmit, now }: FailedCall): ShowreelError {
  const envelope = errorEnvelope.safeParse(refusal.body).data;
  const { code, ...meaning } = classifyError(refusal, isSubmit);
  const waitMs = refusal.retryAfterMs ?? (code === "rate_limited" ? msUntilReset(refusal, now) : undefined);
  const details: ErrorDetails = {
    ...errorDetailsFromStatus(refusal),
    ...meaning,
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
  };
  if (!envelope) return new ShowreelError(code, errorFromStatus(refusal).message, details);
  const word = plainText(envelope.code ?? "", 60);
  const message = plainText(envelope.message ?? "") || word || "no reason";
  const facts = [...(word ? [word] : []), refusal.description].join(", ");
  return new ShowreelError(code, `ReelBot says: ${message} (${facts}).`, details);
}

function classifyError(refusal: ErrorResponse, isSubmit: boolean): ErrorMapping {
  const word = reelbotCodeOf(refusal);
  const known = errorMappings.get(word ?? "");
  // What is not found for a submit is something that the request names.
  if (known && !(isSubmit && known.terminal)) return known;
  const { status } = refusal;
  const { code } = errorFromStatus(refusal);
  const isBadRequest = [400, 404, 409, 413, 422].includes(status);
  if (isSubmit && isBadRequest) return { code: "invalid_input", hint: hints.correct, submitted: false };
  // A 404 of a proxy or a moved address says nothing about the video, and neither does a refusal without an error.
  const isPassing = !isSubmit && (status < 300 || (status === 404 && word === undefined));
  return { code, hint: hintByCode[code] ?? hints.support, ...(isPassing && { retryable: true }) };
}

const hintByCode: Partial<Record<ShowreelError["code"], string>> = {
  unauthorized: hints.key,
  out_of_credit: hints.plan,
  rate_limited: hints.limits,
};

// Without Retry-After the end of the limit stands in the body, or in a header that comes with every answer. One that
// has passed by our clock is no help: then the pauses are our own.
function msUntilReset(refusal: ErrorResponse, now: number): number | undefined {
  const { resetAt } = errorEnvelope.safeParse(refusal.body).data?.details ?? {};
  return [resetAt, refusal.headers["x-ratelimit-reset"]]
    .map((time) => (/^\d{4}-\d\d-\d\dT/.test(String(time)) ? Date.parse(String(time)) - now : 0))
    .find((ms) => ms > 0);
}

/** The code word of a refusal; undefined unless ReelBot itself has spoken. */
export function reelbotCodeOf(refusal: ErrorResponse | undefined): string | undefined {
  const envelope = errorEnvelope.safeParse(refusal?.body);
  return envelope.success ? (envelope.data.code ?? "").toUpperCase() : undefined;
}
