import type { Dispatcher } from "undici";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { withoutQuery } from "../base/plain-text.ts";
import { retryAfterMs } from "../base/retry.ts";
import { interrupted, type Runtime } from "../base/runtime.ts";
import type { UrlPolicy } from "./url-policy.ts";

const redirects = new Set([301, 302, 303, 307, 308]);
// The host has this refused: the link is old, or the file is not there yet. Another link may work.
const stale = new Set([401, 403, 404, 410]);
const maxHops = 5;
const silenceMs = 60_000;

/**
 * GETs a file without any key, each redirect checked by the policy again. Fails with `download_failed` or
 * `network_error`; retryable says whether another attempt makes sense.
 */
export async function openUrl(
  runtime: Runtime,
  policy: UrlPolicy,
  link: string,
): Promise<Dispatcher.ResponseData> {
  let url = parse(link);
  for (let hop = 0; hop <= maxHops; hop += 1) {
    const response = await get(runtime, policy, url);
    if (response.statusCode === 200) return response;
    await response.body.dump();
    if (!redirects.has(response.statusCode) || !response.headers.location)
      throw refused(response, url, runtime.now());
    url = parse(String(response.headers.location), url);
  }
  throw new ShowreelError("download_failed", `The download was redirected more than ${maxHops} times.`);
}

function parse(link: string, base?: URL): URL {
  const url = URL.parse(link, base?.href);
  if (url) return url;
  throw new ShowreelError("download_failed", "The download link is not a URL.");
}

async function get(runtime: Runtime, policy: UrlPolicy, url: URL): Promise<Dispatcher.ResponseData> {
  const dispatcher = policy.admit(url);
  try {
    return await runtime.request(url, {
      headers: { accept: "*/*", "accept-encoding": "identity" },
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
      signal: runtime.signal,
      ...(dispatcher && { dispatcher }),
    });
  } catch (cause) {
    throw transferError(runtime, cause, url);
  }
}

/** What a broken connection means: interrupted, refused by policy, or a passing fault. */
export function transferError(runtime: Runtime, cause: unknown, url: URL | string): ShowreelError {
  if (runtime.signal.aborted) return interrupted();
  if (cause instanceof ShowreelError) return cause;
  const code = systemCode(cause) ?? "connection lost";
  return new ShowreelError("network_error", `The download broke off (${code}: GET ${withoutQuery(url)}).`, {
    retryable: true,
    cause,
  });
}

function refused(response: Dispatcher.ResponseData, url: URL, now: number): ShowreelError {
  const status = response.statusCode;
  const header = response.headers["retry-after"];
  const waitMs = retryAfterMs(Array.isArray(header) ? header[0] : header, now);
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
