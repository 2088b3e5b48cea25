import { type ErrorCode, type ErrorDetails, type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorDetailsFromStatus, errorFromStatus } from "../../base/http/error-response.ts";
import { plainText } from "../../base/plain-text.ts";
import { errorEnvelope } from "./api.ts";

interface ErrorMapping extends Pick<ErrorDetails, "hint" | "retryable" | "outcomeUnknown" | "terminal"> {
  readonly code: ErrorCode;
}

const hints = {
  key:
    "Check the key (app.heygen.com/settings/api) and its scopes. Pull requests from forks and runs of Dependabot " +
    "get no secrets.",
  credit: "Top up the API wallet: app.heygen.com/settings?nav=API. Credits of a web plan do not count here.",
  permanent: "Correct what HeyGen names, then run again.",
  status: "If this goes on, see status.heygen.com.",
};

const keyError: ErrorMapping = { code: "unauthorized", retryable: false, hint: hints.key };
const creditError: ErrorMapping = { code: "out_of_credit", retryable: false, hint: hints.credit };
const retryLater: ErrorMapping = { code: "provider_error", retryable: true, hint: hints.status };
const serverError: ErrorMapping = { ...retryLater, outcomeUnknown: true };

const videoNotFound: ErrorMapping = {
  code: "provider_error",
  retryable: false,
  terminal: true,
  hint: "Check `video_id`, and that the key belongs to the account that made the video.",
};

// Source: HeyGen's page of error codes and public clients (2026). An unknown code is decided by its HTTP status.
const errorMappings: ReadonlyMap<string, ErrorMapping> = new Map(
  Object.entries<ErrorMapping>({
    unauthorized: keyError,
    authentication_failed: keyError,
    forbidden: keyError,
    resource_access_denied: keyError,
    ai_vendor_access_restricted: keyError,
    insufficient_credit: creditError,
    trial_limit_exceeded: creditError,
    plan_upgrade_required: creditError,
    subscription_required: creditError,
    // 429 as well, but no waiting clears it.
    quota_exceeded: creditError,
    // 403, but about the voice and not about the key.
    voice_not_usable: { code: "invalid_input", retryable: false, hint: hints.permanent },
    content_policy_violation: {
      code: "generation_failed",
      retryable: false,
      terminal: true,
      hint: "HeyGen's content policy refuses the text. Change it and run again.",
    },
    video_not_found: videoNotFound,
    hyperframes_render_not_found: videoNotFound,
    rate_limit_exceeded: {
      code: "rate_limited",
      retryable: true,
      hint: "The account renders as many videos as it may. Run again when one is done.",
    },
    // The first request with this key is still at work.
    request_in_progress: serverError,
    resource_not_ready: retryLater,
    conflict: retryLater,
    gateway_timeout: serverError,
    internal_error: serverError,
    service_unavailable: serverError,
    voice_provider_error: serverError,
  }),
);

/**
 * HeyGen's refusal in our words: its own code first, then the HTTP status. `badRequest` is what any other 4xx means:
 * on submit it is the user's input, on a status call it is not. Asked for a video, any word with 404 means that there is none.
 */
export function toHeygenError(refusal: ErrorResponse, badRequest: ErrorCode, isVideo = false): ShowreelError {
  const envelope = errorEnvelope.safeParse(refusal.body);
  const plain = errorFromStatus(refusal);
  const unknown = { code: isBadRequest(refusal) ? badRequest : plain.code, hint: hintFor(refusal.status) };
  if (!envelope.success) {
    // An error in a success that nobody understands says neither that a video was made nor that none was.
    const isUnclear = refusal.status < 300 && { retryable: true, outcomeUnknown: true };
    return new ShowreelError(plain.code, plain.message, {
      ...errorDetailsFromStatus(refusal),
      hint: unknown.hint,
      ...isUnclear,
    });
  }
  const { code: word, message, param } = envelope.data.error;
  const other = isVideo && refusal.status === 404 ? videoNotFound : unknown;
  const { code, ...details } = errorMappings.get(word.toLowerCase()) ?? other;
  const facts = [plainText(word, 60), ...(param ? [plainText(param, 60)] : []), refusal.description].join(
    ", ",
  );
  return new ShowreelError(code, `HeyGen says: ${plainText(message ?? word)} (${facts}).`, {
    ...errorDetailsFromStatus(refusal),
    ...details,
  });
}

/** Whether HeyGen itself says that there is no such thing; a 404 of a proxy or a moved address says nothing. */
export function saysNotFound(refusal: ErrorResponse | undefined): boolean {
  return refusal?.status === 404 && errorEnvelope.safeParse(refusal.body).success;
}

function isBadRequest({ status }: ErrorResponse): boolean {
  return status >= 400 && status < 500 && ![401, 402, 403, 408, 425, 429].includes(status);
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return hints.key;
  if (status === 402) return hints.credit;
  return status < 500 && status !== 429 ? hints.permanent : hints.status;
}
