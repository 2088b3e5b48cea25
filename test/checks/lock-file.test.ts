import { expect, test } from "vitest";
import { lockFindings, lockSchema, manifestSchema } from "../../scripts/checks/lock-findings.ts";

const integrity = `sha512-${"A".repeat(86)}==`;
const good = { version: "1.2.3", integrity };

interface Sample {
  readonly manifest?: object;
  readonly root?: object;
  readonly entry?: object;
  readonly path?: string;
  readonly lockfileVersion?: number;
}

function check({ manifest, root, entry, path = "node_modules/a", lockfileVersion = 3 }: Sample): string[] {
  const packages = { "": { dependencies: { a: "1.2.3" }, ...root }, [path]: { ...good, ...entry } };
  return lockFindings(
    manifestSchema.parse({ dependencies: { a: "1.2.3" }, ...manifest }),
    lockSchema.parse({ lockfileVersion, packages }),
  );
}

test("accepts exact versions with checksums", () => {
  expect(check({})).toEqual([]);
});

test("accepts an override with the version of a dependency", () => {
  expect(check({ manifest: { overrides: { a: "$a" } } })).toEqual([]);
});

test.each<[what: string, sample: Sample, finding: string]>([
  ["an old format", { lockfileVersion: 1 }, "lockfileVersion is 1, not 3"],
  [
    "a version range",
    { manifest: { devDependencies: { b: "^1.0.0" } }, root: { devDependencies: { b: "^1.0.0" } } },
    "package.json: b is ^1.0.0, not an exact version",
  ],
  [
    "a git dependency",
    { manifest: { overrides: { b: "github:x/b" } } },
    "package.json: b is github:x/b, not an exact version",
  ],
  [
    "an override with the version of a package that is no dependency",
    { manifest: { overrides: { b: "$b" } } },
    "package.json: b is $b, not an exact version",
  ],
  [
    "a changed package.json",
    { manifest: { dependencies: { a: "1.2.4" } } },
    "dependencies: a is 1.2.4 in package.json, 1.2.3 in the lock file",
  ],
  ["no checksum", { entry: { integrity: undefined } }, "node_modules/a: has no SHA-512 (none)"],
  ["a weak checksum", { entry: { integrity: "sha1-x" } }, "node_modules/a: has no SHA-512 (sha1-x)"],
  [
    "a URL",
    { entry: { resolved: "https://x.example/a.tgz" } },
    "node_modules/a: has the URL https://x.example/a.tgz",
  ],
  ["a link to a folder", { entry: { link: true } }, "node_modules/a: is not a package from the registry"],
  ["a folder", { path: "packages/a" }, "packages/a: is not a package from the registry"],
  [
    "an install script without a decision",
    { entry: { hasInstallScript: true } },
    "allowScripts has no entry for a, which has an install script",
  ],
  [
    "a decision without an install script",
    { manifest: { allowScripts: { a: false } } },
    "allowScripts has an entry for a, which has no install script",
  ],
])("reports %s", (_, sample, finding) => {
  expect(check(sample)).toContain(finding);
});
