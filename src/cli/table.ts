import { codePointLength } from "../base/text/lines-and-characters.ts";
import type { CatalogItem } from "../jobs/catalog.ts";

/** Formats items as a table: aligned columns with headings, without columns that are empty in every row. */
export function toTable(items: readonly CatalogItem[]): string {
  if (items.length === 0) return "";
  const names = [...new Set(items.flatMap(Object.keys))];
  const columns = names.filter((name) => items.some((item) => cellText(item[name]) !== ""));
  const rows = [columns, ...items.map((item) => columns.map((name) => cellText(item[name])))];
  const widths = columns.map((_, column) =>
    Math.max(...rows.map((row) => codePointLength(row[column] ?? ""))),
  );
  const lines = rows.map((row) =>
    row
      .map((text, column) => pad(text, widths[column]))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function cellText(value: CatalogItem[string] = ""): string {
  return typeof value === "string" ? value : value.join(", ");
}

// Characters that a terminal shows twice as wide still count as one.
function pad(text: string, width = 0): string {
  return text + " ".repeat(width - codePointLength(text));
}
