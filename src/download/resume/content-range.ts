import type { IncomingHttpHeaders } from "undici/types/header.js";
import { ShowreelError } from "../../base/errors.ts";
import type { Origin } from "./part-origin.ts";

/** The head of an answer. */
export interface Head {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** Which bytes of which file an answer brings. */
export interface Coverage extends Origin {
  readonly start: number;
}

/** The headers that ask for the rest of a file, if it is still the same one (RFC 9110, 13.1.5 and 14.2). */
export function rangeHeaders(size: number, origin: Origin): Record<string, string> {
  const { validator } = origin;
  return validator !== undefined && size > 0 ? { range: `bytes=${size}-`, "if-range": validator } : {};
}

/**
 * What a 200 or a 206 brings. Undefined when a 206 does not continue from byte `size` of the file that is known, so
 * that nothing is worth keeping.
 */
export function readCoverage({ status, headers }: Head, size: number, known: Origin): Coverage | undefined {
  const asked = known.validator === undefined ? 0 : size;
  const validator = validatorOf(headers);
  if (status === 200) return { start: 0, total: lengthOf(headers), validator };
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(one(headers["content-range"]) ?? "");
  if (Number(range?.[1]) !== asked) return undefined;
  const total = range?.[3] === "*" ? known.total : Number(range?.[3]);
  const isOther =
    differ(total, known.total) ||
    differ(one(headers.etag), etagIn(known)) ||
    differ(one(headers["last-modified"]), dateIn(known));
  return asked > 0 && isOther ? undefined : { start: asked, total, validator: known.validator ?? validator };
}

// The whole length that a 416 tells, if it does.
export function unsatisfiedTotal({ headers }: Head): number | undefined {
  const total = /^bytes \*\/(\d+)$/.exec(one(headers["content-range"]) ?? "")?.[1];
  return total === undefined ? undefined : Number(total);
}

/** Fails with `download_failed` when a page comes where the rest of a file was asked for: a sign-in, a gateway's regrets. */
export function requireFile({ status, headers }: Head, size: number): void {
  const type = one(headers["content-type"]) ?? "";
  if (size === 0 || status !== 200 || !/^(text\/html|application\/(json|xml))\b/i.test(type)) return;
  throw new ShowreelError(
    "download_failed",
    "The download host sent a page instead of the rest of the file.",
    {
      retryable: true,
      needsFreshLink: true,
    },
  );
}

/** Fails with `download_failed` when the body is not the file itself: nobody asked for a compressed one. */
export function requireIdentity({ headers }: Head): void {
  const coding = one(headers["content-encoding"])?.trim().toLowerCase();
  if (!coding || coding === "identity") return;
  throw new ShowreelError(
    "download_failed",
    "The download host sent the file compressed, which was not asked for.",
    { retryable: true, needsFreshLink: true },
  );
}

const differ = (one: unknown, other: unknown) => one !== undefined && other !== undefined && one !== other;

const dateIn = ({ validator }: Origin) => (validator?.startsWith('"') ? undefined : validator);
const etagIn = ({ validator }: Origin) => (validator?.startsWith('"') ? validator : undefined);

function lengthOf(headers: IncomingHttpHeaders): number | undefined {
  const length = one(headers["content-length"]);
  return length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}

// A weak ETag may stand for other bytes; a date does so for files that changed within the same minute.
function validatorOf(headers: IncomingHttpHeaders): string | undefined {
  const etag = one(headers.etag);
  if (etag !== undefined) return /^"[^"]*"$/.test(etag) ? etag : undefined;
  const [modified, date] = [one(headers["last-modified"]), one(headers.date)];
  const age = Date.parse(date ?? "") - Date.parse(modified ?? "");
  return age >= 60_000 ? modified : undefined;
}

/** The first of the values of a header. */
export function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
