import { globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { readSources, toChecksum } from "../../scripts/studio/sources.ts";
import { dataFiles, openData } from "../../src/studio/data.ts";

// `npm run studio-data` makes these files, and no build does: see scripts/studio/README.md.

const folder = "dist/studio/data";
// What a runner downloads for each run, and what the repository grows by if all of it changes.
const maxBytes = 8_000_000;

const { sources, sha256 } = readSources();

test("dist/studio/data has exactly the files that the studio reads", () => {
  expect(readdirSync(folder).sort()).toEqual(dataFiles.map((file) => `${file}.br`).sort());
});

test.each(dataFiles)("%s has the checksum of sources.json", (file) => {
  expect(toChecksum(openData(folder).read(file))).toBe(sha256[file]);
});

test("sources.json says of each file where it comes from", () => {
  expect([...new Set(sources.flatMap(({ files }) => files))].sort()).toEqual([...dataFiles].sort());
  expect(Object.keys(sha256).sort()).toEqual([...dataFiles].sort());
});

test("sources.json names the versions that `npm run studio-data` uses", () => {
  const read = (file: string) => readFileSync(file, "utf8");
  const packages = ["package.json", "scripts/studio/package.json"].flatMap((file) => {
    const { dependencies, devDependencies } = JSON.parse(read(file));
    return Object.entries({ ...dependencies, ...devDependencies }).map(
      ([name, version]) => `${name} ${version}`,
    );
  });
  const pins = `${read("scripts/studio/requirements.in")}\n${read("scripts/studio/wasm/build.sh")}`;
  const pinned = [...pins.matchAll(/^([\w-]+)==?(\d\S*)/gm)].map(
    ([, name = "", version]) => `${name.replaceAll("_", "-")} ${version}`,
  );
  for (const { origin } of sources) {
    const named = [...packages, ...pinned].filter((version) => origin.includes(version));
    expect(named, origin).toHaveLength(origin.includes(" and ") ? 2 : 1);
  }
});

test("each source has a text with its license, and each text a source", () => {
  const texts = sources.map(({ licenseText }) => licenseText);
  expect(readdirSync("scripts/studio/licenses").sort()).toEqual(texts.sort());
});

test("the studio is not larger than 8 MB", () => {
  const files = globSync("dist/studio/**", { withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = files.map(({ parentPath, name }) => statSync(`${parentPath}/${name}`).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(maxBytes);
});
