import { fromMarkdown } from "mdast-util-from-markdown";
import { visible } from "./characters.ts";
import { type Block, hasWords, lineEnd, removed } from "./model.ts";

const known = new Map<string, string>();

/** HTML text with its entities decoded; the table of names is the Markdown parser's. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const decoded = known.get(entity) ?? decode(entity);
    if (known.size < 5_000) known.set(entity, decoded);
    return decoded;
  });
}

function decode(entity: string): string {
  const [paragraph] = fromMarkdown(entity).children;
  const [text] = paragraph?.type === "paragraph" ? paragraph.children : [];
  return text?.type === "text" ? text.value : " ";
}

const silent = new Set([
  ..."audio canvas del form iframe math noscript object pre s script select strike style svg table".split(
    " ",
  ),
  ..."template textarea title video".split(" "),
]);

/** Knows, tag by tag in the order of the document, whether one is inside an element that is not for reading aloud. */
export interface HtmlSkip {
  readonly active: boolean;
  /** Takes a tag that ends at this offset of the source, or before it. */
  meet(name: string, closes: boolean, offset: number): void;
}

/** Tables, code, scripts, media and struck text are skipped with their content, if they are closed at all. */
export function createHtmlSkip(source: string): HtmlSkip {
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
    get active() {
      return depth > 0;
    },
    meet(name, closes, offset) {
      if (depth > 0 && name === inside) depth += closes ? -1 : 1;
      else if (depth === 0 && !closes && silent.has(name) && isClosedAfter(name, offset)) {
        inside = name;
        depth = 1;
      }
    },
  };
}

/** A tag by its lower-case name, or the text between two tags. */
export type HtmlPiece =
  | { readonly kind: "tag"; readonly name: string; readonly closes: boolean; readonly end: number }
  | { readonly kind: "text"; readonly text: string };

// No part of it can run past the next "<" except a comment, which ends the search when it is never closed.
const markup = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][\w-]*)[^<>]*>/gi;

/** HTML as tags and texts in their order; comments and declarations vanish, entities are decoded. */
function readHtml(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let position = 0;
  const addText = (end: number) => {
    if (end > position) pieces.push({ kind: "text", text: decodeEntities(html.slice(position, end)) });
  };
  for (const match of html.matchAll(markup)) {
    const [whole, slash, name] = match;
    const end = match.index + whole.length;
    addText(match.index);
    if (name) pieces.push({ kind: "tag", name: name.toLowerCase(), closes: slash === "/", end });
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

const breaking = new Set([
  ..."address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4".split(
    " ",
  ),
  ..."h5 h6 header hr li main nav ol p section summary table td th tr ul".split(" "),
]);

type HtmlBlock = Pick<Block, "kind" | "depth" | "leads" | "text">;

/** The headings, paragraphs and items that a stretch of HTML shows. It starts at this offset of the source. */
export function htmlBlocks(html: string, offset: number, skip: HtmlSkip): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let open = emptyBlock("p");
  const flush = (next: string) => {
    const text = open.links > 1 && !open.hasOther ? removed : open.text.trim();
    if (text !== "") blocks.push({ ...shapeOf(open.tag), text });
    open = emptyBlock(next);
  };
  let isLink = false;
  for (const piece of readHtml(html)) {
    if (piece.kind === "text") {
      const text = skip.active ? "" : visible(piece.text).replace(/\s+/g, " ");
      if (!isLink && hasWords(text)) open.hasOther = true;
      open.text += text;
      continue;
    }
    const { name, closes } = piece;
    skip.meet(name, closes, offset + piece.end);
    if (breaking.has(name)) flush(closes ? "p" : name);
    if (name === "details" && closes) blocks.push({ kind: "close", depth: 0, leads: false, text: "" });
    if (name === "a") isLink = !closes;
    if (name === "a" && !closes) open.links += 1;
    if (name === "br") open.text += lineEnd;
    if ((name === "img" || skip.active) && !open.text.endsWith(removed)) open.text += removed;
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
  if (level !== undefined) return { kind: "heading", depth: Number(level), leads: false };
  if (tag === "li") return { kind: "item", depth: 1, leads: false };
  return { kind: "paragraph", depth: 0, leads: tag === "summary" };
}
