import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import { nonEmptyLines } from "./video-request.ts";

/** Returns whether a path, relative to the repository's root, is a page of its documentation. */
export type PageFilter = (path: string) => boolean;

const pageNames = /\.(md|mdx|markdown|rst|adoc|asciidoc)$/i;
// A `.txt` is a page only where documentation lives: elsewhere it is `requirements.txt` or `CMakeLists.txt`.
const textPages = /(^|\/)(docs?|documentation|manual|guides?)\/(.*\/)?[^/]+\.txt$/i;
const otherNames =
  /(^|\/)((licen[cs]e|copying|notice|changelog|changes|history|news|authors|contributors|credits|code_of_conduct|third[-_]party[-_]\w+)([-_.][^/]*)?|(requirements|constraints|robots|llms|cmakelists)[^/]*\.txt)$/i;
const otherFolders =
  /(^|\/)(\.[^/]+|node_modules|vendor|third[-_]party|tests?|__tests__|specs?|fixtures|testdata)\//i;

/**
 * Creates the filter of the setting `pages`: one glob a line, `!` excludes. Without it, documentation counts: no
 * licenses, changelogs or lists of requirements, and nothing in dot folders, `node_modules`, `vendor` or tests.
 * Fails with `invalid_input` for a glob that no path of a repository can match.
 */
export async function createPageFilter(pages: string | undefined): Promise<PageFilter> {
  const globs = nonEmptyLines(pages).map((glob) => glob.replace(/^(!?)\.\//, "$1"));
  if (globs.length === 0) return isDocumentation;
  const wrong = globs.find((glob) => /^!?(\/|\.\.\/|[a-z]:)|\\/i.test(glob));
  if (wrong !== undefined) throw invalidGlobError(wrong);
  // `!(…)` is a pattern, not an exclusion.
  const isExclusion = (glob: string) => /^!(?!\()/.test(glob);
  const included = globs.filter((glob) => !isExclusion(glob));
  if (included.length === 0) throw onlyExcludedError();
  const excluded = globs.filter(isExclusion).map((glob) => glob.slice(1));
  const { default: picomatch } = await import("picomatch");
  return picomatch(included, { dot: true, ignore: excluded });
}

/** The filter without the setting `pages`. */
export function isDocumentation(path: string): boolean {
  if (otherNames.test(path) || otherFolders.test(path)) return false;
  return pageNames.test(path) || textPages.test(path);
}

function invalidGlobError(glob: string): ShowreelError {
  return invalidInputError(
    `\`pages\` has "${plainText(glob, 80)}", which matches no file: globs are relative to the repository, with / between folders.`,
    { hint: "Write for example `docs/**/*.md`.", settings: ["pages"] },
  );
}

function onlyExcludedError(): ShowreelError {
  return invalidInputError("`pages` only says what is no page.", {
    hint: "Add a glob without `!`, such as `docs/**/*.md`.",
    settings: ["pages"],
  });
}
