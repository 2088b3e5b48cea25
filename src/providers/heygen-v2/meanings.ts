import type { ErrorCode } from "../../base/errors.ts";

/** What to do next, by the code of the error; `retired` where nothing better is known. */
export const hints: Readonly<Partial<Record<ErrorCode, string>>> & { readonly retired: string } = {
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
export const codeOfWord: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries(words).flatMap(([code, list]) => list.split(" ").map((word) => [word, code as ErrorCode])),
);
