import type { Html, List, ListItem, Nodes, Paragraph, Root } from "mdast";
import type { Block } from "./block.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { createHtmlSkip } from "./html-skip.ts";
import { isLinksOnly } from "./links-only.ts";
import { removed } from "./marks.ts";
import { phrasingText } from "./phrasing.ts";

type Shape = Omit<Block, "list">;

/** The document as a flat list of blocks. What is not for reading aloud leaves a block with a mark and no words. */
export function toBlocks(tree: Root, source: string): Block[] {
  const skip = createHtmlSkip(source);
  const ofHtml = (node: Html): Shape[] => htmlBlocks(node.value, node.position?.start.offset ?? 0, skip);
  const ofLeaf = (node: Nodes): Shape[] => {
    if (node.type === "html") return ofHtml(node);
    if (skip.active) return [];
    const shape = { kind: "paragraph", depth: 0, leads: false, text: removed } as const;
    if (node.type === "code" || node.type === "table") return [shape];
    if (node.type !== "heading" && node.type !== "paragraph") return [];
    const text = phrasingText(node.children, skip);
    if (node.type === "paragraph" && isLinksOnly(node)) return [shape];
    if (node.type === "heading") return [{ ...shape, kind: "heading", depth: node.depth, text }];
    return [{ ...shape, leads: isBold(node), text }];
  };
  let list = 0;
  const visit = (node: Nodes, depth: number): Block[] => {
    if (node.type === "list") {
      if (depth === 0) list += 1;
      return doneItems(node).flatMap((item) => visit(item, Math.floor(depth) + 1));
    }
    // What follows in an item stands half a level below what it begins with.
    if (node.type === "listItem")
      return node.children.flatMap((child, index) => visit(child, index === 0 ? depth : depth + 0.5));
    if (node.type === "root" || node.type === "blockquote")
      return node.children.flatMap((child) => visit(child, depth));
    return ofLeaf(node).map((shape) => ({ ...(depth > 0 ? asItem(shape, depth) : shape), list }));
  };
  return visit(tree, 0);
}

// Where some boxes are ticked, the others say what is not the case.
function doneItems({ children }: List): ListItem[] {
  const isTicked = children.some(({ checked }) => checked === true);
  return isTicked ? children.filter(({ checked }) => checked !== false) : children;
}

function isBold({ children }: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === "strong";
}

function asItem(shape: Shape, depth: number): Shape {
  return shape.kind === "close" ? shape : { ...shape, kind: "item", depth, leads: false };
}
