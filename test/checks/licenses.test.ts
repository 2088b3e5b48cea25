import { describe, expect, test } from "vitest";
import {
  dataLicenseFindings,
  licenseFindings,
  packagesInBundle,
  readNotices,
} from "../../scripts/checks/license-findings.ts";
import { dataLicenseSections, readSources } from "../../scripts/studio/sources.ts";

const needed = ["chainsaw 0.1.0", "traverse 0.3.9", "buffers 0.1.1"];

function check(heading: string, bundled: readonly string[] = []): string[] {
  const text = [heading, ...needed.map((name) => `${name} (MIT/X11)`)].join("\n\nSome text\n\n");
  const locked = new Set(["a 1.0.0", "@b/c 2.0.0-rc.1", ...needed]);
  return licenseFindings(readNotices(text), bundled, locked);
}

test.each(["MIT", "ISC", "MPL-2.0", "(MIT OR GPL-3.0-only)", "Apache-2.0 AND BSD-3-Clause"])(
  "accepts %s",
  (license) => {
    expect(check(`a 1.0.0 (${license})`, ["a"])).toEqual([]);
  },
);

test.each(["GPL-3.0-only", "undefined", "UNLICENSED", "MIT AND GPL-3.0-only", "LGPL-3.0-only"])(
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

describe("of the studio's data", () => {
  const { sources } = readSources();
  const sections = dataLicenseSections().join("\n");

  test("all licenses are allowed, and their texts are not taken for packages", () => {
    expect(dataLicenseFindings(sources, sections)).toEqual([]);
    expect(readNotices(sections)).toEqual([]);
  });

  test("reports a license that is not allowed, and a text that is missing or of another version", () => {
    const source = { name: "An encoder", version: "1.0", licenseText: "", origin: "", files: [] };
    expect(dataLicenseFindings([{ ...source, license: "GPL-2.0-only" }], sections)).toEqual([
      "An encoder 1.0: GPL-2.0-only",
      "An encoder: is in the studio's data, but not in dist/licenses.txt",
    ]);
    const updated = sources.map((each) => ({ ...each, version: "9.9.9" }));
    expect(dataLicenseFindings(updated, sections)).toHaveLength(sources.length);
  });

  test("the texts have the notices that the licenses ask to keep", () => {
    for (const notice of [
      "Copyright (c) 2013, Cisco Systems",
      "Copyright 2003-2010 VisualOn",
      "2008-2009 SVOX AG",
      "Copyright (C) 2009 The Android Open Source Project",
      "https://github.com/yisibl/resvg-js",
      "The Inter Project Authors",
      "The JetBrains Mono Project Authors",
      "Copyright 2013 Google LLC",
      "Rich Felker",
    ])
      expect(sections).toContain(notice);
  });
});
