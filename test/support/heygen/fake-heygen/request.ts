import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { readBody } from "../../network/read-body.ts";
import { requestProblems } from "../contract.ts";

/** A received request. */
export interface RecordedRequest {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, or the file of a form with `name`, `type` and `bytes`; undefined otherwise. */
  readonly body: unknown;
  /** The raw body. */
  readonly content: Uint8Array;
  /** How it violates the contract. */
  readonly problems: readonly string[];
}

/** The part of the fake that HeyGen's contract describes; the rest are files. */
export function isApi(path: string): boolean {
  return path.startsWith("/v3/");
}

/** Reads a request and validates it against the contract. */
export async function readRequest(incoming: IncomingMessage): Promise<RecordedRequest> {
  const { method = "GET", url: path = "/", headers } = incoming;
  const content = await readBody(incoming);
  const type = headers["content-type"] ?? "";
  const body = type.startsWith("multipart/form-data") ? await toForm(content, type) : toJson(path, content);
  const problems = isApi(path) ? requestProblems(method, path, body) : [];
  return { method, path, headers, body, content, problems };
}

/** The API keys that a request sends to a file server, which must never receive one. */
export function leakedKeysOf({ method, path, headers }: RecordedRequest): string[] {
  if (isApi(path)) return [];
  const names = ["x-api-key", "authorization"].filter((name) => headers[name] !== undefined);
  return names.map((name) => `${method} ${path} came with ${name}: ${headers[name]}`);
}

async function toForm(content: Buffer<ArrayBuffer>, type: string): Promise<object> {
  const form = await new Response(content, { headers: { "content-type": type } }).formData();
  const fields = [...form].map(([name, value]) => [
    name,
    typeof value === "string" ? value : { name: value.name, type: value.type, bytes: value.size },
  ]);
  return Object.fromEntries(fields);
}

// Uploaded files are large, and no JSON.
function toJson(path: string, content: Buffer): unknown {
  if (!isApi(path)) return undefined;
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}
