import { type ErrorDetails, ShowreelError } from "../../base/errors.ts";
import { plainText } from "../../base/plain-text.ts";
import { byStatus, type Refusal, statusDetails } from "../../base/refusal.ts";
import { errorEnvelope } from "./api.ts";
import { hints, type Meaning, meanings } from "./meanings.ts";

/** Which call was refused, and when: milliseconds since 1970, to tell how far off the end of a rate limit is. */
export interface Refused {
  readonly isSubmit: boolean;
  readonly now: number;
}

/** ReelBot's refusal in our words: its own code first, then the HTTP status. */
export function explain(refusal: Refusal, { isSubmit, now }: Refused): ShowreelError {
  const envelope = errorEnvelope.safeParse(refusal.body).data;
  const { code, ...meaning } = meaningOf(refusal, isSubmit);
  const waitMs = refusal.retryAfterMs ?? (code === "rate_limited" ? untilReset(refusal, now) : undefined);
  const details: ErrorDetails = {
    ...statusDetails(refusal),
    ...meaning,
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
  };
  if (!envelope) return new ShowreelError(code, byStatus(refusal).message, details);
  const word = plainText(envelope.code ?? "", 60);
  const message = plainText(envelope.message ?? "") || word || "no reason";
  const facts = [...(word ? [word] : []), refusal.facts].join(", ");
  return new ShowreelError(code, `ReelBot says: ${message} (${facts}).`, details);
}

function meaningOf(refusal: Refusal, isSubmit: boolean): Meaning {
  const word = wordOf(refusal);
  const known = meanings.get(word ?? "");
  // What is not found for a submit is something that the request names.
  if (known && !(isSubmit && known.endsJob)) return known;
  const { status } = refusal;
  const { code } = byStatus(refusal);
  const isBadRequest = [400, 404, 409, 413, 422].includes(status);
  if (isSubmit && isBadRequest) return { code: "invalid_input", hint: hints.correct };
  // A 404 of a proxy or a moved address says nothing about the video, and neither does a refusal without an error.
  const isPassing = !isSubmit && (status < 300 || (status === 404 && word === undefined));
  return { code, hint: byCode[code] ?? hints.support, ...(isPassing && { retryable: true }) };
}

const byCode: Partial<Record<ShowreelError["code"], string>> = {
  unauthorized: hints.key,
  out_of_credit: hints.plan,
  rate_limited: hints.limits,
};

// Without Retry-After the end of the limit stands in the body, or in a header that comes with every answer. One that
// has passed by our clock is no help: then the pauses are our own.
function untilReset(refusal: Refusal, now: number): number | undefined {
  const { resetAt } = errorEnvelope.safeParse(refusal.body).data?.details ?? {};
  return [resetAt, refusal.headers["x-ratelimit-reset"]]
    .map((time) => (/^\d{4}-\d\d-\d\dT/.test(String(time)) ? Date.parse(String(time)) - now : 0))
    .find((ms) => ms > 0);
}

/** The code word of a refusal; undefined unless ReelBot itself has spoken. */
export function wordOf(refusal: Refusal | undefined): string | undefined {
  const envelope = errorEnvelope.safeParse(refusal?.body);
  return envelope.success ? (envelope.data.code ?? "").toUpperCase() : undefined;
}
