export const id = 479;
export const ids = [479,470];
export const modules = {

  8470:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    listSettings: () => (  listSettings)
  });
  var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6921);
  var _inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1021);
  var _inputs_schema_video_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4512);
  var _providers_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2372);




const listSettings = zod__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    provider: (0,_inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__  ._t)(zod__WEBPACK_IMPORTED_MODULE_3__  .k5n(_providers_index_js__WEBPACK_IMPORTED_MODULE_2__  .e4).prefault("heygen"), "The provider to list from."),
    limit: (0,_inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__  .G_)((0,_inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__  ._)(zod__WEBPACK_IMPORTED_MODULE_3__  .Whr().min(1).max(10_000)).prefault("50"), {
        description: "The maximum number of entries.",
        allowed: "a whole number from 1 to 10000",
    }),
    ownership: (0,_inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__  ._t)(zod__WEBPACK_IMPORTED_MODULE_3__  .k5n(["public", "private"]).optional(), "For avatars and voices: `public` ones, or your own `private` ones."),
    language: (0,_inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__  .QE)("For voices: the English name of the language, such as `German`."),
    gender: (0,_inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__  ._t)(zod__WEBPACK_IMPORTED_MODULE_3__  .k5n(["female", "male"]).optional(), "For voices: `female` or `male`."),
    json: (0,_inputs_schema_define_setting_js__WEBPACK_IMPORTED_MODULE_0__  .jv)("Print one JSON array instead of a table.", { default: false }),
    api_base_url: _inputs_schema_video_settings_js__WEBPACK_IMPORTED_MODULE_1__  .pA,
});


  }),

  2479:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runListCommand: () => (  runListCommand)
});

var errors = __webpack_require__(2396);
var proxy = __webpack_require__(3752);
var plain_text = __webpack_require__(9923);
var retry = __webpack_require__(8884);
var invalid_input = __webpack_require__(5801);
var schema_settings = __webpack_require__(5746);
;// CONCATENATED MODULE: ./build/src/jobs/catalog.js
const catalogKinds = ["avatars", "voices", "styles", "templates"];

var api_key = __webpack_require__(7066);
var providers = __webpack_require__(2372);
var cli_args = __webpack_require__(9627);
var define_setting = __webpack_require__(1021);
var describe_settings = __webpack_require__(4830);
var list_settings = __webpack_require__(8470);
;// CONCATENATED MODULE: ./build/src/cli/help.js




const helpFlag = ["--help", "Show this help."];
const ownFlags = [
    [
        "--dotenv FILE",
        "Also write the outputs to FILE as KEY=value lines, for CI systems that read such a file.",
    ],
    [
        "--dotenv-include-url",
        "Include VIDEO_URL in that file. It is a signed link, and many people may be able to read the file.",
    ],
    [
        "--include-urls",
        "Include the signed links in the JSON in a CI system too, where stdout is a log that many people may be able to read.",
    ],
    helpFlag,
    ["--version", "Show the version."],
];
function helpText(schema) {
    const settings = describeSettings(schema);
    return [
        "showreel [render] [flags]: turns a prompt or a script into a finished video.",
        "showreel check [flags]: estimates length and cost and checks everything, and submits nothing.",
        "showreel list avatars|voices|styles|templates: lists what the provider offers.",
        "",
        '  showreel --provider sandbox --prompt "A short welcome"     needs no account',
        '  HEYGEN_API_KEY=… showreel --prompt "A 30-second tour of our product"',
        "",
        ...Object.entries(settingGroups).flatMap(([group, heading]) => [
            `${heading}:`,
            ...flagLines(settings.filter((setting) => setting.group === group).map(flagHelp)),
            "",
        ]),
        "Command line:",
        ...flagLines(ownFlags),
        "",
        "Every setting can also be set as SHOWREEL_<NAME> in the environment. Keys are only read from the environment:",
        "HEYGEN_API_KEY, and GITHUB_TOKEN for requests to GitHub. Progress goes to stderr; stdout gets one JSON object with",
        "the outputs. Exit status: 0 done, 1 failed, 2 invalid input, 3 key or credit, 4 timed out, 5 the video failed,",
        "130 interrupted.",
        "",
    ].join("\n");
}
function listHelpText() {
    return [
        "showreel list avatars|voices|styles|templates [flags]: lists what the provider offers.",
        "",
        "  showreel list voices --language German --gender female",
        "  showreel list avatars --json | jq -r '.[].avatar_id'",
        "",
        ...flagLines([...(0,describe_settings .T)(list_settings.listSettings).map(flagHelp), helpFlag]),
        "",
        "The key is read from HEYGEN_API_KEY. The table, or the JSON, goes to stdout; everything else to stderr.",
        "",
    ].join("\n");
}
function flagHelp({ name, description, defaultValue }) {
    const text = defaultValue === "" ? description : `${description} Default: ${defaultValue}.`;
    return [(0,cli_args .iP)(name), text.replaceAll("`", "")];
}
function flagLines(flags) {
    return flags.flatMap(([flag, description]) => [
        `  ${flag}`,
        ...wrap(description, 72).map((line) => `      ${line}`),
    ]);
}
function wrap(text, width) {
    return text.match(new RegExp(`.{1,${width}}(?:\\s|$)`, "g"))?.map((line) => line.trimEnd()) ?? [];
}

