import type { IncomingHttpHeaders } from "undici/types/header.js";
import { ShowreelError } from "../../base/errors.ts";
import type { ResumeInfo } from "./part-note.ts";

/** The status and headers of a response. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** The bytes that a response contains, and the file that they belong to. */
export interface ContentRange extends ResumeInfo {
  readonly start: number;
}

/**
 * Returns the headers that request the bytes from `size` on, if the file is unchanged (RFC 9110, 13.1.5 and
 * 14.2).
 */
export function rangeHeaders(size: number, { validator }: ResumeInfo): Record<string, string> {
  return validator !== undefined && size > 0 ? { range: `bytes=${size}-`, "if-range": validator } : {};
}

/**
 * Returns which bytes a 200 or 206 response contains. Undefined when a 206 does not continue at byte `size`
 * of the file that `resumeInfo` describes: such a response can't be used.
 */
export function readContentRange(
  { status, headers }: ResponseHead,
  size: number,
  resumeInfo: ResumeInfo,
): ContentRange | undefined {
  const requestedStart = resumeInfo.validator === undefined ? 0 : size;
  const validator = readValidator(headers);
  if (status === 200) return { start: 0, total: readContentLength(headers), validator };
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(firstHeader(headers["content-range"]) ?? "");
  if (Number(range?.[1]) !== requestedStart) return undefined;
  const total = range?.[3] === "*" ? resumeInfo.total : Number(range?.[3]);
  const isOtherFile =
    differ(total, resumeInfo.total) ||
    differ(firstHeader(headers.etag), etagOf(resumeInfo)) ||
    differ(firstHeader(headers["last-modified"]), dateOf(resumeInfo));
  return requestedStart > 0 && isOtherFile
    ? undefined
    : { start: requestedStart, total, validator: resumeInfo.validator ?? validator };
}

/** Returns the length of the whole file as stated in a 416 response; undefined when it states none. */
export function unsatisfiedTotal({ headers }: ResponseHead): number | undefined {
  const total = /^bytes \*\/(\d+)$/.exec(firstHeader(headers["content-range"]) ?? "")?.[1];
  return total === undefined ? undefined : Number(total);
}

/**
 * Fails with `download_failed` when a request for a file that is partly on disk returned a web page or an API
 * error instead, such as a sign-in page or a gateway's error. It must not replace the bytes on disk.
 */
export function rejectErrorPage({ status, headers }: ResponseHead, size: number): void {
  const type = firstHeader(headers["content-type"]) ?? "";
  if (size === 0 || status !== 200 || !/^(text\/html|application\/(json|xml))\b/i.test(type)) return;
  throw wrongBodyError("The download host sent a page instead of the file.");
}

/** Fails with `download_failed` when the body is compressed, although the request asked for `identity`. */
export function requireUncompressed({ headers }: ResponseHead): void {
  const coding = firstHeader(headers["content-encoding"])?.trim().toLowerCase();
  if (!coding || coding === "identity") return;
  throw wrongBodyError("The download host compressed the file, although the request did not allow it.");
}

/** Returns the first value of a header. */
export function firstHeader(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function wrongBodyError(message: string): ShowreelError {
  return new ShowreelError("download_failed", message, { retryable: true, needsFreshLink: true });
}

function differ(one: unknown, other: unknown): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function etagOf({ validator }: ResumeInfo): string | undefined {
  return validator?.startsWith('"') ? validator : undefined;
}

function dateOf({ validator }: ResumeInfo): string | undefined {
  return validator?.startsWith('"') ? undefined : validator;
}

function readContentLength(headers: IncomingHttpHeaders): number | undefined {
  const length = firstHeader(headers["content-length"]);
  return length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}

// The validator for If-Range. A weak ETag may match other bytes, and so may the date of a file that was
// changed less than a minute ago: it may have changed twice in that time.
function readValidator(headers: IncomingHttpHeaders): string | undefined {
  const etag = firstHeader(headers.etag);
  if (etag !== undefined) return /^"[^"]*"$/.test(etag) ? etag : undefined;
  const [modified, date] = [firstHeader(headers["last-modified"]), firstHeader(headers.date)];
  const ageMs = Date.parse(date ?? "") - Date.parse(modified ?? "");
  return ageMs >= 60_000 ? modified : undefined;
}
