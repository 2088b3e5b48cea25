export const id = 881;
export const ids = [881,397];
export const modules = {

  79314:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B5: () => (  openMarker),
    Gh: () => (  parseOpeningLine),
    Wq: () => (  isContainerType),
    lw: () => (  openingLine),
    o2: () => (  introduce),
    oM: () => (  closingLine)
  });
const spokenTypes = {
    note: "Note",
    tip: "Tip",
    hint: "Tip",
    important: "Important",
    warning: "Warning",
    attention: "Warning",
    caution: "Caution",
    danger: "Danger",
};
const otherTypes = new Set(("abstract admonition alert aside bug callout check collapse custom danger details dropdown error example " +
    "failure faq group help info list missing notice question quote seealso snippet spoiler success summary " +
    "tab tldr todo topic success versionadded versionchanged").split(" "));
function isContainerType(type) {
    return spokenTypes[type.toLowerCase()] !== undefined || otherTypes.has(type.toLowerCase());
}
function introduce({ type, title = "" }) {
    const text = title
        .replace(/\s*\{[^{}]*\}\s*$/, "")
        .replace(/\*+/g, "")
        .trim();
    const isType = text === "" || isContainerType(text);
    if (!isType)
        return `**${text}**`;
    const spokenType = spokenTypes[text.toLowerCase()] ?? spokenTypes[type.toLowerCase()];
    return spokenType === undefined ? "" : `${spokenType}:`;
}
const [titleMarker, closeMarker] = ["\ue021", "\ue022"];
const openMarker = "\ue020";
function openingLine({ type, title = "" }) {
    return `${openMarker}${type}${titleMarker}${title.replace(/\s+/g, " ")}`;
}
const closingLine = closeMarker;
function parseOpeningLine(line) {
    const text = line.trim();
    if (!text.startsWith(openMarker))
        return undefined;
    const [type = "", title] = text.slice(1).split(titleMarker);
    return { type, title };
}


  }),

  22397:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    EQ: () => (  createFenceTracker),
    L_: () => (  replaceOutsideCode),
    N$: () => (  codeCharacter),
    Q5: () => (  maskCode),
    withoutFencedCode: () => (  withoutFencedCode)
  });
