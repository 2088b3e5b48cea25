import { expect, test } from "vitest";
import { toTable } from "../../src/cli/table.ts";

test("columns are aligned under their names, and no line ends in spaces", () => {
  const items = [
    { voice_id: "v_1", name: "Zoë 😀", language: "English" },
    { voice_id: "voice_2", name: "Li", language: "" },
  ];
  expect(toTable(items)).toBe(
    ["voice_id  name   language", "v_1       Zoë 😀  English", "voice_2   Li", ""].join("\n"),
  );
});

test("a column that nobody fills is left out, and several words share a cell", () => {
  const items = [{ style_id: "s", tags: ["print", "handmade"], aspect_ratio: "" }];
  expect(toTable(items)).toBe("style_id  tags\ns         print, handmade\n");
});

test("no entries make no table", () => {
  expect(toTable([])).toBe("");
});
