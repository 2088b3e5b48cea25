import type { HostFile, Turn } from "../../support/faulty-host.ts";
import { times } from "../../support/scripted-provider.ts";
import { cutAt, type FaultCase, fails, half, other, size, source, whole } from "./fault-case.ts";

const dated = (age: number): HostFile => {
  const modified = new Date(Date.UTC(2026, 0, 1) - age).toUTCString();
  const validators = { "last-modified": modified, date: "Thu, 01 Jan 2026 00:00:00 GMT" };
  return { bytes: source.bytes, validators };
};
const validatedBy = (validators: Record<string, string>) => ({ host: { ...source, validators } });
const ranged = (range: string | undefined): Turn => ({ headers: { "content-range": range } });
const unranged206 = { status: 206, headers: { "content-range": `bytes 0-${size - 1}/${size}` } };
const unsatisfied = (total: number): Turn => ({
  status: 416,
  headers: { "content-range": `bytes */${total}` },
  body: Buffer.alloc(0),
});
const zipped = { headers: { "content-encoding": "gzip" } };
const unmeasured = { "content-length": undefined };
const page = { body: Buffer.from("<!doctype html>"), headers: { etag: undefined } };

// A 206 that is of no use is hung up on after one piece.
const onePiece = 1024 ** 2;

/** Answers that promise what they do not keep, and files that change meanwhile. */
export const lies: readonly FaultCase[] = [
  whole("length too big", [{ ...cutAt(size), headers: { "content-length": `${size + 9}` } }], 2),
  whole("length too small", [{ headers: { "content-length": `${half}` } }], 2, half),
  whole("206 from another place", [cutAt(half), { ...unranged206, ignoresRange: true }], 3, half + onePiece),
  whole(
    "206 of another length",
    [cutAt(half), ranged(`bytes ${half}-${size}/${size + 1}`)],
    3,
    half + onePiece,
  ),
  whole("206 with garbage", [cutAt(half), ranged("half of it")], 3, half + onePiece),
  whole("206 without Content-Range", [cutAt(half), ranged(undefined)], 3, half + onePiece),
  whole("206 of another file", [cutAt(half), { headers: { etag: '"v2"' } }], 3, half + onePiece),
  whole("206 that nobody asked for", [unranged206], 1),
  whole("206 without the end", [cutAt(half), { body: source.bytes.subarray(half, half + 9_999) }], 3),
  whole("200 to a Range", [cutAt(half), { ignoresRange: true }], 2, half),
  whole("another file meanwhile", [cutAt(half), { becomes: source }], 2, half, { host: other }),
  whole("416 and a shorter file", [cutAt(half), unsatisfied(half - 1)], 3, half),
  whole("a weak ETag", [cutAt(half)], 2, half, validatedBy({ etag: 'W/"v1"' })),
  whole("a date of an hour ago", [cutAt(half)], 2, 0, { host: dated(3_600_000) }),
  whole("a date of ten seconds ago", [cutAt(half)], 2, half, { host: dated(10_000) }),
  whole("nothing to tell versions by", [cutAt(half)], 2, half, validatedBy({})),
  whole("no length", [{ headers: unmeasured }], 1),
  whole("no length, cut at 50 %", [{ ...cutAt(half), headers: unmeasured }], 2),
  whole("compressed once", [zipped], 2, onePiece),
  fails("compressed for ever", times(20, zipped), 8, "download_failed"),
  whole("a page for a video", [page], 2, page.body.length),
  fails("a page for ever", times(20, page), 8, "invalid_video"),
  fails("nothing for ever", times(20, { ...page, body: Buffer.alloc(0) }), 8, "invalid_video"),
];
