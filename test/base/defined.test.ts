import { expect, test } from "vitest";
import { defined } from "../../src/base/defined.ts";

test("leaves out undefined properties and keeps all others in their order", () => {
  const object = { first: undefined, title: "", count: 0, none: null, last: undefined, isDone: false };
  expect(Object.entries(defined(object))).toEqual([
    ["title", ""],
    ["count", 0],
    ["none", null],
    ["isDone", false],
  ]);
});

test("does not change the object itself", () => {
  const object = { first: undefined };
  expect(defined(object)).not.toHaveProperty("first");
  expect(object).toHaveProperty("first");
});
