import { ShowreelError } from "../errors.ts";
import { plainText } from "../text/plain-text.ts";

/**
 * Joins an API's base URL and a path with an optional query. The path is assigned, not resolved as a relative
 * URL: "//host/x" would resolve to another host, which would then receive the API key.
 */
export function joinPath(baseUrl: URL, path: string): URL {
  const url = new URL(baseUrl);
  const [pathname = "", query = ""] = path.split("?");
  url.pathname = baseUrl.pathname.replace(/\/+$/, "") + pathname;
  url.search = query;
  return url;
}

/**
 * Encodes an id as one path segment. Throws for "." and "..", which URL parsers resolve even when encoded.
 */
export function pathSegment(id: string): string {
  if (/^\.{1,2}$/.test(id)) throw invalidIdError(id);
  return queryValue(id);
}

/** Encodes an id as a query value. Throws for an unpaired surrogate, which JSON can hold but a URL cannot. */
export function queryValue(id: string): string {
  if (!id.isWellFormed()) throw invalidIdError(id);
  return encodeURIComponent(id);
}

function invalidIdError(id: string): ShowreelError {
  return new ShowreelError("provider_error", `Invalid id "${plainText(id, 60)}".`);
}
