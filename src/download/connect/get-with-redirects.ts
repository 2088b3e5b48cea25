import { Writable } from "node:stream";
import { ShowreelError, systemCode } from "../../base/errors.ts";
import { findProxyError } from "../../base/http/proxy.ts";
import { withoutQuery } from "../../base/plain-text.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { unlessAborted } from "../../base/timing/abort.ts";
import { parseRetryAfter } from "../../base/timing/retry.ts";
import { ResponseTimeoutError, startTimeLimit } from "../../base/timing/time-limit.ts";
import { firstHeader, type ResponseHead } from "../resume/content-range.ts";
import type { UrlPolicy } from "./url-policy.ts";

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
// What brings bytes of the file, or says that there are no more.
const bodyStatuses = new Set([200, 206]);
const acceptedStatuses = new Set([...bodyStatuses, 416]);
// The host has this refused: the link is old, or the file is not there yet. Another link may work.
const staleLinkStatuses = new Set([401, 403, 404, 410]);
const maxHops = 5;
const headersTimeoutMs = 60_000;
/** Longer words of a refusal are not listened to. */
const maxErrorBodyBytes = 65_536;
const maxEarlyHints = 20;

export interface GetOptions {
  readonly policy: UrlPolicy;
  readonly link: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The longest silence to bear, in milliseconds. */
  readonly idleTimeoutMs: number;
  /** Where the body of an answer goes; what it throws ends the request. */
  onBody(head: ResponseHead): Writable;
}

/**
 * GETs a file without any key, each redirect checked by the policy again. Returns the head of a 200, 206 or 416 once
 * its body has gone to its place. Fails with `download_failed` or `network_error`; retryable says whether another
 * attempt makes sense.
 */
export async function getWithRedirects(runtime: Runtime, options: GetOptions): Promise<ResponseHead> {
  let url = parseLink(options.link);
  for (let hop = 0; hop <= maxHops; hop += 1) {
    const head = await getOnce(runtime, options, url);
    if (acceptedStatuses.has(head.status)) return head;
    const location = firstHeader(head.headers.location);
    if (!redirectStatuses.has(head.status) || !location) throw downloadRefusedError(head, url, runtime.now());
    url = parseLink(location, url);
    runtime.secrets.registerLinks(url.href);
  }
  throw new ShowreelError("download_failed", `The download was redirected more than ${maxHops} times.`);
}

function parseLink(link: string, base?: URL): URL {
  const url = URL.parse(link, base?.href);
  if (url) return url;
  throw new ShowreelError("download_failed", "The download link is not a URL.");
}

async function getOnce(runtime: Runtime, asking: GetOptions, url: URL): Promise<ResponseHead> {
  const dispatcher = await unlessAborted(runtime.signal, asking.policy.dispatcherFor(url), interruptedError);
  // Headers that come letter by letter are never silent.
  const limit = startTimeLimit(runtime, headersTimeoutMs);
  const chatter = new AbortController();
  let hints = 0;
  let head: ResponseHead | undefined;
  try {
    await runtime.stream(
      url,
      {
        method: "GET",
        headers: { accept: "*/*", "accept-encoding": "identity", ...asking.headers },
        headersTimeout: asking.idleTimeoutMs,
        bodyTimeout: asking.idleTimeoutMs,
        signal: AbortSignal.any([runtime.signal, chatter.signal, limit.signal]),
        // Early hints keep the limit for the headers from passing.
        onInfo: () => {
          hints += 1;
          if (hints > maxEarlyHints) chatter.abort();
        },
        dispatcher,
      },
      ({ statusCode, headers }) => {
        head = { status: statusCode, headers };
        limit.clear();
        return acceptedStatuses.has(statusCode)
          ? asking.onBody(head)
          : drainLimited(runtime, asking.idleTimeoutMs);
      },
    );
  } catch (cause) {
    // What needs no body, such as a refusal, is complete without it.
    if (!head || bodyStatuses.has(head.status) || runtime.signal.aborted)
      throw transferError(runtime, cause, url);
  } finally {
    limit.clear();
  }
  if (head) return head;
  throw transferError(runtime, undefined, url);
}

/** For a body that nobody needs: neither long nor slow words are waited for. */
export function drainLimited(runtime: Runtime, forMs: number): Writable {
  const end = runtime.elapsed() + forMs;
  let heard = 0;
  return new Writable({
    write(piece: Buffer, _, done) {
      heard += piece.length;
      const isEnough = heard > maxErrorBodyBytes || runtime.elapsed() > end;
      done(isEnough ? new Error("many words, or slow ones") : null);
    },
  });
}

/** What a broken connection means: interrupted, refused by policy, or a passing fault. */
export function transferError(runtime: Runtime, cause: unknown, url: URL | string): ShowreelError {
  if (runtime.signal.aborted) return interruptedError();
  if (cause instanceof ShowreelError) return cause;
  const code =
    systemCode(cause) ?? (cause instanceof ResponseTimeoutError ? cause.message : "connection lost");
  if (code.includes("HEADERS_OVERFLOW") || code.includes("HEADER_OVERFLOW"))
    return new ShowreelError("download_failed", "The download host's headers are too long.", { cause });
  const proxy = findProxyError(cause);
  const reason = proxy?.reason ?? code;
  return new ShowreelError("network_error", `The download broke off (${reason}: GET ${withoutQuery(url)}).`, {
    retryable: proxy?.retryable ?? true,
    cause,
  });
}

function downloadRefusedError({ status, headers }: ResponseHead, url: URL, now: number): ShowreelError {
  const waitMs = parseRetryAfter(firstHeader(headers["retry-after"]), now);
  return new ShowreelError(
    "download_failed",
    `The download host refused the file (HTTP ${status}: GET ${withoutQuery(url)}).`,
    {
      retryable: staleLinkStatuses.has(status) || [408, 425, 429].includes(status) || status >= 500,
      needsFreshLink: staleLinkStatuses.has(status),
      ...(waitMs !== undefined && { retryAfterMs: waitMs }),
    },
  );
}
