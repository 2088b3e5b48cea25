import { type ErrorCode, type ErrorDetails, type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorDetailsFromStatus, errorFromStatus } from "../../base/http/error-response.ts";
import { plainText } from "../../base/plain-text.ts";
import { type ApiError, envelope } from "./api.ts";

/** What to do next, by the code of the error; `retired` where nothing better is known. */
const hints: Readonly<Partial<Record<ErrorCode, string>>> & { readonly retired: string } = {
  retired: "HeyGen retired its v1 and v2 API on 2026-11-01: set `provider` to heygen, which is v3.",
  unauthorized: "Check the key and its scopes (app.heygen.com/settings/api).",
  out_of_credit: "Top up the account: app.heygen.com/settings?nav=API.",
  rate_limited: "The account renders as many videos as it may. Run again when one is done.",
  invalid_input: "Correct what HeyGen names, then run again.",
};

const heygenCodesByErrorCode: Partial<Record<ErrorCode, string>> = {
  // Invalid credentials, unauthorized, unknown user, forbidden, permission denied, blocked user.
  unauthorized: "40009 400112 400101 400562 400573 400631",
  // A tier that does not have it, and the trial's videos of the day.
  out_of_credit: "400599 trial_video_limit_exceeded",
  // The id of a video makes no sense.
  provider_error: "40031",
};

/** Source: HeyGen's page of errors of the v1 and v2 API (docs.heygen.com/reference/errors), and public clients. */
const errorCodeByHeygenCode: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries(heygenCodesByErrorCode).flatMap(([code, list]) =>
    list.split(" ").map((word) => [word, code as ErrorCode]),
  ),
);

/** The call that failed. */
export interface FailedCall {
  readonly isSubmit: boolean;
}

/** HeyGen's refusal in our words. A 404 or a 410, or talk of removal, most likely means that the API is gone. */
export function toHeygenV2Error(refusal: ErrorResponse, { isSubmit }: FailedCall): ShowreelError {
  const { said, word } = readErrorText(refusal);
  const message = said
    ? `HeyGen says: ${plainText(said)} (${refusal.description}).`
    : errorFromStatus(refusal).message;
  const details = errorDetailsFromStatus(refusal);
  if (isApiRetired(refusal, isSubmit)) {
    return new ShowreelError("provider_error", message, { ...details, ...retiredDetails(refusal, isSubmit) });
  }
  const known = errorCodeByHeygenCode.get(word ?? "");
  const code = known ?? (isSubmit ? submitErrorCode(refusal) : errorFromStatus(refusal).code);
  // To a question without a body, 400 is a full minute; what HTTP calls a success is no verdict on the video.
  const isPassing = !isSubmit && !known && (refusal.status === 400 || refusal.status < 300);
  return new ShowreelError(code, message, {
    ...details,
    hint: hints[code] ?? hints.retired,
    submitted: code === "invalid_input" ? false : undefined,
    ...(isPassing && { retryable: true }),
    // A success with an error that says nothing says neither that a video was made nor that none was.
    ...(isSubmit && refusal.status < 300 && !said && !word && { outcomeUnknown: true }),
  });
}

/** Whether HeyGen itself says that there is no such video; a 404 of a proxy or a moved address says nothing. */
export function saysNotFound(refusal: ErrorResponse | undefined): boolean {
  return refusal?.status === 404 && readErrorText(refusal).said !== undefined;
}

/** An error of HeyGen's old kinds in one sentence; undefined when it holds no words. */
export function formatApiError(fault: ApiError): string | undefined {
  if (typeof fault === "string") return fault.trim() || undefined;
  const { code, detail, message } = fault;
  const sentence = detail?.trim() || message?.trim();
  if (code == null || code === "") return sentence || undefined;
  return sentence ? `${sentence} (${code})` : `error ${code}`;
}

function readErrorText({ body }: ErrorResponse): { said: string | undefined; word: string | undefined } {
  const { code, message, error } = envelope.safeParse(body).data ?? {};
  const inner = typeof error === "object" ? error.code : undefined;
  const said = (error && formatApiError(error)) ?? (message?.trim() || undefined);
  return { said, word: String(inner ?? code ?? "").toLowerCase() || undefined };
}

function isApiRetired(refusal: ErrorResponse, isSubmit: boolean): boolean {
  const { said = "", word = "" } = readErrorText(refusal);
  // An avatar that is not there is nothing new.
  if (isSubmit && /^\w+_not_found$/.test(word)) return false;
  const isToldSo = /\b(legacy|deprecated|sunset)\b|\b(api|endpoint)\b.*\b(removed|retired)\b/i.test(said);
  return refusal.status === 404 || refusal.status === 410 || isToldSo;
}

function retiredDetails(refusal: ErrorResponse, isSubmit: boolean): ErrorDetails {
  if (isSubmit) return { hint: hints.retired, submitted: false };
  if (refusal.status !== 404) return { hint: hints.retired };
  const hint = `${hints.retired} If this is a gateway that still speaks v2, check \`video_id\`.`;
  return saysNotFound(refusal) ? { hint, terminal: true } : { hint, retryable: true };
}

function submitErrorCode(refusal: ErrorResponse): ErrorCode {
  const isUsersFault = refusal.status < 300 || [400, 404, 413, 422, 424].includes(refusal.status);
  return isUsersFault ? "invalid_input" : errorFromStatus(refusal).code;
}
