import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import type { Dispatcher } from "undici";
import { ShowreelError } from "../../base/errors.ts";
import { createProxiedAgent, type Proxies, usesProxy } from "../../base/http/proxy.ts";
import { withoutQuery } from "../../base/plain-text.ts";
import { createConnector } from "./buffered-connector.ts";
import { isPublicAddress } from "./public-address.ts";

/** Node's `dns.lookup`, or what stands for it. */
export type DnsLookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A look-up for sockets that fails for a name with any address that is not public. Asked and checked in one step, for
 * every connection anew, so that the address that was checked is the one connected to.
 */
function publicOnlyLookup(lookup: DnsLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? notPublicError(hostname), "", 0);
      if (!arePublic(addresses)) return callback(notPublicError(hostname), "", 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

/** Fails when this machine knows the name as one that is not public; a name it does not know passes. */
async function requirePublicName(hostname: string, lookup: DnsLookup): Promise<void> {
  const known = await new Promise<LookupAddress[]>((resolve) => {
    lookup(hostname, { all: true }, (error, addresses) => resolve(error ? [] : addresses));
  });
  if (!arePublic(known)) throw notPublicError(hostname);
}

function arePublic(addresses: readonly LookupAddress[]): boolean {
  return addresses.every(({ address }) => isPublicAddress(address));
}

function notPublicError(hostname: string): ShowreelError {
  return new ShowreelError("download_failed", `The download host ${hostname} is not a public address.`, {
    hint: "Showreel fetches videos from public addresses only. For a gateway of your own set `api_base_url`.",
  });
}

/** How one URL may be fetched. */
export interface UrlPolicy {
  /** The dispatcher for this URL. Fails with `download_failed` when the URL may not be fetched at all. */
  dispatcherFor(url: URL): Promise<Dispatcher>;
}

/**
 * The policy for URLs out of an answer: https, no credentials, a public address. Only the origin that the user
 * configured, if any, is exempt. A proxy looks names up itself, so behind one a name is also refused when this
 * machine knows it as one that is not public.
 */
export function createUrlPolicy(
  proxies: Proxies,
  trustedOrigin: string | undefined,
  lookup: DnsLookup = systemLookup,
): UrlPolicy {
  const trusted = createProxiedAgent(proxies, { connect: createConnector({}) });
  const guarded = createProxiedAgent(proxies, {
    connect: createConnector({ lookup: publicOnlyLookup(lookup) }),
  });
  return {
    async dispatcherFor(url) {
      if (url.origin === trustedOrigin) return trusted;
      const problem = urlProblem(url);
      if (problem) throw unsafeUrlError(url, problem);
      if (usesProxy(proxies)) await requirePublicName(url.hostname, lookup);
      return guarded;
    },
  };
}

function urlProblem(url: URL): string | undefined {
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

function unsafeUrlError(url: URL, problem: string): ShowreelError {
  const place = url.protocol.startsWith("http") ? withoutQuery(url) : url.protocol;
  return new ShowreelError("download_failed", `The download link was refused: ${problem} (${place}).`, {
    hint: "Showreel does not follow such links. If this is your own gateway, set `api_base_url` to its address.",
  });
}
