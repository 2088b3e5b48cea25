import { expect, test } from "vitest";
import { licenseFindings, packagesInBundle, readNotices } from "../../scripts/checks/license-findings.ts";

const needed = ["chainsaw 0.1.0", "traverse 0.3.9", "buffers 0.1.1"];

function check(heading: string, bundled: readonly string[] = []): string[] {
  const text = [heading, ...needed.map((name) => `${name} (MIT/X11)`)].join("\n\nSome text\n\n");
  const locked = new Set(["a 1.0.0", "@b/c 2.0.0-rc.1", ...needed]);
  return licenseFindings(readNotices(text), bundled, locked);
}

test.each(["MIT", "ISC", "(MIT OR GPL-3.0-only)", "Apache-2.0 AND BSD-3-Clause"])("accepts %s", (license) => {
  expect(check(`a 1.0.0 (${license})`, ["a"])).toEqual([]);
});

test.each(["GPL-3.0-only", "undefined", "UNLICENSED", "MIT AND GPL-3.0-only", "MPL-2.0"])(
  "reports %s",
  (license) => {
    expect(check(`a 1.0.0 (${license})`)).toEqual([`a 1.0.0: ${license}`]);
  },
);

test("reports a package without its license text, or with that of another version", () => {
  expect(check("@b/c 2.0.0-rc.1 (MIT)", ["@b/c", "d"])).toEqual([
    "d: is in a bundle, but not in dist/licenses.txt",
  ]);
  expect(check("a 1.0.1 (MIT)")).toEqual(["a 1.0.1: is in dist/licenses.txt, but not in the lock file"]);
});

test("reports an exception for a package that is not used", () => {
  expect(licenseFindings([], [], new Set())).toHaveLength(3);
});

test("packagesInBundle returns the innermost package of a path", () => {
  const code = [
    ";// CONCATENATED MODULE: ./node_modules/a/index.js",
    '"./node_modules/a/node_modules/@b/c/lib/x.cjs"',
    "// words about node_modules/ that name nothing",
  ];
  expect(packagesInBundle(code.join("\n"))).toEqual(["a", "@b/c"]);
});
