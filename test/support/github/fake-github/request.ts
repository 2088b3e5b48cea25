import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { readBody } from "../../network/read-body.ts";
import { requestProblems } from "../api-description.ts";
import { type FakeRoute, GRAPHQL, HANDLERS } from "./handlers.ts";
import { findOperation } from "./schemas/operations.ts";

/** A received request. */
export interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, other text, or undefined without a body and for uploads. */
  readonly body: unknown;
  /** How it violates GitHub's description, or that the fake lacks its route. */
  readonly problems: readonly string[];
}

/** A request with everything that is needed to respond. */
export interface ReadRequest extends RecordedRequest {
  /** The raw body. */
  readonly content: Uint8Array;
  readonly url: URL;
  readonly route: FakeRoute | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads a request and validates it against GitHub's description. */
export async function readRequest(incoming: IncomingMessage): Promise<ReadRequest> {
  const { method = "GET", url: path = "/", headers } = incoming;
  const content = await readBody(incoming);
  const url = new URL(path, "http://any");
  const body = url.pathname.startsWith("/uploads/") ? undefined : parse(content.toString());
  const found = findOperation(method, url.pathname);
  const route =
    url.pathname === "/graphql" ? GRAPHQL : found && isKnown(found.route) ? found.route : undefined;
  const described = route === GRAPHQL ? [] : requestProblems(method, url.pathname, url.searchParams, body);
  const strange = found && !route ? [`The fake does not know ${found.route}`] : [];
  const problems = [...described, ...strange];
  const parameters = found?.parameters ?? {};
  return { method, path, headers, body, problems, content, url, route, parameters };
}

function isKnown(route: string): route is FakeRoute {
  return Object.hasOwn(HANDLERS, route);
}

function parse(content: string): unknown {
  if (content === "") return undefined;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}
