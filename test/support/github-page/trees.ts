import type { Element, Nodes, Parents, Root } from "hast";
import type { Nodes as MarkdownNodes, Root as MarkdownRoot, Text } from "mdast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** Which of GitHub's places the document is shown in. */
export interface PlaceOptions {
  /** A comment breaks its lines where the Markdown does; a summary and release notes do not. */
  readonly breaks?: boolean;
}

/** A document on its way into the page. */
export interface Trees {
  readonly markdown: MarkdownRoot;
  /** With all raw HTML. */
  readonly written: Root;
  /** What GitHub's sanitising leaves of it. */
  readonly shown: Root;
}

// Kept by GitHub too (gjtorikian/html-pipeline, sanitization_filter.rb), and harmless.
const alsoKept = "abbr caption cite dfn figcaption figure mark small time wbr".split(" ");
const schema = { ...defaultSchema, tagNames: [...(defaultSchema.tagNames ?? []), ...alsoKept] };
const sanitising = unified().use(rehypeSanitize, schema);

/** Reads GitHub's Markdown as GitHub does. */
export function toTrees(markdown: string, { breaks = false }: PlaceOptions): Trees {
  const reading = unified()
    .use(remarkParse)
    .use(remarkGfm)
    // Sanitising adds the prefix.
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

// An address that is neither http, https nor relative is gone by now; GitHub shows no such image.
function dropSourcelessImages(parent: Parents): void {
  const isBroken = (node: Nodes) => isElement(node, "img") && node.properties.src === undefined;
  parent.children = parent.children.filter((child) => !isBroken(child));
  for (const child of parent.children) if ("children" in child) dropSourcelessImages(child);
}

/** Whether a node is an element, of that name if one is given. */
export function isElement(node: Nodes, ...names: readonly string[]): node is Element {
  return node.type === "element" && (names.length === 0 || names.includes(node.tagName));
}

/** The node and all that is in it, in the order of reading. */
export function everyNode(node: Nodes): Nodes[] {
  return "children" in node ? [node, ...node.children.flatMap(everyNode)] : [node];
}

/** The HTML comments of a document; one that is never closed reaches to the end. */
export function toComments(node: MarkdownNodes): string[] {
  if ("children" in node) return node.children.flatMap(toComments);
  if (node.type !== "html") return [];
  return [...node.value.matchAll(/<!--(.*?)(?:-->|$)/gs)].map(([, words = ""]) => words.trim());
}
