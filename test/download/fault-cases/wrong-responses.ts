import { times } from "../../support/jobs/scripted-provider.ts";
import type { FaultyResponse, HostFile } from "../../support/network/faulty-host.ts";
import { cutAt, type FaultCase, fails, half, other, size, source, succeeds } from "./fault-case.ts";

const modifiedBefore = (age: number): HostFile => {
  const modified = new Date(Date.UTC(2026, 0, 1) - age).toUTCString();
  const validators = { "last-modified": modified, date: "Thu, 01 Jan 2026 00:00:00 GMT" };
  return { bytes: source.bytes, validators };
};
const validatedBy = (validators: Record<string, string>) => ({ host: { ...source, validators } });
const ranged = (range: string | undefined): FaultyResponse => ({ headers: { "content-range": range } });
const unranged206 = { status: 206, headers: { "content-range": `bytes 0-${size - 1}/${size}` } };
const unsatisfied = (total: number): FaultyResponse => ({
  status: 416,
  headers: { "content-range": `bytes */${total}` },
  body: Buffer.alloc(0),
});
const compressed = { headers: { "content-encoding": "gzip" } };
const withoutLength = { "content-length": undefined };
const page = { body: Buffer.from("<!doctype html>"), headers: { etag: undefined } };

// The connection of a useless 206 is closed after one buffer.
const oneBuffer = 1024 ** 2;

/** Responses with wrong headers or bodies, and files that change in the meantime. */
export const wrongResponses: readonly FaultCase[] = [
  succeeds("Content-Length too large", [{ ...cutAt(size), headers: { "content-length": `${size + 9}` } }], 2),
  succeeds("Content-Length too small", [{ headers: { "content-length": `${half}` } }], 2, half),
  succeeds(
    "206 of another range",
    [cutAt(half), { ...unranged206, ignoresRange: true }],
    3,
    half + oneBuffer,
  ),
  succeeds(
    "206 of another length",
    [cutAt(half), ranged(`bytes ${half}-${size}/${size + 1}`)],
    3,
    half + oneBuffer,
  ),
  succeeds("206 with an invalid Content-Range", [cutAt(half), ranged("half of it")], 3, half + oneBuffer),
  succeeds("206 without Content-Range", [cutAt(half), ranged(undefined)], 3, half + oneBuffer),
  succeeds("206 of another file", [cutAt(half), { headers: { etag: '"v2"' } }], 3, half + oneBuffer),
  succeeds("206 without a Range request", [unranged206], 1),
  succeeds(
    "206 without the last bytes",
    [cutAt(half), { body: source.bytes.subarray(half, half + 9_999) }],
    3,
  ),
  succeeds("200 to a Range request", [cutAt(half), { ignoresRange: true }], 2, half),
  succeeds("a file that changes in the meantime", [cutAt(half), { becomes: source }], 2, half, {
    host: other,
  }),
  succeeds("416 with a shorter length", [cutAt(half), unsatisfied(half - 1)], 3, half),
  succeeds("a weak ETag", [cutAt(half)], 2, half, validatedBy({ etag: 'W/"v1"' })),
  succeeds("a Last-Modified of an hour ago", [cutAt(half)], 2, 0, { host: modifiedBefore(3_600_000) }),
  succeeds("a Last-Modified of ten seconds ago", [cutAt(half)], 2, half, { host: modifiedBefore(10_000) }),
  succeeds("no validator", [cutAt(half)], 2, half, validatedBy({})),
  succeeds("no Content-Length", [{ headers: withoutLength }], 1),
  succeeds("no Content-Length, cut at 50 %", [{ ...cutAt(half), headers: withoutLength }], 2),
  succeeds("a compressed body once", [compressed], 2, oneBuffer),
  fails("a compressed body every time", times(20, compressed), 8, "download_failed"),
  succeeds("a page instead of a video", [page], 2, page.body.length),
  fails("a page every time", times(20, page), 8, "invalid_video"),
  fails("an empty body every time", times(20, { ...page, body: Buffer.alloc(0) }), 8, "invalid_video"),
];
