import { invalidInputError, type ShowreelError } from "../../../base/errors.ts";
import { plainText } from "../../../base/text/plain-text.ts";
import { readTextFile } from "../../../inputs/text-file.ts";
import { hasNoSymlinks } from "../../../inputs/workspace-path.ts";
import { withoutComments } from "../../../text/markdown.ts";

// More than any provider accepts. The text is shortened to the provider's own limit later.
const maxCharacters = 100_000;

/**
 * Returns the text of these documentation pages, each under its path, or undefined if there are none. Fails with `invalid_input` if none of the pages is in the workspace.
 */
export async function readDocumentationPages(
  workspace: string,
  paths: readonly string[],
): Promise<string | undefined> {
  if (paths.length === 0) return undefined;
  const pages: string[] = [];
  let charactersLeft = maxCharacters;
  for (const path of paths) {
    if (charactersLeft <= 0) break;
    const page = (await readDocumentationPage(workspace, path))?.slice(0, charactersLeft);
    if (page) pages.push(page);
    charactersLeft -= page?.length ?? 0;
  }
  if (pages.length > 0) return pages.join("\n\n");
  throw notCheckedOutError(paths.length);
}

// Pages in reStructuredText and AsciiDoc become Markdown. Skips symlinks, which may point outside of the
// workspace, and files that aren't text.
async function readDocumentationPage(workspace: string, path: string): Promise<string | undefined> {
  if (!(await hasNoSymlinks(workspace, path))) return undefined;
  const text = await readTextFile(workspace, "changed_pages", path).catch(() => undefined);
  const { withoutFrontMatter } = await import("../../../inputs/front-matter.ts");
  const { toMarkdown } = await import("../../../text/pages/to-markdown.ts");
  const content = withoutFrontMatter(text ?? "");
  const body = withoutComments(toMarkdown(path, content) ?? content);
  return body ? `Page ${plainText(path, 200)}:\n\n${body}` : undefined;
}

function notCheckedOutError(pageCount: number): ShowreelError {
  const message =
    pageCount === 1
      ? "The changed page isn't in the workspace."
      : `None of the ${pageCount} changed pages is in the workspace.`;
  return invalidInputError(message, {
    hint: "Check out the repository first.",
    githubHint: "For example in an earlier step: `uses: actions/checkout`.",
  });
}
