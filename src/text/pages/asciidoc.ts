import { convertAsciiDocInline } from "./asciidoc-inline.ts";
import { toLines } from "./indentation.ts";

const admonition = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION)$/;

interface State {
  readonly result: string[];
  /** The delimiter that ends the code which is being read; "" outside of code. */
  code: string;
  /** The delimiters of open boxes. */
  readonly boxes: string[];
  /** The type that the next block has, such as `NOTE`. */
  nextType: string;
  /** The title of the next block. */
  title: string;
  isHeader: boolean;
  readonly attributes: Map<string, string>;
}

/**
 * Converts AsciiDoc to Markdown: headings, lists, blocks, admonitions and inline macros. Tables become code.
 * Includes are left out, and so are the conditions around a text, which stays.
 */
export function asciiDocToMarkdown(text: string): string {
  const state: State = {
    result: [],
    code: "",
    boxes: [],
    nextType: "",
    title: "",
    isHeader: true,
    attributes: new Map(),
  };
  for (const line of toLines(text)) convertLine(line.trimEnd(), state);
  if (state.code !== "") state.result.push("````");
  return convertAsciiDocInline(state.result.join("\n"), state.attributes)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const codeDelimiter = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}.*|[|,:!]={3,})$/;
const boxDelimiter = /^(?:={4,}|\*{4,}|_{4,}|--)$/;

function convertLine(line: string, state: State): void {
  const { result } = state;
  if (state.code !== "") {
    if (line === state.code) closeCode(state);
    else result.push(line);
  } else if (codeDelimiter.test(line)) openCode(line, state);
  else if (boxDelimiter.test(line)) toggleBox(line, state);
  else if (!convertMarkupLine(line, state)) addText(line, state);
}

function openCode(line: string, state: State): void {
  state.code = line.startsWith("`") ? (/^`+/.exec(line)?.[0] ?? line) : line;
  state.nextType = "";
  // The title of code says nothing without it.
  const title = state.title.replaceAll("`", "");
  state.title = "";
  state.result.push("", `\`\`\`\`${title}`);
}

function closeCode(state: State): void {
  state.code = "";
  state.result.push("````", "");
}

// The same delimiter ends the box.
function toggleBox(line: string, state: State): void {
  const { result, boxes, nextType } = state;
  writeTitle(state);
  state.nextType = "";
  const open = boxes.lastIndexOf(line);
  result.push("");
  if (open >= 0) boxes.length = open;
  else {
    boxes.push(line);
    if (admonition.test(nextType)) result.push(introduction(nextType));
  }
}

const introduction = (type: string) => `${type.charAt(0)}${type.slice(1).toLowerCase()}:`;

// Handles lines that are markup as a whole. Returns whether the line is one.
function convertMarkupLine(line: string, state: State): boolean {
  const { result, attributes } = state;
  if (line === "") {
    state.isHeader = false;
    if (state.result.at(-1)?.endsWith(":") && admonition.test(state.nextType)) return true;
    result.push("");
    return true;
  }
  const attribute = /^:(!?[\w-]+!?):(?:\s+(.*))?$/.exec(line);
  if (attribute) {
    attributes.set(attribute[1] ?? "", attribute[2] ?? "");
    return true;
  }
  if (
    /^\/\/|^(?:include|ifdef|ifndef|ifeval|endif|toc|audio|video)::|^'{3,}$|^<{3,}$|^\[\[.*\]\]$/.test(line)
  )
    return true;
  if (/^[\w-]+::\S*\[.*\]$/.test(line)) {
    result.push("", "![](x)", "");
    return true;
  }
  const block = /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]$/.exec(line)?.[1];
  if (block !== undefined) {
    state.nextType = /^\w+/.exec(block)?.[0] ?? "";
    return true;
  }
  return false;
}

// Writes the title of the next block, which turned out not to be code.
function writeTitle(state: State): void {
  if (state.title !== "") state.result.push("", `**${state.title}**`, "");
  state.title = "";
}

function addText(line: string, state: State): void {
  const { result } = state;
  writeTitle(state);
  const heading = /^(={1,6}|#{1,6})\s+(.+?)(?:\s=+)?$/.exec(line);
  const title = /^\.([^\s.].*)$/.exec(line)?.[1];
  const definition = /^\s*(\S.*?)(?:::|;;)(?:\s+(.*))?$/.exec(line);
  const item = /^\s*(\*{1,6}|-|\.{1,6}|<(?:\d+|\.)>|\d{1,3}\.)\s+(.*)$/.exec(line);
  const paragraph = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): (.*)$/.exec(line);
  const type = state.nextType;
  state.nextType = "";
  if (heading) result.push("", `${"#".repeat(heading[1]?.length ?? 1)} ${heading[2]}`, "");
  else if (state.isHeader && /<[^\s<>@]{1,100}@[^\s<>]{1,100}>|^v?\d+(?:\.\d+)+,/.test(line)) return;
  else if (title !== undefined) {
    state.title = title;
    state.nextType = type;
  } else if (line === "+") result.push("");
  else if (item) result.push(markdownItem(item[1] ?? "", item[2] ?? ""));
  else if (paragraph) result.push(`${introduction(paragraph[1] ?? "")} ${paragraph[2]}`);
  else if (definition) result.push("", `${definition[1]}: ${definition[2] ?? ""}`.trimEnd());
  else {
    if (admonition.test(type)) result.push(introduction(type));
    // An indented line is literal text, unless it goes on with a paragraph.
    result.push(
      result.at(-1)?.trim() === "" && /^\s/.test(line) && !/^\s+\S+.*[.:]$/.test(line)
        ? `    ${line}`
        : line.trimStart(),
    );
  }
}

// A nested item has its marker repeated.
function markdownItem(marker: string, text: string): string {
  const isOrdered = marker.startsWith(".") || /^\d/.test(marker);
  const depth = /^[*.]+$/.test(marker) ? marker.length - 1 : 0;
  return `${" ".repeat(depth * 4)}${isOrdered ? "1." : "-"} ${text.replace(/^\[[ x*]\]\s+/, "")}`;
}
