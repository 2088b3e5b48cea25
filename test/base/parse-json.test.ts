import { expect, test } from "vitest";
import { parseJson } from "../../src/base/parse-json.ts";

test("parses JSON, with a reviver that sees the source of a number", () => {
  const keepDigits = (_: string, value: unknown, { source }: { readonly source?: string }) =>
    typeof value === "number" ? source : value;
  expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(parseJson('{"id":12345678901234567890}', keepDigits)).toEqual({ id: "12345678901234567890" });
});

test.each(["", "{", "undefined", "<html>"])("returns undefined for %j", (text) => {
  expect(parseJson(text)).toBeUndefined();
});
