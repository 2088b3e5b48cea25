import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** As much of a node of the tree as links and headings need. */
interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

export interface Page {
  /** Where its links and pictures lead, as they are written. */
  readonly targets: readonly string[];
  /** The anchors that GitHub gives its headings, and those written as HTML. */
  readonly anchors: ReadonlySet<string>;
}

/** What a Markdown page links to, and what of it can be linked to. */
export function readPage(markdown: string): Page {
  const nodes = flatten(
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  );
  const html = nodes.filter(({ type }) => type === "html").map(({ value = "" }) => value);
  return {
    targets: [...nodes.flatMap(({ url }) => url ?? []), ...html.flatMap(htmlTargets)],
    anchors: new Set([
      ...slugs(nodes.filter(({ type }) => type === "heading")),
      ...html.flatMap(htmlAnchors),
    ]),
  };
}

function flatten(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

const attributes = (names: string) => new RegExp(`\\b(?:${names})\\s*=\\s*"([^"]*)"`, "g");

function htmlTargets(html: string): string[] {
  return [...html.matchAll(attributes("href|src|srcset"))].map(([, target = ""]) => target);
}

function htmlAnchors(html: string): string[] {
  return [...html.matchAll(attributes("id|name"))].map(([, anchor = ""]) => anchor);
}

// GitHub's way: lower case, without punctuation, blanks as hyphens, and a number where a heading comes again.
function slugs(headings: readonly Node[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const slug = words(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

function words({ type, value = "", children = [] }: Node): string {
  return type === "html" ? "" : value + children.map(words).join("");
}
