import { type ErrorCode, type ErrorDetails, type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorDetailsFromStatus, errorFromStatus } from "../../base/http/error-response.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { type ApiError, envelope } from "./api.ts";

/** The hints by error code. All other codes get the hint `retired`. */
const hints: Readonly<Partial<Record<ErrorCode, string>>> & { readonly retired: string } = {
  retired: "HeyGen retired its v1 and v2 API on 2026-11-01. Set `provider` to heygen, which is v3.",
  unauthorized: "Check the key and its scopes (app.heygen.com/settings/api).",
  out_of_credit: "Top up the account: app.heygen.com/settings?nav=API.",
  rate_limited: "The account is rendering as many videos as its plan allows. Run again when one is done.",
  invalid_input: "Correct what HeyGen's message names, then run again.",
};

const heygenCodesByErrorCode: Partial<Record<ErrorCode, string>> = {
  // Invalid credentials, unauthorized, unknown user, forbidden, permission denied and blocked user.
  unauthorized: "40009 400112 400101 400562 400573 400631",
  // A feature of a higher plan, and the daily limit of a trial.
  out_of_credit: "400599 trial_video_limit_exceeded",
  // An invalid video id.
  provider_error: "40031",
};

/**
 * Source: HeyGen's page of errors of the v1 and v2 API (docs.heygen.com/reference/errors), and public
 * clients.
 */
const errorCodeByHeygenCode: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries(heygenCodesByErrorCode).flatMap(([code, list]) =>
    list.split(" ").map((heygenCode) => [heygenCode, code as ErrorCode]),
  ),
);

/** The call that failed. */
export interface FailedCall {
  readonly isSubmit: boolean;
}

/**
 * Converts an error response. A 404, a 410 or a message about removal most likely means that the API is
 * retired.
 */
export function toHeygenV2Error(response: ErrorResponse, { isSubmit }: FailedCall): ShowreelError {
  const { text, heygenCode } = readErrorBody(response);
  const fromStatus = errorFromStatus(response);
  const details = errorDetailsFromStatus(response);
  const message = text ? `HeyGen says: ${plainText(text)} (${response.description}).` : fromStatus.message;
  if (isApiRetired(response, isSubmit)) {
    return new ShowreelError("provider_error", message, {
      ...details,
      ...retiredDetails(response, isSubmit),
    });
  }
  const knownCode = errorCodeByHeygenCode.get(heygenCode ?? "");
  const code = knownCode ?? (isSubmit && isBadRequest(response) ? "invalid_input" : fromStatus.code);
  // HeyGen returns 400 for reads beyond the limit per minute. An error in a 2xx doesn't mean that the video
  // failed.
  const isTransient = !isSubmit && !knownCode && (response.status === 400 || response.status < 300);
  return new ShowreelError(code, message, {
    ...details,
    hint: hints[code] ?? hints.retired,
    submitted: code === "invalid_input" ? false : undefined,
    ...(isTransient && { retryable: true }),
    // After an error in a 2xx without any text, it is unknown whether a video was created.
    ...(isSubmit && response.status < 300 && !text && !heygenCode && { outcomeUnknown: true }),
  });
}

/**
 * Returns whether HeyGen itself says that there is no such video. A 404 from a proxy or from a moved URL
 * doesn't count.
 */
export function saysNotFound(response: ErrorResponse | undefined): boolean {
  return response?.status === 404 && readErrorBody(response).text !== undefined;
}

/** Formats an error of the v1 and v2 API as a sentence; undefined if it has no text and no code. */
export function formatApiError(error: ApiError): string | undefined {
  if (typeof error === "string") return error.trim() || undefined;
  const { code, detail, message } = error;
  const sentence = detail?.trim() || message?.trim();
  if (code == null || code === "") return sentence || undefined;
  return sentence ? `${sentence} (${code})` : `error ${code}`;
}

interface ErrorBody {
  readonly text: string | undefined;
  /** In lower case. */
  readonly heygenCode: string | undefined;
}

function readErrorBody({ body }: ErrorResponse): ErrorBody {
  const { code, message, error } = envelope.safeParse(body).data ?? {};
  const innerCode = typeof error === "object" ? error.code : undefined;
  const text = (error && formatApiError(error)) ?? (message?.trim() || undefined);
  return { text, heygenCode: String(innerCode ?? code ?? "").toLowerCase() || undefined };
}

function isApiRetired(response: ErrorResponse, isSubmit: boolean): boolean {
  const { text = "", heygenCode = "" } = readErrorBody(response);
  // A missing avatar or voice is a mistake in the request.
  if (isSubmit && /^\w+_not_found$/.test(heygenCode)) return false;
  const saysRetired = /\b(legacy|deprecated|sunset)\b|\b(api|endpoint)\b.*\b(removed|retired)\b/i.test(text);
  return response.status === 404 || response.status === 410 || saysRetired;
}

function retiredDetails(response: ErrorResponse, isSubmit: boolean): ErrorDetails {
  if (isSubmit) return { hint: hints.retired, submitted: false };
  if (response.status !== 404) return { hint: hints.retired };
  const hint = `${hints.retired} If your gateway still serves v2, check \`video_id\`.`;
  return saysNotFound(response) ? { hint, terminal: true } : { hint, retryable: true };
}

function isBadRequest({ status }: ErrorResponse): boolean {
  return status < 300 || [400, 404, 413, 422, 424].includes(status);
}
