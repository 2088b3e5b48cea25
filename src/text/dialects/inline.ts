import { codeCharacter, type Match, maskCode, replaceOutsideCode } from "./code-mask.ts";

type Rule = readonly [pattern: RegExp, replace: (match: Match) => string];

const remove = () => "";
const keepFirst = ({ groups }: Match) => groups[0] ?? "";

// The parser drops an image, and what leads to it; and code that isn't a name.
const removedContent = "![](x)";
const removedCode = "`=`";

const attribute = `(?:[.#][\\w:.-]{1,100}|[\\w:@-]{1,60}=(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|[^\\s"'{}]{1,200}))`;

const rules: readonly Rule[] = [
  // MDX: comments, and strings and paths in braces
  [/\{\/\*(?:(?!\*\/|\{\/\*)[\s\S]){0,2000}\*\/\}/dg, remove],
  [
    /\{[ \t]*(?:"([^"{}\n]{0,200})"|'([^'{}\n]{0,200})'|`([^`{}\n]{0,200})`)[ \t]*\}/dg,
    ({ groups }) => groups.find((text) => text !== undefined) ?? "",
  ],
  // includes of FastAPI and of the Markdown extension of the same syntax; DocFX
  [/\{[*!](?!\/)[^{}\n]{1,400}[*!]\}/dg, () => removedContent],
  [/\[!(?:include|code|video|div)[^\]\n]{0,200}\](?:\([^)\n]{0,500}\))?/dgi, () => removedContent],
  // links whose text GitHub's pages take from the target
  [/\[AUTOTITLE\]\([^()\n]{0,300}\)/dg, () => removedContent],
  // attributes
  [
    new RegExp(
      `\\\\?\\{:?[ \\t]*${attribute}(?:[ \\t]+(?:${attribute}|[\\w-]{1,40})){0,12}[ \\t]*\\\\?\\}`,
      "dg",
    ),
    remove,
  ],
  [/\{:[^{}\n]{0,300}\}/dg, remove],
  // critic markup
  [
    /\{~~((?:(?!\{~~|~>|\n\n)[\s\S]){0,1000})~>((?:(?!\{~~|~~\}|\n\n)[\s\S]){0,1000})~~\}/dg,
    ({ groups }) => groups[1] ?? "",
  ],
  [/\{--(?:(?!\{--|--\}|\n\n)[\s\S]){0,1000}--\}/dg, remove],
  [/\{>>(?:(?!\{>>|<<\}|\n\n)[\s\S]){0,1000}<<\}/dg, remove],
  [/\{\+\+((?:(?!\{\+\+|\+\+\}|\n\n)[\s\S]){0,1000})\+\+\}/dg, keepFirst],
  [/\{==((?:(?!\{==|==\}|\n\n)[\s\S]){0,1000})==\}/dg, keepFirst],
  [/(?<![=\w!<>])==(?=[^\s=])([^=\n]{0,300})(?<=\S)==(?![=\w])/dg, keepFirst],
  [/(?<![\^\w])\^\^(?=[^\s^])([^^\n]{0,300})(?<=\S)\^\^(?![\^\w])/dg, keepFirst],
  // keys
  [
    /(?<![\w+])\+\+((?:[\w-]{1,20}|"[^"\n+]{1,20}")(?:\+(?:[\w-]{1,20}|"[^"\n+]{1,20}")){0,5})\+\+(?![\w+])/dg,
    ({ groups }) => speakKeys(groups[0] ?? ""),
  ],
  // inline footnotes, subscript and superscript
  [/\^\[[^[\]\n]{0,500}\]/dg, remove],
  [/(?<=[\p{L}\p{N})])~([\p{L}\p{N}+−-]{1,10})~(?!~)/dgu, keepFirst],
  [
    /(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+−-]{1,10})\^(?!\^)/dgu,
    ({ groups }) => speakSuperscript(groups[0] ?? ""),
  ],
  // wiki links
  [/!\[\[[^[\]\n]{1,300}\]\]/dg, () => removedContent],
  [
    /\[\[([^[\]|#\n]{0,200})(?:#([^[\]|\n]{0,200}))?(?:\|([^[\]\n]{1,200}))?\]\](?![([:])/dg,
    ({ groups: [page, section, label] }) => label ?? (page || section || ""),
  ],
  // directives and roles
  [/(?<![\w:]):[a-z][\w-]{0,40}\[([^[\]\n]{0,300})\](?:\{[^{}\n]{0,300}\})?/dg, keepFirst],
  [
    new RegExp(`\\{[a-z][\\w:.+-]{0,40}\\}(${codeCharacter}{3,500})`, "dg"),
    ({ groups }) => speakRole(groups[0] ?? ""),
  ],
  // formulas
  [
    /(?<![\w$\\])\$(?=[^\s$])([^$\n]{0,300}?)(?<=[^\s\\])\$(?![\w$])/dg,
    ({ whole, groups }) => speakFormula(whole, groups[0] ?? ""),
  ],
];

/** Removes inline marks that only some generators know, and keeps their text. */
export function convertInline(markdown: string): string {
  let text = resolveReferences(withoutFormulaBlocks(markdown));
  let masked = maskCode(text);
  for (const [pattern, replace] of rules) {
    const replaced = replaceOutsideCode(text, pattern, replace, masked);
    if (replaced !== text) masked = maskCode(replaced);
    text = replaced;
  }
  return text;
}

const reference = new RegExp(
  `\\[([^[\\]\\n]{1,200})\\]\\[(\\w{0,60}(?:\\.\\w{1,60}){1,10}|[${codeCharacter}.\\w]{0,100})\\](?![([:])`,
  "dg",
);

// Generators for Python resolve references to objects, such as `[text][module.Class]`, without a definition.
function resolveReferences(text: string): string {
  const definitions = new Set(
    Array.from(text.matchAll(/^ {0,3}\[([^[\]\n]{1,200})\]:/gm), ([, label]) => label?.toLowerCase()),
  );
  return replaceOutsideCode(text, reference, ({ whole, groups: [label = "", name = ""] }) => {
    const isName = label.startsWith("`") || name.includes(".") || name.startsWith("`");
    return isName && !definitions.has((name || label).toLowerCase()) ? label : whole;
  });
}

function withoutFormulaBlocks(markdown: string): string {
  return replaceOutsideCode(markdown, /\$\$(?:(?!\$\$|\n\n\n)[\s\S]){1,5000}\$\$/dg, () => removedCode);
}

const keyNames: Readonly<Record<string, string>> = {
  ctrl: "Control",
  cmd: "Command",
  win: "Windows",
  esc: "Escape",
  del: "Delete",
  ins: "Insert",
  alt: "Alt",
  "page-up": "Page Up",
  "page-down": "Page Down",
  "arrow-up": "Up",
  "arrow-down": "Down",
  "arrow-left": "Left",
  "arrow-right": "Right",
};

// "ctrl+c" becomes "Control C".
function speakKeys(keys: string): string {
  return keys
    .split("+")
    .map((key) => key.replaceAll('"', "").trim())
    .map((key) => keyNames[key.toLowerCase()] ?? key.charAt(0).toUpperCase() + key.slice(1))
    .join(" ");
}

function speakSuperscript(text: string): string {
  if (text === "2") return " squared";
  if (text === "3") return " cubed";
  return /^[+−-]?\d+$/.test(text) ? ` to the power of ${text}` : text;
}

/** Returns the text of a role in MyST or reStructuredText: "text" for `text <target>`. */
export function speakRole(code: string): string {
  const content = code.replace(/^`+|`+$/g, "").trim();
  const [, label] = /^([^<]+?)\s*<[^<>]*>$/.exec(content) ?? [];
  if (label !== undefined) return label;
  const name = content.replace(/^[!~]?\.?/, "");
  const shortName = content.startsWith("~") ? (name.split(".").at(-1) ?? name) : name;
  return `\`${shortName}\``;
}

// Only a formula has one of these characters; "$5 and $6" is text.
function speakFormula(whole: string, formula: string): string {
  if (/^[a-zA-Z]$|^\d+(?:\.\d+)?$/.test(formula)) return formula;
  return /[\\^_={}]|^[\w+*/ ()-]*[+*/][\w+*/ ()-]*$/.test(formula) ? removedCode : whole;
}
