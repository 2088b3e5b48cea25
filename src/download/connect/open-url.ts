import { Writable } from "node:stream";
import { ShowreelError, systemCode } from "../../base/errors.ts";
import { proxyRefusal } from "../../base/http/proxy.ts";
import { withoutQuery } from "../../base/plain-text.ts";
import { interrupted, type Runtime } from "../../base/runtime.ts";
import { unlessAborted } from "../../base/timing/abort.ts";
import { retryAfterMs } from "../../base/timing/retry.ts";
import { startLimit, TooLong } from "../../base/timing/time-limit.ts";
import { type Head, one } from "../resume/content-range.ts";
import type { UrlPolicy } from "./url-policy.ts";

const redirects = new Set([301, 302, 303, 307, 308]);
// What brings bytes of the file, or says that there are no more.
const brings = new Set([200, 206]);
const answers = new Set([...brings, 416]);
// The host has this refused: the link is old, or the file is not there yet. Another link may work.
const stale = new Set([401, 403, 404, 410]);
const maxHops = 5;
const headMs = 60_000;
/** Longer words of a refusal are not listened to. */
const maxRefusalBytes = 65_536;
const maxHints = 20;

export interface Asking {
  readonly policy: UrlPolicy;
  readonly link: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The longest silence to bear, in milliseconds. */
  readonly silenceMs: number;
  /** Where the body of an answer goes; what it throws ends the request. */
  receive(head: Head): Writable;
}

/**
 * GETs a file without any key, each redirect checked by the policy again. Returns the head of a 200, 206 or 416 once
 * its body has gone to its place. Fails with `download_failed` or `network_error`; retryable says whether another
 * attempt makes sense.
 */
export async function openUrl(runtime: Runtime, asking: Asking): Promise<Head> {
  let url = parse(asking.link);
  for (let hop = 0; hop <= maxHops; hop += 1) {
    const head = await get(runtime, asking, url);
    if (answers.has(head.status)) return head;
    const location = one(head.headers.location);
    if (!redirects.has(head.status) || !location) throw refused(head, url, runtime.now());
    url = parse(location, url);
    runtime.secrets.holdLinks(url.href);
  }
  throw new ShowreelError("download_failed", `The download was redirected more than ${maxHops} times.`);
}

function parse(link: string, base?: URL): URL {
  const url = URL.parse(link, base?.href);
  if (url) return url;
  throw new ShowreelError("download_failed", "The download link is not a URL.");
}

async function get(runtime: Runtime, asking: Asking, url: URL): Promise<Head> {
  const dispatcher = await unlessAborted(runtime.signal, asking.policy.admit(url), interrupted);
  // Headers that come letter by letter are never silent.
  const limit = startLimit(runtime, headMs);
  const chatter = new AbortController();
  let hints = 0;
  let head: Head | undefined;
  try {
    await runtime.stream(
      url,
      {
        method: "GET",
        headers: { accept: "*/*", "accept-encoding": "identity", ...asking.headers },
        headersTimeout: asking.silenceMs,
        bodyTimeout: asking.silenceMs,
        signal: AbortSignal.any([runtime.signal, chatter.signal, limit.signal]),
        // Early hints keep the limit for the headers from passing.
        onInfo: () => {
          hints += 1;
          if (hints > maxHints) chatter.abort();
        },
        dispatcher,
      },
      ({ statusCode, headers }) => {
        head = { status: statusCode, headers };
        limit.clear();
        return answers.has(statusCode) ? asking.receive(head) : listenBriefly(runtime, asking.silenceMs);
      },
    );
  } catch (cause) {
    // What needs no body, such as a refusal, is complete without it.
    if (!head || brings.has(head.status) || runtime.signal.aborted) throw transferError(runtime, cause, url);
  } finally {
    limit.clear();
  }
  if (head) return head;
  throw transferError(runtime, undefined, url);
}

/** For a body that nobody needs: neither long nor slow words are waited for. */
export function listenBriefly(runtime: Runtime, forMs: number): Writable {
  const end = runtime.elapsed() + forMs;
  let heard = 0;
  return new Writable({
    write(piece: Buffer, _, done) {
      heard += piece.length;
      const isEnough = heard > maxRefusalBytes || runtime.elapsed() > end;
      done(isEnough ? new Error("many words, or slow ones") : null);
    },
  });
}

/** What a broken connection means: interrupted, refused by policy, or a passing fault. */
export function transferError(runtime: Runtime, cause: unknown, url: URL | string): ShowreelError {
  if (runtime.signal.aborted) return interrupted();
  if (cause instanceof ShowreelError) return cause;
  const code = systemCode(cause) ?? (cause instanceof TooLong ? cause.message : "connection lost");
  if (code.includes("HEADERS_OVERFLOW") || code.includes("HEADER_OVERFLOW"))
    return new ShowreelError("download_failed", "The download host's headers are too long.", { cause });
  const proxy = proxyRefusal(cause);
  const reason = proxy?.words ?? code;
  return new ShowreelError("network_error", `The download broke off (${reason}: GET ${withoutQuery(url)}).`, {
    retryable: proxy?.retryable ?? true,
    cause,
  });
}

function refused({ status, headers }: Head, url: URL, now: number): ShowreelError {
  const waitMs = retryAfterMs(one(headers["retry-after"]), now);
  return new ShowreelError(
    "download_failed",
    `The download host refused the file (HTTP ${status}: GET ${withoutQuery(url)}).`,
    {
      retryable: stale.has(status) || [408, 425, 429].includes(status) || status >= 500,
      needsFreshLink: stale.has(status),
      ...(waitMs !== undefined && { retryAfterMs: waitMs }),
    },
  );
}
