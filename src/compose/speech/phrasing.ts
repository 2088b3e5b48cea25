import type { Nodes } from "mdast";
import { codeWords } from "./code-words.ts";
import { readTag } from "./html.ts";
import type { HtmlSkip } from "./html-skip.ts";
import { lineEnd, removed } from "./marks.ts";
import { visible } from "./visible.ts";

/** The text of a paragraph or a heading, with marks where links, images and code were removed. */
export function phrasingText(nodes: readonly Nodes[], skip: HtmlSkip): string {
  return nodes.map((node) => nodeText(node, skip)).join("");
}

function nodeText(node: Nodes, skip: HtmlSkip): string {
  if (node.type === "html") return tagText(node.value, node.position?.end.offset ?? 0, skip);
  if (skip.active) return "";
  switch (node.type) {
    case "text":
      return visible(node.value);
    case "inlineCode":
      return codeWords(visible(node.value));
    case "break":
      return lineEnd;
    case "image":
    case "imageReference":
      return removed;
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
  return /^\w+:\/\/(?:www\.)?/.test(url) && bare(url) === bare(text) ? removed : text;
}

function bare(url: string): string {
  return url.toLowerCase().replace(/^\w+:\/\/|\/$/g, "");
}

function tagText(html: string, offset: number, skip: HtmlSkip): string {
  const tag = readTag(html);
  if (!tag) return "";
  skip.meet(tag.name, tag.closes, offset);
  if (skip.active) return "";
  if (tag.name === "br") return lineEnd;
  return tag.name === "img" || tag.name === "picture" ? removed : "";
}
