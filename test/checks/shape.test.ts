import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// Biome limits the number of parameters (useMaxParams in biome.json).
const maxLines = 200;
const maxEntries = 15;

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const names = readdirSync(source, { recursive: true, encoding: "utf8" }).map((name) =>
  name.split(sep).join("/"),
);
const files = names.filter((name) => name.endsWith(".ts"));

describe("src/", () => {
  test(`has no file with more than ${maxLines} lines`, () => {
    expect(files.length).toBeGreaterThan(100);
    const lengths = files.map((file) => ({
      file,
      lines: countLines(readFileSync(join(source, file), "utf8")),
    }));
    expect(lengths.filter(({ lines }) => lines > maxLines)).toEqual([]);
  });

  test(`has no folder with more than ${maxEntries} entries`, () => {
    const folders = Map.groupBy(names, (name) => name.split("/").slice(0, -1).join("/"));
    const sizes = [...folders].map(([folder, entries]) => ({ folder, entries: entries.length }));
    expect(sizes.filter(({ entries }) => entries > maxEntries)).toEqual([]);
  });
});

const countLines = (text: string) => text.trimEnd().split("\n").length;
