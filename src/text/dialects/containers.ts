import { type Container, closingLine, introduce, isContainerType, parseOpeningLine } from "./admonitions.ts";
import { createFenceTracker } from "./code-mask.ts";

// A container whose text is indented. `contentIndent` is undefined until its first line is read.
interface IndentedContainer {
  readonly indent: number;
  contentIndent: number | undefined;
  readonly isTag: boolean;
}

/**
 * Replaces boxes and tabs by an introduction and their text: those of MkDocs (`!!! note`, `??? note`,
 * `=== "Tab"`, `/// note`), of Docusaurus, VitePress and MyST (`:::note`), and those of tags.
 */
export function flattenContainers(lines: readonly string[]): string[] {
  const result: string[] = [];
  const fence = createFenceTracker();
  let containers: IndentedContainer[] = [];
  const directiveFences: string[] = [];
  let isAfterIntroduction = false;
  let codeDirective = false;
  const start = (container: Container, spaces: string) => {
    const introduction = introduce(container);
    if (introduction !== "") result.push("", spaces + introduction);
    isAfterIntroduction = introduction.endsWith(":");
    if (!isAfterIntroduction) result.push("");
  };
  for (const [index, rawLine] of lines.entries()) {
    const indent = indentOf(rawLine);
    if (!fence.isInCode && rawLine.trim() !== "") containers = openContainers(containers, indent);
    const line = dedent(rawLine, containers);
    const spaces = /^\s*/.exec(line)?.[0] ?? "";
    if (codeDirective) {
      codeDirective = !/^\s*:{3,}\s*$/.test(line);
      if (codeDirective) continue;
      result.push("");
      continue;
    }
    const fenced = fence.isInCode ? undefined : parseFencedDirective(line);
    if (fenced) {
      directiveFences.push(fenced.fence);
      start(fenced, spaces);
      continue;
    }
    if (!fence.isInCode && line.trim() === directiveFences.at(-1)) {
      directiveFences.pop();
      result.push("");
      continue;
    }
    if (fence.visitLine(line)) {
      result.push(line);
      isAfterIntroduction = false;
      continue;
    }
    if (isAfterIntroduction && line.trim() === "") continue;
    const tag = parseOpeningLine(line);
    const block = tag ? undefined : parseIndentedBlock(line, lines, index);
    if (tag || block) {
      containers.push({ indent, contentIndent: tag ? undefined : indent + 4, isTag: tag !== undefined });
      start(tag ?? block ?? { type: "" }, spaces);
      continue;
    }
    if (line.trim() === closingLine) {
      containers = containers.slice(
        0,
        containers.findLastIndex(({ isTag }) => isTag),
      );
      isAfterIntroduction = false;
      result.push("");
      continue;
    }
    const directive = parseDirective(line);
    if (directive) {
      codeDirective = /^(?:mermaid|plantuml|d2|math)$/i.test(directive.type);
      start(directive, spaces);
      continue;
    }
    if (isAfterIntroduction && /^\s*[|<]/.test(line)) result.push("");
    isAfterIntroduction = false;
    result.push(line);
  }
  return result;
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
