import { Writable } from "node:stream";
import { ShowreelError, systemCode } from "../../base/errors.ts";
import { findProxyError } from "../../base/http/proxy.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { withoutQuery } from "../../base/text/plain-text.ts";
import { unlessAborted } from "../../base/timing/abort.ts";
import { parseRetryAfter } from "../../base/timing/retry.ts";
import { ResponseTimeoutError, startTimeLimit } from "../../base/timing/time-limit.ts";
import { firstHeader, type ResponseHead } from "../resume/content-range.ts";
import type { UrlPolicy } from "./url-policy.ts";

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const bodyStatuses = new Set([200, 206]);
// 416 means that the requested range starts at or after the end of the file.
const acceptedStatuses = new Set([...bodyStatuses, 416]);
// The link has expired, or the file is not there yet: another link may work.
const staleLinkStatuses = new Set([401, 403, 404, 410]);
const maxRedirects = 5;
const headersTimeoutMs = 60_000;
const maxErrorBodyBytes = 65_536;
const maxEarlyHints = 20;

export interface GetOptions {
  readonly policy: UrlPolicy;
  readonly link: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The longest time without data, in milliseconds. */
  readonly idleTimeoutMs: number;
  /**
   * Returns the stream that the body of an accepted response is written to. An error that it throws ends the
   * request.
   */
  onBody(head: ResponseHead): Writable;
}

/**
 * GETs a file without credentials; the policy checks the link and every redirect. Returns the head of a 200,
 * 206 or 416 once its body has been written. Fails with `download_failed` or `network_error`, retryable when
 * another attempt may succeed.
 */
export async function getWithRedirects(runtime: Runtime, options: GetOptions): Promise<ResponseHead> {
  let url = parseLink(options.link);
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const head = await getOnce(runtime, options, url);
    if (acceptedStatuses.has(head.status)) return head;
    const location = firstHeader(head.headers.location);
    if (!redirectStatuses.has(head.status) || !location) throw errorFromStatus(head, url, runtime.now());
    url = parseLink(location, url);
    runtime.secrets.registerLinks(url.href);
  }
  throw new ShowreelError("download_failed", `The download was redirected more than ${maxRedirects} times.`);
}

function parseLink(link: string, base?: URL): URL {
  const url = URL.parse(link, base?.href);
  if (url) return url;
  throw new ShowreelError("download_failed", "The download link is not a URL.");
}

async function getOnce(runtime: Runtime, options: GetOptions, url: URL): Promise<ResponseHead> {
  const { policy, headers, idleTimeoutMs, onBody } = options;
  const dispatcher = await unlessAborted(runtime.signal, policy.dispatcherFor(url), interruptedError);
  // Headers that trickle in byte by byte never reach the idle timeout.
  const limit = startTimeLimit(runtime, headersTimeoutMs);
  const tooManyHints = new AbortController();
  let hints = 0;
  let head: ResponseHead | undefined;
  try {
    await runtime.stream(
      url,
      {
        method: "GET",
        headers: { accept: "*/*", "accept-encoding": "identity", ...headers },
        headersTimeout: idleTimeoutMs,
        bodyTimeout: idleTimeoutMs,
        signal: AbortSignal.any([runtime.signal, tooManyHints.signal, limit.signal]),
        // Each 103 Early Hints response restarts undici's headers timeout.
        onInfo: () => {
          hints += 1;
          if (hints > maxEarlyHints) tooManyHints.abort();
        },
        dispatcher,
      },
      (response) => {
        head = { status: response.statusCode, headers: response.headers };
        limit.clear();
        return acceptedStatuses.has(head.status) ? onBody(head) : drainLimited(runtime, idleTimeoutMs);
      },
    );
  } catch (cause) {
    // An error response is usable even if its body is not complete.
    if (!head || bodyStatuses.has(head.status) || runtime.signal.aborted)
      throw transferError(runtime, cause, url);
  } finally {
    limit.clear();
  }
  if (head) return head;
  throw transferError(runtime, undefined, url);
}

/**
 * Creates a sink for a body that isn't needed. It fails when the body is long, or takes more than
 * `timeoutMs`.
 */
export function drainLimited(runtime: Runtime, timeoutMs: number): Writable {
  const end = runtime.elapsed() + timeoutMs;
  let bytes = 0;
  return new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      const isOverLimit = bytes > maxErrorBodyBytes || runtime.elapsed() > end;
      done(isOverLimit ? new Error("the unused body is too large or too slow") : null);
    },
  });
}

/**
 * Returns the error for a failed connection: `interrupted`, an error of the URL policy, or a `network_error`.
 */
export function transferError(runtime: Runtime, cause: unknown, url: URL | string): ShowreelError {
  if (runtime.signal.aborted) return interruptedError();
  if (cause instanceof ShowreelError) return cause;
  const code =
    systemCode(cause) ?? (cause instanceof ResponseTimeoutError ? cause.message : "connection lost");
  if (code.includes("HEADERS_OVERFLOW") || code.includes("HEADER_OVERFLOW"))
    return new ShowreelError("download_failed", "The download host's response headers are too large.", {
      cause,
    });
  const proxy = findProxyError(cause);
  const reason = proxy?.reason ?? code;
  return new ShowreelError("network_error", `The download failed (${reason}: GET ${withoutQuery(url)}).`, {
    retryable: proxy?.retryable ?? true,
    cause,
  });
}

function errorFromStatus({ status, headers }: ResponseHead, url: URL, now: number): ShowreelError {
  const retryAfterMs = parseRetryAfter(firstHeader(headers["retry-after"]), now);
  return new ShowreelError(
    "download_failed",
    `The download host returned HTTP ${status} (GET ${withoutQuery(url)}).`,
    {
      retryable: staleLinkStatuses.has(status) || [408, 425, 429].includes(status) || status >= 500,
      needsFreshLink: staleLinkStatuses.has(status),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  );
}
