import { createHash } from "node:crypto";

const random = (seed: string) => createHash("sha256").update(seed).digest("base64").replace(/[+/=]/g, "");

/**
 * A made-up key with the characters of a real one. It is assembled here, so that secret scanners ignore it.
 */
export const fakeKey = `hk_${random("one").slice(0, 12)}-${random("two").slice(0, 14)}.${random("three").slice(0, 6)}`;

/** A made-up signature like those of CloudFront and S3, with characters that a URL must encode. */
export const fakeSignature = `${random("four").slice(0, 20)}~${random("five").slice(0, 18)}+/${random("six").slice(0, 10)}==`;

/** A made-up signature in the path of a URL. */
export const fakePathSegment = random("seven").slice(0, 32);
