export const id = 996;
export const ids = [996];
export const modules = {

/***/ 35996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readFrontMatter: () => (/* binding */ readFrontMatter),
/* harmony export */   withoutFrontMatter: () => (/* binding */ withoutFrontMatter)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22396);
/* harmony import */ var _base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59317);
/* harmony import */ var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89923);
/* harmony import */ var _invalid_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5801);





const frontMatterPattern = /^---[ \t]*\n((?:[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/**
 * Splits the YAML front matter from a file. `allowed` are the settings that it may contain. Throws
 * `invalid_input`, which names the file, the line and the field.
 */
function readFrontMatter(content, file, allowed) {
    const [head, yaml] = frontMatterPattern.exec(content) ?? [];
    if (head === undefined || yaml === undefined)
        return { fields: {}, text: content, textStartLine: 1 };
    const text = content.slice(head.length);
    return { fields: readFields(yaml, file, allowed), text, textStartLine: (0,_base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_4__/* .countLines */ .lt)(head) };
}
/** Returns the text below the front matter, which is not validated. */
const withoutFrontMatter = (content) => content.replace(frontMatterPattern, "");
// Any other map is a mistake: to YAML, a title of `{{ tag }}` without quotes is a map.
const mapSettings = ["variables", "provider_options"];
function readFields(yaml, file, allowed) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    // The YAML starts on the second line of the file.
    const lineAt = (offset = 0) => lines.linePos(offset).line + 1;
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(yaml.trimEnd(), {
        lineCounter: lines,
        prettyErrors: false,
        logLevel: "error",
    });
    const [error] = document.errors;
    if (error)
        throw frontMatterError(file, lineAt(error.pos[0]), `invalid YAML: ${shortErrorMessage(error.message)}`);
    if (document.contents === null)
        return {};
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents))
        throw frontMatterError(file, 2, "the front matter must be a map of names and values");
    const fields = document.contents.items.map((pair) => {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : "";
        const line = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? lineAt(pair.key.range?.[0]) : 2;
        if (!allowed.includes(name))
            throw unknownFieldError(file, line, name, allowed);
        const rawValue = toRawValue(pair, document, (problem) => frontMatterError(file, line, problem), name);
        return [name, { line, rawValue }];
    });
    return Object.fromEntries(fields);
}
// The text that a user would type: 1.10 stays 1.10, a list becomes one item per line, a map becomes YAML.
function toRawValue({ value }, document, toError, name) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
        return typeof value.value === "string" ? value.value : (value.source ?? "");
    try {
        const parsed = document.toJS()[name];
        if (Array.isArray(parsed) && parsed.every((item) => typeof item !== "object"))
            return parsed.join("\n");
        if (mapSettings.includes(name))
            return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) && !hasAlias(value) ? String(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Document */ .yo(value)) : JSON.stringify(parsed);
    }
    catch (error) {
        // Aliases that expand too often, or maps nested too deeply.
        throw toError(`this cannot be read: ${shortErrorMessage(String(error))}`);
    }
    throw toError(`\`${name}\` must be text; put a value that starts with a brace or a bracket in quotes`);
}
// The anchor of an alias may be outside of the value.
function hasAlias(value) {
    let found = false;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(value, {
        Alias: () => {
            found = true;
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    return found;
}
function unknownFieldError(file, line, name, allowed) {
    const nearest = (0,_invalid_input_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(name, allowed);
    const problem = `"${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(name, 60)}" is not a setting that front matter can contain`;
    return frontMatterError(file, line, nearest ? `${problem}; did you mean "${nearest}"?` : problem, allowed);
}
function frontMatterError(file, line, problem, allowed) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInputError */ .qz)(`${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(file, 120)}:${line}: ${problem}.`, {
        hint: allowed ? `Available: ${allowed.join(", ")}.` : "Correct the file.",
        location: { file: (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(file, 300), line },
    });
}
function shortErrorMessage(message) {
    return (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_4__/* .firstLine */ .TM)(message), 200).replace(/\.$/, "");
}


/***/ })

};
