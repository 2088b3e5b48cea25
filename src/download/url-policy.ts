import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { ShowreelError } from "../base/errors.ts";
import { withoutQuery } from "../base/plain-text.ts";

// Everything that is not a public address (IANA special-purpose registries; RFC 6890 and its updates).
const notPublic = new BlockList();
const ranges: readonly [network: string, prefix: number, family: "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 96, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
  ["100::", 64, "ipv6"],
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["3fff::", 20, "ipv6"],
  ["5f00::", 16, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["fec0::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];
for (const [network, prefix, family] of ranges) notPublic.addSubnet(network, prefix, family);

/** Whether an IP address is reachable on the public internet; an IPv4-mapped IPv6 address counts as the IPv4 one. */
export function isPublicAddress(address: string): boolean {
  return !notPublic.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

// Looked up and checked in one step, so that the address that was checked is the one connected to.
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const first = addresses?.[0];
    if (error || !first) return callback(error ?? refusal(hostname), "", 0);
    const refused = addresses.some(({ address }) => !isPublicAddress(address));
    if (refused) return callback(refusal(hostname), "", 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

function refusal(hostname: string): ShowreelError {
  return new ShowreelError("download_failed", `The download host ${hostname} is not a public address.`, {
    hint: "Showreel fetches videos from public addresses only. For a gateway of your own set `api_base_url`.",
  });
}

/** How one URL may be fetched. */
export interface UrlPolicy {
  /** The dispatcher for this URL. Fails with `download_failed` when the URL may not be fetched at all. */
  admit(url: URL): Dispatcher | undefined;
}

/**
 * The policy for URLs out of an answer: https, no credentials, a public address. Only the origin that the user
 * configured, if any, is exempt.
 */
export function createUrlPolicy(trustedOrigin: string | undefined): UrlPolicy {
  let guarded: Agent | undefined;
  return {
    admit(url) {
      if (url.origin === trustedOrigin) return undefined;
      const problem = problemOf(url);
      if (problem) throw unsafe(url, problem);
      guarded ??= new Agent({ connect: { lookup: publicLookup } });
      return guarded;
    },
  };
}

function problemOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol !== "https:") return `it is ${url.protocol.slice(0, -1)}, not https`;
  if (url.username !== "" || url.password !== "") return "it carries credentials";
  if (isIP(host) !== 0 && !isPublicAddress(host)) return "it points to an address that is not public";
  return undefined;
}

function unsafe(url: URL, problem: string): ShowreelError {
  const place = url.protocol.startsWith("http") ? withoutQuery(url) : url.protocol;
  return new ShowreelError("download_failed", `The download link was refused: ${problem} (${place}).`, {
    hint: "Showreel does not follow such links. If this is your own gateway, set `api_base_url` to its address.",
  });
}
