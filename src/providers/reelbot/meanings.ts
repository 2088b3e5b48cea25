import type { ErrorCode, ErrorDetails } from "../../base/errors.ts";

/** What a code word of ReelBot means for a run. */
export interface Meaning extends Pick<ErrorDetails, "hint" | "retryable" | "unanswered" | "endsJob"> {
  readonly code: ErrorCode;
}

export const hints = {
  correct: "Correct what ReelBot names, then run again. Nothing was submitted.",
  key: "Check the key (rb_live_…): an account has one, and a revoked one never comes back.",
  plan: "The plan's videos of this month are used up: wait for the billing date, or change the plan at reelbot.space.",
  limits:
    "ReelBot allows 10 videos an hour, 60 status calls a minute and 30 download links an hour, for the whole account.",
  support: "If this goes on, ask ReelBot's support.",
};

const correct: Meaning = { code: "invalid_input", retryable: false, hint: hints.correct };
const theirFault: Meaning = {
  code: "provider_error",
  retryable: true,
  unanswered: true,
  hint: hints.support,
};

/** Source: ReelBot's page "Error handling" (2026). An unknown word is decided by its HTTP status. */
export const meanings: ReadonlyMap<string, Meaning> = new Map(
  Object.entries<Meaning>({
    VALIDATION_ERROR: correct,
    INVALID_JSON: correct,
    // No word about what was submitted: the id may come from a submit of this very run.
    INVALID_PROJECT_ID: { ...correct, hint: "Check `video_id`: it is ReelBot's projectId." },
    UNAUTHORIZED: { code: "unauthorized", retryable: false, hint: hints.key },
    QUOTA_EXCEEDED: { code: "out_of_credit", retryable: false, hint: hints.plan },
    NOT_FOUND: {
      code: "provider_error",
      retryable: false,
      endsJob: true,
      hint: "Check `video_id`, and that the key belongs to the account that made the video.",
    },
    RATE_LIMITED: { code: "rate_limited", retryable: true, hint: hints.limits },
    INTERNAL_ERROR: theirFault,
    SERVICE_UNAVAILABLE: theirFault,
    CONFIG_ERROR: {
      ...theirFault,
      retryable: false,
      hint: "ReelBot's server is misconfigured: ask its support.",
    },
  }),
);
