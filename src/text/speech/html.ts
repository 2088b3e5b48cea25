import { decodeString } from "micromark-util-decode-string";

/** Decodes the HTML entities in a text. Supports the same entities as the Markdown parser. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => decodeString(entity));
}

/** An opening or closing tag. */
export interface HtmlTag {
  /** The tag name in lower case. */
  readonly name: string;
  readonly isClosing: boolean;
}

/** Reads an inline HTML node, which is a single tag; returns undefined for a comment or a declaration. */
export function readTag(html: string): HtmlTag | undefined {
  const [, slash, name] = /^<(\/?)([a-z][\w-]*)/i.exec(html) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), isClosing: slash === "/" };
}

export type HtmlToken =
  /** `end` is the offset after the tag. */
  | (HtmlTag & { readonly kind: "tag"; readonly end: number })
  | { readonly kind: "text"; readonly text: string };

// Only a comment may extend beyond the next "<". A comment that isn't closed extends to the end of the text.
const markup = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][\w-]*)[^<>]*>/gi;

/** Splits HTML into tags and decoded texts. Comments and declarations are left out. */
export function tokenizeHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let position = 0;
  const addText = (end: number) => {
    if (end > position) tokens.push({ kind: "text", text: decodeEntities(html.slice(position, end)) });
  };
  for (const match of html.matchAll(markup)) {
    const [whole, slash, name] = match;
    const end = match.index + whole.length;
    addText(match.index);
    if (name) tokens.push({ kind: "tag", name: name.toLowerCase(), isClosing: slash === "/", end });
    position = end;
  }
  addText(html.length);
  return tokens;
}

// Tables, code, scripts, media and struck text.
const skippedElements = new Set(
  (
    "audio canvas del form iframe math noscript object pre s script select strike style svg table " +
    "template textarea title video"
  ).split(" "),
);

/** Tracks whether the current position is inside an element that isn't spoken. */
export interface SkipTracker {
  readonly isSkipping: boolean;
  /** Call this with every tag, in document order. `end` is at or after the tag's end in the source. */
  visitTag(tag: HtmlTag, end: number): void;
}

/** Creates a tracker for one document. An element that is never closed is not skipped. */
export function createSkipTracker(source: string): SkipTracker {
  const lowerCaseSource = source.toLowerCase();
  const lastClosingTags = new Map<string, number>();
  let skippedElement = "";
  let depth = 0;
  const isClosedAfter = (name: string, offset: number) => {
    const last = lastClosingTags.get(name) ?? lowerCaseSource.lastIndexOf(`</${name}`);
    lastClosingTags.set(name, last);
    return last >= offset;
  };
  return {
    get isSkipping() {
      return depth > 0;
    },
    visitTag({ name, isClosing }, end) {
      if (depth > 0 && name === skippedElement) depth += isClosing ? -1 : 1;
      else if (depth === 0 && !isClosing && skippedElements.has(name) && isClosedAfter(name, end)) {
        skippedElement = name;
        depth = 1;
      }
    },
  };
}
