import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { withoutComments } from "../compose/comments.ts";
import { withoutFrontMatter } from "../compose/front-matter.ts";
import { readTextFile } from "../compose/text-file.ts";
import { isStraight } from "../compose/workspace-path.ts";

const isPage = (path: string) => /\.(md|mdx|markdown|rst|adoc|txt)$/i.test(path);

// More than any provider takes; what is beyond the limit of one is cut later.
const mostCharacters = 100_000;

/** The documentation pages among these files as one text, each under its path. Undefined when there is none. */
export async function readPages(workspace: string, files: readonly string[]): Promise<string | undefined> {
  const paths = files.filter(isPage);
  const pages: string[] = [];
  let room = mostCharacters;
  for (const path of paths) {
    const page = room > 0 ? (await readPage(workspace, path))?.slice(0, room) : undefined;
    if (page) pages.push(page);
    room -= page?.length ?? 0;
  }
  if (pages.length > 0) return pages.join("\n\n");
  if (paths.length === 0) return undefined;
  throw new ShowreelError("invalid_input", `None of the ${paths.length} changed pages is in the workspace.`, {
    hint: "Check out the commit first: `actions/checkout` in a step before. Nothing was submitted.",
  });
}

// A name in a repository may be a link, to what is nobody's business, and a text no text: such a page is left out.
async function readPage(workspace: string, path: string): Promise<string | undefined> {
  if (!(await isStraight(workspace, path))) return undefined;
  const text = await readTextFile(workspace, "changed_pages", path).catch(() => undefined);
  const body = withoutComments(withoutFrontMatter(text ?? ""));
  return body ? `Page ${plainText(path, 200)}:\n\n${body}` : undefined;
}
