import { blockEnd, dedent, indentOf, toLines } from "./indentation.ts";
import { convertDirective, parseDirective, readTable } from "./restructuredtext-directives.ts";
import { convertRestructuredTextInline } from "./restructuredtext-inline.ts";

const maxDepth = 20;
const adornment = /^([=\-`:'"~^_*+#<>.!$%&/])\1{1,200}\s*$/;

/**
 * Converts reStructuredText to Markdown: headings, lists, definitions, literal blocks, directives and roles.
 * Boxes are written as MkDocs writes them. Tables become code. What Sphinx generates, such as the
 * documentation of a module, is left out.
 */
export function restructuredTextToMarkdown(text: string): string {
  const lines = toLines(text);
  const headings: string[] = [];
  const markdown = convertLines(lines, { headings, depth: 0 }).join("\n");
  return convertRestructuredTextInline(markdown)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What the blocks of a document have in common. */
export interface DocumentContext {
  /** The adornments of headings, in the order of their levels. */
  readonly headings: string[];
  readonly depth: number;
}

function convertLines(lines: readonly string[], context: DocumentContext): string[] {
  const result: string[] = [];
  let listIndents: number[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? "";
    const indent = indentOf(line);
    if (line.trim() !== "") listIndents = listIndents.filter((listIndent) => listIndent <= indent);
    const block = readBlock(lines, index, {
      context,
      isInList: listIndents.length > 0,
      previous: result.at(-1) ?? "",
    });
    if (block) {
      result.push(...block.lines);
      index = block.end;
      continue;
    }
    const item = /^(\s*)([-*+•]|#\.|\(?\w{1,3}[.)])(\s+)\S/.exec(line);
    const isItem = item !== null && isListStart(item[2] ?? "");
    if (isItem) listIndents.push(indent + (item[2] ?? "").length + (item[3] ?? "").length);
    result.push(isItem ? line.replace(/^(\s*)(?:#\.|\(\w{1,3}\)|[a-z][.)])/i, "$11.") : line);
    index += 1;
  }
  return result;
}

const isListStart = (mark: string) => /^(?:[-*+•]|#\.|\(?\d{1,3}[.)]|\(?[a-z][.)])$/i.test(mark);

interface BlockPosition {
  readonly context: DocumentContext;
  readonly isInList: boolean;
  readonly previous: string;
}

interface ConvertedBlock {
  readonly lines: readonly string[];
  /** The index of the line after the block. */
  readonly end: number;
}

function readBlock(
  lines: readonly string[],
  start: number,
  position: BlockPosition,
): ConvertedBlock | undefined {
  const line = lines[start] ?? "";
  if (line.trim() === "") return undefined;
  return (
    readHeading(lines, start, position.context) ??
    readTable(lines, start) ??
    readMarkup(lines, start, position.context) ??
    readLiteral(lines, start) ??
    readField(lines, start) ??
    readDefinitionOrQuote(lines, start, position)
  );
}

function readHeading(lines: readonly string[], start: number, { headings }: DocumentContext) {
  const [first = "", second = "", third = ""] = lines.slice(start, start + 3);
  const hasOverline = adornment.test(first) && third.trim() === first.trim() && second.trim() !== "";
  const [title, underline] = hasOverline ? [second, third] : [first, second];
  if (!adornment.test(underline) || adornment.test(title) || /^\s/.test(underline)) {
    // A transition is a line between two paragraphs.
    return adornment.test(first) && first.trim().length > 3 && second.trim() === ""
      ? { lines: [""], end: start + 1 }
      : undefined;
  }
  if (underline.trim().length < Math.min(title.trim().length, 3) || (!hasOverline && /^\s/.test(title)))
    return undefined;
  const style = underline.charAt(0) + (hasOverline ? "o" : "");
  if (!headings.includes(style)) headings.push(style);
  const level = Math.min(6, headings.indexOf(style) + 1);
  return { lines: ["", `${"#".repeat(level)} ${title.trim()}`, ""], end: start + (hasOverline ? 3 : 2) };
}

// Directives, comments, targets, footnotes and substitutions.
function readMarkup(
  lines: readonly string[],
  start: number,
  context: DocumentContext,
): ConvertedBlock | undefined {
  const line = lines[start] ?? "";
  if (!/^\s*(?:\.\.(?:\s|$)|__ )/.test(line)) return undefined;
  const end = blockEnd(lines, start + 1, indentOf(line));
  const indent = indentOf(line);
  const body = lines.slice(start + 1, end);
  const directive = parseDirective(line, body);
  if (!directive) return { lines: [""], end };
  const convert = (content: readonly string[]) =>
    context.depth >= maxDepth
      ? [...content]
      : convertLines(content, { ...context, depth: context.depth + 1 });
  const converted = convertDirective(directive, convert);
  return { lines: ["", ...converted.map((each) => (each === "" ? "" : " ".repeat(indent) + each)), ""], end };
}

// A paragraph that ends with "::", and the code below it; a session of Python.
function readLiteral(lines: readonly string[], start: number): ConvertedBlock | undefined {
  const line = lines[start] ?? "";
  const indent = indentOf(line);
  const spaces = " ".repeat(indent);
  if (/^\s*>>> /.test(line)) {
    let end = start;
    while (lines[end]?.trim()) end += 1;
    return { lines: ["", `${spaces}\`\`\`\``, ...lines.slice(start, end), `${spaces}\`\`\`\``, ""], end };
  }
  if (!/::\s*$/.test(line) || lines[start + 1]?.trim()) return undefined;
  let first = start + 1;
  while (first < lines.length && lines[first]?.trim() === "") first += 1;
  if (indentOf(lines[first] ?? "") <= indent)
    return { lines: [line.replace(/:?:\s*$/, ":")], end: start + 1 };
  const end = blockEnd(lines, first, indent);
  const text = line.trim() === "::" ? "" : line.replace(/\s+::\s*$/, "").replace(/::\s*$/, ":");
  const code = lines.slice(first, end);
  return { lines: [text, "", `${spaces}\`\`\`\``, ...code, `${spaces}\`\`\`\``, ""], end };
}

