import { expect, test } from "vitest";
import { linkExpiry } from "../../src/download/fetch-file.ts";

const host = "https://files.example/v_1.mp4";
const newYear = Date.UTC(2026, 0, 1);

test.each([
  ["X-Amz-Date=20260101T000000Z&X-Amz-Expires=3600", newYear + 3_600_000],
  ["x-amz-expires=604800&x-amz-date=20260101T000000Z&X-Amz-Signature=s", newYear + 604_800_000],
  ["X-Goog-Date=20260101T000000Z&X-Goog-Expires=60", newYear + 60_000],
  ["X-Amz-Date=20251231T235959Z&X-Amz-Expires=1", newYear],
  ["X-Amz-Date=20260101T000000Z&X-Amz-Expires=0", newYear],
  ["Expires=1767225600&Signature=s&Key-Pair-Id=k", newYear],
  ["expires=1767225600", newYear],
])("a link with %s says when it expires", (query, expected) => {
  expect(linkExpiry(`${host}?${query}`)).toBe(expected);
});

test.each([
  "",
  "Signature=s",
  "Expires=3600",
  "Expires=soon",
  "Expires=-1767225600",
  "Expires=1767225600.5",
  "Expires=17672256000000",
  "X-Amz-Date=20260101T000000Z",
  "X-Amz-Expires=3600",
  "X-Amz-Date=20260101T000000Z&X-Goog-Expires=3600",
  "X-Amz-Date=2026-01-01&X-Amz-Expires=3600",
  "X-Amz-Date=20261399T000000Z&X-Amz-Expires=3600",
  "X-Amz-Date=20260101T000000Z&X-Amz-Expires=1e9",
])("a link with %j does not say when it expires", (query) => {
  expect(linkExpiry(`${host}?${query}`)).toBeUndefined();
});

test.each(["", "no link", "/v_1.mp4?Expires=1767225600"])("%j, which is no link, says nothing", (link) => {
  expect(linkExpiry(link)).toBeUndefined();
});
