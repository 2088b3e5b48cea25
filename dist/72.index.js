export const id = 72;
export const ids = [72];
export const modules = {

  57072:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  composeOutline: () => (  composeOutline)
});

var text_markdown = __webpack_require__(10492);
var speech = __webpack_require__(89579);
var punctuation = __webpack_require__(69396);
;// CONCATENATED MODULE: ./build/src/text/outline/cut-outline.js
function cutOutline(blocks, shortened) {
    let left = countLetters(shortened);
    const cut = (text) => {
        const length = countLetters(text);
        const kept = length <= left ? text : firstLetters(text, left);
        left -= Math.min(left, length);
        return kept;
    };
    const result = [];
    for (const block of blocks) {
        if (left === 0)
            break;
        if (block.kind === "code")
            result.push(block);
        else if (block.kind === "list")
            result.push({ ...block, items: cutItems(block.items, cut) });
        else
            result.push({ ...block, text: cut(block.text) });
    }
    return result;
}
function cutItems(items, cut) {
    return items.map((item) => ({ ...item, text: cut(item.text) })).filter(({ text }) => text !== "");
}
const letter = /[\p{L}\p{N}]/gu;
const countLetters = (text) => text.match(letter)?.length ?? 0;
function firstLetters(text, count) {
    const next = [...text.matchAll(letter)][count - 1];
    if (!next)
        return "";
    const end = next.index + next[0].length;
    const kept = text.slice(0, end) + (/^[^\s\p{L}\p{N}]*/u.exec(text.slice(end))?.[0] ?? "");
    return /[.!?…。！？]["'”’»)\]」』）]*$/u.test(kept) ? kept : `${kept}…`;
}

var characters = __webpack_require__(17170);
var sentences = __webpack_require__(54380);
;// CONCATENATED MODULE: ./build/src/text/outline/plain-blocks.js

function toPlainBlocks(text) {
    const blocks = [];
    let paragraph = [];
    let items = [];
    const close = () => {
        if (paragraph.length > 0)
            blocks.push({ kind: "paragraph", text: (0,sentences .cT)(paragraph) });
        if (items.length > 0)
            blocks.push({ kind: "list", items });
        paragraph = [];
        items = [];
    };
    for (const line of text.split("\n")) {
        const unfenced = line.replace(/^(?:\s*`{3,})+/, "");
        const typed = oneLine(unfenced);
        const [, marks, heading = ""] = /^(#{1,6}) (.+)$/.exec(typed) ?? [];
        const item = /^- (.+)$/.exec(typed)?.[1];
        const isParagraph = typed !== "" && !marks && item === undefined;
        if (unfenced !== line || (items.length > 0 ? item === undefined : !isParagraph))
            close();
        if (marks)
            blocks.push({ kind: "heading", level: marks.length, text: heading });
        else if (item !== undefined)
            items.push({ level: nestingLevel(line, items.at(-1)), text: item });
        else if (isParagraph)
            paragraph.push(typed);
    }
    close();
    return blocks;
}
function nestingLevel(line, previous) {
    const indent = (/^\s*/.exec(line)?.[0] ?? "").replaceAll("\t", "    ").length;
    return Math.min(1 + Math.floor(indent / 2), 1 + (previous?.level ?? 0));
}
function oneLine(text) {
    return text.replace(/\s+/g, " ").trim();
}

;// CONCATENATED MODULE: ./build/src/text/outline/fill-outline.js



function fillOutline(blocks, filling) {
    return blocks.flatMap((block) => fillBlock(block, filling));
}
function fillBlock(block, { parse, readValue }) {
    switch (block.kind) {
        case "code":
            return [{ ...block, lines: block.lines.map(unescapePlaceholders) }];
        case "heading":
            return fillText(parse(block.text), readValue, (text) => [{ ...block, text: oneLine(text) }]);
        case "paragraph":
            return fillText(parse(block.text), readValue, (text) => toPlainBlocks((0,punctuation .uo)(text.trim())));
        case "list":
            return joinLists(block.items.flatMap(({ level, text: typed }) => fillText(parse(typed), readValue, (text) => [
                { kind: "list", items: [{ level, text: (0,punctuation .uo)(oneLine(text)) }] },
            ])));
    }
}
const unescapePlaceholders = (line) => line.replace(/\\(?=\{\{[^{}]*\}\})/g, "");
function fillText(parts, readValue, toBlocks) {
    const blocks = [];
    let text = "";
    let isDivided = false;
    const endText = () => {
        if ((0,characters .ho)(text))
            blocks.push(...(isDivided ? toPlainBlocks(text.replace(/^[\s.,;:!?…]+/, "")) : toBlocks(text)));
        text = "";
    };
    for (const part of parts) {
        const value = typeof part === "string" ? part : readValue(part.name);
        if (typeof value === "string") {
            text += value;
            continue;
        }
        endText();
        blocks.push(...value);
        isDivided = true;
    }
    endText();
    return blocks;
}
function joinLists(blocks) {
    const joined = [];
    for (const block of blocks) {
        const last = joined.at(-1);
        if (block.kind === "list" && last?.kind === "list")
            joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
        else
            joined.push(block);
    }
    return joined;
}

var outline = __webpack_require__(2146);
;// CONCATENATED MODULE: ./build/src/text/outline/compose-outline.js







function composeOutline(source) {
    if (source.kind === "prompt")
        return composePromptOutline(source);
    return { outline: (0,outline .W)(scriptBlocks(source)), isBrief: false };
}
function scriptBlocks({ markdown, parts, values, parse }) {
    const spokenValues = new Map([...values].map(([name, value]) => [name, spokenValue(value)]));
    const readValue = (name) => spokenValues.get(name) ?? "";
    if (markdown === undefined)
        return fillText(parts, readValue, toPlainBlocks);
    return fillOutline((0,outline ._)((0,text_markdown .b8)(markdown, speech .Y)), { parse, readValue });
}
function spokenValue(value) {
    if (!value.isMarkdown)
        return value.fittedText;
    const whole = eventBlocks(value.text);
    const blocks = value.isShortened ? cutOutline(whole, value.fittedText) : whole;
    const [first, second] = blocks;
    if (!first)
        return "";
    return first.kind === "paragraph" && !second ? first.text : blocks;
}
const eventBlocks = (markdown) => (0,outline ._)((0,speech .Y)(markdown, { keepsPlaceholders: false }));
function composePromptOutline({ values, text, setting }) {
    const material = [...values.values()].flatMap(({ isMarkdown, fittedText }) => isMarkdown ? eventBlocks(fittedText) : []);
    const [first] = material;
    const titles = [...values]
        .flatMap(([name, { fittedText }]) => titleOf(name, fittedText))
        .filter((title) => first?.kind !== "heading" || first.text !== title)
        .map((title) => ({ kind: "heading", level: 1, text: title }));
    if (material.length > 0 || (setting === "template" && titles.length > 0))
        return { outline: (0,outline .W)([...titles, ...material]), isBrief: false };
    return { outline: (0,speech .Y)(text) || (0,outline .W)(toPlainBlocks(text)), isBrief: true };
}
function titleOf(name, value) {
    if (name !== "pull_request.title" && name !== "release.name")
        return [];
    const typed = oneLine(value);
    const [block] = (0,outline ._)((0,speech .Y)(name === "release.name" ? `# ${typed}` : typed));
    const title = block && "text" in block ? (0,punctuation .Qu)(block.text) : typed;
    return title === "" ? [] : [title];
}


  })

};
