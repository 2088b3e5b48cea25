export const id = 579;
export const ids = [579,397];
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

  2146:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    W: () => (  formatOutline),
    _: () => (  parseOutline)
  });
function formatOutline(blocks) {
    return blocks.map(formatBlock).join("\n\n");
}
function formatBlock(block) {
    switch (block.kind) {
        case "heading":
            return `${"#".repeat(block.level)} ${block.text}`;
        case "list":
            return block.items.map(({ level, text }) => `${"  ".repeat(level - 1)}- ${text}`).join("\n");
        case "code": {
            const runs = block.lines.flatMap((line) => line.match(/`+/g) ?? []);
            const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
            return [fence + block.language, ...block.lines, fence].join("\n");
        }
        case "paragraph":
            return block.text;
    }
}
function parseOutline(outline) {
    const blocks = [];
    const lines = outline.split("\n");
    for (let start = 0; start < lines.length;) {
        const { block, end } = parseBlock(lines, start);
        if (block)
            blocks.push(block);
        start = end;
    }
    return blocks;
}
function parseBlock(lines, start) {
    const line = lines[start] ?? "";
    if (line === "")
        return { end: start + 1 };
    const [, fence, language = ""] = /^(`{3,})([^`]*)$/.exec(line) ?? [];
    if (fence !== undefined) {
        const closing = lines.indexOf(fence, start + 1);
        const end = closing < 0 ? lines.length : closing;
        return { block: { kind: "code", language, lines: lines.slice(start + 1, end) }, end: end + 1 };
    }
    const [, hashes, heading = ""] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
    if (hashes)
        return { block: { kind: "heading", level: hashes.length, text: heading }, end: start + 1 };
    const items = [];
    let end = start;
    for (let item = itemPattern.exec(line); item; item = itemPattern.exec(lines[end] ?? "")) {
        items.push({ level: (item[1] ?? "").length / 2 + 1, text: item[2] ?? "" });
        end += 1;
    }
    if (items.length > 0)
        return { block: { kind: "list", items }, end };
    return { block: { kind: "paragraph", text: line }, end: start + 1 };
}
const itemPattern = /^((?: {2})*)- (.*)$/;


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

  17170:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ed: () => (  lineBreakMarker),
    PO: () => (  hidePlaceholders),
    Tf: () => (  withoutHiddenPlaceholders),
    _0: () => (  stripInvisible),
    ae: () => (  removedCodeMarker),
    d: () => (  restoreEdges),
    ho: () => (  isSpeakable),
    kK: () => (  protectEdges),
    lq: () => (  removedMarker)
  });
const removedMarker = "\uFFFC";
const removedCodeMarker = "\uFFFB";
const lineBreakMarker = "\u2028";
const [edgeUnderscore, edgeHyphen] = ["\ue000", "\ue001"];
const edge = /^[_-]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
function protectEdges(name) {
    return name.replace(edge, (found) => found.replaceAll("_", edgeUnderscore).replaceAll("-", edgeHyphen));
}
function restoreEdges(spoken) {
    return spoken.replaceAll(edgeUnderscore, "_").replaceAll(edgeHyphen, "-");
}
const firstPlaceholderCode = 0xf0000;
function isSpeakable(text) {
    return /[\p{L}\p{N}\u{F0000}-\u{FFFFD}]/u.test(text);
}
function stripInvisible(text) {
    return text.replace(invisible, (character) => (/[\n\t]/.test(character) ? character : ""));
}
const invisible = /[\p{Cc}\p{Cs}\ue000-\uf8ff\u{100000}-\u{10ffff}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;
function withoutHiddenPlaceholders(text) {
    return text.replace(/[\u{F0000}-\u{FFFFF}]/gu, "");
}
function hidePlaceholders(typed) {
    const placeholders = [];
    const text = withoutHiddenPlaceholders(typed).replace(/(?<!\$)\\?\{\{[ \t]*[\w.-]+[ \t]*\}\}/g, (placeholder) => String.fromCodePoint(firstPlaceholderCode + placeholders.push(placeholder) - 1));
    return {
        text,
        restore: (spoken) => spoken.replace(/[\u{F0000}-\u{FFFFD}]/gu, (character) => placeholders[(character.codePointAt(0) ?? 0) - firstPlaceholderCode] ?? ""),
    };
}


  }),

  89579:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Y: () => (  toOutline),
  toSpeech: () => (  toSpeech)
});

// EXTERNAL MODULE: ./node_modules/mdast-util-from-markdown/lib/index.js + 41 modules
var lib = __webpack_require__(40837);
// EXTERNAL MODULE: ./node_modules/mdast-util-gfm/lib/index.js + 12 modules
var mdast_util_gfm_lib = __webpack_require__(88595);
// EXTERNAL MODULE: ./node_modules/micromark-extension-gfm/index.js + 7 modules
var micromark_extension_gfm = __webpack_require__(52297);
var outline = __webpack_require__(2146);
var characters = __webpack_require__(17170);
var indentation = __webpack_require__(60765);
;// CONCATENATED MODULE: ./build/src/text/speech/code.js

const drawnLanguages = /^(?:mermaid|plantuml|d2|graphviz|dot|geojson|topojson|stl|math)$/i;
function createCodeReader({ text, typed }) {
    const isSame = text === typed;
    const [textLines, typedLines] = isSame ? [[], []] : [text.split("\n"), typed.split("\n")];
    return ({ value, lang, position }) => {
        const language = /^[\w+#.-]{1,30}/.exec(lang ?? "")?.[0] ?? "";
        if (drawnLanguages.test(language))
            return { language, lines: [] };
        const { offset = 0, line: startLine = 1 } = position?.start ?? {};
        const firstLine = /[`~]/.test(text.charAt(offset)) ? startLine : startLine - 1;
        const lines = value
            .split("\n")
            .map((line, index) => asTyped(line, textLines[firstLine + index], typedLines[firstLine + index]));
        return { language, lines: toShownLines(lines) };
    };
}
function asTyped(line, textLine = "", typedLine = "") {
    if (textLine === typedLine)
        return line;
    if (textLine.length !== typedLine.length)
        return typedLine.trim();
    return textLine.endsWith(line) ? typedLine.slice(typedLine.length - line.length) : line;
}
const maxLines = 40;
const maxColumns = 200;
function toShownLines(lines) {
    const isFilled = (line) => line.trim() !== "";
    const [first, last] = [lines.findIndex(isFilled), lines.findLastIndex(isFilled)];
    if (first < 0)
        return [];
    const shown = lines.slice(first, Math.min(last + 1, first + maxLines));
    return (0,indentation .TW)(shown.map((line) => line.replaceAll("\t", "    "))).map(firstColumns);
}
function firstColumns(line) {
    return Array.from(line.slice(0, 2 * maxColumns))
        .slice(0, maxColumns)
        .join("")
        .trimEnd();
}

var speech_html = __webpack_require__(9463);
;// CONCATENATED MODULE: ./build/src/text/speech/inline.js


function inlineText(nodes, tracker) {
    return nodes.map((node) => nodeText(node, tracker)).join("");
}
function nodeText(node, tracker) {
    if (node.type === "html")
        return tagText(node.value, node.position?.end.offset ?? 0, tracker);
    if (tracker.isSkipping)
        return "";
    switch (node.type) {
        case "text":
            return (0,characters ._0)(node.value);
        case "inlineCode":
            return speakInlineCode((0,characters ._0)(node.value));
        case "break":
            return characters .Ed;
        case "image":
        case "imageReference":
            return characters .lq;
        case "delete":
        case "footnoteReference":
            return "";
        case "link":
            return linkText(inlineText(node.children, tracker), node.url);
        default:
            return "children" in node ? inlineText(node.children, tracker) : "";
    }
}
function tagText(html, end, tracker) {
    const tag = (0,speech_html .zW)(html);
    if (!tag)
        return "";
    tracker.visitTag(tag, end);
    if (tracker.isSkipping)
        return "";
    if (tag.name === "br")
        return characters .Ed;
    return tag.name === "img" || tag.name === "picture" ? characters .lq : "";
}
function linkText(text, url) {
    const isAutolink = url === text || url === `http://${text}` || url === `mailto:${text}`;
    if (isAutolink)
        return text;
    return /^\w+:\/\/(?:www\.)?/.test(url) && normalizeUrl(url) === normalizeUrl(text) ? characters .lq : text;
}
function normalizeUrl(url) {
    return url.toLowerCase().replace(/^\w+:\/\/|\/$/g, "");
}
const maxCodeWords = 5;
function speakInlineCode(code) {
    if (/^[\da-f]{7,64}$/.test(code.trim()))
        return characters .lq;
    const words = code
        .trim()
        .replace(/^([\w.]{1,60})(?:\(.*\)|<.*>)$/s, "$1")
        .split(/\s+/);
    if (words.length > maxCodeWords)
        return characters .ae;
    const spoken = words.map(speakCodeWord);
    return spoken.every((word) => word !== undefined) ? spoken.join(" ") : characters .ae;
}
function speakCodeWord(word) {
    if (/^[CF]#$/.test(word))
        return word;
    const name = word.replace(/^(?:~?\.{0,2}\/|@)/, "");
    return isIdentifier(name) ? (0,characters .kK)(name) : undefined;
}
function isIdentifier(word) {
    if (word.length > 60 || !/^[\p{L}\p{N}\p{M}._/+:@\u{F0000}-\u{FFFFD}-]+$/u.test(word))
        return false;
    return (0,characters .ho)(word) && !/^[a-z]+:\/|\/.*:|:.*\d|:$/iu.test(word);
}

;// CONCATENATED MODULE: ./build/src/text/speech/blocks.js




const removedParagraph = {
    kind: "paragraph",
    depth: 0,
    isPseudoHeading: false,
    text: characters .lq,
};
function toBlocks(tree, source) {
    const tracker = (0,speech_html .Ov)(source.text);
    const readCode = createCodeReader(source);
    let listNumber = 0;
    const visit = (node, depth) => {
        switch (node.type) {
            case "root":
            case "blockquote":
                return node.children.flatMap((child) => visit(child, depth));
            case "list":
                if (depth === 0)
                    listNumber += 1;
                return completedItems(node).flatMap((item) => visit(item, Math.floor(depth) + 1));
            case "listItem":
                return node.children.flatMap((child, index) => visit(child, index === 0 ? depth : depth + 0.5));
            case "code":
                return leafBlocks(node, tracker).map((block) => ({
                    ...asItem(block, depth),
                    listNumber,
                    code: readCode(node),
                }));
            default:
                return leafBlocks(node, tracker).map((block) => ({ ...asItem(block, depth), listNumber }));
        }
    };
    return visit(tree, 0);
}
function completedItems({ children }) {
    const isTicked = children.some(({ checked }) => checked === true);
    return isTicked ? children.filter(({ checked }) => checked !== false) : children;
}
function asItem(block, depth) {
    if (depth === 0 || block.kind === "close")
        return block;
    return { ...block, kind: "item", depth, isPseudoHeading: block.isPseudoHeading && depth % 1 !== 0 };
}
function leafBlocks(node, tracker) {
    if (node.type === "html")
        return htmlBlocks(node.value, node.position?.start.offset ?? 0, tracker);
    if (tracker.isSkipping)
        return [];
    switch (node.type) {
        case "code":
        case "table":
            return [removedParagraph];
        case "heading": {
            const text = inlineText(node.children, tracker);
            return [{ kind: "heading", depth: node.depth, isPseudoHeading: false, text }];
        }
        case "paragraph": {
            const text = inlineText(node.children, tracker);
            if (isLinksOnly(node))
                return [removedParagraph];
            return [{ kind: "paragraph", depth: 0, isPseudoHeading: isBold(node), text }];
        }
        default:
            return [];
    }
}
function isBold({ children }) {
    return children.length === 1 && children[0]?.type === "strong";
}
function isLinksOnly({ children }) {
    return children.filter(isLink).length > 1 && children.every((node) => isLink(node) || !hasText(node));
}
function isLink(node) {
    return node.type === "link" || node.type === "linkReference";
}
function hasText(node) {
    if ("children" in node)
        return node.children.some(hasText);
    return node.type === "inlineCode" || (node.type === "text" && (0,characters .ho)(node.value));
}
const blockElements = new Set(("address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 " +
    "header hr li main nav ol p section summary table td th tr ul").split(" "));
function htmlBlocks(html, offset, tracker) {
    const blocks = [];
    let open = emptyHtmlBlock("p");
    let isInLink = false;
    const startBlock = (element) => {
        const text = open.linkCount > 1 && !open.hasOtherText ? characters .lq : open.text.trim();
        if (text !== "")
            blocks.push({ ...blockKind(open.element), text });
        open = emptyHtmlBlock(element);
    };
    const addText = (rawText) => {
        const text = tracker.isSkipping ? "" : (0,characters ._0)(rawText).replace(/\s+/g, " ");
        if (!isInLink && (0,characters .ho)(text))
            open.hasOtherText = true;
        open.text += text;
    };
    const addTag = ({ name, isClosing }) => {
        if (blockElements.has(name))
            startBlock(isClosing ? "p" : name);
        if (name === "details" && isClosing)
            blocks.push({ kind: "close", depth: 0, isPseudoHeading: false, text: "" });
        if (name === "a")
            isInLink = !isClosing;
        if (name === "a" && !isClosing)
            open.linkCount += 1;
        if (name === "br")
            open.text += characters .Ed;
        const isRemoved = name === "img" || tracker.isSkipping;
        if (isRemoved && !open.text.endsWith(characters .lq))
            open.text += characters .lq;
    };
    for (const token of (0,speech_html .t8)(html)) {
        if (token.kind === "text") {
            addText(token.text);
            continue;
        }
        tracker.visitTag(token, offset + token.end);
        addTag(token);
    }
    startBlock("p");
    return blocks;
}
function emptyHtmlBlock(element) {
    return { element, text: "", linkCount: 0, hasOtherText: false };
}
function blockKind(element) {
    const level = /^h([1-6])$/.exec(element)?.[1];
    if (level !== undefined)
        return { kind: "heading", depth: Number(level), isPseudoHeading: false };
    if (element === "li")
        return { kind: "item", depth: 1, isPseudoHeading: false };
    return { kind: "paragraph", depth: 0, isPseudoHeading: element === "summary" };
}

;// CONCATENATED MODULE: ./build/src/text/speech/dependency-updates.js
const maxSpokenUpdates = 3;
function summarizeDependencyUpdates(blocks) {
    const updates = findUpdates(blocks);
    const counts = new Map(updates.filter(({ count }) => count > 0).map(({ block, count }) => [block.spokenText, count]));
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total <= maxSpokenUpdates)
        return [...blocks];
    const first = updates[0]?.block;
    const summarized = new Set(updates.map(({ block }) => block));
    return blocks.map((block) => {
        if (!summarized.has(block))
            return block;
        return { ...block, spokenText: block === first ? `${total} dependencies were updated.` : "" };
    });
}
function findUpdates(blocks) {
    const updates = [];
    let introductionDepth = Number.POSITIVE_INFINITY;
    for (const [index, block] of blocks.entries()) {
        if (block.kind !== "item" || block.depth <= introductionDepth)
            introductionDepth = Number.POSITIVE_INFINITY;
        if (block.spokenText === "" || block.kind === "heading")
            continue;
        if (block.depth > introductionDepth)
            updates.push({ block, count: 1 });
        else if (isUpdate(block)) {
            const isIntroduction = introducesUpdates(block, blocks[index + 1]);
            if (isIntroduction)
                introductionDepth = block.depth;
            updates.push({ block, count: isIntroduction ? 0 : countUpdates(block.spokenText) });
        }
    }
    return updates;
}
const updatePatterns = [
    /^[\w*]+ ?\(deps(?:-dev)?\b[^()]{0,40}\)!?: /i,
    /^(?:\(?deps(?:-dev)?\)?|dependencies):? (?=bump|update|upgrade|pin|replace)/i,
    /^(?:[\w()]{1,20}!?: )?bumps? (?!the version|version)(?:the )?[\w@./ -]{1,100} (?:from \S+ |group |across |with )?(?:to|with|across) /i,
    /^(?:[\w()]{1,20}!?: )?(?:update|upgrade|pin|lock|replace) (?:dev)?dependenc(?:y|ies)\b/i,
    /^(?:[\w()]{1,20}!?: )?update [\w@./-]{1,100} (?:action|digest|docker tag|monorepo|orb|image)\b/i,
    /^(?:[\w()]{1,20}!?: )?lock file maintenance\b/i,
];
const updateListPattern = /^updated dependencies\b/i;
function isUpdate({ lines: [line = "", ...others] }) {
    return others.length === 0 && [...updatePatterns, updateListPattern].some((pattern) => pattern.test(line));
}
function introducesUpdates(block, next) {
    return updateListPattern.test(block.spokenText) && next?.kind === "item" && next.depth > block.depth;
}
function countUpdates(text) {
    return Number(/\bwith (\d{1,4}) updates?\b/i.exec(text)?.[1] ?? 1);
}

var admonitions = __webpack_require__(79314);
;// CONCATENATED MODULE: ./build/src/text/dialects/attributes.js
const argument = /(?:([\w:@.-]{1,80})\s*=\s*)?(?:"([^"]*)"|'([^']*)'|\{\s*["'`]([^"'`{}]*)["'`]\s*\}|([^\s"'{}<>=]{1,300}))/g;
function parseArguments(text) {
    const named = {};
    const positional = [];
    for (const [, name, double, single, expression, bare] of text.matchAll(argument)) {
        const value = double ?? single ?? expression ?? bare ?? "";
        if (name === undefined)
            positional.push(value);
        else
            named[name.toLowerCase()] ??= value;
    }
    return { named, positional };
}

var code_mask = __webpack_require__(22397);
;// CONCATENATED MODULE: ./build/src/text/dialects/components.js



const silentComponents = /^(?:Badge|Icon|Logo|Anchor|Kbd|Link|A|a)$/;
function convertComponents(markdown) {
    if (!/<\/?(?:[A-Z]|>|[\w-]+[^<>]*\{)/.test(markdown))
        return markdown;
    const masked = (0,code_mask .Q5)(markdown);
    const tags = findTags(markdown, masked);
    const closingNames = countClosings(tags);
    let result = "";
    let end = 0;
    const open = [];
    for (const tag of tags) {
        result += markdown.slice(end, tag.start);
        const isFirst = /(?:^|\n)[ \t]*$/.test(masked.slice(Math.max(0, tag.start - 200), tag.start));
        result += replaceTag(tag, { isFirst, open, closingNames });
        end = tag.end;
    }
    return result + markdown.slice(end);
}
function countClosings(tags) {
    const counts = new Map();
    for (const { name, kind } of tags)
        if (kind === "closing")
            counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
}
function replaceTag({ name, kind, attributes }, { isFirst, open, closingNames }) {
    if (/^[a-z]/.test(name))
        return kind === "closing" ? `</${name}>` : kind === "opening" ? `<${name}>` : "";
    if (kind === "closing") {
        closingNames.set(name, (closingNames.get(name) ?? 1) - 1);
        if (open.at(-1)?.name === name)
            return open.pop()?.isBlock ? `\n${admonitions .oM}\n` : "";
        return silentComponents.test(name) ? `</${name}>` : "";
    }
    if (silentComponents.test(name))
        return kind === "opening" ? `<${name}>` : "";
    if (kind === "self-closing" || !closingNames.get(name))
        return "";
    open.push({ name, isBlock: isFirst });
    if (!isFirst)
        return "";
    const { named } = parseArguments(attributes);
    const namedType = named.type ?? named.kind ?? named.variant ?? "";
    const type = (0,admonitions .Wq)(namedType) ? namedType : name;
    const title = named.title ?? named.label ?? named.summary ?? (/^tab/i.test(name) ? named.value : undefined);
    return `${(0,admonitions .lw)({ type, title })}\n`;
}
const maxTagLength = 2_000;
const maxFailures = 2_000;
function findTags(text, masked) {
    const tags = [];
    let failures = 0;
    const start = /<(\/?)([A-Za-z][\w.-]*|(?=>))/g;
    for (let match = start.exec(masked); match !== null; match = start.exec(masked)) {
        const [whole, slash = "", name = ""] = match;
        const nameEnd = match.index + whole.length;
        const tagEnd = findTagEnd(masked, nameEnd);
        if (tagEnd === undefined) {
            failures += 1;
            if (failures > maxFailures)
                return tags;
            continue;
        }
        const attributes = text.slice(nameEnd, tagEnd - 1);
        if (/^[a-z]/.test(name) && !attributes.includes("{"))
            continue;
        const kind = slash ? "closing" : attributes.endsWith("/") ? "self-closing" : "opening";
        tags.push({ start: match.index, end: tagEnd, name: name || "Fragment", kind, attributes });
        start.lastIndex = tagEnd;
    }
    return tags;
}
function findTagEnd(text, from) {
    let depth = 0;
    let quote = "";
    for (let index = from; index < Math.min(text.length, from + maxTagLength); index += 1) {
        const character = text.charAt(index);
        if (quote !== "") {
            if (character === quote)
                quote = "";
        }
        else if (character === '"' || (character === "'" && depth === 0))
            quote = character;
        else if (character === "{")
            depth += 1;
        else if (character === "}")
            depth -= 1;
        else if (depth > 0)
            continue;
        else if (character === ">")
            return index + 1;
        else if (character === "<" || (character === code_mask .N$ && depth === 0))
            return undefined;
        else if (character === "\n" && /^[ \t]*\n/.test(text.slice(index + 1, index + 100)))
            return undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/text/dialects/containers.js


const endTag = "</details>";
const maxDepth = 50;
function flattenContainers(lines) {
    const output = createOutput();
    const fence = (0,code_mask .EQ)();
    const directiveFences = [];
    let containers = [];
    let isCodeDirective = false;
    const readLine = (line, index, indent) => {
        const spaces = /^\s*/.exec(line)?.[0] ?? "";
        const container = (0,admonitions .Gh)(line) ?? parseIndentedBlock(line, lines, index);
        if (container) {
            const isTag = line.trim().startsWith(admonitions .B5);
            if (containers.length < maxDepth)
                containers.push({ indent, spaces, contentIndent: isTag ? undefined : indent + 4, isTag });
            output.start(container, spaces);
        }
        else if (line.trim() === admonitions .oM) {
            const last = containers.findLastIndex(({ isTag }) => isTag);
            containers = containers.slice(0, Math.max(0, last));
            output.end(spaces);
        }
        else if (/^\s*(?::{3,}|\/{3,})\s*$/.test(line))
            output.end(spaces);
        else {
            const directive = parseDirective(line);
            isCodeDirective = directive !== undefined && /^(?:mermaid|plantuml|d2|math)$/i.test(directive.type);
            if (directive)
                output.start(directive, spaces);
            else
                output.addText(line);
        }
    };
    for (const [index, rawLine] of lines.entries()) {
        const indent = indentOf(rawLine);
        if (!fence.isInCode && rawLine.trim() !== "") {
            const open = openContainers(containers, indent);
            for (const { spaces } of containers.slice(open.length).reverse())
                output.end(spaces);
            containers = open;
        }
        const line = dedent(rawLine, containers);
        const fenced = fence.isInCode || isCodeDirective ? undefined : parseFencedDirective(line);
        if (isCodeDirective)
            isCodeDirective = !/^\s*:{3,}\s*$/.test(line);
        else if (fenced) {
            directiveFences.push(fenced.fence);
            output.start(fenced, /^\s*/.exec(line)?.[0] ?? "");
        }
        else if (!fence.isInCode && line.trim() !== "" && line.trim() === directiveFences.at(-1)) {
            directiveFences.pop();
            output.end(/^\s*/.exec(line)?.[0] ?? "");
        }
        else if (fence.visitLine(line))
            output.addCode(line);
        else
            readLine(line, index, indent);
    }
    return output.lines;
}
function createOutput() {
    const lines = [];
    let isAfterIntroduction = false;
    return {
        lines,
        start(container, spaces) {
            const introduction = (0,admonitions .o2)(container);
            if (introduction !== "")
                lines.push("", spaces + introduction);
            isAfterIntroduction = introduction.endsWith(":");
            if (!isAfterIntroduction)
                lines.push("");
        },
        end(spaces) {
            if (isAfterIntroduction)
                lines.pop();
            isAfterIntroduction = false;
            lines.push("", spaces + endTag, "");
        },
        addCode(line) {
            lines.push(line);
            isAfterIntroduction = false;
        },
        addText(line) {
            if (isAfterIntroduction && line.trim() === "")
                return;
            if (isAfterIntroduction && /^\s*[|<]/.test(line))
                lines.push("");
            isAfterIntroduction = false;
            lines.push(line);
        },
    };
}
const indentOf = (line) => /^\s*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
function openContainers(containers, indent) {
    const ended = containers.findIndex(({ isTag, contentIndent }) => !isTag && indent < (contentIndent ?? 0));
    const open = ended < 0 ? containers : containers.slice(0, ended);
    for (const container of open)
        container.contentIndent ??= Math.max(indent, container.indent);
    return open;
}
function dedent(line, containers) {
    const spaces = containers.reduce((sum, each) => sum + (each.contentIndent ?? each.indent) - each.indent, 0);
    if (spaces === 0)
        return line;
    const expanded = line.replace(/^[ \t]+/, (found) => found.replaceAll("\t", "    "));
    return expanded.slice(Math.min(spaces, indentOf(expanded)));
}
const mkdocsBlock = /^\s*(?:!!!|\?{3}\+?)\s*([\w-]*)(?:\s+(?!")[\w -]*)?(?:\s*"(.*)")?\s*$/;
const mkdocsTab = /^\s*===[!+]?\s+"(.*)"\s*$/;
function parseIndentedBlock(line, lines, index) {
    const title = mkdocsTab.exec(line)?.[1];
    if (title !== undefined)
        return { type: "tab", title };
    const block = mkdocsBlock.exec(line);
    if (!block)
        return undefined;
    const next = lines.slice(index + 1, index + 10).find((each) => each.trim() !== "");
    const isBlock = block[2] !== undefined || indentOf(next ?? "") > indentOf(lines[index] ?? "");
    return isBlock ? { type: block[1] ?? "", title: block[2] } : undefined;
}
function parseFencedDirective(line) {
    const [, fence, type = "", title] = /^\s*(`{3,}|~{3,})\{([\w-]+)\}\s*(.*)$/.exec(line) ?? [];
    return fence !== undefined && (0,admonitions .Wq)(type) ? { fence, type, title } : undefined;
}
const slashBlock = /^\s*\/{3,}(?:\s*([\w-]+)(?:\s*\|\s*(.*))?)?\s*$/;
const colonBlock = /^\s*:{3,}\s*(?:\{?\.?([\w-]+)[^\s[{]*)?\s*(?:\[(.*?)\])?\s*(.*)$/;
const leafDirective = /^\s*::[a-z][\w-]*(?:\[.*\])?(?:\{.*\})?\s*$/i;
function parseDirective(line) {
    const slashes = slashBlock.exec(line);
    if (slashes)
        return { type: slashes[1] ?? "", title: slashes[2] };
    if (leafDirective.test(line))
        return { type: "" };
    const colons = colonBlock.exec(line);
    if (!colons)
        return undefined;
    const [, type = "", label, rest = ""] = colons;
    const attribute = /\b(?:title|label)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(rest);
    const typedTitle = label ?? attribute?.[1] ?? attribute?.[2];
    const shortType = type.replace(/^callout-/, "");
    if (/:{3,}\s*$/.test(line) && rest !== "")
        return { type: "" };
    const isTitle = (0,admonitions .Wq)(shortType) && !/^\{|=/.test(rest);
    return { type: shortType, title: typedTitle ?? (isTitle ? rest : undefined) };
}

;// CONCATENATED MODULE: ./build/src/text/dialects/front-matter.js
const knownFields = new Set(("aliases author authors categories category date description draft icon id image keywords lang lastmod " +
    "layout linktitle nav_order order outline parent permalink product redirect_from shorttitle " +
    "sidebar sidebar_label sidebar_position sidebartitle slug status summary tags template title toc type url " +
    "versions weight").split(" "));
const front_matter_maxLines = 200;
function withoutFrontMatter(lines) {
    const kept = [];
    for (let index = 0; index < lines.length; index += 1) {
        const isStart = kept.every((line) => line.trim() === "") || /^Page .+:$/.test(lastText(kept));
        const isPossible = isStart || lines[index - 1]?.trim() === "";
        const end = isPossible ? findEnd(lines, index, isStart) : undefined;
        if (end === undefined)
            kept.push(lines[index] ?? "");
        else
            index = end;
    }
    return kept;
}
function lastText(lines) {
    return (lines.at(-1)?.trim() ? lines.at(-1) : lines.at(-2)) ?? "";
}
const yamlLine = /^(?:["']?[\w$@][\w .:$@/-]{0,60}["']?:(?:\s|$)|\s+\S|-\s|#|[\]}]|\s*$)/;
const tomlLine = /^(?:\s*["']?[\w.-]{1,60}["']?\s*=|\s*\[|\s+\S|\s*[\]}]|#|\s*$)/;
const jsonLine = /^\s*(?:["[\]{}]|[\w.-]+,?\s*$|[\]}],?)/;
function findEnd(lines, start, isStart) {
    switch (lines[start]?.trimEnd()) {
        case "---":
            return findClosing(lines, start, { closing: /^(?:---|\.\.\.)\s*$/, line: yamlLine, isStart });
        case "+++":
            return findClosing(lines, start, { closing: /^\+\+\+\s*$/, line: tomlLine, isStart });
        case "{":
            return findClosing(lines, start, { closing: /^\}\s*$/, line: jsonLine, isStart });
        default:
            return undefined;
    }
}
function findClosing(lines, start, { closing, line: format, isStart }) {
    let fieldCount = 0;
    let isKnown = false;
    for (let index = start + 1; index < Math.min(lines.length, start + front_matter_maxLines); index += 1) {
        const line = lines[index] ?? "";
        if (closing.test(line))
            return fieldCount > 0 && (isKnown || isStart) ? index : undefined;
        if (!format.test(line) || (line.trim() === "" && !isStart))
            return undefined;
        const field = /^\s{0,4}["']?([a-z][\w.-]*)["']?\s*[:=]/i.exec(line)?.[1];
        if (field === undefined)
            continue;
        fieldCount += /^[a-z]/.test(field) || line.startsWith(" ") ? 1 : 0;
        isKnown ||= knownFields.has(field.toLowerCase()) && /^[a-z]/.test(field);
    }
    return undefined;
}

var inline = __webpack_require__(45144);
;// CONCATENATED MODULE: ./build/src/text/dialects/lines.js

const removedBlock = "![](x)";
const includeLine = /^\s*(?:;?-{1,2}8<-{1,2}(?:\s.*)?|<{3}\s*[@./\w].*|@\[code[^\]]*\]\(.*\)|!{3}\s?include\(.*)$/;
const markupLines = [
    /^\s*\\?\[{1,2}_?toc_?\\?\]{1,2}\s*$/i,
    /^ {0,3}\*\[[^\]\n]{1,100}\]:/,
];
function convertLines(lines) {
    const result = [];
    const fence = (0,code_mask .EQ)();
    let snippetFence = false;
    let lastDefinition = -1;
    for (const line of lines) {
        if (fence.visitLine(line)) {
            result.push(line);
            continue;
        }
        if (/^\s*-{1,2}8<-{1,2}\s*$/.test(line))
            snippetFence = !snippetFence;
        else if (line.trim() === "")
            snippetFence = false;
        if (isAlert(result.at(-1) ?? "") && /^\s*>\s*$/.test(line))
            continue;
        if (snippetFence)
            result.push("");
        else if (includeLine.test(line))
            result.push("", removedBlock, "");
        else if (markupLines.some((pattern) => pattern.test(line)))
            result.push("");
        else
            lastDefinition = addDefinition(result, line, lastDefinition);
    }
    return result;
}
const isAlert = (line) => /^\s*>\s*\[!\w{3,12}\]\s*$/.test(line);
function addDefinition(result, line, lastDefinition) {
    const definition = /^ {0,3}:[ \t]+(\S.*)$/.exec(line)?.[1];
    const isEmpty = /^ {0,3}:[ \t]*(?:!\[\]\(x\))?$/.test(line);
    if (definition === undefined || isEmpty) {
        if (!isEmpty)
            result.push(line);
        return lastDefinition;
    }
    const termIndex = result.at(-1)?.trim() === "" ? result.length - 2 : result.length - 1;
    const term = result[termIndex]?.trim() ?? "";
    const isStart = (result[termIndex - 1] ?? "").trim() === "";
    if (term !== "" && isStart && termIndex !== lastDefinition && !/^[#>|]|[.:!?]$/.test(term)) {
        result.length = termIndex;
        result.push(`${term}: ${definition}`);
    }
    else
        result.push("", definition);
    return result.length - 1;
}
const importLine = /^import\s+(?:[\w$*{}, \t]{1,300}\s+from\s+)?["'][^"'\n]{1,300}["'];?\s*$/;
const exportLine = /^export\s+(?:default\s+\S|(?:const|let|var|async|function|class|type|interface)\s+[\w${[*]|[{*])/;
const multiLineImport = /^import\s+(?:[\w$]+\s*,\s*)?\{[\w$, \t]{0,200}$/;
const expressionLine = /^\{(?![%{*!/])[^}]*$/;
const maxStatementLines = 300;
function withoutModuleCode(lines) {
    const kept = [];
    const fence = (0,code_mask .EQ)();
    let isStart = true;
    for (let index = 0; index < lines.length; index += 1) {
        const line = lines[index] ?? "";
        const isCode = fence.visitLine(line);
        const end = !isCode && isStart ? statementEnd(lines, index) : undefined;
        if (end === undefined)
            kept.push(line);
        else
            index = end;
        isStart = end !== undefined || line.trim() === "" || /^(?:Page .+:|---)$/.test(line);
    }
    return kept;
}
function statementEnd(lines, start) {
    const line = lines[start] ?? "";
    if (importLine.test(line))
        return start;
    const isExpression = expressionLine.test(line);
    if (!isExpression && !exportLine.test(line) && !multiLineImport.test(line))
        return undefined;
    let depth = 0;
    for (let index = start; index < Math.min(lines.length, start + maxStatementLines); index += 1) {
        const current = lines[index] ?? "";
        if (index > start && (exportLine.test(current) || expressionLine.test(current)))
            break;
        for (const bracket of current.match(/[{}()[\]]/g) ?? [])
            depth += "{([".includes(bracket) ? 1 : -1;
        const isComplete = depth <= 0 && !/(?:[=,(]|=>|&&|\?|:)\s*$/.test(current);
        if (isComplete)
            return index;
    }
    return isExpression ? undefined : start;
}

;// CONCATENATED MODULE: ./build/src/text/dialects/template-tags.js



const tag = new RegExp([
    "\\{\\{[<%](?<shortcode>(?:(?!\\{\\{[<%]|[%>]\\}\\})[\\s\\S]){0,2000})[%>]\\}\\}",
    "\\{%[-+]?(?<tag>(?:(?!\\{%|%\\})[\\s\\S]){0,2000})%\\}",
    "\\{\\{#(?<include>[^{}\\n]{0,500})\\}\\}",
    "\\{#(?<comment>(?![\\w:.-]+[ \\t]*\\}| [\\w:.-]+ \\})(?:(?!\\{#|#\\})[\\s\\S]){0,2000})#\\}",
    "(?<!\\$)\\{\\{(?<expression>[^{}]{0,500})\\}\\}",
].join("|"), "dgu");
const removed = "![](x)";
const codeTags = /^(?:comment|highlight|code|codeblock|mermaid|math|katex|plantuml|script|style|schema|css|js)$/;
const isCodeTag = (name, args) => codeTags.test(name) || (name === "tab" && /\b(?:code)?lang\s*=/.test(args));
function convertTemplateTags(markdown) {
    if (!/\{[{%#]/.test(markdown))
        return markdown;
    const text = (0,code_mask .L_)(markdown, tagInLink, () => "](x)");
    const masked = (0,code_mask .Q5)(text);
    const lastClosings = findLastClosings(masked);
    const open = [];
    let skipped = "";
    return withoutSkipped((0,code_mask .L_)(text, tag, (match) => {
        const { name, isClosing, args } = parseTag(match);
        if (skipped !== "") {
            if (!isClosing || name !== skipped)
                return "";
            skipped = "";
            return skipEnd;
        }
        if (!isClosing && isCodeTag(name, args) && (lastClosings.get(name) ?? -1) > match.start) {
            skipped = name;
            return skipStart;
        }
        const isFirst = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, match.start - 200), match.start));
        return template_tags_replaceTag({ name, isClosing, args }, { isFirst, open, lastClosing: lastClosings.get(name) ?? -1, start: match.start });
    }, masked));
}
const tagInLink = /\]\((?:[^()\s{}]|\{\{?[<%]?[^{}()\n]{0,200}[>%]?\}?\}){0,20}\{[{%][^{}\n]{0,200}[}%]\}[^()\s]{0,500}\)/dg;
const [skipStart, skipEnd] = ["\ue030", "\ue031"];
const withoutSkipped = (text) => text.replace(/\ue030[^\ue031]*\ue031/g, " ");
function parseTag({ groups }) {
    const content = (groups[0] ?? groups[1] ?? "").replace(/[-+/]?\s*$/, "");
    const [, slash = "", name = "", args = ""] = /^\s*(\/?\s*)([\w./-]*)([\s\S]*)$/.exec(content) ?? [];
    const isEnd = groups[1] !== undefined && /^end[a-z]/.test(name);
    const shortName = (isEnd ? name.slice(3) : name).toLowerCase();
    return { name: shortName, isClosing: slash !== "" || isEnd, args };
}
const closingTag = /(?:\{%[-+]?\s*(?:end|\/\s*)|\{\{[<%]\s*\/\s*)([\w./-]+)/g;
function findLastClosings(masked) {
    return new Map(Array.from(masked.matchAll(closingTag), (found) => [(found[1] ?? "").toLowerCase(), found.index]));
}
const spokenHeadings = {
    prerequisites: "Before you begin",
    whatsnext: "What's next",
};
const productNames = {
    dotcom: "GitHub",
    dotcom_the_website: "GitHub.com",
    github: "GitHub",
    company_short: "GitHub",
    ghe_server: "GitHub Enterprise Server",
    ghe_cloud: "GitHub Enterprise Cloud",
};
function template_tags_replaceTag({ name, isClosing, args }, { isFirst, open, lastClosing, start }) {
    if (isClosing) {
        if (open.at(-1) !== name)
            return "";
        open.pop();
        return `\n${admonitions .oM}\n`;
    }
    const { named, positional } = parseArguments(args);
    if (isFirst && lastClosing > start && /^(?!if|for|raw|unless|case|ifversion)/.test(name)) {
        open.push(name);
        const type = named.type ?? named.style ?? named.color ?? "";
        const title = named.title ??
            named.label ??
            (/^(?:tab|step)/.test(name) ? (named.name ?? named.header ?? positional[0]) : undefined);
        return `${(0,admonitions .lw)({ type: (0,admonitions .Wq)(type) ? type : name, title })}\n`;
    }
    const section = /^([a-z]+)-heading$/.exec(name)?.[1] ?? "";
    if (isFirst && spokenHeadings[section])
        return `## ${spokenHeadings[section]}`;
    if (name === "heading")
        return spokenHeadings[positional[0] ?? ""] ?? positional[0] ?? "";
    if (name === "glossary_tooltip")
        return named.text ?? (named.term_id ?? "").replaceAll("-", " ");
    const variable = /^variables\.[\w.-]*\.(?:prodname_)?([\w-]+)$/.exec(positional[0] ?? "")?.[1];
    if (name === "data" && variable)
        return productNames[variable] ?? variable.replace(/[_-]+/g, " ");
    return isFirst || name === ""
        ? name === ""
            ? removed
            : ""
        : /^(?:if|else|elsif|ifversion|for|unless|raw|case|when|set|assign|capture)/.test(name)
            ? ""
            : removed;
}

;// CONCATENATED MODULE: ./build/src/text/dialects/index.js






function convertDialects(markdown) {
    const lines = markdown.replace(/[ \t]{200,}/g, " ".repeat(200)).split("\n");
    const pages = withoutModuleCode(withoutFrontMatter(lines)).join("\n");
    const text = convertComponents(convertTemplateTags(pages));
    return (0,inline .L)(convertLines(flattenContainers(text.split("\n"))).join("\n"));
}

;// CONCATENATED MODULE: ./build/src/text/speech/normalize.js


const maxDelimiters = 400;
function normalizeMarkdown(markdown) {
    const typed = convertDialects((0,characters ._0)(markdown.replace(/\r\n?/g, "\n")));
    return { text: toSafeText(typed), typed };
}
function toSafeText(text) {
    const shallow = text.replace(/^([ \t>+*\d.)-]{100})[ \t>+*\d.)-]+/gm, "$1");
    return withoutOpenBrackets(limitDelimiters(withoutSetextHeadings(shallow)));
}
function withoutSetextHeadings(text) {
    const lines = text.split("\n");
    for (let index = 1; index < lines.length; index += 1) {
        const [before = "", line = "", underline = ""] = [lines[index - 2], lines[index - 1], lines[index]];
        if (!/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(underline) || before.trim() !== "")
            continue;
        if (line.trim() === "" || /^\s*(?:[>#|<`~*+-]|\d+[.)] )/.test(line))
            continue;
        lines[index - 1] = `${underline.includes("=") ? "#" : "##"} ${line.trim()}`;
        lines[index] = "";
    }
    return lines.join("\n");
}
function limitDelimiters(text) {
    let delimiters = 0;
    const lines = text.split("\n").map((line) => {
        if (/^ {0,3}(?:[-*+] |#{1,6} |$)|^\s*$/.test(line))
            delimiters = 0;
        if (/^ {0,3}(?:`{3}|~{3})/.test(line))
            return line;
        return line.replace(/[*_~[\]!]/g, (delimiter) => (++delimiters > maxDelimiters ? " " : delimiter));
    });
    return lines.join("\n");
}
const maxParagraphLength = 2_000;
function withoutOpenBrackets(text) {
    return text
        .split(/(\n[ \t]*\n)/)
        .map((paragraph) => {
        if (paragraph.length <= maxParagraphLength || !paragraph.includes("["))
            return paragraph;
        const open = [];
        for (const { 0: bracket, index } of paragraph.matchAll(/[[\]]/g)) {
            if (bracket === "[")
                open.push(index);
            else
                open.pop();
        }
        const isOpen = new Set(open);
        return paragraph.replace(/\[/g, (bracket, index) => (isOpen.has(index) ? " " : bracket));
    })
        .join("");
}
const maxUnsplitLength = 32_000;
const chunkLength = 8_000;
const maxDefinitions = 200;
function splitIntoChunks(source) {
    const { text, typed } = source;
    if (text.length <= maxUnsplitLength)
        return [source];
    const definitions = text.match(/^ {0,3}\[[^\]\n]{1,100}\]: ?\S.*$/gm)?.slice(0, maxDefinitions) ?? [];
    const [lines, typedLines] = [text.split("\n"), typed.split("\n")];
    const ranks = rankChunkStarts(lines);
    const chunks = [];
    for (let start = 0; start < lines.length;) {
        const end = findChunkEnd(lines, ranks, start);
        const toChunk = (all) => [...all.slice(start, end), "", ...definitions].join("\n");
        chunks.push({ text: toChunk(lines), typed: toChunk(typedLines) });
        start = end;
    }
    return chunks;
}
function rankChunkStarts(lines) {
    let fence = "";
    let isComment = false;
    return lines.map((line, index) => {
        const fenceInLine = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
        const isInside = fence !== "" || isComment;
        if (fence === "")
            fence = fenceInLine;
        else if (fenceInLine.startsWith(fence))
            fence = "";
        if (line.includes("<!--"))
            isComment = true;
        if (line.lastIndexOf("-->") > line.lastIndexOf("<!--"))
            isComment = false;
        if (isInside || /^\s/.test(line))
            return 0;
        if (/^#{1,3} /.test(line))
            return 3;
        if (lines[index - 1]?.trim() === "")
            return 2;
        return /^[-*+] /.test(line) ? 1 : 0;
    });
}
function findChunkEnd(lines, ranks, start) {
    let length = 0;
    let best;
    for (let index = start; index < lines.length; index += 1) {
        const rank = ranks[index] ?? 0;
        if (index > start && length > chunkLength / 2 && rank >= (best?.rank ?? 0))
            best = { index, rank };
        length += (lines[index]?.length ?? 0) + 1;
        if (length > chunkLength && index > start)
            return best?.index ?? index;
    }
    return lines.length;
}

var punctuation = __webpack_require__(69396);
;// CONCATENATED MODULE: ./build/src/text/speech/outline.js

function withBoldHeadings(blocks) {
    const boxTitles = findBoxTitles(blocks);
    let depth = 2;
    return blocks.map((block) => {
        const { kind, lines, isPseudoHeading, spokenText } = block;
        if (kind === "heading")
            depth = Math.min(6, block.depth + 1);
        const isLabel = lines.length === 1 && /^.{1,60}(?<![.!?…。！？])$/su.test(lines[0] ?? "");
        if (kind !== "paragraph" || !isPseudoHeading || !isLabel || boxTitles.has(block))
            return block;
        return { ...block, kind: "heading", depth, spokenText: spokenText.replace(/[:：]$/u, "") };
    });
}
function findBoxTitles(blocks) {
    const titles = new Set();
    let openCount = 0;
    for (const block of [...blocks].reverse()) {
        if (block.kind === "close")
            openCount += 1;
        else if (block.isPseudoHeading && openCount > 0) {
            openCount -= 1;
            titles.add(block);
        }
    }
    return titles;
}
function toOutlineBlocks(blocks) {
    const outline = [];
    let item;
    for (const { kind, depth, listNumber, spokenText, code } of withBoldHeadings(blocks)) {
        const last = outline.at(-1);
        const level = Math.floor(depth);
        const isLaterParagraph = level !== depth;
        if (code || !isLaterParagraph || level !== item?.level)
            item = undefined;
        if (code) {
            if (code.lines.length > 0)
                outline.push({ kind: "code", ...code });
        }
        else if (spokenText === "")
            continue;
        else if (kind === "heading")
            outline.push({ kind, level: depth, text: (0,punctuation .Qu)(spokenText) });
        else if (kind !== "item" || (isLaterParagraph && last?.kind === "code"))
            outline.push({ kind: "paragraph", text: spokenText });
        else if (item)
            item.paragraphs.push(spokenText);
        else {
            item = { level, paragraphs: [spokenText] };
            if (last?.kind === "open list" && last.listNumber === listNumber)
                last.items.push(item);
            else
                outline.push({ kind: "open list", listNumber, items: [item] });
        }
    }
    return outline.map((block) => (block.kind === "open list" ? closeList(block) : block));
}
function closeList({ items }) {
    return {
        kind: "list",
        items: items.map(({ level, paragraphs }) => ({ level, text: joinSentences(paragraphs) })),
    };
}
function joinSentences(paragraphs) {
    return paragraphs
        .map((text, index) => (index === paragraphs.length - 1 || /[。！？]$/u.test(text) ? text : `${text} `))
        .join("");
}

var sentences = __webpack_require__(54380);
;// CONCATENATED MODULE: ./build/src/text/speech/sections.js

function withoutEmptySections(blocks) {
    return withoutEmptyHeadings(withoutEmptyIntroductions(withoutListSections(blocks)));
}
const peopleHeading = /^(?:(?:all|our|new|first[- ]time|special|many|top|code|a) )*(?:contributors?|committers?|authors?|thanks|thank you|credits?|acknowledge?ments?|kudos|shout-?outs?|sponsors|backers)(?:[:!,(].*| ?\d.*| to .*| and .*| for .*)?[.!]?$/i;
const filesHeading = /^(?:(?:release|docker|container|binary|full|list of) )*(?:assets?|artifacts|checksums?|hashes|signatures|sha-?\d+\b.*|downloads?|download links?|binaries|(?:docker|container) images?|change ?log|compare|commits|dependabot commands and options)(?:[:!(].*)?[.!]?$/i;
const otherLanguageHeading = /^(?:新?贡献者|致谢|感谢|下载|謝辞|コントリビューター|ダウンロード|(?:neue )?mitwirkende|danksagung|danke|contributeurs|remerciements|благодарности|участники|المساهمون|شكر وتقدير)[.。!：:]?$/iu;
const introductionLevel = 7;
function withoutListSections(blocks) {
    let removedLevel;
    let isFirst = false;
    return blocks.map((block) => {
        const level = headingLevel(block);
        const endsIntroduction = block.kind === "close" || (block.kind === "paragraph" && !isFirst);
        const endsSection = level === undefined
            ? removedLevel === introductionLevel && endsIntroduction
            : level <= (removedLevel ?? 0);
        if (endsSection)
            removedLevel = undefined;
        isFirst = removedLevel === undefined && level !== undefined && isListHeading(block.spokenText);
        if (isFirst)
            removedLevel = level;
        return removedLevel === undefined ? block : { ...block, spokenText: "", code: undefined };
    });
}
function headingLevel(block) {
    if (block.kind === "heading")
        return block.depth;
    return isIntroduction(block) ? introductionLevel : undefined;
}
function isListHeading(heading) {
    return [peopleHeading, filesHeading, otherLanguageHeading].some((pattern) => pattern.test(heading));
}
function isIntroduction({ kind, isPseudoHeading, spokenText }) {
    return kind !== "heading" && (isPseudoHeading || /[:：]$/u.test(spokenText));
}
function withoutEmptyIntroductions(blocks) {
    const result = [...blocks];
    for (let index = blocks.length - 1; index >= 0; index -= 1) {
        const block = result[index];
        if (!block || !isIntroduction(block) || !isContentRemoved(result, index))
            continue;
        result[index] = {
            ...block,
            spokenText: block.isPseudoHeading ? "" : closeIntroduction(block.spokenText),
        };
    }
    return result;
}
function isContentRemoved(blocks, introductionIndex) {
    const first = introductionIndex + 1;
    let index = first;
    while (isContentOf(blocks[introductionIndex], blocks[index], { isNext: index === first })) {
        if (blocks[index]?.spokenText !== "")
            return false;
        index += 1;
    }
    return index > first;
}
function isContentOf(introduction, block, { isNext }) {
    if (!introduction || !block || block.kind === "heading" || block.kind === "close")
        return false;
    if (introduction.isPseudoHeading && block.isPseudoHeading)
        return false;
    if (introduction.kind !== "item")
        return introduction.isPseudoHeading || isNext || block.kind === "item";
    const isNested = introduction.depth % 1 === 0 ? block.depth > introduction.depth : block.depth >= introduction.depth;
    return block.kind === "item" && isNested;
}
const trailingLabel = /(?:^|(?<=[.!?。！？] ?))[^\s.!?。！？]{1,40}(?: [^\s.!?。！？]{1,40})?[:：]$/u;
function closeIntroduction(text) {
    if (trailingLabel.test(text))
        return (0,sentences .X5)(text.replace(trailingLabel, ""));
    return text.replace(/:$/, ".").replace(/：$/u, "。");
}
function withoutEmptyHeadings(blocks) {
    if (blocks.every(({ kind, spokenText }) => kind === "heading" && spokenText !== ""))
        return [...blocks];
    const hasContent = Array.from({ length: 7 }, () => false);
    const result = [];
    for (const block of [...blocks].reverse()) {
        const next = result.at(-1);
        if (block.kind !== "heading") {
            if (block.spokenText !== "")
                hasContent.fill(true);
            result.push(block);
            continue;
        }
        const isKept = hasContent[block.depth] || (next !== undefined && startsRelease(block, next));
        hasContent.fill(false, block.depth);
        result.push(isKept ? block : { ...block, spokenText: "" });
    }
    return result.reverse();
}
function startsRelease({ spokenText, depth }, next) {
    return (/^Version \d/.test(spokenText) &&
        next.kind === "heading" &&
        next.spokenText !== "" &&
        next.depth === depth);
}

;// CONCATENATED MODULE: ./build/src/text/speech/spoken-block.js



function toSpokenBlock({ text, ...block }) {
    const lines = (0,sentences .bj)(text);
    const spoken = lines.map(block.kind === "heading" ? speakHeading : speakCommitSubject);
    return { ...block, lines, spokenText: spoken.filter(characters .ho).map(punctuation .uo).join(" ") };
}
const version = /^v?\d+(?:\.\d+){1,3}(?:[-+.][\w.+-]{1,40})?$/i;
const trailingDate = /(?:^|[\s,(–—-]{1,5})(?:released (?:on )?)?\d{4}[-/.]\d{2}[-/.]\d{2}\)?$/i;
function speakHeading(heading) {
    if (/^(?:change ?log|releases)$/i.test(heading))
        return "";
    const text = (0,sentences .X5)(heading.replace(trailingDate, "")).replace(/[:：]$/u, "");
    return version.test(text) ? `Version ${text.replace(/^v/i, "")}` : text;
}
const typePrefix = /^(feat|feature|fix|bugfix|hotfix|docs?|style|refactor|perf|tests?|build|ci|chore|revert|security|deps|wip|enhancement|improvement)(?: ?\([^()]{1,60}\))?(!)?: ?(?=\S)/i;
const spokenTypes = {
    fix: "Fix: ",
    bugfix: "Fix: ",
    hotfix: "Fix: ",
    docs: "Documentation: ",
    doc: "Documentation: ",
    test: "Tests: ",
    tests: "Tests: ",
    ci: "CI: ",
    revert: "Reverted: ",
    security: "Security: ",
};
const revertPrefix = /^(revert(?:s|ed)?:? ["“])(.+)$/i;
const scope = /^(breaking: )?\([\w ./,-]{1,40}\) (?=\p{L})/iu;
function speakCommitSubject(subject) {
    const [, revert, reverted = ""] = revertPrefix.exec(subject) ?? [];
    if (revert !== undefined)
        return capitalize(revert) + reverted.replace(typePrefix, "");
    const [prefix = "", type = "", isBreaking] = typePrefix.exec(subject) ?? [];
    const description = subject.slice(prefix.length).replace(scope, "$1");
    if (description === subject)
        return subject;
    const sentence = (0,sentences .X5)(description);
    if (!(0,characters .ho)(sentence))
        return "";
    const spokenType = isBreaking ? "Breaking: " : (spokenTypes[type.toLowerCase()] ?? "");
    const isRepeated = sentence.toLowerCase().startsWith(spokenType.slice(0, 3).toLowerCase());
    return isRepeated ? capitalize(sentence) : spokenType + sentence;
}
function capitalize(text) {
    return text.replace(/^\p{Ll}+(?=[\s,:;]|$)/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

;// CONCATENATED MODULE: ./build/src/text/speech/index.js











const maxLength = 200_000;
function toSpeech(markdown, options = {}) {
    return convert(markdown, options, joinBlocks);
}
function toOutline(markdown, options = {}) {
    return convert(markdown, options, (blocks) => (0,outline .W)(toOutlineBlocks(blocks)));
}
function convert(markdown, { keepsPlaceholders = true }, join) {
    const typed = markdown.slice(0, maxLength);
    if (!keepsPlaceholders)
        return (0,characters .d)(join(readBlocks((0,characters .Tf)(typed))));
    const { text, restore } = (0,characters .PO)(typed);
    return restore((0,characters .d)(join(readBlocks(text))));
}
function readBlocks(text) {
    const blocks = splitIntoChunks(normalizeMarkdown(text)).flatMap(parseChunk).map(toSpokenBlock);
    return withoutEmptySections(summarizeDependencyUpdates(blocks));
}
const parseOptions = { extensions: [(0,micromark_extension_gfm .T)()], mdastExtensions: [(0,mdast_util_gfm_lib .C)()] };
function parseChunk(source, chunk) {
    const tree = (0,lib .Y)(source.text, parseOptions);
    return toBlocks(tree, source).map((block) => ({
        ...block,
        listNumber: block.listNumber + chunk * maxLength,
    }));
}
function joinBlocks(blocks) {
    const paragraphs = [];
    let last;
    for (const block of blocks.filter(({ spokenText }) => spokenText !== "")) {
        const isSameList = block.kind === "item" && last?.kind === "item" && last.listNumber === block.listNumber;
        if (isSameList)
            paragraphs.at(-1)?.push(block.spokenText);
        else
            paragraphs.push([block.spokenText]);
        last = block;
    }
    return paragraphs.map(joinSentences).join("\n\n");
}


  }),

  69396:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Qu: () => (  withoutFullStop),
    o4: () => (  withoutBrackets),
    sQ: () => (  speakSymbols),
    uo: () => (  withFullStop),
    yr: () => (  cleanPunctuation)
  });
const emoji = /[\d#*]\ufe0f?\u20e3|(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})\u200d?/gu;
const pictographs = /[\u2300-\u23ff\u2500-\u25ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\u{1f000}-\u{1faff}]/gu;
const emojiShortcode = /(?<![\p{L}\p{N}:]):(?=[\d+-]{0,4}[a-z]|[+-]?1+0{0,2}:)[a-z\d_+-]{1,80}:/giu;
const joiners = /(?<![\p{M}\p{Script=Arabic}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\u200c\u200d])/gu;
function speakSymbols(text) {
    return text
        .replace(/(?<=^|\s)[:;]-?[()DP](?=[\s.,!?]|$)/g, " ")
        .replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
        .replace(/(?<=\w) ?(?:->|=>) ?(?=\w)|(?<=\w) ?[→⇒⟶➡]\ufe0f? ?(?=v?\d)/g, " to ")
        .replace(/(?<=\w) [→⇒⟶➡]\ufe0f? (?=\w)/g, ", ")
        .replace(/(?<=\d) ?[*×] ?(?=\d)/g, " times ")
        .replace(/\\(?=\w)/g, "/")
        .replace(/(?<![^\s("'“])\.(?=[a-z]{2}|[A-Z]{2})/g, "dot ")
        .replace(/\b([CF])[#＃](?!\w)/g, "$1 sharp")
        .replace(/(?:>=|≥) ?(?=v?\d)/g, "at least ")
        .replace(/(?:<=|≤) ?(?=v?\d)/g, "at most ")
        .replace(/(?<=\s)> ?(?=v?\d)/g, "more than ")
        .replace(/(?<=\s)< ?(?=v?\d)/g, "less than ")
        .replace(/(?<![\w~])(?:about )?~(?=\d)/g, "about ")
        .replace(emojiShortcode, " ")
        .replace(emoji, " ")
        .replace(pictographs, " ")
        .replace(/[\ufe00-\ufe0f\u20e3]/g, "")
        .replace(joiners, "")
        .replace(/(?<=[\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, " ")
        .replace(/@(?=[\p{L}\p{N}_\ue000])/gu, "")
        .replace(/(?<=^|\s)(?:!{3}|\?{3}\+?) (?=\w)/g, " ")
        .replace(/\{([\w./-]{1,60})\}/g, "$1")
        .replace(/(?<=[\w)] )={2,3}(?= [\w("'])/g, "equals")
        .replace(/:{3,}|={2,}|\+{3,}|(?<!\w)\/{3,}(?!\w)|\${2,}|\{%|%\}/g, " ")
        .replace(/[←-⇿⟵-⟿•▪*`|<>#＃~\\^{}]|(?<![\p{L}\p{N}._])_|_(?![\p{L}\p{N}_])/gu, " ");
}
function withoutBrackets(text) {
    return text
        .replace(/^\s*\[!(\w)(\w{2,12})\]/, (_, first, rest) => `${first}${rest.toLowerCase()}: `)
        .replace(/(?<=^|[\s(])\[[ xX]?\](?=\s|$)/g, " ")
        .replace(/^(\s*)\[([^[\]\n]{2,40})\]:?(?= \S)/, (_, space, label) => /^[\p{L}][^\ufffc]*$/u.test(label)
        ? `${space}${label.charAt(0).toUpperCase()}${label.slice(1)}:`
        : space + label)
        .replace(/\[\^[^\]\s]{1,40}\]/g, " ")
        .replace(/\]\(|\]\[/g, " ")
        .replace(/[[\]]/g, " ");
}
const emptyBrackets = /[([{（［【〔] ?(?:(?:[,;.:&/|+–—、，-]|and|or|und) ?){0,20}[)\]}）］】〕]/gu;
function cleanPunctuation(text) {
    const singleSpaced = text.replace(/\s+/g, " ").replace(emptyBrackets, " ").replace(emptyBrackets, " ");
    const cleaned = trimPunctuation(singleSpaced)
        .replace(/ {2,}/g, " ")
        .replace(/ [!?;:,]{1,5}(?=\p{L})/gu, " ")
        .replace(/([([{（]) ?(?:[,;:] ?){1,5}/gu, "$1")
        .replace(/(?:(?<![,;:–—-] ?)[,;:] ?){1,5}([)\]}）])/gu, "$1")
        .replace(/([([{（「『]) /gu, "$1")
        .replace(/ ([)\]}）」』])/gu, "$1")
        .replace(/([.!?])(?: [.,;:!?]){1,5}(?=\s|$)/g, "$1")
        .replace(/ ([.,;:!?…،؛؟]+)(?=\s|$)/gu, "$1")
        .replace(/([.!?])[;:]$/g, "$1")
        .replace(/, ?(?=[(（])/gu, " ")
        .replace(/[，、：；]{1,3} ?(?=[。！？）])/gu, "")
        .replace(/ (?=[。，、；：！？）])/gu, "")
        .replace(/[,;:–—-]{1,3} ?(?=[.!?](?:\s|$))/g, "")
        .replace(/,(?: ?[,;:]){1,5}/g, ",")
        .replace(/ (?:[–—-] ){2,}/g, " – ");
    return trimPunctuation(cleaned);
}
function trimPunctuation(text) {
    const start = text.search(/[^\s,;:/|&+•·–—=)\]}）」』】-]/u);
    if (start < 0)
        return "";
    const isSigned = /[+-](?=[\p{N}])/u.test(text.slice(Math.max(0, start - 1), start + 1));
    return text
        .slice(isSigned ? start - 1 : start)
        .replace(/^(?:[!?…。！？，、：；]+ ?|\.+(?: |$)|\.(?=\p{L})){1,5}/u, "")
        .replace(/(?<![\s,;/|&•·–—({[=-])[\s,;/|&•·–—({[=-]+$/u, "");
}
const sentenceEnd = /[.!?…:;。！？：；…؟۔।॥։]["'”’»)\]」』）]{0,3}$/u;
function withFullStop(text) {
    if (sentenceEnd.test(text) || /[\u{F0000}-\u{FFFFD}]$/u.test(text))
        return text;
    const trimmed = text.replace(/ ?[,，、،]$/u, "");
    const isCjk = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}][」』）”]?$/u.test(trimmed);
    return trimmed + (isCjk ? "。" : ".");
}
function withoutFullStop(text) {
    return text.replace(/(?<![.…])[.。]$/u, "");
}


  }),

  54380:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  X5: () => (  cleanText),
  cT: () => (  joinLines),
  bj: () => (  toSpokenLines)
});

var characters = __webpack_require__(17170);
var punctuation = __webpack_require__(69396);
;// CONCATENATED MODULE: ./build/src/text/speech/references.js

const notInUrl = '\\s<>()"`|\u{fffc}。，、；：！？（）「」『』【】《》';
const url = new RegExp(`(?:https?:|\\b(?:ftp|file|mailto):|www\\.)(?:[^${notInUrl}]|\\([^${notInUrl}]{0,200}\\))*`, "giu");
const date = /[([（] ?\d{4}[-/.]\d{2}[-/.]\d{2} ?[)\]）]| [-–—] \d{4}-\d{2}-\d{2}\b| \(\w{3} \w{3} \d{1,2},? \d{4}\)/gu;
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;
const uuid = /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi;
const bracketedHash = /([([])[\da-f]{7,64}(?=[)\]])/g;
const hash = /\b(?:sha\d+[:-])?(?:(?=[a-f]{0,128}\d)(?=\d{0,128}[a-f])[\da-f]{7,128}|(?=[A-F]{0,128}\d)(?=\d{0,128}[A-F])[\dA-F]{7,128}|[\da-f]{40}|[\da-f]{64})(?:\.{2,3}\w{1,64})?\b/g;
const issue = /(?:\b[\w.-]{1,100}(?:\/[\w.-]{1,100})?)?[#＃]\d+|\bGH-\d+|(?<=^|[\s(])!\d+\b/giu;
const advisory = /\bGHSA(?:-[\da-z]{4}){3}\b/gi;
const variable = /\$\{\{[^{}]{0,200}\}\}|\$\{?[A-Z][A-Z_]{2,60}\b\}?/g;
const mention = /(?<![\p{L}\p{N}_.])@[\p{Script=Latin}\d][\p{Script=Latin}\d_-]{0,100}(?:\[bot\])?(?![\p{Script=Latin}\d_/-]|\.\w)/gu;
const team = new RegExp(`(\\b(?:by|cc|thanks to|thanks) |${characters .lq}(?:,|,? and)? )@[\\w-]{1,100}/[\\w.-]{1,100}`, "gi");
function markReferences(text) {
    return text
        .replace(url, markUrl)
        .replace(date, characters .lq)
        .replace(email, characters .lq)
        .replace(uuid, characters .lq)
        .replace(bracketedHash, `$1${characters .lq}`)
        .replace(hash, characters .lq)
        .replace(issue, (found) => (/^[CF][#＃]/.test(found) ? found : characters .lq))
        .replace(advisory, characters .lq)
        .replace(variable, characters .lq)
        .replace(mention, characters .lq)
        .replace(team, `$1${characters .lq}`);
}
function markUrl(found) {
    return characters .lq + (/(?<![.,;:!?'*_~])[.,;:!?'*_~]{1,5}$/.exec(found)?.[0] ?? "");
}
const prepositions = alternation("a also an and as at by for from in of on or per see since the this to under via with mit sur par por siehe und voir von in в во из от по у см. بواسطة في من عبر");
const nouns = alternation("advisory author authors bug bugs changelog commit commits discussion issue issues merge PR PRs pull report request requests task ticket");
const closingVerbs = alternation("address addresses addressed close closed closes closing fix fixed fixes fixing implement implements ref refs reference references related relates resolve resolved resolves resolving reverts behebt schließt ferme corrige");
const authorshipVerbs = alternation("authored contributed discovered done found implemented made proposed reported requested sponsored spotted submitted suggested written");
const thanks = "thanks|thank you|thx|kudos|props|credits?|h/t|cc|courtesy of|co-authored|danke?|merci|gracias|спасибо|شكرا";
const sayingVerbs = "described|mentioned|noted|pointed out|proposed|put it|reported|said|suggested|wrote";
const subject = "(?:(?:this|that|it|which|also|and|should|will|may|to) ){0,2}(?:(?:PR|change|commit|patch) )?";
const wordStart = "(?<![\\p{L}\\p{N}_-])";
const preposition = `${wordStart}(?:${prepositions})`;
const noun = `${wordStart}(?:${nouns})`;
const referencePhrases = [
    `["“'‘«\`] ?${characters .lq} ?["”'’»\`]`,
    `[:：] ?${characters .lq}(?= ?(?:[.!?]|$))`,
    `[,;–—-]? ?${wordStart}(?:with |and )?(?:(?:many|special|big|huge|vielen) )?(?:${thanks})(?: goes?)?(?: to| an| à| a)?[:,]? ${characters .lq}(?: for [^.!?()${characters .lq}]{0,80})?!?`,
    `(?:^|(?<=[.!?] ))(?:please |for (?:more |further )?(?:details|information)(?: (?:about|on) [^.!?,]{1,100})?,? (?:please )?)?(?:see|read|visit|check|mail|write to)(?: \\w+){0,4} ${characters .lq}[^.!?]{0,100}`,
    `${wordStart}(?:just )?as ${characters .lq} (?:also )?(?:${sayingVerbs})`,
    `(?<=[(（,;–—-] ?)(?:originally )?(?:${authorshipVerbs}) by ${characters .lq}`,
    `(?<!\\b(?:is|was|are|were|be|been|being) )${wordStart}${subject}(?:${closingVerbs})(?: (?:to|in|with|by))?:? ?(?:${noun} ){0,3}${characters .lq}`,
    `(?:由|感谢|感謝|参见|参照|详见|见|在|修复了?|关闭) ?${characters .lq}(?: ?(?:中的?|的贡献|的反馈|提供的?|贡献的?))?`,
    `${characters .lq} ?(?:さん|氏)(?:に感謝|による|へ)?[！!]?`,
    `(?:(?:${preposition}|${noun}):? ){0,5}${characters .lq}`,
    `(?:${wordStart}(?:by|for|from|in|of|to|via|with) ){0,2}${characters .ae}`,
].map((source) => new RegExp(source, "giu"));
const markerList = new RegExp(`${characters .lq}(?:[ ,;&/+]{0,3}(?:(?:and|or|und|et|y|и|和|及) )?${characters .lq})+`, "gu");
function withoutReferencePhrases(text) {
    return referencePhrases.reduce((rest, phrase) => rest.replace(phrase, " "), text.replace(markerList, characters .lq));
}
function alternation(words) {
    return words.replaceAll(".", "\\.").replaceAll(" ", "|");
}

;// CONCATENATED MODULE: ./build/src/text/speech/sentences.js



const cjkCharacter = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}。，、；：！？（）「」]";
const wrappedCjkLine = new RegExp(`(?<=${cjkCharacter}) ?\\n ?(?=${cjkCharacter})`, "gu");
function toSpokenLines(text) {
    return text
        .replace(/\u2028 ?(?=\p{Ll})/gu, "\n")
        .split(characters .Ed)
        .filter(characters .ho)
        .map((line) => speakUntilStable(unwrapLines(line)))
        .filter(characters .ho);
}
function unwrapLines(text) {
    const lines = markReferences(text)
        .split("\n")
        .filter((line) => !isSkippedLine(line.trim()));
    return joinLines(lines);
}
function joinLines(lines) {
    return lines.join("\n").replace(wrappedCjkLine, "").replace(/\n/g, " ");
}
function speakUntilStable(line) {
    let [before, after] = ["", line];
    for (let round = 0; round < 4 && after !== before; round += 1)
        [before, after] = [after, speakLine(after)];
    return after;
}
function speakLine(line) {
    const marked = markReferences(line.replace(/ +([:.,])(?=\s|$)/g, "$1"));
    const text = (0,punctuation .o4)(marked).replace(/ {2,}/g, " ").trim();
    const kept = filterSentences(text, (sentence) => !isSkippedSentence(sentence.trim()));
    return cleanText((0,punctuation .sQ)(withoutReferencePhrases(kept).replaceAll(characters .lq, " ")));
}
function cleanText(text) {
    return (0,punctuation .yr)(filterSentences((0,punctuation .yr)(text), characters .ho));
}
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
function filterSentences(text, isKept) {
    return Array.from(segmenter.segment(text), ({ segment }) => segment)
        .filter(isKept)
        .join("");
}
const sentences_thanks = /^(?:(?:special|many|big|huge|vielen|большое) )?(?:thanks|thank you|kudos|shout-?out|danke?|merci|gracias|спасибо|شكرا)(?![\p{L}\p{N}])/iu;
const referenceLines = [
    new RegExp(`^(?:[^\\s:：.!?${characters .lq}]+ ?){1,3}[:：] ?${characters .lq}(?:${characters .lq}|[\\s,;&.]|via|and|in|by|on|at){0,60}$`, "u"),
    new RegExp(`^(?:compare|diff|changes since|view|see full)\\b[^.!?]{0,60}${characters .lq}`, "i"),
    new RegExp(`^this reverts commit ${characters .lq}`, "i"),
];
const trailerLines = [
    /full change-?log|\bfull diff\b/i,
    /^(?:signed-off|co-authored|reviewed|acked|tested|reported|suggested|helped)-by: /i,
];
const boilerplate = [
    /\bmade (?:their|his|her|its) first contribution\b/i,
    /^merge (?:pull request|branch|tag|remote-tracking)\b/i,
    /^chore(?:\([^()]{1,40}\))?: (?:release|version packages|bump (?:the )?version|prepare release)\b|^release \S{1,80} version \d/i,
    /^this (?:pr|pull request|release|changelog) was (?:automatically )?(?:generated|created)\b|^see documentation\.?$/i,
    /^released? (?:with|by) goreleaser\b|^generated by /i,
    /^all notable changes to this project|^the format is based on keep a changelog/i,
    /^dependabot will resolve any conflicts|^you can (?:also )?trigger (?:a rebase|dependabot)|^sourced from /i,
];
function isSkippedSentence(sentence) {
    if (sentence.includes(characters .ae) && isEmptyWithoutCode(sentence))
        return true;
    if (sentence.includes(characters .lq) && sentences_thanks.test(sentence) && !/! [-–—]/.test(sentence))
        return true;
    return isSkippedLine(sentence) || boilerplate.some((pattern) => pattern.test(sentence));
}
function isSkippedLine(line) {
    if (line.includes(characters .lq) && referenceLines.some((pattern) => pattern.test(line)))
        return true;
    return trailerLines.some((pattern) => pattern.test(line));
}
function isEmptyWithoutCode(sentence) {
    const words = sentence.match(/[\p{L}\p{N}\p{M}'’.-]+/gu) ?? [];
    const removedCount = sentence.split(characters .ae).length - 1;
    return words.length < 3 || removedCount > 1;
}


  })

};
