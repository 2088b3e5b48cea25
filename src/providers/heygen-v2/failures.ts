import { type ErrorCode, type ErrorDetails, ShowreelError } from "../../base/errors.ts";
import { byStatus, type Refusal, statusDetails } from "../../base/http/error-response.ts";
import { plainText } from "../../base/plain-text.ts";
import { envelope, type Fault } from "./api.ts";

/** What to do next, by the code of the error; `retired` where nothing better is known. */
const hints: Readonly<Partial<Record<ErrorCode, string>>> & { readonly retired: string } = {
  retired: "HeyGen retired its v1 and v2 API on 2026-11-01: set `provider` to heygen, which is v3.",
  unauthorized: "Check the key and its scopes (app.heygen.com/settings/api).",
  out_of_credit: "Top up the account: app.heygen.com/settings?nav=API.",
  rate_limited: "The account renders as many videos as it may. Run again when one is done.",
  invalid_input: "Correct what HeyGen names, then run again. Nothing was submitted.",
};

const words: Partial<Record<ErrorCode, string>> = {
  // Invalid credentials, unauthorized, unknown user, forbidden, permission denied, blocked user.
  unauthorized: "40009 400112 400101 400562 400573 400631",
  // A tier that does not have it, and the trial's videos of the day.
  out_of_credit: "400599 trial_video_limit_exceeded",
  // The id of a video makes no sense.
  provider_error: "40031",
};

/** Source: HeyGen's page of errors of the v1 and v2 API (docs.heygen.com/reference/errors), and public clients. */
const codeOfWord: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries(words).flatMap(([code, list]) => list.split(" ").map((word) => [word, code as ErrorCode])),
);

/** HeyGen's refusal in our words. A 404 or a 410, or talk of removal, most likely means that the API is gone. */
export function explain(refusal: Refusal, isSubmit: boolean): ShowreelError {
  const { said, word } = wordsOf(refusal);
  const message = said ? `HeyGen says: ${plainText(said)} (${refusal.facts}).` : byStatus(refusal).message;
  const details = statusDetails(refusal);
  if (isGone(refusal, isSubmit)) {
    return new ShowreelError("provider_error", message, { ...details, ...goneDetails(refusal, isSubmit) });
  }
  const known = codeOfWord.get(word ?? "");
  const code = known ?? (isSubmit ? byStatusOfSubmit(refusal) : byStatus(refusal).code);
  // To a question without a body, 400 is a full minute; what HTTP calls a success is no verdict on the video.
  const isPassing = !isSubmit && !known && (refusal.status === 400 || refusal.status < 300);
  return new ShowreelError(code, message, {
    ...details,
    hint: hints[code] ?? hints.retired,
    ...(isPassing && { retryable: true }),
    // A success with an error that says nothing says neither that a video was made nor that none was.
    ...(isSubmit && refusal.status < 300 && !said && !word && { unanswered: true }),
  });
}

/** Whether HeyGen itself says that there is no such video; a 404 of a proxy or a moved address says nothing. */
export function saysNotFound(refusal: Refusal | undefined): boolean {
  return refusal?.status === 404 && wordsOf(refusal).said !== undefined;
}

/** An error of HeyGen's old kinds in one sentence; undefined when it holds no words. */
export function faultText(fault: Fault): string | undefined {
  if (typeof fault === "string") return fault.trim() || undefined;
  const { code, detail, message } = fault;
  const sentence = detail?.trim() || message?.trim();
  if (code == null || code === "") return sentence || undefined;
  return sentence ? `${sentence} (${code})` : `error ${code}`;
}

function wordsOf({ body }: Refusal): { said: string | undefined; word: string | undefined } {
  const { code, message, error } = envelope.safeParse(body).data ?? {};
  const inner = typeof error === "object" ? error.code : undefined;
  const said = (error && faultText(error)) ?? (message?.trim() || undefined);
  return { said, word: String(inner ?? code ?? "").toLowerCase() || undefined };
}

function isGone(refusal: Refusal, isSubmit: boolean): boolean {
  const { said = "", word = "" } = wordsOf(refusal);
  // An avatar that is not there is nothing new.
  if (isSubmit && /^\w+_not_found$/.test(word)) return false;
  const isToldSo = /\b(legacy|deprecated|sunset)\b|\b(api|endpoint)\b.*\b(removed|retired)\b/i.test(said);
  return refusal.status === 404 || refusal.status === 410 || isToldSo;
}

function goneDetails(refusal: Refusal, isSubmit: boolean): ErrorDetails {
  if (isSubmit) return { hint: `${hints.retired} Nothing was submitted.` };
  if (refusal.status !== 404) return { hint: hints.retired };
  const hint = `${hints.retired} If this is a gateway that still speaks v2, check \`video_id\`.`;
  return saysNotFound(refusal) ? { hint, endsJob: true } : { hint, retryable: true };
}

function byStatusOfSubmit(refusal: Refusal): ErrorCode {
  const isUsersFault = refusal.status < 300 || [400, 404, 413, 422, 424].includes(refusal.status);
  return isUsersFault ? "invalid_input" : byStatus(refusal).code;
}
