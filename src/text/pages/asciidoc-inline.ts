import { createFenceTracker } from "../dialects/code-mask.ts";

/** Converts the inline markup of AsciiDoc, outside of code. */
export function convertAsciiDocInline(text: string, attributes: ReadonlyMap<string, string>): string {
  const fence = createFenceTracker();
  return text
    .split("\n")
    .map((line) => (fence.visitLine(line) ? line : convertText(line, attributes)))
    .join("\n");
}

const label = "\\[((?:[^[\\]\\\\]|\\\\.){0,500})\\]";
const crossReference = /<<([^<>,\n]{1,200})(?:,\s*([^<>\n]{0,300}))?>>/g;
const indexTerm = /\(\(\(([^()\n]{0,200})\)\)\)|\(\(([^()\n]{1,200})\)\)/g;
const url = new RegExp(`(?:link:|mailto:|\\b(?=https?:))([^\\s\\[\\]]{1,500})${label}`, "g");
const attributeUrl = new RegExp(`(?<![{:/])\\{[\\w-]{1,80}\\}(?!\\})([^\\s\\[\\]]{0,300})${label}`, "g");
const macro = new RegExp(`(?<![\\w:])([a-z][\\w-]{1,30}):([^\\s\\[\\]]{0,300})${label}`, "gi");

// A label may contain another macro.
const convertMacros = (line: string) => convertLabels(convertLabels(line));

function convertLabels(line: string): string {
  return line
    .replace(url, (_, target: string, text: string) => linkLabel(text) || target)
    .replace(attributeUrl, (_, target: string, text: string) => linkLabel(text) || nameOf(target))
    .replace(macro, (_, name: string, target: string, text: string) => convertMacro(name, target, text));
}

function convertText(text: string, attributes: ReadonlyMap<string, string>): string {
  const line = text
    .replace(/(?<=\s)\+$/, "")
    .replace(/\[\[[\w:.-]{1,100}(?:,[^\]]{0,100})?\]\]|\[#[\w.-]{1,100}\](?=\S)/g, "")
    .replace(crossReference, (_, id: string, text: string | undefined) => text ?? nameOf(id));
  return convertMacros(line)
    .replace(/(?<!\{)\{(?:url|uri|link)(?:-[\w-]{1,80})?\}[^\s[\],]{0,300}(?<![.])/g, "![](x)")
    .replace(
      /(?<!\{)\{([\w-]{1,80})\}(?!\})/g,
      (whole, name: string) => attributeText(name, attributes) ?? whole,
    )
    .replace(indexTerm, (_, _hidden, shown: string | undefined) => shown ?? "")
    .replace(/`\+([^`+\n]{1,300})\+`/g, "`$1`")
    .replace(/(?<![\w+])\+{1,3}(?=\S)([^+\n]{1,300}?)\+{1,3}(?!\w)/g, "$1")
    .replace(/\[\.?[\w .#%-]{1,60}\](?=[#*_`]\S)/g, "")
    .replace(/(?<!\w)#{1,2}(?=\S)([^#\n]{1,300}?)#{1,2}(?!\w)/g, "$1")
    .replace(/(?<=\w)\s*->\s*(?=\w)/g, ", ")
    .replace(/"`([^`\n]{1,300})`"/g, "“$1”");
}

const builtInAttributes: Readonly<Record<string, string>> = {
  nbsp: " ",
  empty: "",
  sp: " ",
  amp: "&",
  lt: "&lt;",
  gt: "&gt;",
  plus: "+",
  apos: "'",
  quot: '"',
};

function attributeText(name: string, attributes: ReadonlyMap<string, string>): string | undefined {
  const text = attributes.get(name) ?? builtInAttributes[name];
  // A value that refers to other attributes, such as a URL, is not spoken.
  return text === undefined || text.includes("{") ? text && "" : text;
}

// Options follow a comma: `label,window=_blank`.
function linkLabel(text: string): string {
  return text
    .replace(/(?:,|^)\s*[a-z-]{2,20}\s*=.*$/, "")
    .replace(/\^$/, "")
    .replace(/^"(.*)"$/, "$1")
    .replaceAll("\\]", "]");
}

function convertMacro(name: string, target: string, text: string): string {
  switch (name.toLowerCase()) {
    case "image":
    case "icon":
    case "footnote":
    case "footnoteref":
    case "indexterm":
    case "anchor":
    case "bibitem":
      return "";
    case "stem":
    case "latexmath":
    case "asciimath":
      return "`=`";
    case "kbd":
      return text.split(/\+(?=.)/).join(" ");
    case "menu":
      return [target, ...text.split(">")]
        .map((part) => part.trim())
        .filter(Boolean)
        .join(", ");
    case "xref":
      return linkLabel(text) || nameOf(target);
    default:
      return linkLabel(text) || (target === "" ? "" : `\`${nameOf(target)}\``);
  }
}

// Without a label, a reference shows the title of its target, which only Asciidoctor knows.
function nameOf(target: string): string {
  const last =
    target
      .replace(/\.adoc\b.*$|#$/, "")
      .split(/[#/$]/)
      .at(-1) ?? target;
  return /[.A-Z]/.test(last)
    ? (last.split(".").at(-1) ?? last)
    : last.replace(/^_/, "").replace(/[-_]+/g, " ");
}
