import type { Element, Nodes } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { findMentions, findReferences } from "./references.ts";
import { everyNode, isElement, type PlaceOptions, toComments, toTrees } from "./trees.ts";
import { toProse, toText } from "./visible-text.ts";

export interface InspectOptions extends PlaceOptions {
  /** The expected elements, instead of `usualElements`. */
  readonly expected?: readonly string[];
}

/** Everything that GitHub or a browser renders as more than text. */
export interface InspectedPage {
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly images: readonly { readonly src: string; readonly alt: string }[];
  /** `@name` and `@org/team`. */
  readonly mentions: readonly string[];
  /** `#12`, `owner/repo#12`, `GH-12` and commits. */
  readonly issues: readonly string[];
  /** The number of cells per row, for each table. */
  readonly tables: readonly (readonly number[])[];
  /** HTML comments, which GitHub doesn't show. */
  readonly comments: readonly string[];
  /** Unexpected elements, including those that GitHub removes. */
  readonly html: readonly string[];
  /** The visible text, one line per block. */
  readonly text: string;
}

/** The elements of our documents; images and links are listed separately. */
const usualElements: readonly string[] =
  "p br h3 strong code pre table thead tbody tr th td details summary a img picture source".split(" ");

/** Returns the HTML that GitHub shows for Markdown. */
export function toPage(markdown: string, options: PlaceOptions = {}): string {
  return unified().use(rehypeStringify).stringify(toTrees(markdown, options).shown);
}

/**
 * Returns what the page contains that GitHub shows for the Markdown. It finds rather too much: URLs that
 * are written with character references count as links, as they are in files on GitHub but not in
 * comments.
 */
export function inspectPage(markdown: string, options: InspectOptions = {}): InspectedPage {
  const trees = toTrees(markdown, options);
  const prose = toProse(trees.shown);
  const elements = everyElement(trees.shown);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const expected = options.expected ?? usualElements;
  return {
    links: named("a").flatMap(toLink),
    images: named("img").map(({ properties: { src, alt } }) => ({ src: `${src}`, alt: `${alt ?? ""}` })),
    mentions: prose.flatMap(findMentions),
    issues: prose.flatMap(findReferences),
    tables: named("table").map(toCellCounts),
    comments: toComments(trees.markdown),
    html: everyElement(trees.written)
      .map(({ tagName }) => tagName)
      .filter((name) => !expected.includes(name)),
    text: toText(trees.shown),
  };
}

function everyElement(node: Nodes): Element[] {
  return everyNode(node).filter((found) => isElement(found));
}

function toLink(element: Element) {
  const { href } = element.properties;
  return href === undefined ? [] : [{ href: `${href}`, text: toText(element) }];
}

function toCellCounts(table: Element): number[] {
  const rows = everyElement(table).filter(({ tagName }) => tagName === "tr");
  return rows.map((row) => row.children.filter((cell) => isElement(cell, "td", "th")).length);
}