// Fields describe the page or the parameters of a function.
function readField(lines: readonly string[], start: number): ConvertedBlock | undefined {
  const [, spaces = "", name = "", text = ""] =
    /^(\s*):([a-z][^:`]{0,60}):(?:\s+(.*))?$/i.exec(lines[start] ?? "") ?? [];
  if (name === "") return undefined;
  const parameter = /^(?:param|parameter|arg|key|keyword|var)\s+(?:.*\s)?(\S+)$/.exec(name)?.[1];
  if (parameter) return { lines: [`${spaces}- \`${parameter}\`: ${text}`], end: start + 1 };
  if (/^returns?$/.test(name)) return { lines: [`${spaces}- Returns: ${text}`], end: start + 1 };
  return { lines: [""], end: blockEnd(lines, start + 1, spaces.length) || start + 1 };
}

// A term with its indented definition, or an indented paragraph, which Markdown would take for code.
function readDefinitionOrQuote(
  lines: readonly string[],
  start: number,
  { context, isInList, previous }: BlockPosition,
) {
  const [line = "", next = ""] = [lines[start], lines[start + 1]];
  const indent = indentOf(line);
  const isStart = previous.trim() === "";
  if (!isStart || context.depth >= maxDepth) return undefined;
  const convert = (content: readonly string[]) =>
    convertLines(dedent(content), { ...context, depth: context.depth + 1 });
  if (indent > 0 && !isInList) {
    const end = blockEnd(lines, start, 0);
    return { lines: convert(lines.slice(start, end)), end };
  }
  const isTerm =
    next.trim() !== "" && indentOf(next) > indent && !/^\s*(?:[-*+•|>]|\d+[.)]|#\.|\.\.)\s/.test(line);
  if (!isTerm) return undefined;
  const end = blockEnd(lines, start + 1, indent);
  const [first = "", ...rest] = convert(lines.slice(start + 1, end));
  const term = line.trimEnd().replace(/ : .*$/, "");
  const spaces = " ".repeat(indent);
  const isText = /^[^#`|>\s]/.test(first) && !/^(?:[-*+]|\d+[.)]) /.test(first);
  const body = rest.map((each) => (each === "" ? "" : spaces + each));
  return { lines: isText ? [`${term}: ${first}`, ...body] : [`${term}:`, "", spaces + first, ...body], end };
}
