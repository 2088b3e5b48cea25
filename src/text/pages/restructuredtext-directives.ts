import { isContainerType } from "../dialects/admonitions.ts";
import { dedent } from "./indentation.ts";

/** A directive, such as `.. note:: text`. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  /** The lines below its options, without their common indentation. */
  readonly content: readonly string[];
}

/** Parses a directive with the lines below it; returns undefined for comments, targets and footnotes. */
export function parseDirective(line: string, body: readonly string[]): Directive | undefined {
  const [, name = "", argument = ""] =
    /^\s*\.\.\s+(?:\|[^|]+\|\s+)?([\w:.+-]+)::(?:\s+(.*))?$/.exec(line) ?? [];
  if (name === "" || /^\s*\.\.\s+\|/.test(line)) return undefined;
  const lines = dedent(body);
  let first = 0;
  while (/^:[\w-]+:/.test(lines[first] ?? "") || (first > 0 && /^\s+\S/.test(lines[first] ?? ""))) first += 1;
  return {
    name: name.toLowerCase().replace(/^\w+:(?=\w)/, ""),
    argument: argument.trim(),
    content: lines.slice(first),
  };
}

const codeDirectives = new Set(
  (
    "code code-block sourcecode parsed-literal prompt doctest testcode testoutput testsetup testcleanup ipython " +
    "console graphviz digraph mermaid uml math productionlist raw table list-table csv-table"
  ).split(" "),
);
const silentDirectives = new Set(
  (
    "include literalinclude image figure toctree contents index module currentmodule automodule autoclass " +
    "autofunction automethod autoattribute autodata autoexception autosummary autoprogram meta sectionauthor " +
    "moduleauthor codeauthor highlight highlightlang default-role role sectnum tabularcolumns bibliography video youtube " +
    "py:module py:currentmodule click program currentprogram target-notes"
  ).split(" "),
);
// Directives whose argument is the name of what the content describes.
const objectDirectives =
  /^(?:function|class|method|classmethod|staticmethod|attribute|property|data|exception|decorator|describe|object|envvar|option|cmdoption|confval|setting|fieldlookup|templatetag|templatefilter|django-admin|django-admin-option|macro|type|member|enum|opcode|pdbcommand|event|signal|module)$/;
const versionDirectives: Readonly<Record<string, string>> = {
  versionadded: "Added in version",
  versionchanged: "Changed in version",
  deprecated: "Deprecated since version",
  "deprecated-removed": "Deprecated since version",
};

/** Returns the Markdown of a directive. `convert` converts its content. */
export function convertDirective(
  { name, argument, content }: Directive,
  convert: (lines: readonly string[]) => readonly string[],
): string[] {
  if (silentDirectives.has(name)) return [];
  if (codeDirectives.has(name)) return ["````", ...content, "````"];
  const version = versionDirectives[name];
  if (version) return versionNote(version, argument, convert(content));
  if (/^tab(?:-item|bed)?$/.test(name)) return indented(`=== "${argument}"`, convert(content));
  if (/^(?:admonition|topic|sidebar|dropdown|details|collapse|rubric)$/.test(name))
    return indented(`!!! admonition "${argument}"`, convert(content));
  if (isContainerType(name) && name !== "list")
    return indented(`!!! ${name}`, convert(["", argument, ...content]));
  if (objectDirectives.test(name)) return [`**\`${argument}\`**`, "", ...convert(content)];
  return [...convert(content)];
}

// "3.2" may be followed by the first words of the note.
function versionNote(introduction: string, argument: string, content: readonly string[]): string[] {
  const [, number = argument, words = ""] = /^(\S*\d\S*|next)\s*(.*)$/i.exec(argument) ?? [];
  const start = content.findIndex((line) => line !== "");
  const isFollowed = words !== "" || start >= 0;
  const first = `${introduction} ${number}${isFollowed ? ":" : "."} ${words}`.trimEnd();
  return [first, ...(start < 0 ? [] : content.slice(start))];
}

function indented(head: string, lines: readonly string[]): string[] {
  return [head, ...lines.map((line) => (line === "" ? "" : `    ${line}`))];
}

/** Reads a table, which becomes code because nobody can speak it. */
export function readTable(lines: readonly string[], start: number) {
  const line = lines[start] ?? "";
  const isGrid = /^\s*\+(?:[-=]+\+)+\s*$/.test(line);
  if (!isGrid && !/^\s*=+(?:\s+=+)+\s*$/.test(line)) return undefined;
  let end = start + 1;
  if (isGrid) while (/^\s*[+|]/.test(lines[end] ?? "")) end += 1;
  else {
    // A simple table ends with the border after which an empty line follows.
    const isBorder = (index: number) => /^\s*=+(?:\s+=+)*\s*$/.test(lines[index] ?? "");
    let borders = 1;
    while (end < lines.length && borders < 3) {
      if (isBorder(end)) borders += 1;
      end += 1;
      if (borders === 2 && isBorder(end - 1) && !(lines[end] ?? "").trim()) break;
    }
  }
  return { lines: ["", "````", ...lines.slice(start, end), "````", ""], end };
}
