import type { LookupAddress, LookupAllOptions } from "node:dns";
import type { LookupFunction } from "node:net";
import { ShowreelError } from "../base/errors.ts";
import { isPublicAddress } from "./public-address.ts";

/** Node's `dns.lookup`, or what stands for it. */
export type Lookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A look-up for sockets that fails for a name with any address that is not public. Asked and checked in one step, for
 * every connection anew, so that the address that was checked is the one connected to.
 */
export function guard(lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? notPublic(hostname), "", 0);
      if (!arePublic(addresses)) return callback(notPublic(hostname), "", 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

/** Fails when this machine knows the name as one that is not public; a name it does not know passes. */
export async function requirePublicName(hostname: string, lookup: Lookup): Promise<void> {
  const known = await new Promise<LookupAddress[]>((resolve) => {
    lookup(hostname, { all: true }, (error, addresses) => resolve(error ? [] : addresses));
  });
  if (!arePublic(known)) throw notPublic(hostname);
}

function arePublic(addresses: readonly LookupAddress[]): boolean {
  return addresses.every(({ address }) => isPublicAddress(address));
}

function notPublic(hostname: string): ShowreelError {
  return new ShowreelError("download_failed", `The download host ${hostname} is not a public address.`, {
    hint: "Showreel fetches videos from public addresses only. For a gateway of your own set `api_base_url`.",
  });
}
