import { z } from "zod";

const source = z.union([z.string(), z.array(z.string()).transform((lines) => lines.join(""))]);
const notebook = z.object({
  cells: z.array(z.object({ cell_type: z.string(), source: source.catch("") })),
});

/** Returns the Markdown cells of a Jupyter notebook; a text that isn't one is returned unchanged. */
export function notebookToMarkdown(text: string): string {
  const parsed = notebook.safeParse(parseJson(text));
  if (!parsed.success) return text;
  return parsed.data.cells
    .map((cell) => (cell.cell_type === "markdown" ? cell.source : "````\n````"))
    .join("\n\n");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
