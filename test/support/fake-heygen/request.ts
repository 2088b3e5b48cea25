import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { requestProblems } from "../heygen-contract.ts";

/** A request as it came in. */
export interface RecordedRequest {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined where there was none. */
  readonly body: unknown;
  /** What the contract has against it. */
  readonly problems: readonly string[];
}

/** The part of the fake that HeyGen's contract describes; the rest are files. */
export function isApi(path: string): boolean {
  return path.startsWith("/v3/");
}

/** Reads a whole request and holds it to the contract. */
export async function readRequest(incoming: IncomingMessage): Promise<RecordedRequest> {
  const { method = "GET", url: path = "/", headers } = incoming;
  const body = toJson(await text(incoming));
  return { method, path, headers, body, problems: isApi(path) ? requestProblems(method, path, body) : [] };
}

/** The keys that a request gives to a file server, which must never see one. */
export function leaksOf({ method, path, headers }: RecordedRequest): string[] {
  if (isApi(path)) return [];
  const names = ["x-api-key", "authorization"].filter((name) => headers[name] !== undefined);
  return names.map((name) => `${method} ${path} came with ${name}: ${headers[name]}`);
}

function toJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
