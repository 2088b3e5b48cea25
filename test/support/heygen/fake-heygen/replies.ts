import type { IncomingHttpHeaders } from "node:http";
import type { FakeState } from "./state.ts";

/** The part of a request that handlers use. */
export interface HandlerRequest {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** The raw body. */
  readonly content: Uint8Array;
  /** Unix seconds. */
  readonly receivedAt: number;
}

/** A response: an object as JSON, a string as HTML, or raw bytes. */
export interface FakeReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string | Uint8Array;
  /** Scripted by the test, so it is not validated against the contract. */
  readonly scripted?: boolean;
}

/** A handler of a route, which depends only on the state and the request. */
export type Handler = (state: FakeState, request: HandlerRequest) => FakeReply;

/** A 200 in HeyGen's envelope. */
export function ok(data: object): FakeReply {
  return { status: 200, body: { data } };
}

/** An error in HeyGen's envelope. */
export function failure(
  status: number,
  code: string,
  message: string,
  param: string | null = null,
): FakeReply {
  const docUrl = `https://developers.heygen.com/docs/error-codes#${code.replaceAll("_", "-")}`;
  return { status, body: { error: { code, message, param, doc_url: docUrl } } };
}

/** One page of a list, with the cursor next to `data`. */
export function page(items: readonly object[], query: URLSearchParams, usualLimit: number): FakeReply {
  const start = Number(query.get("token") ?? 0);
  const end = start + Number(query.get("limit") ?? usualLimit);
  const more = end < items.length;
  const body = { data: items.slice(start, end), has_more: more, next_token: more ? String(end) : null };
  return { status: 200, body };
}

/** Returns a string field of a JSON body, if there is one. */
export function readText(body: unknown, field: string): string | undefined {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, field) : undefined;
  return typeof value === "string" ? value : undefined;
}
