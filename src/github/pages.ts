import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { readTextFile } from "../compose/text-file.ts";

const isPage = (path: string) => /\.(md|mdx|markdown|rst|adoc|txt)$/i.test(path);

// More than any provider takes; what is beyond the limit of one is cut later.
const mostPages = 50;

/** The documentation pages among these files as one text, each under its path. Undefined when there is none. */
export async function readPages(workspace: string, files: readonly string[]): Promise<string | undefined> {
  const paths = files.filter(isPage).slice(0, mostPages);
  if (paths.length === 0) return undefined;
  const pages = await Promise.all(paths.map((path) => readPage(workspace, path)));
  const found = pages.filter((page) => page !== undefined);
  if (found.length > 0) return found.join("\n\n");
  throw new ShowreelError("invalid_input", `None of the ${paths.length} changed pages is in the workspace.`, {
    hint: "Check out the commit first: `actions/checkout` in a step before. Nothing was submitted.",
  });
}

// A name in a repository may be a link, and a text no text: such a page is left out.
async function readPage(workspace: string, path: string): Promise<string | undefined> {
  const text = await readTextFile(workspace, "changed_pages", path).catch(() => undefined);
  const body = text?.replace(/^---\n[\s\S]*?\n---\n/, "").trim();
  return body ? `Page ${plainText(path, 200)}:\n\n${body}` : undefined;
}
