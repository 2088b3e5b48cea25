import { describe, expect, test } from "vitest";
import { extractSignatures, isPublicLink } from "../../../src/base/secrets/link-secrets.ts";
import { fakePathSegment } from "../../support/leaks/fake-secrets.ts";

const id = "6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b";

describe("a link is public", () => {
  test.each([
    "https://app.heygen.com/videos/v_1",
    `https://app.heygen.com/videos/${id}`,
    `https://files.example.com/${id}/thumb.jpg`,
    `https://files.example.com/thumbs/${id}.jpeg`,
    "https://files.example.com/2026/09/release-2.0-final-cut.jpg",
    "https://files.example.com/aws_pacific/avatar_tmp/poster.webp",
  ])("%s", (link) => {
    expect(isPublicLink(link, [id])).toBe(true);
  });
});

describe("a link is not public", () => {
  test.each([
    ["with a query", "https://files.example.com/v.jpg?Signature=x"],
    ["with an empty value in its query", "https://files.example.com/v.jpg?x"],
    ["with a fragment", "https://files.example.com/v.jpg#token=x"],
    ["with a user", "https://me@files.example.com/v.jpg"],
    ["with a password", "https://:x@files.example.com/v.jpg"],
    ["without encryption", "http://files.example.com/v.jpg"],
    ["of another scheme", "s3://bucket/v.jpg"],
    ["that is none", "files.example.com/v.jpg"],
    ["that is empty", ""],
    ["with a signature in its path", `https://files.example.com/${fakePathSegment}/v.jpg`],
    ["with a signature for a name", `https://files.example.com/v/${fakePathSegment}.jpg`],
    [
      "with an encoded signature",
      `https://files.example.com/${encodeURIComponent(`${fakePathSegment}=`)}/v.jpg`,
    ],
    ["with the id of another video", "https://files.example.com/0a1b2c3d4e5f60718293a4b5c6d7e8f9/v.jpg"],
    [
      "with a token that its path names",
      "https://files.example.com/hdnts=exp=1790000000~hmac=abcdef12/v.jpg",
    ],
    ["with a token that its path marks", "https://files.example.com/s--a1B2c3D4--/v.jpg"],
    ["with a token that its path names last", "https://files.example.com/exp=1790000000~hmac=abcdef12/v.jpg"],
    ["with a signature without a digit", "https://files.example.com/qWxZtPlKmNbVcRyU/v.jpg"],
    ["with a signature in small letters", "https://files.example.com/mzxw6ytboi4dsnbqga2tcnrqgy/v.jpg"],
    ["with a signature that has signs", "https://files.example.com/Zk3-Qp_v9XbLw2RtYc8N_g/v.jpg"],
    [
      "with a token of three parts",
      "https://files.example.com/eyJhbGciOiJub25lIn0.eyJ2IjoxMjM0NX0.c2ln/v.jpg",
    ],
  ])("%s", (_, link) => {
    expect(isPublicLink(link, [id])).toBe(false);
  });
});

test("extracts the credentials from a signed link, not the values that describe the file", () => {
  const link =
    "https://files.example.com/v.mp4?response-content-type=video%2Fmp4&X-Amz-Date=20260101T000000Z" +
    "&X-Amz-Signature=ab%2Fcdef1234567890&Policy=eyJ9xyz0123456789&Expires=1790000000&Signature=short~12345678~9";
  expect(extractSignatures(link)).toEqual([
    "ab%2Fcdef1234567890",
    "ab/cdef1234567890",
    "eyJ9xyz0123456789",
    "short~12345678~9",
  ]);
});

describe("does not ask the runner to mask", () => {
  test.each([
    ["the dates of a signature", "se=2026-11-27&st=2026-11-26T10%3A00%3A00Z", []],
    ["a moment that is called a proof", "token=2026-11-27T10%3A00%3A00Z", []],
    ["a short value", "key=public&sig=a1b2c3d4", []],
    ["a word", "policy=publicReadOnly&ticket=read-only-access", []],
    ["words beside a proof", `se=2026-11-27&key=public&sig=${fakePathSegment}`, [fakePathSegment]],
  ])("%s", (_, query, masked) => {
    expect(extractSignatures(`https://files.example.com/v.mp4?${query}`)).toEqual(masked);
  });
});
