import type { Nodes, Paragraph } from "mdast";
import { hasWords } from "./marks.ts";

/** Is the paragraph a row of links, as under a logo: two or more, and nothing else that has words? */
export function isLinksOnly({ children }: Paragraph): boolean {
  return children.filter(isLink).length > 1 && children.every((node) => isLink(node) || !hasText(node));
}

function isLink(node: Nodes): boolean {
  return node.type === "link" || node.type === "linkReference";
}

function hasText(node: Nodes): boolean {
  if ("children" in node) return node.children.some(hasText);
  return node.type === "inlineCode" || (node.type === "text" && hasWords(node.value));
}