var lines_and_characters = __webpack_require__(9317);
;// CONCATENATED MODULE: ./build/src/cli/table.js

function toTable(items) {
    if (items.length === 0)
        return "";
    const names = [...new Set(items.flatMap(Object.keys))];
    const columns = names.filter((name) => items.some((item) => cellText(item[name]) !== ""));
    const rows = [columns, ...items.map((item) => columns.map((name) => cellText(item[name])))];
    const widths = columns.map((_, column) => Math.max(...rows.map((row) => (0,lines_and_characters .O7)(row[column] ?? ""))));
    const lines = rows.map((row) => row
        .map((text, column) => pad(text, widths[column]))
        .join("  ")
        .trimEnd());
    return `${lines.join("\n")}\n`;
}
function cellText(value = "") {
    return typeof value === "string" ? value : value.join(", ");
}
function pad(text, width = 0) {
    return text + " ".repeat(width - (0,lines_and_characters .O7)(text));
}

;// CONCATENATED MODULE: ./build/src/cli/list.js













async function runListCommand(runtime, { argv: [, kindArgument, ...flags], env, print }) {
    if (kindArgument === "--help" || kindArgument === "-h")
        return print(listHelpText());
    const kind = readKind(kindArgument);
    const args = (0,cli_args .lR)(list_settings.listSettings, flags, env, "showreel list");
    if (args.help)
        return print(listHelpText());
    if (args.dotenv !== undefined || args.dotenvIncludeUrl || args.includeUrls)
        throw noOutputsError();
    const settings = await (0,schema_settings .sb)(list_settings.listSettings, args.settings);
    rejectUnsupportedFilter(kind, settings);
    const { items, hasMore } = await readCatalog(runtime, kind, settings, env);
    const redacted = items.map((item) => redactItem(runtime, item));
    print(settings.json ? `${JSON.stringify(redacted, undefined, 2)}\n` : toTable(redacted));
    if (items.length === 0)
        runtime.log.info(`${settings.provider} lists no ${kind}.`);
    if (hasMore)
        runtime.log.info(`There are more than these ${items.length} ${kind}: --limit shows more.`);
}
function readKind(argument) {
    const kind = catalogKinds.find((name) => name === argument);
    if (kind)
        return kind;
    const typed = argument === undefined || argument.startsWith("-") ? "" : (0,plain_text .wh)(argument, 60);
    const nearest = typed && (0,invalid_input .q)(typed, catalogKinds);
    const message = typed ? `There is no list of "${typed}".` : "The list command needs to know what to list.";
    const commands = catalogKinds.map((name) => `showreel list ${name}`).join(", ");
    throw new errors .eh("invalid_input", message, {
        hint: `${nearest ? `Did you mean ${nearest}? ` : ""}Available: ${commands}.`,
    });
}
async function readCatalog(runtime, kind, { provider, api_base_url, limit, language, gender, ownership }, env) {
    const { catalog, ...plugin } = await (0,providers .Cg)(provider);
    if (!catalog)
        throw noCatalogError(provider);
    const apiKey = (0,api_key .i)(plugin, { apiKey: (name) => env[name], apiKeyLabel: (name) => name });
    (0,proxy .rX)(runtime.proxies);
    const connection = { runtime, apiKey, baseUrl: new URL(api_base_url ?? plugin.baseUrl) };
    return (0,retry .LH)(runtime, () => catalog(connection, { kind, limit, language, gender, ownership }));
}
function redactItem({ secrets }, item) {
    const redact = (value) => typeof value === "string" ? secrets.redactKeys(value) : value.map((text) => secrets.redactKeys(text));
    return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, redact(value)]));
}
function rejectUnsupportedFilter(kind, { language, gender, ownership }) {
    const isVoices = kind === "voices";
    const unsupported = (language && !isVoices && "--language") ||
        (gender && !isVoices && "--gender") ||
        (ownership && !isVoices && kind !== "avatars" && "--ownership");
    if (!unsupported)
        return;
    throw new errors .eh("invalid_input", `${unsupported} is not supported for a list of ${kind}.`, {
        hint: "Remove it. All flags: showreel list --help",
    });
}
function noCatalogError(provider) {
    return new errors .eh("invalid_input", `\`provider\` is ${provider}, which has no lists.`, {
        hint: "Use heygen; sandbox shows sample lists.",
        settings: ["provider"],
    });
}
function noOutputsError() {
    return new errors .eh("invalid_input", "--dotenv and --include-urls are not supported: a list has no outputs.", {
        hint: "Remove them. All flags: showreel list --help",
    });
}


  })

};
