import {
  type Container,
  closingLine,
  introduce,
  isContainerType,
  openMarker,
  parseOpeningLine,
} from "./admonitions.ts";
import { createFenceTracker } from "./code-mask.ts";

// A container whose text is indented. `contentIndent` is undefined until its first line is read.
interface IndentedContainer {
  readonly indent: number;
  /** The indentation of its first line in the result. */
  readonly spaces: string;
  contentIndent: number | undefined;
  readonly isTag: boolean;
}

// Ends what an introduction in bold introduces: the parser of blocks knows this tag.
const endTag = "</details>";

// More than anyone nests.
const maxDepth = 50;

/**
 * Replaces boxes and tabs by an introduction and their text: those of MkDocs (`!!! note`, `??? note`,
 * `=== "Tab"`, `/// note`), of Docusaurus, VitePress and MyST (`:::note`), and those of tags.
 */
export function flattenContainers(lines: readonly string[]): string[] {
  const output = createOutput();
  const fence = createFenceTracker();
  const directiveFences: string[] = [];
  let containers: IndentedContainer[] = [];
  let isCodeDirective = false;
  const readLine = (line: string, index: number, indent: number) => {
    const spaces = /^\s*/.exec(line)?.[0] ?? "";
    const container = parseOpeningLine(line) ?? parseIndentedBlock(line, lines, index);
    if (container) {
      const isTag = line.trim().startsWith(openMarker);
      if (containers.length < maxDepth)
        containers.push({ indent, spaces, contentIndent: isTag ? undefined : indent + 4, isTag });
      output.start(container, spaces);
    } else if (line.trim() === closingLine) {
      const last = containers.findLastIndex(({ isTag }) => isTag);
      containers = containers.slice(0, Math.max(0, last));
      output.end(spaces);
    } else if (/^\s*(?::{3,}|\/{3,})\s*$/.test(line)) output.end(spaces);
    else {
      const directive = parseDirective(line);
      isCodeDirective = directive !== undefined && /^(?:mermaid|plantuml|d2|math)$/i.test(directive.type);
      if (directive) output.start(directive, spaces);
      else output.addText(line);
    }
  };
  for (const [index, rawLine] of lines.entries()) {
    const indent = indentOf(rawLine);
    if (!fence.isInCode && rawLine.trim() !== "") {
      const open = openContainers(containers, indent);
      for (const { spaces } of containers.slice(open.length).reverse()) output.end(spaces);
      containers = open;
    }
    const line = dedent(rawLine, containers);
    const fenced = fence.isInCode || isCodeDirective ? undefined : parseFencedDirective(line);
    if (isCodeDirective) isCodeDirective = !/^\s*:{3,}\s*$/.test(line);
    else if (fenced) {
      directiveFences.push(fenced.fence);
      output.start(fenced, /^\s*/.exec(line)?.[0] ?? "");
    } else if (!fence.isInCode && line.trim() !== "" && line.trim() === directiveFences.at(-1)) {
      directiveFences.pop();
      output.end(/^\s*/.exec(line)?.[0] ?? "");
    } else if (fence.visitLine(line)) output.addCode(line);
    else readLine(line, index, indent);
  }
  return output.lines;
}

// Collects the lines. The first text after "Note:" becomes the same paragraph.
function createOutput() {
  const lines: string[] = [];
  let isAfterIntroduction = false;
  return {
    lines,
    start(container: Container, spaces: string) {
      const introduction = introduce(container);
      if (introduction !== "") lines.push("", spaces + introduction);
      isAfterIntroduction = introduction.endsWith(":");
      if (!isAfterIntroduction) lines.push("");
    },
    end(spaces: string) {
      // "Note:" without a text.
      if (isAfterIntroduction) lines.pop();
      isAfterIntroduction = false;
      lines.push("", spaces + endTag, "");
    },
    addCode(line: string) {
      lines.push(line);
      isAfterIntroduction = false;
    },
    addText(line: string) {
      if (isAfterIntroduction && line.trim() === "") return;
      if (isAfterIntroduction && /^\s*[|<]/.test(line)) lines.push("");
      isAfterIntroduction = false;
      lines.push(line);
    },
  };
}

const indentOf = (line: string) => /^\s*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;

// Returns the containers that go on at a line with this indentation.
function openContainers(containers: IndentedContainer[], indent: number): IndentedContainer[] {
  const ended = containers.findIndex(({ isTag, contentIndent }) => !isTag && indent < (contentIndent ?? 0));
  const open = ended < 0 ? containers : containers.slice(0, ended);
  for (const container of open) container.contentIndent ??= Math.max(indent, container.indent);
  return open;
}

function dedent(line: string, containers: readonly IndentedContainer[]): string {
  const spaces = containers.reduce((sum, each) => sum + (each.contentIndent ?? each.indent) - each.indent, 0);
  if (spaces === 0) return line;
  const expanded = line.replace(/^[ \t]+/, (found) => found.replaceAll("\t", "    "));
  return expanded.slice(Math.min(spaces, indentOf(expanded)));
}

const mkdocsBlock = /^\s*(?:!!!|\?{3}\+?)\s*([\w-]*)(?:\s+(?!")[\w -]*)?(?:\s*"(.*)")?\s*$/;
const mkdocsTab = /^\s*===[!+]?\s+"(.*)"\s*$/;

function parseIndentedBlock(line: string, lines: readonly string[], index: number): Container | undefined {
  const title = mkdocsTab.exec(line)?.[1];
  if (title !== undefined) return { type: "tab", title };
  const block = mkdocsBlock.exec(line);
  if (!block) return undefined;
  // "!!! warning" without an indented text below is emphasis.
  const next = lines.slice(index + 1, index + 10).find((each) => each.trim() !== "");
  const isBlock = block[2] !== undefined || indentOf(next ?? "") > indentOf(lines[index] ?? "");
  return isBlock ? { type: block[1] ?? "", title: block[2] } : undefined;
}

// MyST writes boxes like code: "```{note} Title".
function parseFencedDirective(line: string): (Container & { readonly fence: string }) | undefined {
  const [, fence, type = "", title] = /^\s*(`{3,}|~{3,})\{([\w-]+)\}\s*(.*)$/.exec(line) ?? [];
  return fence !== undefined && isContainerType(type) ? { fence, type, title } : undefined;
}

const slashBlock = /^\s*\/{3,}(?:\s*([\w-]+)(?:\s*\|\s*(.*))?)?\s*$/;
const colonBlock = /^\s*:{3,}\s*(?:\{?\.?([\w-]+)[^\s[{]*)?\s*(?:\[(.*?)\])?\s*(.*)$/;
const leafDirective = /^\s*::[a-z][\w-]*(?:\[.*\])?(?:\{.*\})?\s*$/i;

// Returns the container that a line starts; one without a title or a type if the line only is markup.
function parseDirective(line: string): Container | undefined {
  const slashes = slashBlock.exec(line);
  if (slashes) return { type: slashes[1] ?? "", title: slashes[2] };
  if (leafDirective.test(line)) return { type: "" };
  const colons = colonBlock.exec(line);
  if (!colons) return undefined;
  const [, type = "", label, rest = ""] = colons;
  const attribute = /\b(?:title|label)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(rest);
  const typedTitle = label ?? attribute?.[1] ?? attribute?.[2];
  const shortType = type.replace(/^callout-/, "");
  if (/:{3,}\s*$/.test(line) && rest !== "") return { type: "" };
  const isTitle = isContainerType(shortType) && !/^\{|=/.test(rest);
  return { type: shortType, title: typedTitle ?? (isTitle ? rest : undefined) };
}
