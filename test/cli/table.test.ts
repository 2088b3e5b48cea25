import { expect, test } from "vitest";
import { toTable } from "../../src/cli/table.ts";

test("a table aligns columns under their names, without spaces at the end of a line", () => {
  const items = [
    { voice_id: "v_1", name: "Zoë 😀", language: "English" },
    { voice_id: "voice_2", name: "Li", language: "" },
  ];
  expect(toTable(items)).toBe(
    ["voice_id  name   language", "v_1       Zoë 😀  English", "voice_2   Li", ""].join("\n"),
  );
});

test("a table leaves out an empty column, and joins a list in one cell", () => {
  const items = [{ style_id: "s", tags: ["print", "handmade"], aspect_ratio: "" }];
  expect(toTable(items)).toBe("style_id  tags\ns         print, handmade\n");
});

test("a table without entries is empty", () => {
  expect(toTable([])).toBe("");
});