const codeCharacter = "\ue010";
function maskCode(markdown) {
    const masked = [];
    let paragraph = [];
    const endParagraph = () => {
        if (paragraph.length > 0)
            masked.push(maskCodeSpans(paragraph.join("\n")));
        paragraph = [];
    };
    const tracker = createFenceTracker();
    for (const line of markdown.split("\n")) {
        const isCode = tracker.visitLine(line);
        if (!isCode && line.trim() !== "") {
            paragraph.push(line);
            continue;
        }
        endParagraph();
        masked.push(isCode ? codeCharacter.repeat(line.length) : line);
    }
    endParagraph();
    return masked.join("\n");
}
function withoutFencedCode(markdown) {
    const tracker = createFenceTracker();
    return markdown
        .split("\n")
        .map((line) => (tracker.visitLine(line) ? "" : line))
        .join("\n");
}
function createFenceTracker() {
    let fence = "";
    return {
        get isInCode() {
            return fence !== "";
        },
        visitLine(line) {
            if (fence === "") {
                fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?!.*`)|~{3,})/.exec(line)?.[1] ?? "";
                return fence !== "";
            }
            const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? "";
            if (closing.startsWith(fence))
                fence = "";
            return true;
        },
    };
}
function maskCodeSpans(paragraph) {
    if (!paragraph.includes("`"))
        return paragraph;
    const runs = [...paragraph.matchAll(/`+/g)];
    const nextOfLength = new Map();
    const closings = runs.map(() => -1);
    for (let index = runs.length - 1; index >= 0; index -= 1) {
        const length = runs[index]?.[0].length ?? 0;
        closings[index] = nextOfLength.get(length) ?? -1;
        nextOfLength.set(length, index);
    }
    let masked = "";
    let end = 0;
    for (let index = 0; index < runs.length; index += 1) {
        const [opening, closing] = [runs[index], runs[closings[index] ?? -1]];
        if (!opening || !closing)
            continue;
        const spanEnd = closing.index + closing[0].length;
        masked += paragraph.slice(end, opening.index) + codeCharacter.repeat(spanEnd - opening.index);
        end = spanEnd;
        index = closings[index] ?? index;
    }
    return masked + paragraph.slice(end);
}
function replaceOutsideCode(text, pattern, replace, masked = maskCode(text)) {
    let result = "";
    let end = 0;
    for (const found of masked.matchAll(pattern)) {
        const indices = found.indices ?? [];
        const slices = Array.from(indices, (range) => (range ? text.slice(range[0], range[1]) : undefined));
        const [whole = "", ...groups] = slices;
        result += text.slice(end, found.index) + replace({ whole, groups, start: found.index });
        end = found.index + whole.length;
    }
    return result + text.slice(end);
}


  }),

  45144:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  convertInline),
    j: () => (  speakRole)
  });
  var _code_mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22397);

const remove = () => "";
const keepFirst = ({ groups }) => groups[0] ?? "";
const removedContent = "![](x)";
const removedCode = "`=`";
const attribute = `(?:[.#][\\w:.-]{1,100}|[\\w:@-]{1,60}=(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|[^\\s"'{}]{1,200}))`;
const rules = [
    [/\{\/\*(?:(?!\*\/|\{\/\*)[\s\S]){0,2000}\*\/\}/dg, remove],
    [
        /\{[ \t]*(?:"([^"{}\n]{0,200})"|'([^'{}\n]{0,200})'|`([^`{}\n]{0,200})`)[ \t]*\}/dg,
        ({ groups }) => groups.find((text) => text !== undefined) ?? "",
    ],
    [/\{[*!](?!\/)[^{}\n]{1,400}[*!]\}/dg, () => removedContent],
    [/\[!(?:include|code|video|div)[^\]\n]{0,200}\](?:\([^)\n]{0,500}\))?/dgi, () => removedContent],
    [/\[AUTOTITLE\]\([^()\n]{0,300}\)/dg, () => removedContent],
    [
        new RegExp(`\\\\?\\{:?[ \\t]*${attribute}(?:[ \\t]+(?:${attribute}|[\\w-]{1,40})){0,12}[ \\t]*\\\\?\\}`, "dg"),
        remove,
    ],
    [/\{:[^{}\n]{0,300}\}/dg, remove],
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
    [
        /(?<![\w+])\+\+((?:[\w-]{1,20}|"[^"\n+]{1,20}")(?:\+(?:[\w-]{1,20}|"[^"\n+]{1,20}")){0,5})\+\+(?![\w+])/dg,
        ({ groups }) => speakKeys(groups[0] ?? ""),
    ],
    [/\^\[[^[\]\n]{0,500}\]/dg, remove],
    [/(?<=[\p{L}\p{N})])~([\p{L}\p{N}+−-]{1,10})~(?!~)/dgu, keepFirst],
    [
        /(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+−-]{1,10})\^(?!\^)/dgu,
        ({ groups }) => speakSuperscript(groups[0] ?? ""),
    ],
    [/!\[\[[^[\]\n]{1,300}\]\]/dg, () => removedContent],
    [
        /\[\[([^[\]|#\n]{0,200})(?:#([^[\]|\n]{0,200}))?(?:\|([^[\]\n]{1,200}))?\]\](?![([:])/dg,
        ({ groups: [page, section, label] }) => label ?? (page || section || ""),
    ],
    [/(?<![\w:]):[a-z][\w-]{0,40}\[([^[\]\n]{0,300})\](?:\{[^{}\n]{0,300}\})?/dg, keepFirst],
    [
        new RegExp(`\\{[a-z][\\w:.+-]{0,40}\\}(${_code_mask_js__WEBPACK_IMPORTED_MODULE_0__  .N$}{3,500})`, "dg"),
        ({ groups }) => speakRole(groups[0] ?? ""),
    ],
    [
        /(?<![\w$\\])\$(?=[^\s$])([^$\n]{0,300}?)(?<=[^\s\\])\$(?![\w$])/dg,
        ({ whole, groups }) => speakFormula(whole, groups[0] ?? ""),
    ],
];
function convertInline(markdown) {
    let text = resolveReferences(withoutFormulaBlocks(markdown));
    let masked = (0,_code_mask_js__WEBPACK_IMPORTED_MODULE_0__  .Q5)(text);
    for (const [pattern, replace] of rules) {
        const replaced = (0,_code_mask_js__WEBPACK_IMPORTED_MODULE_0__  .L_)(text, pattern, replace, masked);
        if (replaced !== text)
            masked = (0,_code_mask_js__WEBPACK_IMPORTED_MODULE_0__  .Q5)(replaced);
        text = replaced;
    }
    return text;
}
const reference = new RegExp(`\\[([^[\\]\\n]{1,200})\\]\\[(\\w{0,60}(?:\\.\\w{1,60}){1,10}|[${_code_mask_js__WEBPACK_IMPORTED_MODULE_0__  .N$}.\\w]{0,100})\\](?![([:])`, "dg");
function resolveReferences(text) {
    const definitions = new Set(Array.from(text.matchAll(/^ {0,3}\[([^[\]\n]{1,200})\]:/gm), ([, label]) => label?.toLowerCase()));
    return (0,_code_mask_js__WEBPACK_IMPORTED_MODULE_0__  .L_)(text, reference, ({ whole, groups: [label = "", name = ""] }) => {
        const isName = label.startsWith("`") || name.includes(".") || name.startsWith("`");
        return isName && !definitions.has((name || label).toLowerCase()) ? label : whole;
    });
}
function withoutFormulaBlocks(markdown) {
    return (0,_code_mask_js__WEBPACK_IMPORTED_MODULE_0__  .L_)(markdown, /\$\$(?:(?!\$\$|\n\n\n)[\s\S]){1,5000}\$\$/dg, () => removedCode);
}
const keyNames = {
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
function speakKeys(keys) {
    return keys
        .split("+")
        .map((key) => key.replaceAll('"', "").trim())
        .map((key) => keyNames[key.toLowerCase()] ?? key.charAt(0).toUpperCase() + key.slice(1))
        .join(" ");
}
function speakSuperscript(text) {
    if (text === "2")
        return " squared";
    if (text === "3")
        return " cubed";
    return /^[+−-]?\d+$/.test(text) ? ` to the power of ${text}` : text;
}
function speakRole(code) {
    const content = code.replace(/^`+|`+$/g, "").trim();
    const [, label] = /^([^<]+?)\s*<[^<>]*>$/.exec(content) ?? [];
    if (label !== undefined)
        return label;
    const name = content.replace(/^[!~]?\.?/, "");
    const shortName = content.startsWith("~") ? (name.split(".").at(-1) ?? name) : name;
    return `\`${shortName}\``;
}
function speakFormula(whole, formula) {
    if (/^[a-zA-Z]$|^\d+(?:\.\d+)?$/.test(formula))
        return formula;
    return /[\\^_={}]|^[\w+*/ ()-]*[+*/][\w+*/ ()-]*$/.test(formula) ? removedCode : whole;
}


  }),

  60765:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    P_: () => (  toLines),
    TW: () => (  dedent),
    _j: () => (  indentOf),
    lt: () => (  blockEnd)
  });
function toLines(text) {
    return text
        .replace(/\r\n?/g, "\n")
        .replaceAll("\t", "        ")
        .replace(/ {200,}/g, " ".repeat(200))
        .split("\n");
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
function blockEnd(lines, start, indent) {
    let end = start;
    for (let index = start; index < lines.length; index += 1) {
        if (lines[index]?.trim() === "")
            continue;
        if (indentOf(lines[index] ?? "") <= indent)
            break;
        end = index + 1;
    }
    return end;
}
function dedent(lines) {
    const indents = lines.filter((line) => line.trim() !== "").map(indentOf);
    const common = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
    return lines.map((line) => line.slice(Math.min(common, indentOf(line))));
}


  }),

  53881:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  toMarkdown: () => (  toMarkdown)
});

var code_mask = __webpack_require__(22397);
;// CONCATENATED MODULE: ./build/src/text/pages/asciidoc-inline.js

function convertAsciiDocInline(text, attributes) {
    const fence = (0,code_mask .EQ)();
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
const convertMacros = (line) => convertLabels(convertLabels(line));
function convertLabels(line) {
    return line
        .replace(url, (_, target, text) => linkLabel(text) || target)
        .replace(attributeUrl, (_, target, text) => linkLabel(text) || nameOf(target))
        .replace(macro, (_, name, target, text) => convertMacro(name, target, text));
}
function convertText(text, attributes) {
    const line = text
        .replace(/(?<=\s)\+$/, "")
        .replace(/\[\[[\w:.-]{1,100}(?:,[^\]]{0,100})?\]\]|\[#[\w.-]{1,100}\](?=\S)/g, "")
        .replace(crossReference, (_, id, text) => text ?? nameOf(id));
    return convertMacros(line)
        .replace(/(?<!\{)\{(?:url|uri|link)(?:-[\w-]{1,80})?\}[^\s[\],]{0,300}(?<![.])/g, "![](x)")
        .replace(/(?<!\{)\{([\w-]{1,80})\}(?!\})/g, (whole, name) => attributeText(name, attributes) ?? whole)
        .replace(indexTerm, (_, _hidden, shown) => shown ?? "")
        .replace(/`\+([^`+\n]{1,300})\+`/g, "`$1`")
        .replace(/(?<![\w+])\+{1,3}(?=\S)([^+\n]{1,300}?)\+{1,3}(?!\w)/g, "$1")
        .replace(/\[\.?[\w .#%-]{1,60}\](?=[#*_`]\S)/g, "")
        .replace(/(?<!\w)#{1,2}(?=\S)([^#\n]{1,300}?)#{1,2}(?!\w)/g, "$1")
        .replace(/(?<=\w)\s*->\s*(?=\w)/g, ", ")
        .replace(/"`([^`\n]{1,300})`"/g, "“$1”");
}
const builtInAttributes = {
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
function attributeText(name, attributes) {
    const text = attributes.get(name) ?? builtInAttributes[name];
    return text === undefined || text.includes("{") ? text && "" : text;
}
function linkLabel(text) {
    return text
        .replace(/(?:,|^)\s*[a-z-]{2,20}\s*=.*$/, "")
        .replace(/\^$/, "")
        .replace(/^"(.*)"$/, "$1")
        .replaceAll("\\]", "]");
}
function convertMacro(name, target, text) {
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
function nameOf(target) {
    const last = target
        .replace(/\.adoc\b.*$|#$/, "")
        .split(/[#/$]/)
        .at(-1) ?? target;
    return /[.A-Z]/.test(last)
        ? (last.split(".").at(-1) ?? last)
        : last.replace(/^_/, "").replace(/[-_]+/g, " ");
}

var indentation = __webpack_require__(60765);
;// CONCATENATED MODULE: ./build/src/text/pages/asciidoc.js


const admonition = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION)$/;
function asciiDocToMarkdown(text) {
    const state = {
        result: [],
        code: "",
        boxes: [],
        nextType: "",
        title: "",
        isHeader: true,
        attributes: new Map(),
    };
    for (const line of (0,indentation .P_)(text))
        convertLine(line.trimEnd(), state);
    if (state.code !== "")
        state.result.push("````");
    return convertAsciiDocInline(state.result.join("\n"), state.attributes)
        .replace(/\n{3,}/g, "\n\n")
        .trim();
}
const codeDelimiter = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}.*|[|,:!]={3,})$/;
const boxDelimiter = /^(?:={4,}|\*{4,}|_{4,}|--)$/;
function convertLine(line, state) {
    const { result } = state;
    if (state.code !== "") {
        if (line === state.code)
            closeCode(state);
        else
            result.push(line);
    }
    else if (codeDelimiter.test(line))
        openCode(line, state);
    else if (boxDelimiter.test(line))
        toggleBox(line, state);
    else if (!convertMarkupLine(line, state))
        addText(line, state);
}
function openCode(line, state) {
    state.code = line.startsWith("`") ? (/^`+/.exec(line)?.[0] ?? line) : line;
    state.nextType = "";
    const title = state.title.replaceAll("`", "");
    state.title = "";
    state.result.push("", `\`\`\`\`${title}`);
}
function closeCode(state) {
    state.code = "";
    state.result.push("````", "");
}
function toggleBox(line, state) {
    const { result, boxes, nextType } = state;
    writeTitle(state);
    state.nextType = "";
    const open = boxes.lastIndexOf(line);
    result.push("");
    if (open >= 0)
        boxes.length = open;
    else {
        boxes.push(line);
        if (admonition.test(nextType))
            result.push(introduction(nextType));
    }
}
const introduction = (type) => `${type.charAt(0)}${type.slice(1).toLowerCase()}:`;
function convertMarkupLine(line, state) {
    const { result, attributes } = state;
    if (line === "") {
        state.isHeader = false;
        if (state.result.at(-1)?.endsWith(":") && admonition.test(state.nextType))
            return true;
        result.push("");
        return true;
    }
    const attribute = /^:(!?[\w-]+!?):(?:\s+(.*))?$/.exec(line);
    if (attribute) {
        attributes.set(attribute[1] ?? "", attribute[2] ?? "");
        return true;
    }
    if (/^\/\/|^(?:include|ifdef|ifndef|ifeval|endif|toc|audio|video)::|^'{3,}$|^<{3,}$|^\[\[.*\]\]$/.test(line))
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
function writeTitle(state) {
    if (state.title !== "")
        state.result.push("", `**${state.title}**`, "");
    state.title = "";
}
function addText(line, state) {
    const { result } = state;
    writeTitle(state);
    const heading = /^(={1,6}|#{1,6})\s+(.+?)(?:\s=+)?$/.exec(line);
    const title = /^\.([^\s.].*)$/.exec(line)?.[1];
    const definition = /^\s*(\S.*?)(?:::|;;)(?:\s+(.*))?$/.exec(line);
    const item = /^\s*(\*{1,6}|-|\.{1,6}|<(?:\d+|\.)>|\d{1,3}\.)\s+(.*)$/.exec(line);
    const paragraph = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): (.*)$/.exec(line);
    const type = state.nextType;
    state.nextType = "";
    if (heading)
        result.push("", `${"#".repeat(heading[1]?.length ?? 1)} ${heading[2]}`, "");
    else if (state.isHeader && /<[^\s<>@]{1,100}@[^\s<>]{1,100}>|^v?\d+(?:\.\d+)+,/.test(line))
        return;
    else if (title !== undefined) {
        state.title = title;
        state.nextType = type;
    }
    else if (line === "+")
        result.push("");
    else if (item)
        result.push(markdownItem(item[1] ?? "", item[2] ?? ""));
    else if (paragraph)
        result.push(`${introduction(paragraph[1] ?? "")} ${paragraph[2]}`);
    else if (definition)
        result.push("", `${definition[1]}: ${definition[2] ?? ""}`.trimEnd());
    else {
        if (admonition.test(type))
            result.push(introduction(type));
        result.push(result.at(-1)?.trim() === "" && /^\s/.test(line) && !/^\s+\S+.*[.:]$/.test(line)
            ? `    ${line}`
            : line.trimStart());
    }
}
function markdownItem(marker, text) {
    const isOrdered = marker.startsWith(".") || /^\d/.test(marker);
    const depth = /^[*.]+$/.test(marker) ? marker.length - 1 : 0;
    return `${" ".repeat(depth * 4)}${isOrdered ? "1." : "-"} ${text.replace(/^\[[ x*]\]\s+/, "")}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/text/pages/notebook.js

const source = schemas .KCZ([schemas .YjP(), schemas .YOg(schemas .YjP()).transform((lines) => lines.join(""))]);
const notebook = schemas .Ikc({
    cells: schemas .YOg(schemas .Ikc({ cell_type: schemas .YjP(), source: source.catch("") })),
});
function notebookToMarkdown(text) {
    const parsed = notebook.safeParse(parseJson(text));
    if (!parsed.success)
        return text;
    return parsed.data.cells
        .map((cell) => (cell.cell_type === "markdown" ? cell.source : "````\n````"))
        .join("\n\n");
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

var admonitions = __webpack_require__(79314);
;// CONCATENATED MODULE: ./build/src/text/pages/restructuredtext-directives.js


function parseDirective(line, body) {
    const [, name = "", argument = ""] = /^\s*\.\.\s+(?:\|[^|]+\|\s+)?([\w:.+-]+)::(?:\s+(.*))?$/.exec(line) ?? [];
    if (name === "" || /^\s*\.\.\s+\|/.test(line))
        return undefined;
    const lines = (0,indentation .TW)(body);
    let first = 0;
    while (/^:[\w-]+:/.test(lines[first] ?? "") || (first > 0 && /^\s+\S/.test(lines[first] ?? "")))
        first += 1;
    return {
        name: name.toLowerCase().replace(/^\w+:(?=\w)/, ""),
        argument: argument.trim(),
        content: lines.slice(first),
    };
}
const codeDirectives = new Set(("code code-block sourcecode parsed-literal prompt doctest testcode testoutput testsetup testcleanup ipython " +
    "console graphviz digraph mermaid uml math productionlist raw table list-table csv-table").split(" "));
const silentDirectives = new Set(("include literalinclude image figure toctree contents index module currentmodule automodule autoclass " +
    "autofunction automethod autoattribute autodata autoexception autosummary autoprogram meta sectionauthor " +
    "moduleauthor codeauthor highlight highlightlang default-role role sectnum tabularcolumns bibliography video youtube " +
    "py:module py:currentmodule click program currentprogram target-notes").split(" "));
const objectDirectives = /^(?:function|class|method|classmethod|staticmethod|attribute|property|data|exception|decorator|describe|object|envvar|option|cmdoption|confval|setting|fieldlookup|templatetag|templatefilter|django-admin|django-admin-option|macro|type|member|enum|opcode|pdbcommand|event|signal|module)$/;
const versionDirectives = {
    versionadded: "Added in version",
    versionchanged: "Changed in version",
    deprecated: "Deprecated since version",
    "deprecated-removed": "Deprecated since version",
};
function convertDirective({ name, argument, content }, convert) {
    if (silentDirectives.has(name))
        return [];
    if (codeDirectives.has(name))
        return ["````", ...content, "````"];
    const version = versionDirectives[name];
    if (version)
        return versionNote(version, argument, convert(content));
    if (/^tab(?:-item|bed)?$/.test(name))
        return indented(`=== "${argument}"`, convert(content));
    if (/^(?:admonition|topic|sidebar|dropdown|details|collapse|rubric)$/.test(name))
        return indented(`!!! admonition "${argument}"`, convert(content));
    if ((0,admonitions .Wq)(name) && name !== "list")
        return indented(`!!! ${name}`, convert(["", argument, ...content]));
    if (objectDirectives.test(name))
        return [`**\`${argument}\`**`, "", ...convert(content)];
    return [...convert(content)];
}
function versionNote(introduction, argument, content) {
    const [, number = argument, words = ""] = /^(\S*\d\S*|next)\s*(.*)$/i.exec(argument) ?? [];
    const start = content.findIndex((line) => line !== "");
    const isFollowed = words !== "" || start >= 0;
    const first = `${introduction} ${number}${isFollowed ? ":" : "."} ${words}`.trimEnd();
    return [first, ...(start < 0 ? [] : content.slice(start))];
}
function indented(head, lines) {
    return [head, ...lines.map((line) => (line === "" ? "" : `    ${line}`))];
}
function readTable(lines, start) {
    const line = lines[start] ?? "";
    const isGrid = /^\s*\+(?:[-=]+\+)+\s*$/.test(line);
    if (!isGrid && !/^\s*=+(?:\s+=+)+\s*$/.test(line))
        return undefined;
    let end = start + 1;
    if (isGrid)
        while (/^\s*[+|]/.test(lines[end] ?? ""))
            end += 1;
    else {
        const isBorder = (index) => /^\s*=+(?:\s+=+)*\s*$/.test(lines[index] ?? "");
        let borders = 1;
        while (end < lines.length && borders < 3) {
            if (isBorder(end))
                borders += 1;
            end += 1;
            if (borders === 2 && isBorder(end - 1) && !(lines[end] ?? "").trim())
                break;
        }
    }
    return { lines: ["", "````", ...lines.slice(start, end), "````", ""], end };
}

var inline = __webpack_require__(45144);
;// CONCATENATED MODULE: ./build/src/text/pages/restructuredtext-inline.js


function convertRestructuredTextInline(text) {
    const targets = new Set(Array.from(text.matchAll(/\b(\w+)_(?![\w`])/g), ([, name]) => name));
    const fence = (0,code_mask .EQ)();
    const parts = [];
    for (const line of text.split("\n")) {
        const isCode = fence.visitLine(line);
        if (parts.at(-1)?.isCode !== isCode)
            parts.push({ isCode, lines: [] });
        parts.at(-1)?.lines.push(line);
    }
    return parts
        .map(({ isCode, lines }) => (isCode ? lines.join("\n") : restructuredtext_inline_convertText(lines.join("\n"), targets)))
        .join("\n");
}
const markup = /``[^`](?:(?!``)[\s\S]){0,1000}``|(?::([\w:+.-]{1,60}):)?`([^`\n]{0,500}(?:\n[^`\n]{1,500}){0,3})`(?:(__?)(?!\w)|:([\w:+.-]{1,60}):)?/g;
function restructuredtext_inline_convertText(text, targets) {
    return text
        .replace(/\\ /g, "")
        .replace(/(?<=^|\s)\[(?:\d+|#\w*|\*|[A-Z]\w{0,30})\]_(?!\w)/g, "")
        .replace(markup, (whole, ...groups) => {
        const [before, content, reference, after] = groups;
        if (content === undefined)
            return whole;
        const role = before ?? after;
        const flat = content.replace(/\s+/g, " ");
        if (role !== undefined)
            return convertRole(role.split(":").at(-1)?.toLowerCase() ?? "", flat);
        return reference === undefined ? whole : convertLink(flat);
    })
        .replace(/(?<![\w`.])(\w{1,60})__?(?![\w`(.])/g, (whole, name) => targets.has(name) && !whole.startsWith("_") ? name : whole)
        .replace(/\|([^|\n]{1,60})\|(?:__?(?!\w))?/g, "$1")
        .replace(/^( *)\| ?(\S.*)$/gm, "$1$2  ");
}
function convertLink(content) {
    const [, label, target = ""] = /^(.*?)\s*<([^<>]*)>$/.exec(content) ?? [];
    const url = target.replaceAll(" ", "");
    return label && /^\w+:[^()\s]+$/.test(url) ? `[${label}](${url})` : label || content;
}
const textRoles = /^(?:ref|doc|term|any|numref|pep|rfc|guilabel|menuselection|abbr|dfn|emphasis|strong|title|title-reference|ticket|issue|gh|bpo|cve|cwe|pr|pull|user|download|keyword|sub|subscript|sup|superscript|kbd|math|index|eq|source|wiki|pypi|topic)$/;
function convertRole(role, content) {
    const text = /^(.*?)\s*<[^<>]*>$/.exec(content)?.[1] ?? content;
    if (!textRoles.test(role))
        return (0,inline .j)(content);
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
            return text === content ? targetName(text) : text;
        default:
            return text.replace(/^[!~]/, "");
    }
}
function targetName(target) {
    const path = target.replace(/^[!~]/, "").replace(/\/index$/, "");
    return (path.split("/").at(-1) ?? path).replace(/[-_]+/g, " ");
}

;// CONCATENATED MODULE: ./build/src/text/pages/restructuredtext.js



const maxDepth = 20;
const adornment = /^([=\-`:'"~^_*+#<>.!$%&/])\1{1,200}\s*$/;
function restructuredTextToMarkdown(text) {
    const lines = (0,indentation .P_)(text);
    const headings = [];
    const markdown = convertLines(lines, { headings, depth: 0 }).join("\n");
    return convertRestructuredTextInline(markdown)
        .replace(/\n{3,}/g, "\n\n")
        .trim();
}
function convertLines(lines, context) {
    const result = [];
    let listIndents = [];
    for (let index = 0; index < lines.length;) {
        const line = lines[index] ?? "";
        const indent = (0,indentation ._j)(line);
        if (line.trim() !== "")
            listIndents = listIndents.filter((listIndent) => listIndent <= indent);
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
        if (isItem)
            listIndents.push(indent + (item[2] ?? "").length + (item[3] ?? "").length);
        result.push(isItem ? line.replace(/^(\s*)(?:#\.|\(\w{1,3}\)|[a-z][.)])/i, "$11.") : line);
        index += 1;
    }
    return result;
}
const isListStart = (mark) => /^(?:[-*+•]|#\.|\(?\d{1,3}[.)]|\(?[a-z][.)])$/i.test(mark);
function readBlock(lines, start, position) {
    const line = lines[start] ?? "";
    if (line.trim() === "")
        return undefined;
    return (readHeading(lines, start, position.context) ??
        readTable(lines, start) ??
        readMarkup(lines, start, position.context) ??
        readLiteral(lines, start) ??
        readField(lines, start) ??
        readDefinitionOrQuote(lines, start, position));
}
function readHeading(lines, start, { headings }) {
    const [first = "", second = "", third = ""] = lines.slice(start, start + 3);
    const hasOverline = adornment.test(first) && third.trim() === first.trim() && second.trim() !== "";
    const [title, underline] = hasOverline ? [second, third] : [first, second];
    if (!adornment.test(underline) || adornment.test(title) || /^\s/.test(underline)) {
        return adornment.test(first) && first.trim().length > 3 && second.trim() === ""
            ? { lines: [""], end: start + 1 }
            : undefined;
    }
    if (underline.trim().length < Math.min(title.trim().length, 3) || (!hasOverline && /^\s/.test(title)))
        return undefined;
    const style = underline.charAt(0) + (hasOverline ? "o" : "");
    if (!headings.includes(style))
        headings.push(style);
    const level = Math.min(6, headings.indexOf(style) + 1);
    return { lines: ["", `${"#".repeat(level)} ${title.trim()}`, ""], end: start + (hasOverline ? 3 : 2) };
}
function readMarkup(lines, start, context) {
    const line = lines[start] ?? "";
    if (!/^\s*(?:\.\.(?:\s|$)|__ )/.test(line))
        return undefined;
    const end = (0,indentation .lt)(lines, start + 1, (0,indentation ._j)(line));
    const indent = (0,indentation ._j)(line);
    const body = lines.slice(start + 1, end);
    const directive = parseDirective(line, body);
    if (!directive)
        return { lines: [""], end };
    const convert = (content) => context.depth >= maxDepth
        ? [...content]
        : convertLines(content, { ...context, depth: context.depth + 1 });
    const converted = convertDirective(directive, convert);
    return { lines: ["", ...converted.map((each) => (each === "" ? "" : " ".repeat(indent) + each)), ""], end };
}
function readLiteral(lines, start) {
    const line = lines[start] ?? "";
    const indent = (0,indentation ._j)(line);
    const spaces = " ".repeat(indent);
    if (/^\s*>>> /.test(line)) {
        let end = start;
        while (lines[end]?.trim())
            end += 1;
        return { lines: ["", `${spaces}\`\`\`\``, ...lines.slice(start, end), `${spaces}\`\`\`\``, ""], end };
    }
    if (!/::\s*$/.test(line) || lines[start + 1]?.trim())
        return undefined;
    let first = start + 1;
    while (first < lines.length && lines[first]?.trim() === "")
        first += 1;
    if ((0,indentation ._j)(lines[first] ?? "") <= indent)
        return { lines: [line.replace(/:?:\s*$/, ":")], end: start + 1 };
    const end = (0,indentation .lt)(lines, first, indent);
    const text = line.trim() === "::" ? "" : line.replace(/\s+::\s*$/, "").replace(/::\s*$/, ":");
    const code = lines.slice(first, end);
    return { lines: [text, "", `${spaces}\`\`\`\``, ...code, `${spaces}\`\`\`\``, ""], end };
}
function readField(lines, start) {
    const [, spaces = "", name = "", text = ""] = /^(\s*):([a-z][^:`]{0,60}):(?:\s+(.*))?$/i.exec(lines[start] ?? "") ?? [];
    if (name === "")
        return undefined;
    const parameter = /^(?:param|parameter|arg|key|keyword|var)\s+(?:.*\s)?(\S+)$/.exec(name)?.[1];
    if (parameter)
        return { lines: [`${spaces}- \`${parameter}\`: ${text}`], end: start + 1 };
    if (/^returns?$/.test(name))
        return { lines: [`${spaces}- Returns: ${text}`], end: start + 1 };
    return { lines: [""], end: (0,indentation .lt)(lines, start + 1, spaces.length) || start + 1 };
}
function readDefinitionOrQuote(lines, start, { context, isInList, previous }) {
    const [line = "", next = ""] = [lines[start], lines[start + 1]];
    const indent = (0,indentation ._j)(line);
    const isStart = previous.trim() === "";
    if (!isStart || context.depth >= maxDepth)
        return undefined;
    const convert = (content) => convertLines((0,indentation .TW)(content), { ...context, depth: context.depth + 1 });
    if (indent > 0 && !isInList) {
        const end = (0,indentation .lt)(lines, start, 0);
        return { lines: convert(lines.slice(start, end)), end };
    }
    const isTerm = next.trim() !== "" && (0,indentation ._j)(next) > indent && !/^\s*(?:[-*+•|>]|\d+[.)]|#\.|\.\.)\s/.test(line);
    if (!isTerm)
        return undefined;
    const end = (0,indentation .lt)(lines, start + 1, indent);
    const [first = "", ...rest] = convert(lines.slice(start + 1, end));
    const term = line.trimEnd().replace(/ : .*$/, "");
    const spaces = " ".repeat(indent);
    const isText = /^[^#`|>\s]/.test(first) && !/^(?:[-*+]|\d+[.)]) /.test(first);
    const body = rest.map((each) => (each === "" ? "" : spaces + each));
    return { lines: isText ? [`${term}: ${first}`, ...body] : [`${term}:`, "", spaces + first, ...body], end };
}

;// CONCATENATED MODULE: ./build/src/text/pages/to-markdown.js



function toMarkdown(path, text) {
    const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
    switch (ending) {
        case "md":
        case "mdx":
        case "markdown":
        case "qmd":
        case "rmd":
            return text;
        case "rst":
        case "rest":
            return restructuredTextToMarkdown(text);
        case "adoc":
        case "asciidoc":
        case "asc":
            return asciiDocToMarkdown(text);
        case "ipynb":
            return notebookToMarkdown(text);
        default:
            return ending === "txt" && directive.test(text) ? restructuredTextToMarkdown(text) : undefined;
    }
}
const directive = /^\.\. (?:[\w:-]{1,60}::|_[^:\n]{1,100}:)(?:\s|$)/m;


  })

};
