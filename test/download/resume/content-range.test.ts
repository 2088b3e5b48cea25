import { describe, expect, test } from "vitest";
import {
  rangeHeaders,
  readContentRange,
  requireUncompressed,
  unsatisfiedTotal,
} from "../../../src/download/resume/content-range.ts";
import { failureOf } from "../../support/failure-of.ts";

type Headers = Record<string, string | string[]>;
const part = (range: string, headers: Headers = {}) => ({
  status: 206,
  headers: { "content-range": range, ...headers },
});
const known = { validator: '"v1"', total: 10 };

describe("the rest of a file", () => {
  test("is asked for, if it is still the same file", () => {
    expect(rangeHeaders(5, known)).toEqual({ range: "bytes=5-", "if-range": '"v1"' });
  });

  test.each([
    ["nothing has come", 0, known],
    ["nothing tells versions apart", 5, { total: 10 }],
  ])("is not asked for when %s", (_, size, origin) => {
    expect(rangeHeaders(size, origin)).toEqual({});
  });
});

describe("a 200 is the whole file", () => {
  const date = "Thu, 01 Jan 2026 00:01:00 GMT";
  test.each<[string, Headers, number | undefined, string | undefined]>([
    ["of a known length", { "content-length": "10", etag: '"v1"' }, 10, '"v1"'],
    ["of an unknown length", { etag: '"v1"' }, undefined, '"v1"'],
    ["with two ETags, of which the first counts", { etag: ['"v1"', '"v2"'] }, undefined, '"v1"'],
    ["with an empty ETag", { etag: '""' }, undefined, '""'],
    ["with a weak ETag, which tells nothing", { etag: 'W/"v1"' }, undefined, undefined],
    ["with an ETag without quotes, which is none", { etag: "v1" }, undefined, undefined],
    ["with a length that is none", { "content-length": "1e3" }, undefined, undefined],
    [
      "with a date of a minute before",
      { "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT", date },
      undefined,
      "Thu, 01 Jan 2026 00:00:00 GMT",
    ],
    [
      "with a date just before",
      { "last-modified": "Thu, 01 Jan 2026 00:00:01 GMT", date },
      undefined,
      undefined,
    ],
    ["with a date but no clock", { "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT" }, undefined, undefined],
    [
      "with a weak ETag and a date, which cannot mend it",
      { etag: 'W/"v1"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT", date },
      undefined,
      undefined,
    ],
  ])("%s", (_, headers, total, validator) => {
    expect(readContentRange({ status: 200, headers }, 5, known)).toEqual({ start: 0, total, validator });
  });
});

describe("a 206 brings the rest", () => {
  test.each<[string, Headers]>([
    ["bytes 5-9/10", { etag: '"v1"' }],
    ["bytes 5-9/10", {}],
    ["bytes 5-7/10", {}],
    ["bytes 5-9/*", {}],
  ])("when it says %s (%j)", (range, headers) => {
    expect(readContentRange(part(range, headers), 5, known)).toEqual({ start: 5, ...known });
  });

  test("and tells a length that was not known before", () => {
    const coverage = readContentRange(part("bytes 5-9/10"), 5, { validator: '"v1"' });
    expect(coverage).toEqual({ start: 5, ...known });
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
  ])("but not when it says %j (%j)", (range, headers) => {
    expect(readContentRange(part(range, headers), 5, known)).toBeUndefined();
  });
});

test.each([
  ["bytes */10", 10],
  ["bytes */0", 0],
  ["bytes 0-9/10", undefined],
  ["bytes */*", undefined],
  ["ten", undefined],
])("a 416 with %s tells the length %s", (range, total) => {
  expect(unsatisfiedTotal({ status: 416, headers: { "content-range": range } })).toBe(total);
});

test.each([undefined, "", "identity", " Identity "])(
  "a body with the coding %j is the file itself",
  (coding) => {
    const headers = coding === undefined ? {} : { "content-encoding": coding };
    expect(() => requireUncompressed({ status: 200, headers })).not.toThrow();
  },
);

test.each(["gzip", "br", "identity, gzip"])("a body with the coding %s is refused", async (coding) => {
  const head = { status: 200, headers: { "content-encoding": coding } };
  const failure = await failureOf(() => requireUncompressed(head));
  expect(failure).toMatchObject({ code: "download_failed", retryable: true, needsFreshLink: true });
});
