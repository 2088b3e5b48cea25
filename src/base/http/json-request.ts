import type { Dispatcher, FormData } from "undici";
import type { z } from "zod";
import { type ErrorResponse, ShowreelError, systemCode } from "../errors.ts";
import { parseJson } from "../parse-json.ts";
import { interruptedError, type Runtime } from "../runtime.ts";
import { plainText, withoutQuery } from "../text/plain-text.ts";
import { parseRetryAfter } from "../timing/retry.ts";
import { ResponseTimeoutError, startTimeLimit, type TimeLimit } from "../timing/time-limit.ts";
import { errorFromStatus } from "./error-response.ts";
import { findProxyError, usesProxy } from "./proxy.ts";

export interface JsonRequest<Data> {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** A form with a file, sent instead of a JSON body. */
  readonly form?: FormData;
  /** The longest wait for the headers, and between two chunks of the body, in milliseconds. */
  readonly idleTimeoutMs: number;
  /**
   * The longest time for the whole exchange, in milliseconds; by default a minute, or `idleTimeoutMs` if
   * longer.
   */
  readonly totalTimeoutMs?: number;
  /** Whether an interrupted run waits for the response, until the runtime's `graceSignal` is aborted. */
  readonly useGracePeriod?: boolean;
  readonly responseSchema: z.ZodType<Data>;
  /** Returns whether a body is an error although the HTTP status means success. */
  isError(body: unknown): boolean;
  /** Called with the server's time, in milliseconds since 1970, when a response has a `Date` header. */
  readonly onDate?: (at: number) => void;
  /** Converts the service's error response to an error. If it returns undefined, the HTTP status decides. */
  toError(response: ErrorResponse): ShowreelError | undefined;
}

// A response that arrives byte by byte, or repeated 1xx responses, never reach the idle timeout.
const defaultTotalTimeoutMs = 60_000;
// Far more than any expected JSON response.
const maxBodyBytes = 10_000_000;

/**
 * Sends a JSON request and returns the parsed response. Follows no redirects, so that the API key never
 * leaves its origin. Rejects with the error that `toError` or the HTTP status gives, with `network_error`
 * when no response arrives, and with a retryable `provider_error` when the body is not the expected JSON:
 * some gateways respond with HTML.
 */
export async function requestJson<Data>(runtime: Runtime, options: JsonRequest<Data>): Promise<Data> {
  const target = `${options.method} ${withoutQuery(options.url)}`;
  const { response, text } = await exchange(runtime, options, target);
  const body = parseBody(text);
  runtime.secrets.registerLinks(body);
  if (response.statusCode < 200 || response.statusCode > 299 || options.isError(body)) {
    const errorResponse = toErrorResponse(response, body, target, runtime.now());
    throw options.toError(errorResponse) ?? errorFromStatus(errorResponse);
  }
  const parsed = options.responseSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const reason = issue?.code === "custom" ? issue.message : "Unexpected response";
  throw new ShowreelError("provider_error", `${reason} (${describeResponse(response, target)}).`, {
    retryable: true,
    outcomeUnknown: true,
    cause: parsed.error,
  });
}

async function exchange(runtime: Runtime, options: JsonRequest<unknown>, target: string) {
  const { idleTimeoutMs, totalTimeoutMs = Math.max(idleTimeoutMs, defaultTotalTimeoutMs) } = options;
  const limit = startTimeLimit(runtime, totalTimeoutMs);
  try {
    const response = await send(runtime, options, limit);
    reportServerDate(response, options);
    return { response, text: await readText(response) };
  } catch (cause) {
    if (runtime.signal.aborted) throw interruptedError({ outcomeUnknown: true });
    throw networkError(runtime, limit.signal.aborted ? limit.signal.reason : cause, target);
  } finally {
    limit.clear();
  }
}

function send(runtime: Runtime, options: JsonRequest<unknown>, limit: TimeLimit) {
  runtime.secrets.registerSentLinks(options.body);
  const json = options.body === undefined ? undefined : JSON.stringify(options.body);
  return runtime.request(options.url, {
    method: options.method,
    headers: {
      accept: "application/json",
      ...(json && { "content-type": "application/json" }),
      ...options.headers,
    },
    body: json ?? options.form ?? null,
    headersTimeout: options.idleTimeoutMs,
    bodyTimeout: options.idleTimeoutMs,
    signal: AbortSignal.any([options.useGracePeriod ? runtime.graceSignal : runtime.signal, limit.signal]),
  });
}

function reportServerDate({ headers }: Dispatcher.ResponseData, { onDate }: JsonRequest<unknown>): void {
  const at = Date.parse(String(headers.date));
  if (!Number.isNaN(at)) onDate?.(at);
}

async function readText(response: Dispatcher.ResponseData): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    // What is cut off is not JSON, however long it takes to find out.
    if (bytes > maxBodyBytes) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

// Codes of failures before the request was sent: the server cannot have acted on it.
const notSentErrorCodes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_\w+)$|CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/;

function networkError(runtime: Runtime, cause: unknown, target: string): ShowreelError {
  const code = systemCode(cause);
  const proxyError = findProxyError(cause);
  const timeout = cause instanceof ResponseTimeoutError ? cause.message : undefined;
  const reason = proxyError?.reason ?? code ?? timeout ?? "connection lost";
  return new ShowreelError("network_error", `No response (${reason}: ${target}).`, {
    hint: usesProxy(runtime.proxies)
      ? "Check the proxy (`https_proxy`, `http_proxy`): its URL, its password, and that it allows this host."
      : "Check that this machine can reach the URL; behind an egress filter, allow its host.",
    retryable: proxyError?.retryable ?? true,
    outcomeUnknown: !proxyError && (code === undefined || !notSentErrorCodes.test(code)),
    cause,
  });
}

function toErrorResponse(
  response: Dispatcher.ResponseData,
  body: unknown,
  target: string,
  now: number,
): ErrorResponse {
  const header = response.headers["retry-after"];
  return {
    status: response.statusCode,
    body,
    description: describeResponse(response, target),
    headers: response.headers,
    retryAfterMs: parseRetryAfter(Array.isArray(header) ? header[0] : header, now),
  };
}

function describeResponse(response: Dispatcher.ResponseData, target: string): string {
  const id = response.headers["x-request-id"];
  const request = typeof id === "string" ? `, request ${plainText(id, 80)}` : "";
  return `HTTP ${response.statusCode}: ${target}${request}`;
}

// Matches an id that is a JSON number. As a JavaScript number it would lose digits beyond 2^53.
const numericId = /id"\s*:\s*-?\d/i;

function parseBody(text: string): unknown {
  const parse = (json: string) => parseJson(json, numericId.test(json) ? keepIdDigits : undefined);
  return parse(text) ?? parse(stripEncodingArtifacts(text));
}

// Returns a numeric id as text, with all its digits.
function keepIdDigits(key: string, value: unknown, { source }: { readonly source?: string }): unknown {
  return typeof value === "number" && /id$/i.test(key) ? (source ?? String(value)) : value;
}

const isArtifact = /[\s\uFEFF\uFFFD]/;

// Some gateways send byte order marks or replacement characters around the JSON, or NULs inside it (UTF-16).
function stripEncodingArtifacts(text: string): string {
  const visible = text.replaceAll("\0", "");
  let end = visible.length;
  // A regular expression that ends in `+$` takes quadratic time for a long run of spaces before other text.
  while (end > 0 && isArtifact.test(visible.charAt(end - 1))) end -= 1;
  return visible.slice(0, end).replace(/^[\s\uFEFF\uFFFD]+/, "");
}
