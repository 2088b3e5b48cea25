export const id = 199;
export const ids = [199];
export const modules = {

  27199:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    readFrontMatter: () => (  readFrontMatter),
    withoutFrontMatter: () => (  withoutFrontMatter)
  });
  var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53645);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29287);
  var _base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49228);
  var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15434);
  var _invalid_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78584);





const frontMatterPattern = /^---[ \t]*\n((?:[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
function readFrontMatter(content, file, allowed) {
    const [head, yaml] = frontMatterPattern.exec(content) ?? [];
    if (head === undefined || yaml === undefined)
        return { fields: {}, text: content, textStartLine: 1 };
    const text = content.slice(head.length);
    return { fields: readFields(yaml, file, allowed), text, textStartLine: (0,_base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_4__  .lt)(head) };
}
const withoutFrontMatter = (content) => content.replace(frontMatterPattern, "");
const mapSettings = ["variables", "provider_options"];
function readFields(yaml, file, allowed) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__  .HN();
    const lineAt = (offset = 0) => lines.linePos(offset).line + 1;
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__  .Tp)(yaml.trimEnd(), {
        lineCounter: lines,
        prettyErrors: false,
        logLevel: "error",
    });
    const [error] = document.errors;
    if (error)
        throw frontMatterError(file, lineAt(error.pos[0]), `invalid YAML: ${shortErrorMessage(error.message)}`);
    if (document.contents === null)
        return {};
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__  .jh)(document.contents))
        throw frontMatterError(file, 2, "the front matter must be a map of names and values");
    const fields = document.contents.items.map((pair) => {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__  .jn)(pair.key) ? String(pair.key.value) : "";
        const line = (0,yaml__WEBPACK_IMPORTED_MODULE_0__  .jn)(pair.key) ? lineAt(pair.key.range?.[0]) : 2;
        if (!allowed.includes(name))
            throw unknownFieldError(file, line, name, allowed);
        const rawValue = toRawValue(pair, document, (problem) => frontMatterError(file, line, problem), name);
        return [name, { line, rawValue }];
    });
    return Object.fromEntries(fields);
}
function toRawValue({ value }, document, toError, name) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__  .jn)(value))
        return typeof value.value === "string" ? value.value : (value.source ?? "");
    try {
        const parsed = document.toJS()[name];
        if (Array.isArray(parsed) && parsed.every((item) => typeof item !== "object"))
            return parsed.join("\n");
        if (mapSettings.includes(name))
            return (0,yaml__WEBPACK_IMPORTED_MODULE_0__  .jh)(value) && !hasAlias(value) ? String(new yaml__WEBPACK_IMPORTED_MODULE_0__  .yo(value)) : JSON.stringify(parsed);
    }
    catch (error) {
        throw toError(`this cannot be read: ${shortErrorMessage(String(error))}`);
    }
    throw toError(`\`${name}\` must be text; put a value that starts with a brace or a bracket in quotes`);
}
function hasAlias(value) {
    let found = false;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__  .YR)(value, {
        Alias: () => {
            found = true;
            return yaml__WEBPACK_IMPORTED_MODULE_0__  .YR.BREAK;
        },
    });
    return found;
}
function unknownFieldError(file, line, name, allowed) {
    const nearest = (0,_invalid_input_js__WEBPACK_IMPORTED_MODULE_3__  .q)(name, allowed);
    const problem = `"${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(name, 60)}" is not a setting that front matter can contain`;
    return frontMatterError(file, line, nearest ? `${problem}; did you mean "${nearest}"?` : problem, allowed);
}
function frontMatterError(file, line, problem, allowed) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .qz)(`${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(file, 120)}:${line}: ${problem}.`, {
        hint: allowed ? `Available: ${allowed.join(", ")}.` : "Correct the file.",
        location: { file: (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(file, 300), line },
    });
}
function shortErrorMessage(message) {
    return (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)((0,_base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_4__  .TM)(message), 200).replace(/\.$/, "");
}


  })

};
