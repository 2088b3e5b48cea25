import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";

/** The addresses of each name, one list per lookup; the last list repeats. */
export const privateNames: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "loopback.example": [["127.0.0.1"]],
  "loopback6.example": [["::1"]],
  "any.example": [["0.0.0.0"]],
  "ten.example": [["10.0.0.1"]],
  "metadata.example": [["169.254.169.254"]],
  "mapped.example": [["::ffff:127.0.0.1"]],
  "mapped-hex.example": [["::ffff:7f00:1"]],
  "nat64.example": [["64:ff9b::7f00:1"]],
  "unique-local.example": [["fd00:ec2::254"]],
  "mixed.example": [["8.8.8.8", "127.0.0.1"]],
  "mixed-first.example": [["127.0.0.1", "8.8.8.8"]],
  "mixed6.example": [["2600::1", "::1"]],
};

/** Names that resolve to another address on the second lookup (DNS rebinding). */
export const rebindingNames: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "rebinding.example": [["8.8.8.8"], ["127.0.0.1"]],
  "rebinding6.example": [["2600::1"], ["::1"]],
  "rebinding-mixed.example": [["8.8.8.8"], ["8.8.8.8", "127.0.0.1"]],
  "rebinding-mapped.example": [["8.8.8.8"], ["::ffff:127.0.0.1"]],
};

/** A lookup that knows only these names, for one attack. */
export function createLookup(): DnsLookup {
  const lookups = new Map<string, number>();
  return (hostname, _, done) => {
    const addresses = { ...privateNames, ...rebindingNames }[hostname];
    const count = lookups.get(hostname) ?? 0;
    lookups.set(hostname, count + 1);
    const found = addresses?.[Math.min(count, addresses.length - 1)];
    if (!found) return done(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), []);
    const toFound = (address: string) => ({ address, family: address.includes(":") ? 6 : 4 });
    return done(null, found.map(toFound));
  };
}
