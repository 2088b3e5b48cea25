import type { Dispatcher, FormData } from "undici";
import type { z } from "zod";
import { ShowreelError, systemCode } from "../errors.ts";
import { plainText, withoutQuery } from "../plain-text.ts";
import { interrupted, type Runtime } from "../runtime.ts";
import { retryAfterMs } from "../timing/retry.ts";
import { startLimit, type TimeLimit, TooLong } from "../timing/time-limit.ts";
import { byStatus, type Refusal } from "./error-response.ts";
import { proxyRefusal, usesProxy } from "./proxy.ts";

export interface JsonRequest<Answer> {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A form with a file, instead of a body in JSON. */
  readonly form?: FormData;
  /** The longest silence to bear, in milliseconds: until the headers, and between two parts of the body. */
  readonly timeoutMs: number;
  /** The longest time for all of it, in milliseconds; by default a minute, or `timeoutMs` where that is longer. */
  readonly totalMs?: number;
  /** The answer matters so much that even an interrupted run waits for it a little. */
  readonly untilLate?: boolean;
  readonly answer: z.ZodType<Answer>;
  /** Whether a body is an error although the HTTP status says success. */
  isError(body: unknown): boolean;
  /** Is told the time of the service, in milliseconds since 1970, when an answer comes with it. */
  readonly onDate?: (at: number) => void;
  /** What the service means by a refusal; undefined leaves it to the HTTP status. */
  explain(refusal: Refusal): ShowreelError | undefined;
}

// An answer that comes byte by byte, or is announced again and again (1xx), is never silent.
const usualTotalMs = 60_000;
// Nobody sends ten million characters of JSON about one video.
const maxBodyBytes = 10_000_000;

/**
 * One JSON request, one typed answer. Follows no redirect, so that a key never leaves its origin.
 * Fails with the ShowreelError that `explain` or the HTTP status gives; a body that is not the JSON expected is a
 * passing fault, because gateways answer with HTML.
 */
export async function requestJson<Answer>(runtime: Runtime, wanted: JsonRequest<Answer>): Promise<Answer> {
  const facts = `${wanted.method} ${withoutQuery(wanted.url)}`;
  const { response, text } = await exchange(runtime, wanted, facts);
  const body = parseJson(text);
  runtime.secrets.holdLinks(body);
  if (response.statusCode < 200 || response.statusCode > 299 || wanted.isError(body)) {
    const refusal = toRefusal(response, body, facts, runtime.now());
    throw wanted.explain(refusal) ?? byStatus(refusal);
  }
  const answer = wanted.answer.safeParse(body);
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  const reason = issue?.code === "custom" ? issue.message : "The answer makes no sense";
  throw new ShowreelError("provider_error", `${reason} (${describe(response, facts)}).`, {
    retryable: true,
    unanswered: true,
    cause: answer.error,
  });
}

async function exchange(runtime: Runtime, wanted: JsonRequest<unknown>, facts: string) {
  const limit = startLimit(runtime, wanted.totalMs ?? Math.max(wanted.timeoutMs, usualTotalMs));
  try {
    const response = await send(runtime, wanted, limit);
    tellDate(response, wanted);
    return { response, text: await readText(response) };
  } catch (cause) {
    if (runtime.signal.aborted) throw interrupted(true);
    throw networkError(runtime, limit.signal.aborted ? limit.signal.reason : cause, facts);
  } finally {
    limit.clear();
  }
}

function tellDate({ headers }: Dispatcher.ResponseData, { onDate }: JsonRequest<unknown>): void {
  const at = Date.parse(String(headers.date));
  if (!Number.isNaN(at)) onDate?.(at);
}

function send(runtime: Runtime, wanted: JsonRequest<unknown>, limit: TimeLimit) {
  runtime.secrets.holdSent(wanted.body);
  const json = wanted.body === undefined ? undefined : JSON.stringify(wanted.body);
  return runtime.request(wanted.url, {
    method: wanted.method,
    headers: {
      accept: "application/json",
      ...(json && { "content-type": "application/json" }),
      ...wanted.headers,
    },
    body: json ?? wanted.form ?? null,
    headersTimeout: wanted.timeoutMs,
    bodyTimeout: wanted.timeoutMs,
    signal: AbortSignal.any([wanted.untilLate ? runtime.lateSignal : runtime.signal, limit.signal]),
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
const undelivered =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_\w+)$|CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/;

function networkError(runtime: Runtime, cause: unknown, facts: string): ShowreelError {
  const code = systemCode(cause);
  const refusal = proxyRefusal(cause);
  const reason = refusal?.words ?? code ?? (cause instanceof TooLong ? cause.message : "connection lost");
  return new ShowreelError("network_error", `No answer came (${reason}: ${facts}).`, {
    hint: usesProxy(runtime.proxies)
      ? "Check the proxy (`https_proxy`, `http_proxy`): its address, its password, and that it lets this address through."
      : "Check that the machine reaches this address; behind an egress filter, allow it.",
    retryable: refusal?.retryable ?? true,
    unanswered: !refusal && (code === undefined || !undelivered.test(code)),
    cause,
  });
}

function toRefusal(response: Dispatcher.ResponseData, body: unknown, facts: string, now: number): Refusal {
  const header = response.headers["retry-after"];
  return {
    status: response.statusCode,
    body,
    facts: describe(response, facts),
    headers: response.headers,
    retryAfterMs: retryAfterMs(Array.isArray(header) ? header[0] : header, now),
  };
}

function describe(response: Dispatcher.ResponseData, facts: string): string {
  const id = response.headers["x-request-id"];
  return `HTTP ${response.statusCode}: ${facts}${typeof id === "string" ? `, request ${plainText(id, 80)}` : ""}`;
}

// The value of a key that names an id, in text: digits beyond 2^53 would be lost as a number.
const numericId = /id"\s*:\s*-?\d/i;

/** JSON from outside; undefined when it is none. Numbers in ids stay their digits, as text. */
function parseJson(text: string): unknown {
  return parse(text) ?? parse(withoutMarks(text));
}

function parse(text: string): unknown {
  try {
    return numericId.test(text) ? JSON.parse(text, keepDigits as Reviver) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Reviver = (key: string, value: unknown) => unknown;

function keepDigits(key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" && /id$/i.test(key) ? (context?.source ?? String(value)) : value;
}

// What stands around JSON, or between the letters of UTF-16: byte order marks, white space, NULs, characters that are none.
function withoutMarks(text: string): string {
  return text.replaceAll("\0", "").replace(/^[\s\uFEFF\uFFFD]+|[\s\uFEFF\uFFFD]+$/g, "");
}
