import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** The part of an mdast node that links and headings need. */
interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

export interface Page {
  /** The targets of links and images, as written. */
  readonly targets: readonly string[];
  /** The anchors that GitHub generates for headings, and those in HTML. */
  readonly anchors: ReadonlySet<string>;
}

/** Returns the link targets and the anchors of a Markdown page. */
export function readPage(markdown: string): Page {
  const nodes = flatten(
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  );
  const html = nodes.filter(({ type }) => type === "html").map(({ value = "" }) => value);
  return {
    targets: [...nodes.flatMap(({ url }) => url ?? []), ...html.flatMap(htmlTargets)],
    anchors: new Set([
      ...headingSlugs(nodes.filter(({ type }) => type === "heading")),
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

// As GitHub does: lower case, without punctuation, spaces as hyphens, and a number for a repeated heading.
function headingSlugs(headings: readonly Node[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const slug = headingText(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

function headingText({ type, value = "", children = [] }: Node): string {
  return type === "html" ? "" : value + children.map(headingText).join("");
}
