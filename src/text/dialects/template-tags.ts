import { closingLine, isContainerType, openingLine } from "./admonitions.ts";
import { parseArguments } from "./attributes.ts";
import { type Match, maskCode, replaceOutsideCode } from "./code-mask.ts";

const tag = new RegExp(
  [
    // Hugo's shortcodes
    "\\{\\{[<%](?<shortcode>(?:(?!\\{\\{[<%]|[%>]\\}\\})[\\s\\S]){0,2000})[%>]\\}\\}",
    // Liquid, Jinja, Nunjucks, Markdoc
    "\\{%[-+]?(?<tag>(?:(?!\\{%|%\\})[\\s\\S]){0,2000})%\\}",
    // mdBook
    "\\{\\{#(?<include>[^{}\\n]{0,500})\\}\\}",
    // Jinja's comments
    "\\{#(?<comment>(?![\\w:.-]+[ \\t]*\\}| [\\w:.-]+ \\})(?:(?!\\{#|#\\})[\\s\\S]){0,2000})#\\}",
    // expressions that aren't placeholders
    "(?<!\\$)\\{\\{(?<expression>[^{}]{0,500})\\}\\}",
  ].join("|"),
  "dgu",
);

// The parser drops an image, and what leads to it.
const removed = "![](x)";

// Tags whose content isn't text.
const codeTags =
  /^(?:comment|highlight|code|codeblock|mermaid|math|katex|plantuml|script|style|schema|css|js)$/;

// A tab that names a language contains code.
const isCodeTag = (name: string, args: string) =>
  codeTags.test(name) || (name === "tab" && /\b(?:code)?lang\s*=/.test(args));

/** Replaces tags of templates: Liquid, Jinja, Nunjucks, Markdoc, Hugo and mdBook. Their content stays. */
export function convertTemplateTags(markdown: string): string {
  if (!/\{[{%#]/.test(markdown)) return markdown;
  const text = replaceOutsideCode(markdown, tagInLink, () => "](x)");
  const masked = maskCode(text);
  const lastClosings = findLastClosings(masked);
  const open: string[] = [];
  let skipped = "";
  return withoutSkipped(
    replaceOutsideCode(
      text,
      tag,
      (match) => {
        const { name, isClosing, args } = parseTag(match);
        if (skipped !== "") {
          if (!isClosing || name !== skipped) return "";
          skipped = "";
          return skipEnd;
        }
        if (!isClosing && isCodeTag(name, args) && (lastClosings.get(name) ?? -1) > match.start) {
          skipped = name;
          return skipStart;
        }
        const isFirst = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, match.start - 200), match.start));
        return replaceTag(
          { name, isClosing, args },
          { isFirst, open, lastClosing: lastClosings.get(name) ?? -1, start: match.start },
        );
      },
      masked,
    ),
  );
}

const tagInLink =
  /\]\((?:[^()\s{}]|\{\{?[<%]?[^{}()\n]{0,200}[>%]?\}?\}){0,20}\{[{%][^{}\n]{0,200}[}%]\}[^()\s]{0,500}\)/dg;

const [skipStart, skipEnd] = ["\ue030", "\ue031"];

const withoutSkipped = (text: string) => text.replace(/\ue030[^\ue031]*\ue031/g, " ");

interface TemplateTag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly args: string;
}

function parseTag({ groups }: Match): TemplateTag {
  const content = (groups[0] ?? groups[1] ?? "").replace(/[-+/]?\s*$/, "");
  const [, slash = "", name = "", args = ""] = /^\s*(\/?\s*)([\w./-]*)([\s\S]*)$/.exec(content) ?? [];
  const isEnd = groups[1] !== undefined && /^end[a-z]/.test(name);
  const shortName = (isEnd ? name.slice(3) : name).toLowerCase();
  return { name: shortName, isClosing: slash !== "" || isEnd, args };
}

const closingTag = /(?:\{%[-+]?\s*(?:end|\/\s*)|\{\{[<%]\s*\/\s*)([\w./-]+)/g;

function findLastClosings(masked: string): Map<string, number> {
  return new Map(
    Array.from(masked.matchAll(closingTag), (found) => [(found[1] ?? "").toLowerCase(), found.index]),
  );
}

interface Position {
  readonly isFirst: boolean;
  /** The names of the containers that are open. */
  readonly open: string[];
  readonly lastClosing: number;
  readonly start: number;
}

const spokenHeadings: Readonly<Record<string, string>> = {
  prerequisites: "Before you begin",
  whatsnext: "What's next",
};

const productNames: Readonly<Record<string, string>> = {
  dotcom: "GitHub",
  dotcom_the_website: "GitHub.com",
  github: "GitHub",
  company_short: "GitHub",
  ghe_server: "GitHub Enterprise Server",
  ghe_cloud: "GitHub Enterprise Cloud",
};

function replaceTag({ name, isClosing, args }: TemplateTag, { isFirst, open, lastClosing, start }: Position) {
  if (isClosing) {
    if (open.at(-1) !== name) return "";
    open.pop();
    return `\n${closingLine}\n`;
  }
  const { named, positional } = parseArguments(args);
  if (isFirst && lastClosing > start && /^(?!if|for|raw|unless|case|ifversion)/.test(name)) {
    open.push(name);
    const type = named.type ?? named.style ?? named.color ?? "";
    const title =
      named.title ??
      named.label ??
      (/^(?:tab|step)/.test(name) ? (named.name ?? named.header ?? positional[0]) : undefined);
    return `${openingLine({ type: isContainerType(type) ? type : name, title })}\n`;
  }
  const section = /^([a-z]+)-heading$/.exec(name)?.[1] ?? "";
  if (isFirst && spokenHeadings[section]) return `## ${spokenHeadings[section]}`;
  if (name === "heading") return spokenHeadings[positional[0] ?? ""] ?? positional[0] ?? "";
  if (name === "glossary_tooltip") return named.text ?? (named.term_id ?? "").replaceAll("-", " ");
  // GitHub's pages name products by variables, such as `variables.product.prodname_actions`.
  const variable = /^variables\.[\w.-]*\.(?:prodname_)?([\w-]+)$/.exec(positional[0] ?? "")?.[1];
  if (name === "data" && variable) return productNames[variable] ?? variable.replace(/[_-]+/g, " ");
  return isFirst || name === ""
    ? name === ""
      ? removed
      : ""
    : /^(?:if|else|elsif|ifversion|for|unless|raw|case|when|set|assign|capture)/.test(name)
      ? ""
      : removed;
}
