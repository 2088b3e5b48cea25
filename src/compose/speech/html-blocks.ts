import type { Block } from "./block.ts";
import { readHtml } from "./html.ts";
import type { HtmlSkip } from "./html-skip.ts";
import { hasWords, lineEnd, removed } from "./marks.ts";
import { visible } from "./visible.ts";

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
