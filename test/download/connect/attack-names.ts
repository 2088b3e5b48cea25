import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";

/** What this machine's look-up says: the answers one after the other, the last one again and again. */
export const known: Readonly<Record<string, readonly (readonly string[])[]>> = {
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

/** How a name is known on the first look-up and on the next: what DNS rebinding lives on. */
export const rebinding: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "rebinding.example": [["8.8.8.8"], ["127.0.0.1"]],
  "rebinding6.example": [["2600::1"], ["::1"]],
  "rebinding-mixed.example": [["8.8.8.8"], ["8.8.8.8", "127.0.0.1"]],
  "rebinding-mapped.example": [["8.8.8.8"], ["::ffff:127.0.0.1"]],
};

/** A look-up that knows these names alone, for one run of an attack. */
export function createLookup(): DnsLookup {
  const asked = new Map<string, number>();
  return (hostname, _, done) => {
    const answers = { ...known, ...rebinding }[hostname];
    const time = asked.get(hostname) ?? 0;
    asked.set(hostname, time + 1);
    const found = answers?.[Math.min(time, answers.length - 1)];
    if (!found) return done(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), []);
    const toFound = (address: string) => ({ address, family: address.includes(":") ? 6 : 4 });
    return done(null, found.map(toFound));
  };
}
