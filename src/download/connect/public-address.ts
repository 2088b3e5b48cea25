import { BlockList, isIP } from "node:net";

/**
 * Returns whether an IP address is reachable on the public internet. An IPv4-mapped IPv6 address is checked
 * as the IPv4 address. An address with a zone index is never public, because a zone belongs to one network
 * link.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0 || address.includes("%")) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  lists ??= { global: toBlockList(globalRanges), special: toBlockList(specialRanges) };
  return lists.global.check(address, family) && !lists.special.check(address, family);
}

// Created at the first check, because that takes a few milliseconds.
let lists: { readonly global: BlockList; readonly special: BlockList } | undefined;

type Range = readonly [network: string, prefix: number, family: "ipv4" | "ipv6"];

function toBlockList(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix, family] of ranges) list.addSubnet(network, prefix, family);
  return list;
}

// All of IPv4, and the part of IPv6 that IANA has allocated for global unicast.
const globalRanges: readonly Range[] = [
  ["2000::", 3, "ipv6"],
  ["0.0.0.0", 0, "ipv4"],
];

// The exceptions within those ranges (IANA special-purpose registries; RFC 6890 and its updates).
const specialRanges: readonly Range[] = [
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
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["3fff::", 20, "ipv6"],
];
