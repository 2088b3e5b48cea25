import type { IncomingHttpHeaders } from "undici/types/header.js";
import { ShowreelError } from "../../base/errors.ts";
import type { ResumeInfo } from "./part-note.ts";

/** The head of an answer. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** Which bytes of which file an answer brings. */
export interface ContentRange extends ResumeInfo {
  readonly start: number;
}

/** The headers that ask for the rest of a file, if it is still the same one (RFC 9110, 13.1.5 and 14.2). */
export function rangeHeaders(size: number, origin: ResumeInfo): Record<string, string> {
  const { validator } = origin;
  return validator !== undefined && size > 0 ? { range: `bytes=${size}-`, "if-range": validator } : {};
}

/**
 * What a 200 or a 206 brings. Undefined when a 206 does not continue from byte `size` of the file that is known, so
 * that nothing is worth keeping.
 */
export function readContentRange(
  { status, headers }: ResponseHead,
  size: number,
  known: ResumeInfo,
): ContentRange | undefined {
  const asked = known.validator === undefined ? 0 : size;
  const validator = readValidator(headers);
  if (status === 200) return { start: 0, total: contentLength(headers), validator };
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(firstHeader(headers["content-range"]) ?? "");
  if (Number(range?.[1]) !== asked) return undefined;
  const total = range?.[3] === "*" ? known.total : Number(range?.[3]);
  const isOther =
    differ(total, known.total) ||
    differ(firstHeader(headers.etag), etagIn(known)) ||
    differ(firstHeader(headers["last-modified"]), dateIn(known));
  return asked > 0 && isOther ? undefined : { start: asked, total, validator: known.validator ?? validator };
}

// The whole length that a 416 tells, if it does.
export function unsatisfiedTotal({ headers }: ResponseHead): number | undefined {
  const total = /^bytes \*\/(\d+)$/.exec(firstHeader(headers["content-range"]) ?? "")?.[1];
  return total === undefined ? undefined : Number(total);
}

/** Fails with `download_failed` when a page comes where the rest of a file was asked for: a sign-in, a gateway's regrets. */
export function rejectErrorPage({ status, headers }: ResponseHead, size: number): void {
  const type = firstHeader(headers["content-type"]) ?? "";
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
export function requireUncompressed({ headers }: ResponseHead): void {
  const coding = firstHeader(headers["content-encoding"])?.trim().toLowerCase();
  if (!coding || coding === "identity") return;
  throw new ShowreelError(
    "download_failed",
    "The download host sent the file compressed, which was not asked for.",
    { retryable: true, needsFreshLink: true },
  );
}

const differ = (one: unknown, other: unknown) => one !== undefined && other !== undefined && one !== other;

const dateIn = ({ validator }: ResumeInfo) => (validator?.startsWith('"') ? undefined : validator);
const etagIn = ({ validator }: ResumeInfo) => (validator?.startsWith('"') ? validator : undefined);

function contentLength(headers: IncomingHttpHeaders): number | undefined {
  const length = firstHeader(headers["content-length"]);
  return length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}

// A weak ETag may stand for other bytes; a date does so for files that changed within the same minute.
function readValidator(headers: IncomingHttpHeaders): string | undefined {
  const etag = firstHeader(headers.etag);
  if (etag !== undefined) return /^"[^"]*"$/.test(etag) ? etag : undefined;
  const [modified, date] = [firstHeader(headers["last-modified"]), firstHeader(headers.date)];
  const age = Date.parse(date ?? "") - Date.parse(modified ?? "");
  return age >= 60_000 ? modified : undefined;
}

/** The first of the values of a header. */
export function firstHeader(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
