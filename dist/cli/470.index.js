export const id = 470;
export const ids = [470];
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


  })

};
