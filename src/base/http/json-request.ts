import type { Dispatcher, FormData } from "undici";
import type { z } from "zod";
import { ShowreelError, systemCode } from "../errors.ts";
import { parseJson } from "../parse-json.ts";
import { plainText, withoutQuery } from "../plain-text.ts";
import { interruptedError, type Runtime } from "../runtime.ts";
import { parseRetryAfter } from "../timing/retry.ts";
import { ResponseTimeoutError, startLimit, type TimeLimit } from "../timing/time-limit.ts";
import { type ErrorResponse, errorFromStatus } from "./error-response.ts";
import { findProxyError, usesProxy } from "./proxy.ts";

export interface JsonRequest<Answer> {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A form with a file, instead of a body in JSON. */
  readonly form?: FormData;
  /** The longest silence to bear, in milliseconds: until the headers, and between two parts of the body. */
  readonly idleTimeoutMs: number;
  /** The longest time for all of it, in milliseconds; by default a minute, or `timeoutMs` where that is longer. */
  readonly totalTimeoutMs?: number;
  /** The answer matters so much that even an interrupted run waits for it a little. */
  readonly useGracePeriod?: boolean;
  readonly responseSchema: z.ZodType<Answer>;
  /** Whether a body is an error although the HTTP status says success. */
  isError(body: unknown): boolean;
  /** Is told the time of the service, in milliseconds since 1970, when an answer comes with it. */
  readonly onDate?: (at: number) => void;
  /** What the service means by a refusal; undefined leaves it to the HTTP status. */
  toError(refusal: ErrorResponse): ShowreelError | undefined;
}

// An answer that comes byte by byte, or is announced again and again (1xx), is never silent.
const defaultTotalTimeoutMs = 60_000;
// Nobody sends ten million characters of JSON about one video.
const maxBodyBytes = 10_000_000;

/**
 * One JSON request, one typed answer. Follows no redirect, so that a key never leaves its origin.
 * Fails with the ShowreelError that `explain` or the HTTP status gives; a body that is not the JSON expected is a
 * passing fault, because gateways answer with HTML.
 */
export async function requestJson<Answer>(runtime: Runtime, options: JsonRequest<Answer>): Promise<Answer> {
  const facts = `${options.method} ${withoutQuery(options.url)}`;
  const { response, text } = await exchange(runtime, options, facts);
  const body = parseBody(text);
  runtime.secrets.registerLinks(body);
  if (response.statusCode < 200 || response.statusCode > 299 || options.isError(body)) {
    const refusal = toErrorResponse(response, body, facts, runtime.now());
    throw options.toError(refusal) ?? errorFromStatus(refusal);
  }
  const answer = options.responseSchema.safeParse(body);
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  const reason = issue?.code === "custom" ? issue.message : "The answer makes no sense";
  throw new ShowreelError("provider_error", `${reason} (${describeHttpResponse(response, facts)}).`, {
    retryable: true,
    outcomeUnknown: true,
    cause: answer.error,
  });
}

async function exchange(runtime: Runtime, wanted: JsonRequest<unknown>, facts: string) {
  const limit = startLimit(
    runtime,
    wanted.totalTimeoutMs ?? Math.max(wanted.idleTimeoutMs, defaultTotalTimeoutMs),
  );
  try {
    const response = await send(runtime, wanted, limit);
    reportServerDate(response, wanted);
    return { response, text: await readText(response) };
  } catch (cause) {
    if (runtime.signal.aborted) throw interruptedError(true);
    throw networkError(runtime, limit.signal.aborted ? limit.signal.reason : cause, facts);
  } finally {
    limit.clear();
  }
}

function reportServerDate({ headers }: Dispatcher.ResponseData, { onDate }: JsonRequest<unknown>): void {
  const at = Date.parse(String(headers.date));
  if (!Number.isNaN(at)) onDate?.(at);
}

function send(runtime: Runtime, wanted: JsonRequest<unknown>, limit: TimeLimit) {
  runtime.secrets.registerSentLinks(wanted.body);
  const json = wanted.body === undefined ? undefined : JSON.stringify(wanted.body);
  return runtime.request(wanted.url, {
    method: wanted.method,
    headers: {
      accept: "application/json",
      ...(json && { "content-type": "application/json" }),
      ...wanted.headers,
    },
    body: json ?? wanted.form ?? null,
    headersTimeout: wanted.idleTimeoutMs,
    bodyTimeout: wanted.idleTimeoutMs,
    signal: AbortSignal.any([wanted.useGracePeriod ? runtime.graceSignal : runtime.signal, limit.signal]),
  });
}

async function readText(response: Dispatcher.ResponseData): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes > maxBodyBytes) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

// Codes that prove that the request never reached anybody.
const undeliveredErrorCodes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_\w+)$|CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/;

function networkError(runtime: Runtime, cause: unknown, facts: string): ShowreelError {
  const code = systemCode(cause);
  const refusal = findProxyError(cause);
  const reason =
    refusal?.reason ?? code ?? (cause instanceof ResponseTimeoutError ? cause.message : "connection lost");
  return new ShowreelError("network_error", `No answer came (${reason}: ${facts}).`, {
    hint: usesProxy(runtime.proxies)
      ? "Check the proxy (`https_proxy`, `http_proxy`): its address, its password, and that it lets this address through."
      : "Check that the machine reaches this address; behind an egress filter, allow it.",
    retryable: refusal?.retryable ?? true,
    outcomeUnknown: !refusal && (code === undefined || !undeliveredErrorCodes.test(code)),
    cause,
  });
}

function toErrorResponse(
  response: Dispatcher.ResponseData,
  body: unknown,
  facts: string,
  now: number,
): ErrorResponse {
  const header = response.headers["retry-after"];
  return {
    status: response.statusCode,
    body,
    description: describeHttpResponse(response, facts),
    headers: response.headers,
    retryAfterMs: parseRetryAfter(Array.isArray(header) ? header[0] : header, now),
  };
}

function describeHttpResponse(response: Dispatcher.ResponseData, facts: string): string {
  const id = response.headers["x-request-id"];
  return `HTTP ${response.statusCode}: ${facts}${typeof id === "string" ? `, request ${plainText(id, 80)}` : ""}`;
}

// A number as the value of a key that names an id: as a JavaScript number, digits beyond 2^53 would be lost.
const numericId = /id"\s*:\s*-?\d/i;

// Numbers in ids are returned as text, with all their digits.
function parseBody(text: string): unknown {
  const parse = (json: string) => parseJson(json, numericId.test(json) ? keepIdDigits : undefined);
  return parse(text) ?? parse(stripEncodingArtifacts(text));
}

function keepIdDigits(key: string, value: unknown, { source }: { readonly source?: string }): unknown {
  return typeof value === "number" && /id$/i.test(key) ? (source ?? String(value)) : value;
}

// Some gateways answer with byte order marks, NULs (UTF-16) or replacement characters around the JSON.
function stripEncodingArtifacts(text: string): string {
  return text.replaceAll("\0", "").replace(/^[\s\uFEFF\uFFFD]+|[\s\uFEFF\uFFFD]+$/g, "");
}
