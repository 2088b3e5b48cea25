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

test("a lock file that says one thing alone is no finding", () => {
  expect(check({})).toEqual([]);
});

test.each<[what: string, sample: Sample, finding: string]>([
  ["an old format", { lockfileVersion: 1 }, "lockfileVersion is 1, not 3"],
  [
    "a version that floats",
    { manifest: { devDependencies: { b: "^1.0.0" } }, root: { devDependencies: { b: "^1.0.0" } } },
    "package.json: b is ^1.0.0, not one exact version",
  ],
  [
    "a package of a git repository",
    { manifest: { overrides: { b: "github:x/b" } } },
    "package.json: b is github:x/b, not one exact version",
  ],
  [
    "a package.json that has gone on",
    { manifest: { dependencies: { a: "1.2.4" } } },
    "dependencies: a is 1.2.4 in package.json, 1.2.3 in the lock",
  ],
  ["no checksum", { entry: { integrity: undefined } }, "node_modules/a: has no SHA-512 (none)"],
  ["a weak checksum", { entry: { integrity: "sha1-x" } }, "node_modules/a: has no SHA-512 (sha1-x)"],
  [
    "a place",
    { entry: { resolved: "https://x.example/a.tgz" } },
    "node_modules/a: is bound to https://x.example/a.tgz",
  ],
  ["a link to a folder", { entry: { link: true } }, "node_modules/a: is no package of the registry"],
  ["a folder", { path: "packages/a" }, "packages/a: is no package of the registry"],
  [
    "an install script that nobody has decided about",
    { entry: { hasInstallScript: true } },
    "allowScripts says nothing about a, which has an install script",
  ],
  [
    "a decision about nothing",
    { manifest: { allowScripts: { a: false } } },
    "allowScripts names a, which has no install script",
  ],
])("%s is a finding", (_, sample, finding) => {
  expect(check(sample)).toContain(finding);
});
