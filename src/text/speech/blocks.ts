import type { Html, List, ListItem, Nodes, Paragraph, Root } from "mdast";
import { stripInvisible } from "./characters.ts";
import { htmlBlocks, readTag, type SilentElementTracker, trackSilentElements } from "./html.ts";
import { type Block, hasWords, lineBreakMarker, removedCodeMarker, removedMarker } from "./model.ts";

const maxWords = 5;

/** The code between backticks as words, when it is a name, a version or a flag; otherwise a mark that it was removed. */
function speakInlineCode(code: string): string {
  if (/^[\da-f]{7,64}$/.test(code.trim())) return removedMarker;
  // Of a call or a generic type, the name.
  const words = code
    .trim()
    .replace(/^([\w.]{1,60})(?:\(.*\)|<.*>)$/s, "$1")
    .split(/\s+/);
  if (words.length > maxWords) return removedCodeMarker;
  const spoken = words.map(spokenWord);
  return spoken.every((word) => word !== undefined) ? spoken.join(" ") : removedCodeMarker;
}

function spokenWord(word: string): string | undefined {
  if (/^[CF]#$/.test(word)) return word;
  if (/^--?[a-z]/i.test(word)) return isName(word.slice(1)) ? word.replace(/[-_]+/g, " ").trim() : undefined;
  const bare = word.replace(/^(?:~?\.{0,2}\/|@)/, "");
  return isName(bare) ? bare.replace(/_+/g, " ").trim() : undefined;
}

// A colon stands in `node:fs`, an @ in `package@1.2.0`; in an image's name or a URL they come with a path.
function isName(word: string): boolean {
  if (word.length > 60 || !/^[\p{L}\p{N}\p{M}._/+:@\u{F0000}-\u{FFFFD}-]+$/u.test(word)) return false;
  return /[\p{L}\p{N}\u{F0000}-\u{FFFFD}]/u.test(word) && !/^[a-z]+:\/|\/.*:|:.*\d|:$/iu.test(word);
}

/** Is the paragraph a row of links, as under a logo: two or more, and nothing else that has words? */
function isLinksOnly({ children }: Paragraph): boolean {
  return children.filter(isLink).length > 1 && children.every((node) => isLink(node) || !hasText(node));
}

function isLink(node: Nodes): boolean {
  return node.type === "link" || node.type === "linkReference";
}

function hasText(node: Nodes): boolean {
  if ("children" in node) return node.children.some(hasText);
  return node.type === "inlineCode" || (node.type === "text" && hasWords(node.value));
}

/** The text of a paragraph or a heading, with marks where links, images and code were removed. */
function phrasingText(nodes: readonly Nodes[], skip: SilentElementTracker): string {
  return nodes.map((node) => nodeText(node, skip)).join("");
}

function nodeText(node: Nodes, skip: SilentElementTracker): string {
  if (node.type === "html") return tagText(node.value, node.position?.end.offset ?? 0, skip);
  if (skip.isInside) return "";
  switch (node.type) {
    case "text":
      return stripInvisible(node.value);
    case "inlineCode":
      return speakInlineCode(stripInvisible(node.value));
    case "break":
      return lineBreakMarker;
    case "image":
    case "imageReference":
      return removedMarker;
    // Struck text is what the writer takes back.
    case "delete":
    case "footnoteReference":
      return "";
    case "link":
      return linkText(phrasingText(node.children, skip), node.url);
    default:
      return "children" in node ? phrasingText(node.children, skip) : "";
  }
}

// Only `#12`, a hash or a mention as a link's text vanish with all that looks like them in any text; a URL needs care
// here, since a bare one runs on into the Chinese words after it.
function linkText(text: string, url: string): string {
  const isAddress = url === text || url === `http://${text}` || url === `mailto:${text}`;
  if (isAddress) return text;
  return /^\w+:\/\/(?:www\.)?/.test(url) && normalizeUrl(url) === normalizeUrl(text) ? removedMarker : text;
}

function normalizeUrl(url: string): string {
  return url.toLowerCase().replace(/^\w+:\/\/|\/$/g, "");
}

function tagText(html: string, offset: number, skip: SilentElementTracker): string {
  const tag = readTag(html);
  if (!tag) return "";
  skip.visitTag(tag.name, tag.closes, offset);
  if (skip.isInside) return "";
  if (tag.name === "br") return lineBreakMarker;
  return tag.name === "img" || tag.name === "picture" ? removedMarker : "";
}

type Shape = Omit<Block, "listNumber">;

/** The document as a flat list of blocks. What is not for reading aloud leaves a block with a mark and no words. */
export function toBlocks(tree: Root, source: string): Block[] {
  const skip = trackSilentElements(source);
  const ofHtml = (node: Html): Shape[] => htmlBlocks(node.value, node.position?.start.offset ?? 0, skip);
  const ofLeaf = (node: Nodes): Shape[] => {
    if (node.type === "html") return ofHtml(node);
    if (skip.isInside) return [];
    const shape = { kind: "paragraph", depth: 0, isPseudoHeading: false, text: removedMarker } as const;
    if (node.type === "code" || node.type === "table") return [shape];
    if (node.type !== "heading" && node.type !== "paragraph") return [];
    const text = phrasingText(node.children, skip);
    if (node.type === "paragraph" && isLinksOnly(node)) return [shape];
    if (node.type === "heading") return [{ ...shape, kind: "heading", depth: node.depth, text }];
    return [{ ...shape, isPseudoHeading: isBold(node), text }];
  };
  let listNumber = 0;
  const visit = (node: Nodes, depth: number): Block[] => {
    if (node.type === "list") {
      if (depth === 0) listNumber += 1;
      return completedItems(node).flatMap((item) => visit(item, Math.floor(depth) + 1));
    }
    // What follows in an item stands half a level below what it begins with.
    if (node.type === "listItem")
      return node.children.flatMap((child, index) => visit(child, index === 0 ? depth : depth + 0.5));
    if (node.type === "root" || node.type === "blockquote")
      return node.children.flatMap((child) => visit(child, depth));
    return ofLeaf(node).map((shape) => ({ ...(depth > 0 ? asItem(shape, depth) : shape), listNumber }));
  };
  return visit(tree, 0);
}

// Where some boxes are ticked, the others say what is not the case.
function completedItems({ children }: List): ListItem[] {
  const isTicked = children.some(({ checked }) => checked === true);
  return isTicked ? children.filter(({ checked }) => checked !== false) : children;
}

function isBold({ children }: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === "strong";
}

function asItem(shape: Shape, depth: number): Shape {
  return shape.kind === "close" ? shape : { ...shape, kind: "item", depth, isPseudoHeading: false };
}
