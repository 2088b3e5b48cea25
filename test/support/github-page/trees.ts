import type { Element, Nodes, Parents, Root } from "hast";
import type { Nodes as MarkdownNodes, Root as MarkdownRoot, Text } from "mdast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** Where on GitHub the document is shown. */
export interface PlaceOptions {
  /** Line breaks are kept in comments, but not in summaries and release notes. */
  readonly breaks?: boolean;
}

/** A document at two stages of rendering. */
export interface Trees {
  readonly markdown: MarkdownRoot;
  /** With all raw HTML. */
  readonly written: Root;
  /** After GitHub's sanitization. */
  readonly shown: Root;
}

// Kept by GitHub too (gjtorikian/html-pipeline, sanitization_filter.rb), and harmless.
const alsoKept = "abbr caption cite dfn figcaption figure mark small time wbr".split(" ");
const schema = { ...defaultSchema, tagNames: [...(defaultSchema.tagNames ?? []), ...alsoKept] };
const sanitising = unified().use(rehypeSanitize, schema);

/** Parses Markdown like GitHub. */
export function toTrees(markdown: string, { breaks = false }: PlaceOptions): Trees {
  const reading = unified()
    .use(remarkParse)
    .use(remarkGfm)
    // Sanitization adds the prefix.
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: "",
      handlers: breaks ? { text: toBrokenLines } : {},
    })
    .use(rehypeRaw);
  const parsed = reading.parse(markdown);
  const written = reading.runSync(parsed);
  const shown = sanitising.runSync(structuredClone(written));
  dropSourcelessImages(shown);
  return { markdown: parsed, written, shown };
}

function toBrokenLines(_: unknown, { value }: Text) {
  return value.split("\n").flatMap((line, index) => {
    const words = { type: "text" as const, value: line };
    return index === 0 ? [words] : [newLine(), words];
  });
}

function newLine(): Element {
  return { type: "element", tagName: "br", properties: {}, children: [] };
}

// URLs other than http, https and relative ones were removed; GitHub doesn't show such images.
function dropSourcelessImages(parent: Parents): void {
  const isBroken = (node: Nodes) => isElement(node, "img") && node.properties.src === undefined;
  parent.children = parent.children.filter((child) => !isBroken(child));
  for (const child of parent.children) if ("children" in child) dropSourcelessImages(child);
}

/** Whether a node is an element, of that name if one is given. */
export function isElement(node: Nodes, ...names: readonly string[]): node is Element {
  return node.type === "element" && (names.length === 0 || names.includes(node.tagName));
}

/** The node and its descendants, in document order. */
export function everyNode(node: Nodes): Nodes[] {
  return "children" in node ? [node, ...node.children.flatMap(everyNode)] : [node];
}

/** The HTML comments of a document; an unclosed one extends to the end. */
export function toComments(node: MarkdownNodes): string[] {
  if ("children" in node) return node.children.flatMap(toComments);
  if (node.type !== "html") return [];
  return [...node.value.matchAll(/<!--(.*?)(?:-->|$)/gs)].map(([, words = ""]) => words.trim());
}
