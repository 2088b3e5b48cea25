import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/**
 * Tells what runs with the same key have written from what anybody else has laid there: nobody without the key can make a
 * mark, and a mark says nothing of the key.
 */
export interface Seal {
  /** The mark of these facts, in lower-case hexadecimal; undefined where there is no key. */
  sign(...facts: readonly Fact[]): string | undefined;
  /** Whether the mark is the one of these facts; never where there is no key. */
  verify(mark: string, ...facts: readonly Fact[]): boolean;
}

type Fact = string | number | undefined;

/** A seal for what belongs to an account, which is known by its key. Without a key nothing is trusted. */
export function createSeal(apiKey: string, baseUrl = ""): Seal {
  if (apiKey === "") return noSeal;
  const key = Buffer.from(hkdfSync("sha256", apiKey, "", `showreel seal 1 ${baseUrl}`, 32));
  const sign = (...facts: readonly Fact[]) =>
    createHmac("sha256", key).update(JSON.stringify(facts)).digest("hex");
  return {
    sign,
    verify(mark, ...facts) {
      const [given, right] = [Buffer.from(mark), Buffer.from(sign(...facts))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

/** Trusts nothing that an earlier run has left. */
export const noSeal: Seal = { sign: () => undefined, verify: () => false };
