import { type ErrorCode, type ErrorDetails, type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorDetailsFromStatus, errorFromStatus } from "../../base/http/error-response.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { errorEnvelope } from "./api.ts";

/** The meaning of an error code of HeyGen. */
interface ErrorMapping
  extends Pick<ErrorDetails, "hint" | "githubHint" | "retryable" | "outcomeUnknown" | "terminal"> {
  readonly code: ErrorCode;
}

const hints = {
  credit: "Top up the API wallet: app.heygen.com/settings?nav=API. Credits of a web plan don't count.",
  badRequest: "Correct what HeyGen's message names, then run again.",
  status: "If this continues, see status.heygen.com.",
};

const keyAdvice = {
  hint: "Check the key (app.heygen.com/settings/api) and its scopes.",
  githubHint: "Pull requests from forks and Dependabot's runs get no secrets.",
};
const keyError: ErrorMapping = { code: "unauthorized", retryable: false, ...keyAdvice };
const creditError: ErrorMapping = { code: "out_of_credit", retryable: false, hint: hints.credit };
const retryLater: ErrorMapping = { code: "provider_error", retryable: true, hint: hints.status };
const serverError: ErrorMapping = { ...retryLater, outcomeUnknown: true };

const videoNotFound: ErrorMapping = {
  code: "provider_error",
  retryable: false,
  terminal: true,
  hint: "Check `video_id`, and that the key belongs to the account that made the video.",
};

// Source: HeyGen's page of error codes and public clients (2026). Unknown codes are mapped by the HTTP
// status.
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
    // Sent with 429, but waiting does not help.
    quota_exceeded: creditError,
    // Sent with 403, but refers to the voice, not to the key.
    voice_not_usable: { code: "invalid_input", retryable: false, hint: hints.badRequest },
    content_policy_violation: {
      code: "generation_failed",
      retryable: false,
      terminal: true,
      hint: "HeyGen's content policy does not allow the text. Change it and run again.",
    },
    video_not_found: videoNotFound,
    hyperframes_render_not_found: videoNotFound,
    rate_limit_exceeded: {
      code: "rate_limited",
      retryable: true,
      hint: "The account is rendering as many videos as its plan allows. Run again when one is done.",
    },
    // The first request with this idempotency key is still in progress.
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
 * Converts the response to a call that may create something: an unknown 4xx code means that the input is
 * invalid.
 */
export function toSubmitError(response: ErrorResponse): ShowreelError {
  return toError(response, fallbackMapping(response, "invalid_input"));
}

/** Converts the response to a call that only reads: an unknown 4xx code is not the user's mistake. */
export function toReadError(response: ErrorResponse): ShowreelError {
  return toError(response, fallbackMapping(response, "provider_error"));
}

/** Converts the response to a read of a session, which may not be found for a while although it exists. */
export function toSessionError(response: ErrorResponse): ShowreelError {
  return response.status === 404 ? notFoundYetError(response) : toReadError(response);
}

/**
 * Converts the response to a read of a video. A 404 from HeyGen itself means that there is no such video,
 * even if its error code is unknown.
 */
export function toVideoError(response: ErrorResponse): ShowreelError {
  if (response.status !== 404) return toReadError(response);
  return saysNotFound(response) ? toError(response, videoNotFound) : notFoundYetError(response);
}

/**
 * Returns whether HeyGen itself says that something does not exist. A 404 from a proxy or from a moved URL
 * doesn't count.
 */
export function saysNotFound(response: ErrorResponse | undefined): boolean {
  return response?.status === 404 && errorEnvelope.safeParse(response.body).success;
}

/** Maps HeyGen's error code. Uses `fallback` if the code is unknown. */
function toError(response: ErrorResponse, fallback: ErrorMapping): ShowreelError {
  const envelope = errorEnvelope.safeParse(response.body);
  if (!envelope.success) return toUnexplainedError(response, fallback);
  const { code: heygenCode, message, param } = envelope.data.error;
  const { code, ...details } = errorMappings.get(heygenCode.toLowerCase()) ?? fallback;
  const names = [heygenCode, ...(param ? [param] : [])].map((name) => plainText(name, 60));
  const facts = [...names, response.description].join(", ");
  return new ShowreelError(code, `HeyGen says: ${plainText(message ?? heygenCode)} (${facts}).`, {
    ...errorDetailsFromStatus(response),
    ...details,
  });
}

// After a 2xx with an error of unknown shape, it is unknown whether a video was created.
function toUnexplainedError(response: ErrorResponse, { hint }: ErrorMapping): ShowreelError {
  const { code, message } = errorFromStatus(response);
  return new ShowreelError(code, message, {
    ...errorDetailsFromStatus(response),
    ...(hint !== undefined && { hint }),
    ...(response.status < 300 && { retryable: true, outcomeUnknown: true }),
  });
}

function notFoundYetError(response: ErrorResponse): ShowreelError {
  const message = `HeyGen does not find it, or not yet (${response.description}).`;
  return new ShowreelError("provider_error", message, { retryable: true, response });
}

function fallbackMapping(response: ErrorResponse, badRequestCode: ErrorCode): ErrorMapping {
  const code = isBadRequest(response) ? badRequestCode : errorFromStatus(response).code;
  return { code, ...adviceFor(response.status) };
}

function isBadRequest({ status }: ErrorResponse): boolean {
  return status >= 400 && status < 500 && ![401, 402, 403, 408, 425, 429].includes(status);
}

function adviceFor(status: number): Pick<ErrorMapping, "hint" | "githubHint"> {
  if (status === 401 || status === 403) return keyAdvice;
  if (status === 402) return { hint: hints.credit };
  return { hint: status < 500 && status !== 429 ? hints.badRequest : hints.status };
}
