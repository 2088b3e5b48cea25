import { expect, test } from "vitest";
import { createSeal, noSeal } from "../../src/base/seal.ts";

const fields = ["part", "v.mp4", 42, undefined] as const;

test("verifies its own signature of the same fields", () => {
  const seal = createSeal("key", "https://api.example");
  const signature = seal.sign(...fields) ?? "";
  expect(signature).toMatch(/^[0-9a-f]{64}$/);
  expect(createSeal("key", "https://api.example").verify(signature, ...fields)).toBe(true);
});

test.each([
  ["other fields", createSeal("key"), ["part", "v.mp4", 43, undefined] as const],
  ["joined fields", createSeal("key"), ["partv.mp4", 42, undefined] as const],
  ["another key", createSeal("other key"), fields],
  ["another base URL", createSeal("key", "https://other.example"), fields],
  ["no key", createSeal(""), fields],
])("does not verify a signature with %s", (_, seal, otherFields) => {
  const signature = createSeal("key").sign(...fields) ?? "";
  expect(seal.verify(signature, ...otherFields)).toBe(false);
});

test.each(["", "0", "x".repeat(64)])("does not verify %j", (signature) => {
  expect(createSeal("key").verify(signature, ...fields)).toBe(false);
});

test("signs and verifies nothing without a key", () => {
  expect(createSeal("")).toBe(noSeal);
  expect(noSeal.sign(...fields)).toBeUndefined();
  expect(noSeal.verify("", ...fields)).toBe(false);
});
