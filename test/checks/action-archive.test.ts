import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

// What a runner downloads for `uses: showreel/showreel@…`, which .gitattributes decides with export-ignore.

// Two thirds are the studio's data, which is compressed already.
const maxBytes = 9_600_000;

const git = (...args: string[]) => execFileSync("git", args, { maxBuffer: 256 * 1024 * 1024 });

/** Returns the names of the files in a tar archive, whose blocks have 512 bytes. */
function listFiles(tar: Buffer): string[] {
  const names: string[] = [];
  for (let offset = 0; offset < tar.length && tar[offset] !== 0; ) {
    const field = (start: number, length: number) =>
      tar.toString("utf8", offset + start, offset + start + length).replace(/\0.*$/s, "");
    if (field(156, 1) === "0") names.push(field(0, 100));
    offset += 512 * (1 + Math.ceil(Number.parseInt(field(124, 12), 8) / 512));
  }
  return names;
}

// A copy of the files without the repository has no archive.
test.runIf(existsSync(".git"))("a runner downloads only what a run needs", () => {
  const tar = git("archive", "--format=tar", "HEAD");
  const bundles = git("ls-tree", "-r", "--name-only", "HEAD", "dist").toString().trim().split("\n");
  const expected = [
    "LICENSE",
    "README.md",
    "action.yml",
    ...bundles.filter((name) => !name.startsWith("dist/cli/")),
  ];
  expect(listFiles(tar).sort()).toEqual(expected.sort());
  expect(gzipSync(tar).length).toBeLessThan(maxBytes);
});

test("the action's files name no file that a runner lacks", () => {
  expect(readFileSync("action.yml", "utf8")).toMatch(/^ {2}main: dist\/index\.js$/m);
  expect(readFileSync("action.yml", "utf8")).not.toContain("dist/cli");
  for (const name of readdirSync("dist").filter((file) => file.endsWith(".js"))) {
    expect(readFileSync(`dist/${name}`, "utf8")).not.toMatch(/["'`/](?:\.\/)?cli\/(?:\d+\.)?index\.js/);
  }
});
