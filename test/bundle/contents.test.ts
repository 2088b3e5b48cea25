import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withoutComments } from "../../scripts/without-comments.ts";

const chunks = ["dist", "dist/cli"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => join(folder, name)),
);

describe("the bundles", () => {
  test("contain one version of undici", () => {
    expect(readFileSync("dist/licenses.txt", "utf8").match(/^undici \d\S*/gm)).toHaveLength(1);
  });

  test("contain no comments but the names of bundled files", () => {
    const commented = chunks.filter((file) => {
      const code = readFileSync(file, "utf8");
      return withoutComments(code) !== code;
    });
    expect(commented).toEqual([]);
  });
});
