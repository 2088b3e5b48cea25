import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import type { Dispatcher } from "undici";
import { ShowreelError } from "../../base/errors.ts";
import { createProxiedAgent, type Proxies, usesProxy } from "../../base/http/proxy.ts";
import { withoutQuery } from "../../base/text/plain-text.ts";
import { createConnector } from "./buffered-connector.ts";
import { isPublicAddress } from "./public-address.ts";

/** Decides which URLs may be fetched, and through which connections. */
export interface UrlPolicy {
  /** Returns the dispatcher for this URL. Fails with `download_failed` when the URL must not be fetched. */
  dispatcherFor(url: URL): Promise<Dispatcher>;
}

/** Node's `dns.lookup` for all addresses; replaced in tests. */
export type DnsLookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Creates the policy for URLs from API responses: https only, no credentials, public addresses only. The one
 * exception is `trustedOrigin`, which the user configured. Behind a proxy, the proxy resolves host names. A
 * name is then still rejected when this machine resolves it to an address that is not public.
 */
export function createUrlPolicy(
  proxies: Proxies,
  trustedOrigin: string | undefined,
  lookup: DnsLookup = systemLookup,
): UrlPolicy {
  const createAgent = (options: Parameters<typeof createConnector>[0]) =>
    createProxiedAgent(proxies, { connect: createConnector(options) });
  let unrestrictedAgent: Dispatcher | undefined;
  let publicOnlyAgent: Dispatcher | undefined;
  return {
    async dispatcherFor(url) {
      if (url.origin === trustedOrigin) {
        unrestrictedAgent ??= createAgent({});
        return unrestrictedAgent;
      }
      const problem = findUrlProblem(url);
      if (problem) throw unsafeUrlError(url, problem);
      if (usesProxy(proxies)) await requirePublicName(url.hostname, lookup);
      publicOnlyAgent ??= createAgent({ lookup: publicOnlyLookup(lookup) });
      return publicOnlyAgent;
    },
  };
}

/**
 * Creates a lookup for sockets that fails when any address of the name is not public. It resolves and checks
 * in one step, for every connection, so the checked address is the one that is connected to (no DNS
 * rebinding).
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

/**
 * Fails when this machine resolves the name to an address that is not public. An unresolvable name passes.
 */
async function requirePublicName(hostname: string, lookup: DnsLookup): Promise<void> {
  const addresses = await new Promise<LookupAddress[]>((resolve) => {
    lookup(hostname, { all: true }, (error, found) => resolve(error ? [] : found));
  });
  if (!arePublic(addresses)) throw notPublicError(hostname);
}

function arePublic(addresses: readonly LookupAddress[]): boolean {
  return addresses.every(({ address }) => isPublicAddress(address));
}

function findUrlProblem(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol !== "https:") return `its scheme is ${url.protocol.slice(0, -1)}, not https`;
  if (url.username !== "" || url.password !== "") return "it contains credentials";
  if (isIP(host) !== 0 && !isPublicAddress(host)) return "its host is not a public address";
  if (isIP(host) === 0 && isPrivateName(host)) return "its host name is private";
  return undefined;
}

// Special-use names (RFC 6761, 6762, 7686, 8375, ICANN's `internal`) and the suffixes that private networks
// use anyway.
const privateNames =
  /\.(localhost|local|internal|home\.arpa|localdomain|lan|corp|home|intranet|private|svc|test|invalid|onion)$/;

// A name without a dot resolves only through a search list, so it is private too.
function isPrivateName(host: string): boolean {
  const name = host.replace(/\.+$/, "");
  return !name.includes(".") || privateNames.test(name);
}

function notPublicError(hostname: string): ShowreelError {
  return new ShowreelError(
    "download_failed",
    `The download host ${hostname} does not have a public address.`,
    {
      hint: "Showreel downloads from public addresses only. For your own gateway, set `api_base_url` to its address.",
    },
  );
}

function unsafeUrlError(url: URL, problem: string): ShowreelError {
  const location = url.protocol.startsWith("http") ? withoutQuery(url) : url.protocol;
  return new ShowreelError("download_failed", `The download link was rejected: ${problem} (${location}).`, {
    hint: "Showreel does not follow such links. If this is your own gateway, set `api_base_url` to its address.",
  });
}
