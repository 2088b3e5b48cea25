import { createHash } from "node:crypto";

const random = (seed: string) => createHash("sha256").update(seed).digest("base64").replace(/[+/=]/g, "");

/** A key that nobody has, with the signs that keys have. It is made here, so that no scanner takes it for one. */
export const fakeKey = `hk_${random("one").slice(0, 12)}-${random("two").slice(0, 14)}.${random("three").slice(0, 6)}`;

/** The signature of a link, as CloudFront and S3 write them, with what a link has to encode. */
export const fakeSignature = `${random("four").slice(0, 20)}~${random("five").slice(0, 18)}+/${random("six").slice(0, 10)}==`;

/** A signature that stands in the path of a link. */
export const fakePathSegment = random("seven").slice(0, 32);
