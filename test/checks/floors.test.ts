import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

// The floors of the house, from the top. Rooms on one floor do not know each other.
const floors = [
  ["action", "cli"],
  ["pipeline"],
  ["publish"],
  ["providers", "stores", "platform"],
  ["jobs"],
  ["text"],
  ["inputs", "download"],
  ["base"],
];
const roomsWithActions = ["action", "publish", "stores", "platform"];

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.split(sep).join("/"));

interface Import {
  readonly file: string;
  /** Inside of `src/`; a package's name otherwise. */
  readonly target: string;
}

const imports = files.flatMap((file): Import[] => {
  const text = readFileSync(join(source, file), "utf8");
  const found = text.matchAll(/\b(?:from|import)\b\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, name = ""]) => ({
    file,
    target: name.startsWith(".")
      ? normalize(join(dirname(file), name))
          .split(sep)
          .join("/")
      : name,
  }));
});
const inside = imports.filter(({ target }) => target.endsWith(".ts"));

const roomOf = (file: string) => file.split("/")[0] ?? "";
const floorOf = (file: string) => floors.findIndex((rooms) => rooms.includes(roomOf(file)));
const inWords = ({ file, target }: Import) => `${file} imports ${target}`;

/** Files that reach themselves, each with the way there. */
function circles(): string[] {
  const targets = Map.groupBy(inside, ({ file }) => file);
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(" → ")];
    if (done.has(file)) return [];
    const found = (targets.get(file) ?? []).flatMap(({ target }) => visit(target, [...way, file]));
    done.add(file);
    return found;
  };
  return files.flatMap((file) => visit(file, []));
}

describe("The floors of the house", () => {
  it("have a place for every file of src/", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => floorOf(file) === -1)).toEqual([]);
  });

  it("are imported from above only", () => {
    const wrong = inside.filter(({ file, target }) => {
      const isElsewhere = roomOf(file) !== roomOf(target);
      return isElsewhere && floorOf(target) <= floorOf(file);
    });
    expect(wrong.map(inWords)).toEqual([]);
  });

  it("keep one provider apart from another", () => {
    const providerOf = (file: string) => /^providers\/([^/]+)\//.exec(file)?.[1];
    const wrong = inside.filter(({ file, target }) => {
      const [from, to] = [providerOf(file), providerOf(target)];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(wrong.map(inWords)).toEqual([]);
  });

  it("leave the runner's packages to the rooms that need a runner", () => {
    const wrong = imports.filter(
      ({ file, target }) => target.startsWith("@actions/") && !roomsWithActions.includes(roomOf(file)),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  it("have no circle", () => {
    expect(circles()).toEqual([]);
  });
});
