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
