export const id = 789;
export const ids = [789];
export const modules = {

/***/ 9789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createOutputWriter: () => (/* binding */ createOutputWriter),
/* harmony export */   writeSummary: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2396);
/* harmony import */ var _base_files_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5113);
/* harmony import */ var _base_secrets_link_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3293);




/** Writes to the file that the runner names; `mask` tells the runner of a link that its logs must not show. */
function createOutputWriter(env, log, mask) {
    const written = new Map();
    let problem;
    let isStarted = false;
    const write = (name, value) => {
        // Without a file the toolkit prints outputs, the signed link among them.
        if (!env.GITHUB_OUTPUT)
            return;
        maskLink(name, value, mask);
        (0,_base_files_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .requireNoPipe */ .Nj)(env.GITHUB_OUTPUT);
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value);
        written.set(name, value);
    };
    return {
        write(outputs) {
            try {
                const news = Object.entries(outputs).filter(([name, value]) => written.get(name) !== value);
                for (const [name, value] of news)
                    write(name, value);
            }
            catch (error) {
                if (isStarted && problem === undefined)
                    log.warning(`The step's outputs are not complete: ${reasonOf(error, env)}. The run goes on without.`);
                problem ??= reasonOf(error, env);
            }
        },
        requireWritten() {
            if (problem !== undefined)
                throw unwritable(problem);
            isStarted = true;
            if (!env.GITHUB_OUTPUT)
                log.warning("The runner names no file for outputs (GITHUB_OUTPUT), so this step has none.");
        },
    };
}
// Other steps may print the link: the runner takes out what it was told of.
function maskLink(name, value, mask) {
    const isSigned = /^(video|thumbnail)_url$/.test(name) && value !== "" && !(0,_base_secrets_link_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isPublicLink */ .es)(value);
    const secrets = isSigned ? [value, ...(0,_base_secrets_link_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .signaturesOf */ .Rr)(value)] : [];
    for (const secret of new Set(secrets))
        mask(secret);
}
function reasonOf(error, env) {
    return `${env.GITHUB_OUTPUT} cannot be written (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(error) ?? "it is not there"})`;
}
function unwritable(problem) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ShowreelError */ .eh("invalid_input", `The runner's file for outputs takes nothing: ${problem}.`, {
        hint: "GITHUB_OUTPUT has to name a file that this step may write to; look at the runner's disk. Nothing was submitted.",
    });
}
/** Adds to the job summary. A summary that cannot be written costs nobody a video: it is a warning. */
async function writeSummary(log, markdown) {
    try {
        (0,_base_files_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .requireNoPipe */ .Nj)(process.env.GITHUB_STEP_SUMMARY ?? "");
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown).write();
    }
    catch (error) {
        log.warning(`The job summary was not written: ${error instanceof Error ? error.message : error}`);
    }
}


/***/ })

};
