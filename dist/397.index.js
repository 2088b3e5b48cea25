export const id = 397;
export const ids = [397];
export const modules = {

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


  })

};
