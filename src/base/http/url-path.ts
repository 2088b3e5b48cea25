import { ShowreelError } from "../errors.ts";
import { plainText } from "../plain-text.ts";

/**
 * A path of an API below its base URL. Set as a path, and not resolved as a reference: "//host/x" would be another
 * host, and the key would go there.
 */
export function joinPath(baseUrl: URL, path: string): URL {
  const url = new URL(baseUrl);
  const [pathname = "", query = ""] = path.split("?");
  url.pathname = baseUrl.pathname.replace(/\/+$/, "") + pathname;
  url.search = query;
  return url;
}

/** An id as one segment of a path. URL parsers resolve dots even when they are encoded. */
export function pathSegment(id: string): string {
  if (/^\.{1,2}$/.test(id)) throw invalidIdError(id);
  return queryValue(id);
}

/** An id as a value in a query. Half a character, which JSON can hold, fits no URL. */
export function queryValue(id: string): string {
  if (!id.isWellFormed()) throw invalidIdError(id);
  return encodeURIComponent(id);
}

function invalidIdError(id: string): ShowreelError {
  return new ShowreelError("provider_error", `"${plainText(id, 60)}" is no id.`);
}
