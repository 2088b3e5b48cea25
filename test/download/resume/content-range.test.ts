import { describe, expect, test } from "vitest";
import {
  rangeHeaders,
  readContentRange,
  requireUncompressed,
  unsatisfiedTotal,
} from "../../../src/download/resume/content-range.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

type Headers = Record<string, string | string[]>;
const part = (range: string, headers: Headers = {}) => ({
  status: 206,
  headers: { "content-range": range, ...headers },
});
const resumeInfo = { validator: '"v1"', total: 10 };

describe("rangeHeaders", () => {
  test("requests the rest, if the file is unchanged", () => {
    expect(rangeHeaders(5, resumeInfo)).toEqual({ range: "bytes=5-", "if-range": '"v1"' });
  });

  test.each([
    ["nothing was downloaded", 0, resumeInfo],
    ["there is no validator", 5, { total: 10 }],
  ])("requests the whole file when %s", (_, size, info) => {
    expect(rangeHeaders(size, info)).toEqual({});
  });
});

describe("a 200 contains the whole file", () => {
  const date = "Thu, 01 Jan 2026 00:01:00 GMT";
  test.each<[string, Headers, number | undefined, string | undefined]>([
    ["of a known length", { "content-length": "10", etag: '"v1"' }, 10, '"v1"'],
    ["of an unknown length", { etag: '"v1"' }, undefined, '"v1"'],
    ["with two ETags, of which the first counts", { etag: ['"v1"', '"v2"'] }, undefined, '"v1"'],
    ["with an empty ETag", { etag: '""' }, undefined, '""'],
    ["with a weak ETag, which is ignored", { etag: 'W/"v1"' }, undefined, undefined],
    ["with an ETag without quotes, which is invalid", { etag: "v1" }, undefined, undefined],
    ["with an invalid length", { "content-length": "1e3" }, undefined, undefined],
    [
      "with a Last-Modified of a minute before",
      { "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT", date },
      undefined,
      "Thu, 01 Jan 2026 00:00:00 GMT",
    ],
    [
      "with a Last-Modified of less than a minute before",
      { "last-modified": "Thu, 01 Jan 2026 00:00:01 GMT", date },
      undefined,
      undefined,
    ],
    [
      "with a Last-Modified but no Date",
      { "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT" },
      undefined,
      undefined,
    ],
    [
      "with a weak ETag and a Last-Modified, which is ignored too",
      { etag: 'W/"v1"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT", date },
      undefined,
      undefined,
    ],
  ])("%s", (_, headers, total, validator) => {
    expect(readContentRange({ status: 200, headers }, 5, resumeInfo)).toEqual({ start: 0, total, validator });
  });
});

describe("a 206 contains the rest", () => {
  test.each<[string, Headers]>([
    ["bytes 5-9/10", { etag: '"v1"' }],
    ["bytes 5-9/10", {}],
    ["bytes 5-7/10", {}],
    ["bytes 5-9/*", {}],
  ])("for the range %s (%j)", (range, headers) => {
    expect(readContentRange(part(range, headers), 5, resumeInfo)).toEqual({ start: 5, ...resumeInfo });
  });

  test("and can state a length that was unknown before", () => {
    const range = readContentRange(part("bytes 5-9/10"), 5, { validator: '"v1"' });
    expect(range).toEqual({ start: 5, ...resumeInfo });
  });

  test.each<[string, Headers]>([
    ["bytes 4-9/10", {}],
    ["bytes 0-9/10", {}],
    ["bytes 6-9/10", {}],
    ["bytes 5-10/11", {}],
    ["bytes 5-9/10", { etag: '"v2"' }],
    ["bytes */10", {}],
    ["bytes 5-9", {}],
    ["5-9/10", {}],
    ["", {}],
  ])("but not for the range %j (%j)", (range, headers) => {
    expect(readContentRange(part(range, headers), 5, resumeInfo)).toBeUndefined();
  });
});

test.each([
  ["bytes */10", 10],
  ["bytes */0", 0],
  ["bytes 0-9/10", undefined],
  ["bytes */*", undefined],
  ["ten", undefined],
])("a 416 with %s states the length %s", (range, total) => {
  expect(unsatisfiedTotal({ status: 416, headers: { "content-range": range } })).toBe(total);
});

test.each([undefined, "", "identity", " Identity "])("accepts a body with the encoding %j", (coding) => {
  const headers = coding === undefined ? {} : { "content-encoding": coding };
  expect(() => requireUncompressed({ status: 200, headers })).not.toThrow();
});

test.each(["gzip", "br", "identity, gzip"])("rejects a body with the encoding %s", async (coding) => {
  const head = { status: 200, headers: { "content-encoding": coding } };
  const failure = await failureOf(() => requireUncompressed(head));
  expect(failure).toMatchObject({ code: "download_failed", retryable: true, needsFreshLink: true });
});
