import { times } from "../../support/jobs/scripted-provider.ts";
import type { FaultyResponse } from "../../support/network/faulty-host.ts";
import { cutAt, type FaultCase, fails, half, respond, size, succeeds } from "./fault-case.ts";

const redirect = (location: string): FaultyResponse => ({
  status: 302,
  headers: { location },
  body: Buffer.alloc(0),
});
const fresh = { links: ["a=1", "a=2"] };
const signedAt = (date: string) => `X-Amz-Date=${date}T000000Z&X-Amz-Expires=3600`;
const largeHeaders = { headers: { "x-words": "x".repeat(100_000) } };

/** Error responses, expired links, and files that are too large. */
export const errorResponses: readonly FaultCase[] = [
  ...[408, 425, 500, 502, 503, 504].map((status) => succeeds(`HTTP ${status}`, [respond(status)], 2)),
  succeeds("429 with Retry-After in seconds", [respond(429, { "retry-after": "7" })], 2, 0, {
    sleeps: [7_000],
  }),
  succeeds(
    "429 with Retry-After as a date",
    [respond(429, { "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" })],
    2,
    0,
    {
      sleeps: [60_000],
    },
  ),
  succeeds("503 with Retry-After of a day", [respond(503, { "retry-after": "86400" })], 2, 0, {
    sleeps: [300_000],
  }),
  fails("HTTP 451", [respond(451)], 1, "download_failed"),
  fails("503 every time", times(20, respond(503)), 8, "download_failed"),
  fails("403 every time", times(20, respond(403)), 8, "download_failed", fresh),
  succeeds("403, then a fresh link", [respond(403)], 2, 0, { ...fresh, requestedLinks: ["a=1", "a=2"] }),
  succeeds("403 for the rest, then a fresh link", [cutAt(half), respond(403)], 3, 0, {
    ...fresh,
    requestedLinks: ["a=1", "a=1", "a=2"],
  }),
  succeeds("an expired S3 link", [], 1, 0, {
    links: [signedAt("20251231"), signedAt("20260101")],
    requestedLinks: [signedAt("20260101")],
  }),
  succeeds("an expired CloudFront link", [], 1, 0, {
    links: ["Expires=1700000000", "b=2"],
    requestedLinks: ["b=2"],
  }),
  succeeds("a link that has not expired yet", [], 1, 0, {
    links: ["Expires=1800000000", "b=2"],
    requestedLinks: ["Expires=1800000000"],
  }),
  succeeds("an expired link without a fresh one", [], 1, 0, { links: ["Expires=1700000000"] }),
  succeeds("five redirects", ["/b", "/c", "./d", "e", "?f=1"].map(redirect), 6),
  fails("six redirects", ["/b", "/c", "./d", "e", "?f=1", "/g"].map(redirect), 6, "download_failed"),
  fails("headers that are too large", [largeHeaders], 1, "download_failed"),
  fails("a Content-Length above the limit", [], 1, "download_failed", { maxBytes: size - 1 }),
  fails(
    "a body above the limit without Content-Length",
    [{ headers: { "content-length": undefined } }],
    1,
    "download_failed",
    {
      maxBytes: half,
    },
  ),
  succeeds("a file as large as the limit", [], 1, 0, { maxBytes: size }),
];
