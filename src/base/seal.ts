import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/**
 * Signs the files that a run leaves on disk. Later runs with the same API key trust only files with a valid
 * signature. Signing requires the key, and a signature does not reveal it.
 */
export interface Seal {
  /** Returns the signature of the fields, in lower-case hexadecimal; undefined when there is no key. */
  sign(...fields: readonly Field[]): string | undefined;
  /** Returns whether the signature is that of the fields; always false when there is no key. */
  verify(signature: string, ...fields: readonly Field[]): boolean;
}

type Field = string | number | undefined;

/**
 * Creates the seal of a provider account, which is identified by its API key and base URL. Returns `noSeal`
 * if there is no key.
 */
export function createSeal(apiKey: string, baseUrl = ""): Seal {
  if (apiKey === "") return noSeal;
  const key = Buffer.from(hkdfSync("sha256", apiKey, "", `showreel seal 1 ${baseUrl}`, 32));
  const sign = (...fields: readonly Field[]) =>
    createHmac("sha256", key).update(JSON.stringify(fields)).digest("hex");
  return {
    sign,
    verify(signature, ...fields) {
      const [actual, expected] = [Buffer.from(signature), Buffer.from(sign(...fields))];
      return actual.length === expected.length && timingSafeEqual(actual, expected);
    },
  };
}

/** The seal without a key: signs nothing, and rejects every signature. */
export const noSeal: Seal = { sign: () => undefined, verify: () => false };
