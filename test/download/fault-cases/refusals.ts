import type { Turn } from "../../support/faulty-host.ts";
import { times } from "../../support/scripted-provider.ts";
import { cutAt, type FaultCase, fails, half, saying, size, whole } from "./fault-case.ts";

const hop = (location: string): Turn => ({ status: 302, headers: { location }, body: Buffer.alloc(0) });
const fresh = { links: ["a=1", "a=2"] };
const signedAt = (date: string) => `X-Amz-Date=${date}T000000Z&X-Amz-Expires=3600`;
const tooMany = { headers: { "x-words": "x".repeat(100_000) } };

/** Answers without the file, links that have expired, and files that are too large. */
export const refusals: readonly FaultCase[] = [
  ...[408, 425, 500, 502, 503, 504].map((status) => whole(`HTTP ${status}`, [saying(status)], 2)),
  whole("429, seconds", [saying(429, { "retry-after": "7" })], 2, 0, { sleeps: [7_000] }),
  whole("429, a date", [saying(429, { "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" })], 2, 0, {
    sleeps: [60_000],
  }),
  whole("503, a day", [saying(503, { "retry-after": "86400" })], 2, 0, { sleeps: [300_000] }),
  fails("451", [saying(451)], 1, "download_failed"),
  fails("503 for ever", times(20, saying(503)), 8, "download_failed"),
  fails("403 for ever", times(20, saying(403)), 8, "download_failed", fresh),
  whole("403, then a fresh link", [saying(403)], 2, 0, { ...fresh, asked: ["a=1", "a=2"] }),
  whole("403 in the middle, then a fresh link", [cutAt(half), saying(403)], 3, 0, {
    ...fresh,
    asked: ["a=1", "a=1", "a=2"],
  }),
  whole("an expired link of S3, renewed", [], 1, 0, {
    links: [signedAt("20251231"), signedAt("20260101")],
    asked: [signedAt("20260101")],
  }),
  whole("an expired link of CloudFront, renewed", [], 1, 0, {
    links: ["Expires=1700000000", "b=2"],
    asked: ["b=2"],
  }),
  whole("a link that has not expired yet", [], 1, 0, {
    links: ["Expires=1800000000", "b=2"],
    asked: ["Expires=1800000000"],
  }),
  whole("an expired link without another", [], 1, 0, { links: ["Expires=1700000000"] }),
  whole("five redirects", ["/b", "/c", "./d", "e", "?f=1"].map(hop), 6),
  fails("six redirects", ["/b", "/c", "./d", "e", "?f=1", "/g"].map(hop), 6, "download_failed"),
  fails("too long headers", [tooMany], 1, "download_failed"),
  fails("too large, as announced", [], 1, "download_failed", { maxBytes: size - 1 }),
  fails("too large, by surprise", [{ headers: { "content-length": undefined } }], 1, "download_failed", {
    maxBytes: half,
  }),
  whole("as large as allowed", [], 1, 0, { maxBytes: size }),
];
