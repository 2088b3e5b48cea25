export const id = 789;
export const ids = [789];
export const modules = {

  39789:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    createOutputWriter: () => (  createOutputWriter),
    writeSummary: () => (  writeSummary)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
  var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96421);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22396);
  var _base_files_user_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44075);
  var _signed_urls_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18080);





function createOutputWriter(env, log, mask) {
    const written = new Map();
    let firstFailure;
    let isStarted = false;
    const write = (name, value) => {
        if (!env.GITHUB_OUTPUT)
            return;
        for (const secret of (0,_signed_urls_js__WEBPACK_IMPORTED_MODULE_4__  .H)({ [name]: value }))
            mask(secret);
        (0,_base_files_user_file_js__WEBPACK_IMPORTED_MODULE_3__  .Nj)(env.GITHUB_OUTPUT);
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__  .uH)(name, value);
        written.set(name, value);
    };
    return {
        write(outputs) {
            try {
                const changed = Object.entries(outputs).filter(([name, value]) => written.get(name) !== value);
                for (const [name, value] of changed)
                    write(name, value);
            }
            catch (error) {
                const reason = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .xU)(error) ?? "it does not exist";
                const failure = `${env.GITHUB_OUTPUT} cannot be written (${reason})`;
                if (isStarted && firstFailure === undefined)
                    log.warning(`The step's outputs are incomplete: ${failure}. The run continues.`);
                firstFailure ??= failure;
            }
        },
        requireWritten() {
            if (firstFailure !== undefined)
                throw outputsUnwritableError(firstFailure);
            isStarted = true;
            if (!env.GITHUB_OUTPUT)
                log.warning("The step has no outputs, because GITHUB_OUTPUT is not set.");
        },
    };
}
async function writeSummary(env, log, markdown) {
    const file = env.GITHUB_STEP_SUMMARY;
    if (!file) {
        log.warning("The job summary was not written: GITHUB_STEP_SUMMARY is not set.");
        return;
    }
    try {
        (0,_base_files_user_file_js__WEBPACK_IMPORTED_MODULE_3__  .Nj)(file);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, markdown);
    }
    catch (error) {
        log.warning(`The job summary was not written: ${error instanceof Error ? error.message : error}`);
    }
}
function outputsUnwritableError(failure) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .qz)(`The step's outputs cannot be saved: ${failure}.`, {
        hint: "Check the runner's disk, and that GITHUB_OUTPUT names a file that this step may write to.",
    });
}


  })

};
