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

/** The only writer of a step's outputs. Writes at once, and only what has changed: the last value counts. */
function createOutputWriter() {
    const written = new Map();
    return (outputs) => {
        for (const [name, value] of Object.entries(outputs)) {
            if (written.get(name) === value)
                continue;
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value);
            written.set(name, value);
        }
    };
}
/** Adds to the job summary. A summary that cannot be written costs nobody a video: it is a warning. */
async function writeSummary(log, markdown) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown).write();
    }
    catch (error) {
        log.warning(`The job summary was not written: ${error instanceof Error ? error.message : error}`);
    }
}


/***/ })

};
