import type { CatalogueItem } from "../render/catalogue.ts";

/** Entries as a table for people: columns aligned, a heading for each; a column that nobody fills is left out. */
export function toTable(items: readonly CatalogueItem[]): string {
  const names = [...new Set(items.flatMap(Object.keys))];
  const filled = names.filter((name) => items.some((item) => cell(item[name]) !== ""));
  const rows = [filled, ...items.map((item) => filled.map((name) => cell(item[name])))];
  const widths = filled.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column]))));
  const lines = rows.map((row) =>
    row
      .map((text, column) => pad(text, widths[column]))
      .join("  ")
      .trimEnd(),
  );
  return items.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function cell(value: CatalogueItem[string] = ""): string {
  return typeof value === "string" ? value : value.join(", ");
}

// Characters, not UTF-16 units; those that a terminal shows twice as wide are left as they are.
function lengthOf(text = ""): number {
  return Array.from(text).length;
}

function pad(text: string, width = 0): string {
  return text + " ".repeat(width - lengthOf(text));
}
