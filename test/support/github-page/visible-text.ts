import type { Nodes } from "hast";
import { isElement } from "./trees.ts";

const blocks =
  "p div pre blockquote details summary ul ol li dl dt dd table caption thead tbody tfoot tr section figure " +
  "figcaption h1 h2 h3 h4 h5 h6 hr br";

/** The visible text: one line per block, cells side by side, no zero-width spaces. */
export function toText(node: Nodes): string {
  const text = textOf(node, false)
    .replaceAll("\u200b", "")
    .replace(/[ \t]+/g, " ");
  return text.replace(/ ?\n[ \n]*/g, "\n").trim();
}

function textOf(node: Nodes, isLiteral: boolean): string {
  if (node.type === "text") return isLiteral ? node.value : node.value.replaceAll("\n", " ");
  if (!("children" in node)) return "";
  const parts = node.children.map((child) => textOf(child, isLiteral || isElement(node, "pre")));
  const inside = isElement(node, "tr")
    ? parts.filter((part) => part.trim() !== "").join(" ")
    : parts.join("");
  return isElement(node, ...blocks.split(" ")) ? `\n${inside}\n` : inside;
}

/**
 * Returns the texts in which GitHub looks for mentions and references: everything except code and links.
 * Entities are already decoded; texts that are separated by markup are separate items.
 */
export function toProse(node: Nodes): string[] {
  if (!("children" in node) || isElement(node, "a", "code", "pre")) return [];
  const runs = [""];
  for (const child of node.children) {
    if (child.type === "text") runs.push(`${runs.pop()}${child.value}`);
    else runs.push(...toProse(child), "");
  }
  return runs.filter((run) => run !== "");
}
