import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const page = new URL("../../docs/threat-model.md", import.meta.url);
const text = readFileSync(page, "utf8");
const rows = text.split("\n").filter((line) => /^\| (?!-|Tries|Does|Host|Where)/.test(line));
const [threats = ""] = text.split("## Hosts to allow");
const proofs = [...threats.matchAll(/\[([^\]]+)\]\((\.\.\/test\/[^)]+)\)/g)].map(
  ([, name = "", file = ""]) => ({
    name,
    file,
  }),
);

describe("the threat model", () => {
  test.each(proofs)("names an existing test: $name in $file", ({ name, file }) => {
    const url = new URL(file, page);
    expect(existsSync(url)).toBe(true);
    expect(file === "../test/checks/threat-model.test.ts" || readFileSync(url, "utf8").includes(name)).toBe(
      true,
    );
  });

  test("names a test for every threat that is prevented", () => {
    const untested = rows.filter(
      (row) => threats.includes(row) && !row.includes("](../test/") && !row.endsWith("| – |"),
    );
    expect(untested).toEqual([]);
    expect(proofs.length).toBeGreaterThan(50);
  });

  test("lists the host of every provider", () => {
    const providers = ["heygen", "reelbot"].map(
      (name) => new URL(`../../src/providers/${name}/`, import.meta.url),
    );
    const bases = providers.flatMap((folder) =>
      ["index.ts", "client.ts"].flatMap(
        (file) => readFileSync(new URL(file, folder), "utf8").match(/https:\/\/[\w.-]+/g) ?? [],
      ),
    );
    expect(bases.length).toBeGreaterThan(0);
    expect(bases.filter((base) => !text.includes(`\`${URL.parse(base)?.host}\``))).toEqual([]);
  });
});
