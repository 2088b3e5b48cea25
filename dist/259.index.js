export const id = 259;
export const ids = [259];
export const modules = {

  20259:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    listCatalog: () => (  listCatalog)
  });
  var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15434);
  var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54720);


const maxPages = 500;
function listCatalog(client, query) {
    const { kind, limit, language, gender, ownership } = query;
    switch (kind) {
        case "avatars": {
            const source = { path: "/v3/avatars/looks", schema: _api_js__WEBPACK_IMPORTED_MODULE_1__  .dx, filters: { ownership }, pageSize: 50 };
            return readPages(client, source, toAvatar, limit);
        }
        case "voices": {
            const filters = { language, gender, type: ownership };
            return readPages(client, { path: "/v3/voices", schema: _api_js__WEBPACK_IMPORTED_MODULE_1__  .aF, filters }, toVoice, limit);
        }
        case "styles":
            return readPages(client, { path: "/v3/video-agents/styles", schema: _api_js__WEBPACK_IMPORTED_MODULE_1__  .R7 }, toStyle, limit);
        case "templates":
            return readPages(client, { path: "/v3/templates", schema: _api_js__WEBPACK_IMPORTED_MODULE_1__  .kT }, toTemplate, limit);
    }
}
async function readPages(client, { path, schema, filters = {}, pageSize = 100 }, toItem, limit) {
    const items = [];
    let token;
    for (let count = 1;; count += 1) {
        const query = toQuery({ limit: String(Math.min(limit, pageSize)), token, ...filters });
        const page = await client.list(path, query, schema);
        items.push(...page.data.map(toItem));
        token = (page.has_more && page.next_token) || undefined;
        if (token === undefined || items.length >= limit || count >= maxPages) {
            return { items: items.slice(0, limit), hasMore: token !== undefined || items.length > limit };
        }
    }
}
function toQuery(parameters) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters))
        if (value !== undefined)
            query.set(name, value);
    return query;
}
function toAvatar(look) {
    return {
        avatar_id: toPlainText(look.id),
        name: toPlainText(look.name),
        type: toPlainText(look.avatar_type),
        orientation: toPlainText(look.preferred_orientation),
        engines: toPlainTexts(look.supported_api_engines),
        default_voice_id: toPlainText(look.default_voice_id),
        status: toPlainText(look.status),
    };
}
function toVoice(voice) {
    return {
        voice_id: toPlainText(voice.voice_id),
        name: toPlainText(voice.name),
        language: toPlainText(voice.language),
        gender: toPlainText(voice.gender),
        type: toPlainText(voice.type),
    };
}
function toStyle(style) {
    return {
        style_id: toPlainText(style.style_id),
        name: toPlainText(style.name),
        aspect_ratio: toPlainText(style.aspect_ratio),
        tags: toPlainTexts(style.tags),
    };
}
function toTemplate(template) {
    return {
        template_id: toPlainText(template.id),
        name: toPlainText(template.name),
        aspect_ratio: toPlainText(template.aspect_ratio),
    };
}
const toPlainText = (text) => (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_0__  .wh)(text ?? "", 80);
const toPlainTexts = (texts) => (texts ?? []).map(toPlainText);


  })

};
