import { createFenceTracker } from "./code-mask.ts";

// A paragraph that is not spoken, so that a text above that introduces it ends with a full stop.
const removedBlock = "![](x)";

// MkDocs snippets, VitePress and VuePress code.
const includeLine =
  /^\s*(?:;?-{1,2}8<-{1,2}(?:\s.*)?|<{3}\s*[@./\w].*|@\[code[^\]]*\]\(.*\)|!{3}\s?include\(.*)$/;

// Lines that a generator replaces by something else.
const markupLines = [
  // lists of contents
  /^\s*\\?\[{1,2}_?toc_?\\?\]{1,2}\s*$/i,
  // abbreviations
  /^ {0,3}\*\[[^\]\n]{1,100}\]:/,
];

/** Removes lines that are markup of a generator, and writes definition lists as sentences. */
export function convertLines(lines: readonly string[]): string[] {
  const result: string[] = [];
  const fence = createFenceTracker();
  let snippetFence = false;
  let lastDefinition = -1;
  for (const line of lines) {
    if (fence.visitLine(line)) {
      result.push(line);
      continue;
    }
    // Between two bare marks are the names of several files.
    if (/^\s*-{1,2}8<-{1,2}\s*$/.test(line)) snippetFence = !snippetFence;
    else if (line.trim() === "") snippetFence = false;
    if (isAlert(result.at(-1) ?? "") && /^\s*>\s*$/.test(line)) continue;
    if (snippetFence) result.push("");
    else if (includeLine.test(line)) result.push("", removedBlock, "");
    else if (markupLines.some((pattern) => pattern.test(line))) result.push("");
    else lastDefinition = addDefinition(result, line, lastDefinition);
  }
  return result;
}

const isAlert = (line: string) => /^\s*>\s*\[!\w{3,12}\]\s*$/.test(line);

// "Term" and ":   Definition" below it become "Term: Definition". Further definitions become paragraphs.
function addDefinition(result: string[], line: string, lastDefinition: number): number {
  const definition = /^ {0,3}:[ \t]+(\S.*)$/.exec(line)?.[1];
  const isEmpty = /^ {0,3}:[ \t]*(?:!\[\]\(x\))?$/.test(line);
  if (definition === undefined || isEmpty) {
    if (!isEmpty) result.push(line);
    return lastDefinition;
  }
  const termIndex = result.at(-1)?.trim() === "" ? result.length - 2 : result.length - 1;
  const term = result[termIndex]?.trim() ?? "";
  const isStart = (result[termIndex - 1] ?? "").trim() === "";
  if (term !== "" && isStart && termIndex !== lastDefinition && !/^[#>|]|[.:!?]$/.test(term)) {
    result.length = termIndex;
    result.push(`${term}: ${definition}`);
  } else result.push("", definition);
  return result.length - 1;
}

const importLine = /^import\s+(?:[\w$*{}, \t]{1,300}\s+from\s+)?["'][^"'\n]{1,300}["'];?\s*$/;
const exportLine =
  /^export\s+(?:default\s+\S|(?:const|let|var|async|function|class|type|interface)\s+[\w${[*]|[{*])/;
const multiLineImport = /^import\s+(?:[\w$]+\s*,\s*)?\{[\w$, \t]{0,200}$/;
const expressionLine = /^\{(?![%{*!/])[^}]*$/;
const maxStatementLines = 300;

/** Removes what MDX executes at the top level: imports, exports and expressions of several lines. */
export function withoutModuleCode(lines: readonly string[]): string[] {
  const kept: string[] = [];
  const fence = createFenceTracker();
  let isStart = true;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const isCode = fence.visitLine(line);
    const end: number | undefined = !isCode && isStart ? statementEnd(lines, index) : undefined;
    if (end === undefined) kept.push(line);
    else index = end;
    isStart = end !== undefined || line.trim() === "" || /^(?:Page .+:|---)$/.test(line);
  }
  return kept;
}

// Returns the index of a statement's last line.
function statementEnd(lines: readonly string[], start: number): number | undefined {
  const line = lines[start] ?? "";
  if (importLine.test(line)) return start;
  const isExpression = expressionLine.test(line);
  if (!isExpression && !exportLine.test(line) && !multiLineImport.test(line)) return undefined;
  let depth = 0;
  for (let index = start; index < Math.min(lines.length, start + maxStatementLines); index += 1) {
    const current = lines[index] ?? "";
    if (index > start && (exportLine.test(current) || expressionLine.test(current))) break;
    for (const bracket of current.match(/[{}()[\]]/g) ?? []) depth += "{([".includes(bracket) ? 1 : -1;
    const isComplete = depth <= 0 && !/(?:[=,(]|=>|&&|\?|:)\s*$/.test(current);
    if (isComplete) return index;
  }
  return isExpression ? undefined : start;
}
