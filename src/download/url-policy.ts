import { lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import type { Dispatcher } from "undici";
import { ShowreelError } from "../base/errors.ts";
import { withoutQuery } from "../base/plain-text.ts";
import { createProxiedAgent, type Proxies, usesProxy } from "../base/proxy.ts";
import { guard, type Lookup, requirePublicName } from "./guarded-lookup.ts";
import { isPublicAddress } from "./public-address.ts";
import { createConnector } from "./read-buffers.ts";

/** How one URL may be fetched. */
export interface UrlPolicy {
  /** The dispatcher for this URL. Fails with `download_failed` when the URL may not be fetched at all. */
  admit(url: URL): Promise<Dispatcher>;
}

/**
 * The policy for URLs out of an answer: https, no credentials, a public address. Only the origin that the user
 * configured, if any, is exempt. A proxy looks names up itself, so behind one a name is also refused when this
 * machine knows it as one that is not public.
 */
export function createUrlPolicy(
  proxies: Proxies,
  trustedOrigin: string | undefined,
  lookup: Lookup = systemLookup,
): UrlPolicy {
  const trusted = createProxiedAgent(proxies, { connect: createConnector({}) });
  const guarded = createProxiedAgent(proxies, { connect: createConnector({ lookup: guard(lookup) }) });
  return {
    async admit(url) {
      if (url.origin === trustedOrigin) return trusted;
      const problem = problemOf(url);
      if (problem) throw unsafe(url, problem);
      if (usesProxy(proxies)) await requirePublicName(url.hostname, lookup);
      return guarded;
    },
  };
}

function problemOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol !== "https:") return `it is ${url.protocol.slice(0, -1)}, not https`;
  if (url.username !== "" || url.password !== "") return "it carries credentials";
  if (isIP(host) !== 0 && !isPublicAddress(host)) return "it points to an address that is not public";
  if (isIP(host) === 0 && isPrivateName(host)) return "its name is one that only private networks have";
  return undefined;
}

// Special-use names (RFC 6761, 6762, 7686, 8375, ICANN's `internal`), those that private networks use instead, and
// single words, which only a search list completes.
const privateNames =
  /\.(localhost|local|internal|home\.arpa|localdomain|lan|corp|home|intranet|private|svc|test|invalid|onion)$/;

function isPrivateName(host: string): boolean {
  const name = host.replace(/\.+$/, "");
  return !name.includes(".") || privateNames.test(name);
}

function unsafe(url: URL, problem: string): ShowreelError {
  const place = url.protocol.startsWith("http") ? withoutQuery(url) : url.protocol;
  return new ShowreelError("download_failed", `The download link was refused: ${problem} (${place}).`, {
    hint: "Showreel does not follow such links. If this is your own gateway, set `api_base_url` to its address.",
  });
}
