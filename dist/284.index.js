export const id = 284;
export const ids = [284];
export const modules = {

/***/ 68284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   free: () => (/* binding */ free)
/* harmony export */ });
/* harmony import */ var _sample_video_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4310);

/** What the sandbox says to every video. */
const free = {
    findings: [["Account", "none is needed"]],
    warnings: [],
    estimate: { seconds: _sample_video_js__WEBPACK_IMPORTED_MODULE_0__/* .sampleVideoSeconds */ .XA, usd: 0 },
};


/***/ })

};
