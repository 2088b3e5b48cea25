import { decodeEntities } from "./entities.ts";

/** A tag by its lower-case name, or the text between two tags. */
export type HtmlPiece =
  | { readonly kind: "tag"; readonly name: string; readonly closes: boolean; readonly end: number }
  | { readonly kind: "text"; readonly text: string };

// No part of it can run past the next "<" except a comment, which ends the search when it is never closed.
const markup = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][\w-]*)[^<>]*>/gi;

/** HTML as tags and texts in their order; comments and declarations vanish, entities are decoded. */
export function readHtml(html: string): HtmlPiece[] {
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
