import type { Nodes } from "mdast";
import {
  isSpeakable,
  lineBreakMarker,
  protectEdges,
  removedCodeMarker,
  removedMarker,
  stripInvisible,
} from "./characters.ts";
import { readTag, type SkipTracker } from "./html.ts";

/**
 * Returns the text of inline Markdown, with markers for line breaks and for removed links, images and code.
 */
export function inlineText(nodes: readonly Nodes[], tracker: SkipTracker): string {
  return nodes.map((node) => nodeText(node, tracker)).join("");
}

function nodeText(node: Nodes, tracker: SkipTracker): string {
  if (node.type === "html") return tagText(node.value, node.position?.end.offset ?? 0, tracker);
  if (tracker.isSkipping) return "";
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
    // Struck-through text is no longer valid.
    case "delete":
    case "footnoteReference":
      return "";
    case "link":
      return linkText(inlineText(node.children, tracker), node.url);
    default:
      return "children" in node ? inlineText(node.children, tracker) : "";
  }
}

function tagText(html: string, end: number, tracker: SkipTracker): string {
  const tag = readTag(html);
  if (!tag) return "";
  tracker.visitTag(tag, end);
  if (tracker.isSkipping) return "";
  if (tag.name === "br") return lineBreakMarker;
  return tag.name === "img" || tag.name === "picture" ? removedMarker : "";
}

// Only URLs need a rule here, because a bare URL directly before Chinese text has no recognizable end.
// `markReferences` removes issue numbers, hashes and mentions from any text.
function linkText(text: string, url: string): string {
  const isAutolink = url === text || url === `http://${text}` || url === `mailto:${text}`;
  if (isAutolink) return text;
  return /^\w+:\/\/(?:www\.)?/.test(url) && normalizeUrl(url) === normalizeUrl(text) ? removedMarker : text;
}

function normalizeUrl(url: string): string {
  return url.toLowerCase().replace(/^\w+:\/\/|\/$/g, "");
}

const maxCodeWords = 5;

// Names, versions, flags, and the names of calls and generic types can be spoken.
function speakInlineCode(code: string): string {
  if (/^[\da-f]{7,64}$/.test(code.trim())) return removedMarker;
  const words = code
    .trim()
    .replace(/^([\w.]{1,60})(?:\(.*\)|<.*>)$/s, "$1")
    .split(/\s+/);
  if (words.length > maxCodeWords) return removedCodeMarker;
  const spoken = words.map(speakCodeWord);
  return spoken.every((word) => word !== undefined) ? spoken.join(" ") : removedCodeMarker;
}

function speakCodeWord(word: string): string | undefined {
  if (/^[CF]#$/.test(word)) return word;
  const name = word.replace(/^(?:~?\.{0,2}\/|@)/, "");
  return isIdentifier(name) ? protectEdges(name) : undefined;
}

// `node:fs` and `package@1.2.0` are identifiers; a URL, or an image's name with a path and a tag, is not.
function isIdentifier(word: string): boolean {
  if (word.length > 60 || !/^[\p{L}\p{N}\p{M}._/+:@\u{F0000}-\u{FFFFD}-]+$/u.test(word)) return false;
  return isSpeakable(word) && !/^[a-z]+:\/|\/.*:|:.*\d|:$/iu.test(word);
}
