import { fromMarkdown } from "mdast-util-from-markdown";
import { stripInvisible } from "./characters.ts";
import { type Block, hasWords, lineBreakMarker, removedMarker } from "./model.ts";

const decodedEntities = new Map<string, string>();

/** HTML text with its entities decoded; the table of names is the Markdown parser's. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const decoded = decodedEntities.get(entity) ?? decodeEntity(entity);
    if (decodedEntities.size < 5_000) decodedEntities.set(entity, decoded);
    return decoded;
  });
}

function decodeEntity(entity: string): string {
  const [paragraph] = fromMarkdown(entity).children;
  const [text] = paragraph?.type === "paragraph" ? paragraph.children : [];
  return text?.type === "text" ? text.value : " ";
}

const silentTags = new Set([
  ..."audio canvas del form iframe math noscript object pre s script select strike style svg table".split(
    " ",
  ),
  ..."template textarea title video".split(" "),
]);

/** Knows, tag by tag in the order of the document, whether one is inside an element that is not for reading aloud. */
export interface SilentElementTracker {
  readonly isInside: boolean;
  /** Takes a tag that ends at this offset of the source, or before it. */
  visitTag(name: string, closes: boolean, offset: number): void;
}

/** Tables, code, scripts, media and struck text are skipped with their content, if they are closed at all. */
export function trackSilentElements(source: string): SilentElementTracker {
  const lower = source.toLowerCase();
  const lastClosing = new Map<string, number>();
  let inside = "";
  let depth = 0;
  const isClosedAfter = (name: string, offset: number) => {
    const last = lastClosing.get(name) ?? lower.lastIndexOf(`</${name}`);
    lastClosing.set(name, last);
    return last >= offset;
  };
  return {
    get isInside() {
      return depth > 0;
    },
    visitTag(name, closes, offset) {
      if (depth > 0 && name === inside) depth += closes ? -1 : 1;
      else if (depth === 0 && !closes && silentTags.has(name) && isClosedAfter(name, offset)) {
        inside = name;
        depth = 1;
      }
    },
  };
}

/** A tag by its lower-case name, or the text between two tags. */
export type HtmlToken =
  | { readonly kind: "tag"; readonly name: string; readonly isClosing: boolean; readonly end: number }
  | { readonly kind: "text"; readonly text: string };

// No part of it can run past the next "<" except a comment, which ends the search when it is never closed.
const markup = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][\w-]*)[^<>]*>/gi;

/** HTML as tags and texts in their order; comments and declarations vanish, entities are decoded. */
function tokenizeHtml(html: string): HtmlToken[] {
  const pieces: HtmlToken[] = [];
  let position = 0;
  const addText = (end: number) => {
    if (end > position) pieces.push({ kind: "text", text: decodeEntities(html.slice(position, end)) });
  };
  for (const match of html.matchAll(markup)) {
    const [whole, slash, name] = match;
    const end = match.index + whole.length;
    addText(match.index);
    if (name) pieces.push({ kind: "tag", name: name.toLowerCase(), isClosing: slash === "/", end });
    position = end;
  }
  addText(html.length);
  return pieces;
}

/** The one tag that an inline HTML node is; undefined for a comment or a declaration. */
export function readTag(html: string): { name: string; closes: boolean } | undefined {
  const [, slash, name] = /^<(\/?)([a-z][\w-]*)/i.exec(html) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), closes: slash === "/" };
}

const blockTags = new Set([
  ..."address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4".split(
    " ",
  ),
  ..."h5 h6 header hr li main nav ol p section summary table td th tr ul".split(" "),
]);

type HtmlBlock = Pick<Block, "kind" | "depth" | "isPseudoHeading" | "text">;

/** The headings, paragraphs and items that a stretch of HTML shows. It starts at this offset of the source. */
export function htmlBlocks(html: string, offset: number, skip: SilentElementTracker): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let open = emptyBlock("p");
  const flush = (next: string) => {
    const text = open.links > 1 && !open.hasOther ? removedMarker : open.text.trim();
    if (text !== "") blocks.push({ ...shapeOf(open.tag), text });
    open = emptyBlock(next);
  };
  let isLink = false;
  for (const piece of tokenizeHtml(html)) {
    if (piece.kind === "text") {
      const text = skip.isInside ? "" : stripInvisible(piece.text).replace(/\s+/g, " ");
      if (!isLink && hasWords(text)) open.hasOther = true;
      open.text += text;
      continue;
    }
    const { name, isClosing } = piece;
    skip.visitTag(name, isClosing, offset + piece.end);
    if (blockTags.has(name)) flush(isClosing ? "p" : name);
    if (name === "details" && isClosing)
      blocks.push({ kind: "close", depth: 0, isPseudoHeading: false, text: "" });
    if (name === "a") isLink = !isClosing;
    if (name === "a" && !isClosing) open.links += 1;
    if (name === "br") open.text += lineBreakMarker;
    if ((name === "img" || skip.isInside) && !open.text.endsWith(removedMarker)) open.text += removedMarker;
  }
  flush("p");
  return blocks;
}

// A row of links and nothing else, as under a logo, is nothing to say.
function emptyBlock(tag: string) {
  return { tag, text: "", links: 0, hasOther: false };
}

function shapeOf(tag: string): Omit<HtmlBlock, "text"> {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level !== undefined) return { kind: "heading", depth: Number(level), isPseudoHeading: false };
  if (tag === "li") return { kind: "item", depth: 1, isPseudoHeading: false };
  return { kind: "paragraph", depth: 0, isPseudoHeading: tag === "summary" };
}
