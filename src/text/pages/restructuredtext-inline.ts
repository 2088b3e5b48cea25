import { createFenceTracker } from "../dialects/code-mask.ts";
import { speakRole } from "../dialects/inline.ts";

/** Converts the inline markup of reStructuredText, outside of fenced code. */
export function convertRestructuredTextInline(text: string): string {
  const targets = new Set(Array.from(text.matchAll(/\b(\w+)_(?![\w`])/g), ([, name]) => name));
  const fence = createFenceTracker();
  const parts: { isCode: boolean; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const isCode = fence.visitLine(line);
    if (parts.at(-1)?.isCode !== isCode) parts.push({ isCode, lines: [] });
    parts.at(-1)?.lines.push(line);
  }
  return parts
    .map(({ isCode, lines }) => (isCode ? lines.join("\n") : convertText(lines.join("\n"), targets)))
    .join("\n");
}

const markup =
  /``[^`](?:(?!``)[\s\S]){0,1000}``|(?::([\w:+.-]{1,60}):)?`([^`\n]{0,500}(?:\n[^`\n]{1,500}){0,3})`(?:(__?)(?!\w)|:([\w:+.-]{1,60}):)?/g;

function convertText(text: string, targets: ReadonlySet<string | undefined>): string {
  return text
    .replace(/\\ /g, "")
    .replace(/(?<=^|\s)\[(?:\d+|#\w*|\*|[A-Z]\w{0,30})\]_(?!\w)/g, "")
    .replace(markup, (whole: string, ...groups: (string | undefined)[]) => {
      const [before, content, reference, after] = groups;
      if (content === undefined) return whole;
      const role = before ?? after;
      const flat = content.replace(/\s+/g, " ");
      if (role !== undefined) return convertRole(role.split(":").at(-1)?.toLowerCase() ?? "", flat);
      return reference === undefined ? whole : convertLink(flat);
    })
    .replace(/(?<![\w`.])(\w{1,60})__?(?![\w`(.])/g, (whole, name: string) =>
      targets.has(name) && !whole.startsWith("_") ? name : whole,
    )
    .replace(/\|([^|\n]{1,60})\|(?:__?(?!\w))?/g, "$1")
    .replace(/^( *)\| ?(\S.*)$/gm, "$1$2  ");
}

// The target is a URL, or the name of another target with an underscore.
function convertLink(content: string): string {
  const [, label, target = ""] = /^(.*?)\s*<([^<>]*)>$/.exec(content) ?? [];
  const url = target.replaceAll(" ", "");
  return label && /^\w+:[^()\s]+$/.test(url) ? `[${label}](${url})` : label || content;
}

const textRoles =
  /^(?:ref|doc|term|any|numref|pep|rfc|guilabel|menuselection|abbr|dfn|emphasis|strong|title|title-reference|ticket|issue|gh|bpo|cve|cwe|pr|pull|user|download|keyword|sub|subscript|sup|superscript|kbd|math|index|eq|source|wiki|pypi|topic)$/;

function convertRole(role: string, content: string): string {
  const text = /^(.*?)\s*<[^<>]*>$/.exec(content)?.[1] ?? content;
  if (!textRoles.test(role)) return speakRole(content);
  switch (role) {
    case "pep":
    case "rfc":
      return text === content ? `${role.toUpperCase()} ${text.replace(/#.*$/, "")}` : text;
    case "ticket":
    case "issue":
    case "gh":
    case "bpo":
    case "pr":
    case "pull":
      return /^\d+$/.test(text) ? `#${text}` : text;
    case "cve":
    case "cwe":
      return `${role.toUpperCase()}-${text}`;
    case "abbr":
      return text.replace(/\s*\(.*\)$/, "");
    case "menuselection":
      return text.replace(/\s*-->\s*/g, ", ");
    case "math":
      return "`=`";
    case "sub":
    case "subscript":
      return text;
    case "sup":
    case "superscript":
      return `^${text}^`;
    case "ref":
    case "doc":
      // Without a title of its own, a link has the one of its target, which only Sphinx knows.
      return text === content ? targetName(text) : text;
    default:
      return text.replace(/^[!~]/, "");
  }
}

// "index" is the first page of a folder.
function targetName(target: string): string {
  const path = target.replace(/^[!~]/, "").replace(/\/index$/, "");
  return (path.split("/").at(-1) ?? path).replace(/[-_]+/g, " ");
}
