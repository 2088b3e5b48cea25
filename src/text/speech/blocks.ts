import type { List, ListItem, Nodes, Paragraph, Root } from "mdast";
import { isSpeakable, lineBreakMarker, removedMarker, stripInvisible } from "./characters.ts";
import { type CodeBlock, createCodeReader } from "./code.ts";
import { createSkipTracker, type HtmlTag, type SkipTracker, tokenizeHtml } from "./html.ts";
import { inlineText } from "./inline.ts";
import type { Source } from "./normalize.ts";

/** A heading, a paragraph or a list item. A `close` ends the content of a `<details>` element. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "close";
  /**
   * The level of a heading, or how deep an item is nested. An item's later paragraphs have its depth plus
   * 0.5.
   */
  readonly depth: number;
  /** A number that all items of a list, and of the lists nested in it, have in common. */
  readonly listNumber: number;
  /** Whether the block introduces what follows, like a heading: a summary or a paragraph in bold. */
  readonly isPseudoHeading: boolean;
  readonly text: string;
  /** The code of a code block, which is not spoken: its text is a marker. */
  readonly code?: CodeBlock | undefined;
}

type BlockContent = Omit<Block, "listNumber">;

const removedParagraph: BlockContent = {
  kind: "paragraph",
  depth: 0,
  isPseudoHeading: false,
  text: removedMarker,
};

/** Flattens a document into blocks. A block that isn't spoken, such as a table, has a marker as its text. */
export function toBlocks(tree: Root, source: Source): Block[] {
  const tracker = createSkipTracker(source.text);
  const readCode = createCodeReader(source);
  let listNumber = 0;
  const visit = (node: Nodes, depth: number): Block[] => {
    switch (node.type) {
      case "root":
      case "blockquote":
        return node.children.flatMap((child) => visit(child, depth));
      case "list":
        if (depth === 0) listNumber += 1;
        return completedItems(node).flatMap((item) => visit(item, Math.floor(depth) + 1));
      case "listItem":
        return node.children.flatMap((child, index) => visit(child, index === 0 ? depth : depth + 0.5));
      case "code":
        return leafBlocks(node, tracker).map((block) => ({
          ...asItem(block, depth),
          listNumber,
          code: readCode(node),
        }));
      default:
        return leafBlocks(node, tracker).map((block) => ({ ...asItem(block, depth), listNumber }));
    }
  };
  return visit(tree, 0);
}

// In a list with ticked boxes, items with an empty box are not done yet.
function completedItems({ children }: List): ListItem[] {
  const isTicked = children.some(({ checked }) => checked === true);
  return isTicked ? children.filter(({ checked }) => checked !== false) : children;
}

function asItem(block: BlockContent, depth: number): BlockContent {
  if (depth === 0 || block.kind === "close") return block;
  // An item that is in bold is no heading, but a later paragraph of it can be one, such as the name of a tab.
  return { ...block, kind: "item", depth, isPseudoHeading: block.isPseudoHeading && depth % 1 !== 0 };
}

function leafBlocks(node: Nodes, tracker: SkipTracker): BlockContent[] {
  if (node.type === "html") return htmlBlocks(node.value, node.position?.start.offset ?? 0, tracker);
  if (tracker.isSkipping) return [];
  switch (node.type) {
    case "code":
    case "table":
      return [removedParagraph];
    case "heading": {
      const text = inlineText(node.children, tracker);
      return [{ kind: "heading", depth: node.depth, isPseudoHeading: false, text }];
    }
    case "paragraph": {
      // Always read, even if the result is not used: its tags may open or close a skipped element.
      const text = inlineText(node.children, tracker);
      if (isLinksOnly(node)) return [removedParagraph];
      return [{ kind: "paragraph", depth: 0, isPseudoHeading: isBold(node), text }];
    }
    default:
      return [];
  }
}

function isBold({ children }: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === "strong";
}

// Whether a paragraph is a row of links, such as below a logo: two or more links, and no other text.
function isLinksOnly({ children }: Paragraph): boolean {
  return children.filter(isLink).length > 1 && children.every((node) => isLink(node) || !hasText(node));
}

function isLink(node: Nodes): boolean {
  return node.type === "link" || node.type === "linkReference";
}

function hasText(node: Nodes): boolean {
  if ("children" in node) return node.children.some(hasText);
  return node.type === "inlineCode" || (node.type === "text" && isSpeakable(node.value));
}

const blockElements = new Set(
  (
    "address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 " +
    "header hr li main nav ol p section summary table td th tr ul"
  ).split(" "),
);

// `offset` is where the HTML starts in the source.
function htmlBlocks(html: string, offset: number, tracker: SkipTracker): BlockContent[] {
  const blocks: BlockContent[] = [];
  let open = emptyHtmlBlock("p");
  let isInLink = false;
  const startBlock = (element: string) => {
    const text = open.linkCount > 1 && !open.hasOtherText ? removedMarker : open.text.trim();
    if (text !== "") blocks.push({ ...blockKind(open.element), text });
    open = emptyHtmlBlock(element);
  };
  const addText = (rawText: string) => {
    const text = tracker.isSkipping ? "" : stripInvisible(rawText).replace(/\s+/g, " ");
    if (!isInLink && isSpeakable(text)) open.hasOtherText = true;
    open.text += text;
  };
  const addTag = ({ name, isClosing }: HtmlTag) => {
    if (blockElements.has(name)) startBlock(isClosing ? "p" : name);
    if (name === "details" && isClosing)
      blocks.push({ kind: "close", depth: 0, isPseudoHeading: false, text: "" });
    if (name === "a") isInLink = !isClosing;
    if (name === "a" && !isClosing) open.linkCount += 1;
    if (name === "br") open.text += lineBreakMarker;
    const isRemoved = name === "img" || tracker.isSkipping;
    if (isRemoved && !open.text.endsWith(removedMarker)) open.text += removedMarker;
  };
  for (const token of tokenizeHtml(html)) {
    if (token.kind === "text") {
      addText(token.text);
      continue;
    }
    tracker.visitTag(token, offset + token.end);
    addTag(token);
  }
  startBlock("p");
  return blocks;
}

function emptyHtmlBlock(element: string) {
  return { element, text: "", linkCount: 0, hasOtherText: false };
}

function blockKind(element: string): Omit<BlockContent, "text"> {
  const level = /^h([1-6])$/.exec(element)?.[1];
  if (level !== undefined) return { kind: "heading", depth: Number(level), isPseudoHeading: false };
  if (element === "li") return { kind: "item", depth: 1, isPseudoHeading: false };
  return { kind: "paragraph", depth: 0, isPseudoHeading: element === "summary" };
}
