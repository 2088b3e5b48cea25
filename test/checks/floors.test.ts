import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

// The layers of src/, from the top. Rooms of one layer do not import each other.
const layers = [
  ["action", "cli"],
  ["pipeline"],
  ["publish"],
  ["providers", "stores", "platform"],
  ["jobs"],
  ["text"],
  ["inputs", "download", "studio"],
  ["base"],
];
const roomsWithActionsPackages = ["action", "publish", "stores", "platform"];

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const contributing = readFileSync(new URL("../../CONTRIBUTING.md", import.meta.url), "utf8");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map(toPosix);

interface Import {
  readonly file: string;
  /** A path below `src/`, or the name of a package. */
  readonly target: string;
}

const imports = files.flatMap((file): Import[] => {
  const text = readFileSync(join(source, file), "utf8");
  const matches = text.matchAll(/\b(?:from|import)\b\s*\(?\s*"([^"]+)"/g);
  return [...matches].map(([, name = ""]) => ({
    file,
    target: name.startsWith(".") ? toPosix(normalize(join(dirname(file), name))) : name,
  }));
});
const internalImports = imports.filter(({ target }) => target.endsWith(".ts"));

function toPosix(path: string): string {
  return path.split(sep).join("/");
}

const roomOf = (file: string) => file.split("/")[0] ?? "";
const layerOf = (file: string) => layers.findIndex((rooms) => rooms.includes(roomOf(file)));
const describeImport = ({ file, target }: Import) => `${file} imports ${target}`;

/** Returns the import cycles, each as its chain of files. */
function findCycles(): string[] {
  const targets = Map.groupBy(internalImports, ({ file }) => file);
  const done = new Set<string>();
  const visit = (file: string, chain: readonly string[]): string[] => {
    if (chain.includes(file)) return [[...chain.slice(chain.indexOf(file)), file].join(" → ")];
    if (done.has(file)) return [];
    const cycles = (targets.get(file) ?? []).flatMap(({ target }) => visit(target, [...chain, file]));
    done.add(file);
    return cycles;
  };
  return files.flatMap((file) => visit(file, []));
}

describe("src/", () => {
  it("has a layer for every file", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it("imports only from lower layers", () => {
    const wrong = internalImports.filter(({ file, target }) => {
      const isOtherRoom = roomOf(file) !== roomOf(target);
      return isOtherRoom && layerOf(target) <= layerOf(file);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("imports no provider from another provider", () => {
    const providerOf = (file: string) => /^providers\/([^/]+)\//.exec(file)?.[1];
    const wrong = internalImports.filter(({ file, target }) => {
      const [from, to] = [providerOf(file), providerOf(target)];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("imports @actions packages only in the rooms that need a runner", () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        target.startsWith("@actions/") && !roomsWithActionsPackages.includes(roomOf(file)),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("has no import cycle", () => {
    expect(findCycles()).toEqual([]);
  });

  it("has the rooms and layers that CONTRIBUTING.md shows", () => {
    const rooms = [...contributing.matchAll(/^ {2}([a-z]+)\/ {2,}/gm)].map(([, room]) => room);
    const documentedLayers = [...contributing.matchAll(/^\d\. ((?:`[a-z]+`(?:, )?)+)$/gm)].map(
      ([, names = ""]) => names.replaceAll("`", "").split(", "),
    );
    expect(new Set(rooms)).toEqual(new Set(layers.flat()));
    expect(documentedLayers).toEqual(layers);
  });
});
