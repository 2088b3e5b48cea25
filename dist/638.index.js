export const id = 638;
export const ids = [638];
export const modules = {

/***/ 98742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ defined)
/* harmony export */ });
/** Returns a copy of an object without its undefined properties, in the same order. */
function defined(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 39453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cL: () => (/* binding */ queryValue),
/* harmony export */   pn: () => (/* binding */ pathSegment),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22396);
/* harmony import */ var _text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89923);


/**
 * Joins an API's base URL and a path with an optional query. The path is assigned, not resolved as a relative
 * URL: "//host/x" would resolve to another host, which would then receive the API key.
 */
function joinPath(baseUrl, path) {
    const url = new URL(baseUrl);
    const [pathname = "", query = ""] = path.split("?");
    url.pathname = baseUrl.pathname.replace(/\/+$/, "") + pathname;
    url.search = query;
    return url;
}
/**
 * Encodes an id as one path segment. Throws for "." and "..", which URL parsers resolve even when encoded.
 */
function pathSegment(id) {
    if (/^\.{1,2}$/.test(id))
        throw invalidIdError(id);
    return queryValue(id);
}
/** Encodes an id as a query value. Throws for an unpaired surrogate, which JSON can hold but a URL cannot. */
function queryValue(id) {
    if (!id.isWellFormed())
        throw invalidIdError(id);
    return encodeURIComponent(id);
}
function invalidIdError(id) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShowreelError */ .eh("provider_error", `Invalid id "${(0,_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(id, 60)}".`);
}


/***/ }),

/***/ 79465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ki: () => (/* binding */ video),
/* harmony export */   LY: () => (/* binding */ asset),
/* harmony export */   Mf: () => (/* binding */ sessions),
/* harmony export */   Z2: () => (/* binding */ directUpload),
/* harmony export */   ZN: () => (/* binding */ createdRender),
/* harmony export */   bJ: () => (/* binding */ isError),
/* harmony export */   dY: () => (/* binding */ createdSession),
/* harmony export */   dZ: () => (/* binding */ session),
/* harmony export */   i3: () => (/* binding */ createdVideo),
/* harmony export */   qG: () => (/* binding */ accepted),
/* harmony export */   rN: () => (/* binding */ errorEnvelope),
/* harmony export */   ze: () => (/* binding */ sessionVideos)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _response_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54194);


// The schemas are loose and contain only what is read: HeyGen adds fields and values without notice. Source:
// HeyGen's reference of the v3 API.
const optionalText = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish();
// Optional details are parsed leniently so that they can't hide the status or the error code.
const detailText = optionalText.catch(undefined);
const detailNumber = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish().catch(undefined);
const response = (data) => zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data });
/** `POST /v3/video-agents`: the id of the session, of its video, or both. */
const createdSession = zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().transform((body, context) => {
    const { data: session_id, error } = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .createdId */ .WJ)("session").safeParse(body);
    const video_id = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .findNamedId */ .Mq)(body, "video");
    if (session_id !== undefined || video_id !== undefined)
        return { session_id, video_id };
    context.addIssue({ code: "custom", message: error?.issues[0]?.message ?? "" });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
});
/** `POST /v3/videos`, and `POST /v3/templates/{template_id}`, whose field for the video id is `id`. */
const createdVideo = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .createdId */ .WJ)("video");
/** `POST /v3/hyperframes/renders` */
const createdRender = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .createdId */ .WJ)("render", "video");
/** `GET /v3/video-agents/{session_id}`. Messages are listed newest first. */
const session = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    session_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    status: optionalText,
    progress: detailNumber,
    video_id: _response_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalResponseId */ .Rd,
    messages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        // Not lenient: the user's messages are counted to know which one to send next.
        role: optionalText,
        type: detailText,
        content: detailText,
        created_at: detailNumber,
    }))
        .nullish(),
})));
/** `GET /v3/video-agents`, newest first. Times are in seconds since 1970. */
const sessions = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ session_id: _response_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .responseId */ .PW, created_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() })),
    has_more: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullish(),
    /** The cursor of the next page. */
    next_token: optionalText,
}));
/** `POST /v3/video-agents/{session_id}` and its `/stop`. Only success matters, so no field is read. */
const accepted = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({})));
/** `POST /v3/assets` */
const asset = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ asset_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1) })));
/** `POST /v3/assets/direct-uploads`: the URL to upload to, and the headers to send. */
const directUpload = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    asset_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    upload_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    upload_headers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]).transform(String)),
})));
/** `GET /v3/video-agents/{session_id}/videos`, newest first. */
const sessionVideos = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: _response_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .responseId */ .PW,
    session_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish(),
}))));
/**
 * `GET /v3/videos/{video_id}`, and the corresponding endpoints for instant videos and HyperFrames renders,
 * whose responses have fewer fields. The response for a pending video may have nothing but an id and a
 * status.
 */
const video = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    video_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    render_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    video_url: optionalText,
    subtitle_url: detailText,
    thumbnail_url: detailText,
    video_page_url: detailText,
    duration: detailNumber,
    failure_code: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().transform(String)])
        .nullish()
        .catch(undefined),
    failure_message: detailText,
})));
/** The error envelope. */
const errorEnvelope = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    error: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), message: detailText, param: detailText }),
}));
/** Returns whether the body is an error. Responses with a 2xx status may also contain errors. */
function isError(body) {
    return typeof body === "object" && body !== null && "error" in body && body.error != null;
}


/***/ }),

/***/ 25369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lz: () => (/* binding */ voice),
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   R7: () => (/* binding */ styles),
/* harmony export */   aF: () => (/* binding */ voices),
/* harmony export */   ct: () => (/* binding */ account),
/* harmony export */   dx: () => (/* binding */ looks),
/* harmony export */   kT: () => (/* binding */ templates)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

// The schemas are loose and contain only what is read, as in ../api.ts.
const optionalText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish();
const optionalNumber = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullish();
const optionalTexts = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).nullish());
const response = (data) => zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ data });
const page = (item) => zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(item), has_more: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullish(), next_token: optionalText });
/** `GET /v3/users/me`. It has only one of `wallet`, `subscription` and `usage_based`. */
const account = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    billing_type: optionalText,
    wallet: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        currency: optionalText,
        remaining_balance: optionalNumber,
        auto_reload: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ enabled: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullish() }).nullish(),
    })
        .nullish(),
    subscription: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ plan: optionalText }).nullish(),
    usage_based: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ spending_cap_usd: optionalNumber, spending_current_usd: optionalNumber })
        .nullish(),
})));
const lookSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    name: optionalText,
    avatar_type: optionalText,
    default_voice_id: optionalText,
    supported_api_engines: optionalTexts,
    preferred_orientation: optionalText,
    /** Only private looks have one. */
    status: optionalText,
    error: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ message: optionalText }).nullish(),
}));
/** `GET /v3/avatars/looks/{look_id}` */
const look = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => response(lookSchema));
/** `GET /v3/avatars/looks` */
const looks = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => page(lookSchema));
/** `GET /v3/voices/{voice_id}`. Only cloned voices have a status. */
const voice = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: optionalText,
    language: optionalText,
    status: optionalText,
    failure_message: optionalText,
})));
/** `GET /v3/voices` */
const voices = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => page(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    voice_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    name: optionalText,
    language: optionalText,
    gender: optionalText,
    type: optionalText,
})));
/** `GET /v3/video-agents/styles` */
const styles = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => page(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    style_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    name: optionalText,
    aspect_ratio: optionalText,
    tags: optionalTexts,
})));
/** `GET /v3/templates` */
const templates = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => page(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), name: optionalText, aspect_ratio: optionalText })));


/***/ }),

/***/ 17314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ saysNotFound),
/* harmony export */   My: () => (/* binding */ toSubmitError),
/* harmony export */   sK: () => (/* binding */ toReadError),
/* harmony export */   yV: () => (/* binding */ toSessionError),
/* harmony export */   zU: () => (/* binding */ toVideoError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22396);
/* harmony import */ var _base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41384);
/* harmony import */ var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89923);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79465);




const hints = {
    credit: "Top up the API wallet: app.heygen.com/settings?nav=API. Credits of a web plan don't count.",
    badRequest: "Correct what HeyGen's message names, then run again.",
    status: "If this continues, see status.heygen.com.",
};
const keyAdvice = {
    hint: "Check the key (app.heygen.com/settings/api) and its scopes.",
    githubHint: "Pull requests from forks and Dependabot's runs get no secrets.",
};
const keyError = { code: "unauthorized", retryable: false, ...keyAdvice };
const creditError = { code: "out_of_credit", retryable: false, hint: hints.credit };
const retryLater = { code: "provider_error", retryable: true, hint: hints.status };
const serverError = { ...retryLater, outcomeUnknown: true };
const videoNotFound = {
    code: "provider_error",
    retryable: false,
    terminal: true,
    hint: "Check `video_id`, and that the key belongs to the account that made the video.",
};
// Source: HeyGen's page of error codes and public clients (2026). Unknown codes are mapped by the HTTP
// status.
const errorMappings = new Map(Object.entries({
    unauthorized: keyError,
    authentication_failed: keyError,
    forbidden: keyError,
    resource_access_denied: keyError,
    ai_vendor_access_restricted: keyError,
    insufficient_credit: creditError,
    trial_limit_exceeded: creditError,
    plan_upgrade_required: creditError,
    subscription_required: creditError,
    // Sent with 429, but waiting does not help.
    quota_exceeded: creditError,
    // Sent with 403, but refers to the voice, not to the key.
    voice_not_usable: { code: "invalid_input", retryable: false, hint: hints.badRequest },
    content_policy_violation: {
        code: "generation_failed",
        retryable: false,
        terminal: true,
        hint: "HeyGen's content policy does not allow the text. Change it and run again.",
    },
    video_not_found: videoNotFound,
    hyperframes_render_not_found: videoNotFound,
    rate_limit_exceeded: {
        code: "rate_limited",
        retryable: true,
        hint: "The account is rendering as many videos as its plan allows. Run again when one is done.",
    },
    // The first request with this idempotency key is still in progress.
    request_in_progress: serverError,
    resource_not_ready: retryLater,
    conflict: retryLater,
    gateway_timeout: serverError,
    internal_error: serverError,
    service_unavailable: serverError,
    voice_provider_error: serverError,
}));
/**
 * Converts the response to a call that may create something: an unknown 4xx code means that the input is
 * invalid.
 */
function toSubmitError(response) {
    return toError(response, fallbackMapping(response, "invalid_input"));
}
/** Converts the response to a call that only reads: an unknown 4xx code is not the user's mistake. */
function toReadError(response) {
    return toError(response, fallbackMapping(response, "provider_error"));
}
/** Converts the response to a read of a session, which may not be found for a while although it exists. */
function toSessionError(response) {
    return response.status === 404 ? notFoundYetError(response) : toReadError(response);
}
/**
 * Converts the response to a read of a video. A 404 from HeyGen itself means that there is no such video,
 * even if its error code is unknown.
 */
function toVideoError(response) {
    if (response.status !== 404)
        return toReadError(response);
    return saysNotFound(response) ? toError(response, videoNotFound) : notFoundYetError(response);
}
/**
 * Returns whether HeyGen itself says that something does not exist. A 404 from a proxy or from a moved URL
 * doesn't count.
 */
function saysNotFound(response) {
    return response?.status === 404 && _api_js__WEBPACK_IMPORTED_MODULE_3__/* .errorEnvelope */ .rN.safeParse(response.body).success;
}
/** Maps HeyGen's error code. Uses `fallback` if the code is unknown. */
function toError(response, fallback) {
    const envelope = _api_js__WEBPACK_IMPORTED_MODULE_3__/* .errorEnvelope */ .rN.safeParse(response.body);
    if (!envelope.success)
        return toUnexplainedError(response, fallback);
    const { code: heygenCode, message, param } = envelope.data.error;
    const { code, ...details } = errorMappings.get(heygenCode.toLowerCase()) ?? fallback;
    const names = [heygenCode, ...(param ? [param] : [])].map((name) => (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(name, 60));
    const facts = [...names, response.description].join(", ");
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShowreelError */ .eh(code, `HeyGen says: ${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(message ?? heygenCode)} (${facts}).`, {
        ...(0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__/* .errorDetailsFromStatus */ .Nt)(response),
        ...details,
    });
}
// After a 2xx with an error of unknown shape, it is unknown whether a video was created.
function toUnexplainedError(response, { hint }) {
    const { code, message } = (0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__/* .errorFromStatus */ .x$)(response);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShowreelError */ .eh(code, message, {
        ...(0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__/* .errorDetailsFromStatus */ .Nt)(response),
        ...(hint !== undefined && { hint }),
        ...(response.status < 300 && { retryable: true, outcomeUnknown: true }),
    });
}
function notFoundYetError(response) {
    const message = `HeyGen does not find it, or not yet (${response.description}).`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShowreelError */ .eh("provider_error", message, { retryable: true, response });
}
function fallbackMapping(response, badRequestCode) {
    const code = isBadRequest(response) ? badRequestCode : (0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__/* .errorFromStatus */ .x$)(response).code;
    return { code, ...adviceFor(response.status) };
}
function isBadRequest({ status }) {
    return status >= 400 && status < 500 && ![401, 402, 403, 408, 425, 429].includes(status);
}
function adviceFor(status) {
    if (status === 401 || status === 403)
        return keyAdvice;
    if (status === 402)
        return { hint: hints.credit };
    return { hint: status < 500 && status !== 429 ? hints.badRequest : hints.status };
}


/***/ }),

/***/ 92638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  heygen: () => (/* binding */ heygen)
});

// EXTERNAL MODULE: ./build/src/base/runtime.js
var runtime = __webpack_require__(53963);
// EXTERNAL MODULE: ./build/src/base/http/json-request.js
var json_request = __webpack_require__(59492);
// EXTERNAL MODULE: ./build/src/base/http/url-path.js
var url_path = __webpack_require__(39453);
// EXTERNAL MODULE: ./build/src/base/timing/time-limit.js
var time_limit = __webpack_require__(35359);
// EXTERNAL MODULE: ./build/src/providers/response-ids.js
var response_ids = __webpack_require__(54194);
// EXTERNAL MODULE: ./build/src/providers/heygen/api.js
var api = __webpack_require__(79465);
// EXTERNAL MODULE: ./build/src/providers/heygen/catalog/api.js
var catalog_api = __webpack_require__(25369);
// EXTERNAL MODULE: ./build/src/providers/heygen/failures.js
var failures = __webpack_require__(17314);
;// CONCATENATED MODULE: ./build/src/providers/heygen/client.js







const readTimeoutMs = 30_000;
// POST /v3/videos has a 99th percentile of about 31 s. Source: HeyGen's own command line.
const submitTimeoutMs = 120_000;
/**
 * Returns a client for HeyGen's v3 API, with a method for each endpoint that Showreel uses. The key is sent
 * to `baseUrl` and nowhere else.
 */
function createClient({ runtime, apiKey, baseUrl, timeoutMs }) {
    const end = runtime.elapsed() + (timeoutMs ?? Number.POSITIVE_INFINITY);
    const uploadMs = (bytes) => Math.max(1_000, Math.min((0,time_limit/* transferLimitMs */.R8)(bytes, submitTimeoutMs), end - runtime.elapsed()));
    const headers = { "x-api-key": apiKey, "x-heygen-client-source": "showreel" };
    const url = (path) => (0,url_path/* joinPath */.uJ)(baseUrl, path);
    const get = (path, responseSchema, { toError = failures/* toReadError */.sK, ...options } = {}) => (0,json_request/* requestJson */.S)(runtime, {
        ...options,
        method: "GET",
        url: url(path),
        headers,
        idleTimeoutMs: readTimeoutMs,
        responseSchema,
        isError: api/* isError */.bJ,
        toError,
    });
    const post = (path, responseSchema, { body, form, idempotencyKey: key, isError = api/* isError */.bJ }) => (0,json_request/* requestJson */.S)(runtime, {
        method: "POST",
        url: url(path),
        headers: { ...headers, ...(key !== undefined && { "idempotency-key": key }) },
        ...(form ? { form, totalTimeoutMs: uploadMs(sizeOf(form)) } : { body }),
        useGracePeriod: true,
        idleTimeoutMs: submitTimeoutMs,
        responseSchema,
        isError,
        toError: failures/* toSubmitError */.My,
    });
    /**
     * Sends a request that costs money. A response with an id is a success, even if it also contains an error,
     * because the video may be paid for.
     */
    const submit = (path, schema) => (body, idempotencyKey) => post(path, schema, {
        body,
        idempotencyKey,
        isError: (response) => api/* isError */.bJ(response) && !schema.safeParse(response).success,
    });
    const readVideo = (path) => async (id) => {
        const { data } = await get(`${path}/${(0,url_path/* pathSegment */.pn)(id)}`, api/* video */.Ki, { toError: failures/* toVideoError */.zU });
        (0,response_ids/* requireMatchingId */.uj)(id, data.id, data.video_id, data.render_id);
        return data;
    };
    const sessionPath = (id) => `/v3/video-agents/${(0,url_path/* pathSegment */.pn)(id)}`;
    return {
        /** Returns the time limit, in milliseconds, for an upload of this many bytes. */
        uploadMs,
        createSession: submit("/v3/video-agents", api/* createdSession */.dY),
        createVideo: submit("/v3/videos", api/* createdVideo */.i3),
        createInstantVideo: submit("/v3/models/videos", api/* createdVideo */.i3),
        renderComposition: submit("/v3/hyperframes/renders", api/* createdRender */.ZN),
        renderTemplate: (id, body, key) => submit(`/v3/templates/${(0,url_path/* pathSegment */.pn)(id)}`, api/* createdVideo */.i3)(body, key),
        /** May start paid work. */
        sendMessage: (id, body) => post(sessionPath(id), api/* accepted */.qG, { body }),
        /**
         * Retries a 404, because HeyGen may temporarily not find a session whose video completes (seen in
         * September 2026).
         */
        session: async (id) => {
            const { data } = await get(sessionPath(id), api/* session */.dZ, { toError: failures/* toSessionError */.yV });
            (0,response_ids/* requireMatchingId */.uj)(id, data.session_id);
            return data;
        },
        sessionVideos: async (id) => {
            const { data } = await get(`${sessionPath(id)}/videos`, api/* sessionVideos */.ze, { toError: failures/* toSessionError */.yV });
            for (const video of data)
                (0,response_ids/* requireMatchingId */.uj)(id, video.session_id);
            return data;
        },
        sessions: (token) => get(`/v3/video-agents?limit=50${token ? `&token=${encodeURIComponent(token)}` : ""}`, api/* sessions */.Mf),
        stopSession: (id) => post(`${sessionPath(id)}/stop`, api/* accepted */.qG, { body: {} }),
        video: readVideo("/v3/videos"),
        instantVideo: readVideo("/v3/models/videos"),
        render: readVideo("/v3/hyperframes/renders"),
        uploadAsset: (form, idempotencyKey) => post("/v3/assets", api/* asset */.LY, { form, idempotencyKey }),
        beginUpload: (body) => post("/v3/assets/direct-uploads", api/* directUpload */.Z2, { body }),
        completeUpload: (id) => post(`/v3/assets/${(0,url_path/* pathSegment */.pn)(id)}/complete`, api/* accepted */.qG, { body: {} }),
        account: () => get("/v3/users/me", catalog_api/* account */.ct),
        look: (id) => get(`/v3/avatars/looks/${(0,url_path/* pathSegment */.pn)(id)}`, catalog_api/* look */.Op),
        voice: (id) => get(`/v3/voices/${(0,url_path/* pathSegment */.pn)(id)}`, catalog_api/* voice */.Lz),
        list: (path, query, schema) => get(`${path}?${query}`, schema),
        /**
         * Returns HeyGen's time from a response's Date header, in milliseconds since 1970; undefined if a gateway
         * removes it.
         */
        time: async () => {
            let time;
            const onDate = (at) => {
                time = at;
            };
            // An error response has the header as well.
            await get("/v3/video-agents?limit=1", api/* sessions */.Mf, { onDate }).catch((error) => {
                if (time === undefined || runtime.signal.aborted)
                    throw error;
            });
            return time;
        },
    };
}
function sizeOf(form) {
    const sizes = [...form.values()].map((value) => (typeof value === "string" ? value.length : value.size));
    return sizes.reduce((sum, size) => sum + size, 0);
}

// EXTERNAL MODULE: ./build/src/providers/heygen/info.js
var info = __webpack_require__(96133);
// EXTERNAL MODULE: ./build/src/providers/heygen/preflight/estimate.js + 6 modules
var estimate = __webpack_require__(59709);
// EXTERNAL MODULE: ./build/src/providers/heygen/request.js + 5 modules
var heygen_request = __webpack_require__(86831);
// EXTERNAL MODULE: ./build/src/base/http/error-response.js
var error_response = __webpack_require__(41384);
// EXTERNAL MODULE: ./build/src/jobs/submit/text-digest.js
var text_digest = __webpack_require__(91033);
// EXTERNAL MODULE: ./build/src/providers/heygen/job-status.js
var job_status = __webpack_require__(75877);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(22396);
;// CONCATENATED MODULE: ./build/src/providers/heygen/session/conversation.js
/** HeyGen lists no more than the newest forty messages of a session. */
const maxListedMessages = 40;
/**
 * Returns whether the session's status may be older than the user's last message. This is so if the agent
 * hasn't replied to that message yet, if HeyGen lists fewer messages than were sent, or if it lists none
 * although the user set `messages`.
 */
function isSessionStale(session, { messages, sentCount }) {
    const listed = userMessages(session);
    if (listed.length === 0)
        return messages.length > 0;
    if (isFullyListed(session) && listed.length - 1 < sentCount)
        return true;
    return listed.length > 1 && session.messages?.[0]?.role === "user";
}
/**
 * Returns the position of the message to send next. The session itself shows how many were sent, so that a
 * later run continues where this one stopped.
 */
function nextMessagePosition(session, messages) {
    const listed = userMessages(session);
    // The first user message is the prompt.
    return isFullyListed(session) ? listed.length - 1 : countSentMessages(listed, messages);
}
const isFullyListed = ({ messages }) => (messages?.length ?? 0) < maxListedMessages;
// HeyGen lists only the end of a long session, with or without the prompt. If the count is unclear, the
// larger one is returned.
function countSentMessages(listed, messages) {
    const endsWithListed = (count) => listed.every((text, index) => {
        const position = count - listed.length + index;
        return position === -1 || text === messages[position];
    });
    const counts = messages.map((_, index) => index + 1);
    return counts.findLast(endsWithListed) ?? messages.length;
}
/** Returns the user's messages, oldest first. */
function userMessages({ messages }) {
    const fromUser = (messages ?? []).filter(({ role }) => role === "user");
    return fromUser.map(({ content }) => content?.trim() ?? "").reverse();
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/session/sessions.js
// With 50 sessions per page, this is more than any account starts between a submit and the search for its
// session.
const maxPages = 5;
/**
 * Lists the account's sessions, newest first. It stops after the first one for which `isLast` returns true.
 */
async function listSessions(client, isLast) {
    const sessions = [];
    let token;
    for (let page = 1; page <= maxPages; page += 1) {
        const { data, has_more, next_token } = await client.sessions(token);
        const lastIndex = data.findIndex(isLast);
        sessions.push(...(lastIndex === -1 ? data : data.slice(0, lastIndex + 1)));
        token = next_token ?? undefined;
        if (lastIndex !== -1 || !has_more || !token)
            return { sessions, isTruncated: false };
    }
    return { sessions, isTruncated: true };
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/status.js






/**
 * Reads the status of a job from the session or the video. It changes nothing: the status of an agent that
 * waits for a message includes the message to send.
 */
async function readStatus(client, job, replies) {
    // A session may return 404 while its video completes, so it is not read once the video's id is known.
    if (job.ids.video_id === undefined)
        return readSession(client, job, replies);
    return job.surface === "typed_id" ? readTypedId(client, job, replies) : readVideo(client, job);
}
/** Sends the message to the agent of a blocked session, which may start paid work. */
async function sendReply(client, job, { text, position }, replies) {
    replies.sentCount = position + 1;
    await client.sendMessage(job.ids.session_id ?? "", { message: text }).catch((error) => {
        // HeyGen rejected the message, so it may be sent again.
        if (error instanceof errors/* ShowreelError */.eh && !error.outcomeUnknown)
            replies.sentCount = position;
        throw error;
    });
}
/** Returns the client's method that reads a video of this job's surface. */
function videoReaderFor(client, { surface }) {
    return { instant_video: client.instantVideo, hyperframes: client.render }[surface] ?? client.video;
}
async function readVideo(client, job) {
    return (0,job_status/* toVideoStatus */.r$)(job, await videoReaderFor(client, job)(job.ids.video_id ?? ""));
}
async function readSession(client, job, replies) {
    const { session_id = "", revised_video_id } = job.ids;
    const session = await client.session(session_id);
    const status = await resolveSessionStatus(client, job, session);
    // The failure of a revised session may be that of an earlier video.
    const mayBeStale = status.state === "blocked" || (status.state === "failed" && revised_video_id !== undefined);
    if (mayBeStale && isSessionStale(session, replies))
        return (0,job_status/* pendingStatus */._L)(job, "the agent has its answer");
    if (status.state !== "blocked")
        return status;
    const position = nextMessagePosition(session, replies.messages);
    const text = replies.messages[position];
    return text === undefined ? status : { ...status, message: { text, position } };
}
/**
 * Converts a session to a status. Requests the session's videos if the session itself may not name the newest
 * one.
 */
async function resolveSessionStatus(client, job, session) {
    const { session_id = "", revised_video_id } = job.ids;
    if (revised_video_id === undefined && !(0,job_status/* isCompletedWithoutVideoId */.mu)(session))
        return (0,job_status/* toSessionStatus */.gy)(job, session);
    const [newest] = await client.sessionVideos(session_id);
    if (revised_video_id === undefined)
        return (0,job_status/* toSessionStatus */.gy)(job, session, newest?.id);
    if (newest !== undefined && newest.id !== revised_video_id)
        return (0,job_status/* pendingStatus */._L)((0,job_status/* withVideoId */.X9)(job, newest.id), "generating");
    // The video id in the session is that of the older video.
    return (0,job_status/* toSessionStatus */.gy)(job, { ...session, video_id: undefined });
}
// The ids of all surfaces look alike.
const surfacesToTry = ["video", "video_agent", "instant_video", "hyperframes"];
/** Reads the status of a job whose id a user typed, which may belong to any surface. */
async function readTypedId(client, typed, replies) {
    const { video_id: id = "" } = typed.ids;
    const session = { ...typed, surface: "video_agent", ids: { session_id: id } };
    let notFound;
    for (const surface of surfacesToTry) {
        try {
            if (surface === "video_agent")
                return await readSession(client, session, replies);
            return await readVideo(client, { ...typed, surface });
        }
        catch (error) {
            if (!isNotOnSurface(surface, (0,error_response/* errorResponseOf */.hh)(error)))
                throw error;
            notFound ??= error;
        }
    }
    // A session that returns 404 for a while is still in the list.
    const isTyped = ({ session_id }) => session_id === id;
    const { sessions } = await listSessions(client, isTyped);
    if (sessions.some(isTyped))
        return (0,job_status/* pendingStatus */._L)(session, "not found just now, but listed");
    throw notFound;
}
// The endpoints of rarely used surfaces may reject an id of another surface as malformed.
function isNotOnSurface(surface, response) {
    if ((0,failures/* saysNotFound */.M0)(response))
        return true;
    const isGuess = surface === "instant_video" || surface === "hyperframes";
    return isGuess && response !== undefined && [400, 404, 405, 410, 422].includes(response.status);
}

// EXTERNAL MODULE: ./build/src/providers/heygen/surfaces/agent.js
var agent = __webpack_require__(45591);
;// CONCATENATED MODULE: ./build/src/providers/heygen/session/find-job.js









/**
 * Finds the session that was created at `since` (milliseconds since 1970) or later and whose first user
 * message is the request's prompt, or the text that `compare` accepts as the same. The outcome is `unknown`
 * if no session has the same text and one has a similar text. A lost script video cannot be recognized:
 * HeyGen replays the response to its idempotency key, and after the idempotency window the outcome is
 * `unknown`.
 */
async function findJob(client, request, since, compare = (text) => (0,text_digest/* compareTexts */.qy)(text, request.text)) {
    const lost = { request, since, compare };
    const surface = (0,heygen_request/* surfaceOf */.lI)(request);
    if (surface === agent/* revision */.QL)
        return findRevision(client, lost);
    return surface === agent/* agent */.MA ? findSession(client, lost) : { outcome: "unknown" };
}
async function findSession(client, { since, compare }) {
    const isOlder = ({ created_at }) => created_at * 1_000 < since;
    const { sessions, isTruncated } = await listSessions(client, isOlder);
    // A session may be ours if it was not read, has a similar text, shows no prompt, or returns 404 for a
    // while.
    let mayExist = isTruncated;
    const matches = [];
    for (const { session_id } of sessions.filter((session) => !isOlder(session))) {
        const session = await readSessionIfFound(client, session_id);
        // A failed session has no video, so the video can be submitted again.
        if (session && (0,job_status/* hasSessionFailed */.SK)(session))
            continue;
        const prompt = firstUserMessage(session);
        const similarity = prompt === undefined ? "similar" : compare(prompt);
        if (similarity === "same")
            matches.push(session_id);
        mayExist ||= similarity === "similar";
    }
    const [id, ...others] = matches;
    // Of several sessions with the same text, one may belong to another step.
    if (others.length > 0)
        return { outcome: "unknown" };
    if (id !== undefined)
        return { outcome: "found", job: sessionJob(id) };
    return { outcome: mayExist ? "unknown" : "absent" };
}
/** Finds a lost revision, which is a message in the session of the earlier video. */
async function findRevision(client, { request, since, compare }) {
    const { revises = "" } = request;
    const messages = (await client.session(revises)).messages ?? [];
    const isNew = ({ created_at }) => created_at == null || created_at * 1_000 >= since;
    const candidates = messages.filter((message) => message.role === "user" && isNew(message));
    const similarities = candidates.map(({ content }) => (content?.trim() ? compare(content) : "similar"));
    const match = candidates[similarities.indexOf("same")];
    if (!match) {
        const oldest = messages.at(-1);
        // All new messages are listed if the list is complete, or reaches back to an older message.
        const areAllListed = oldest !== undefined && (messages.length < maxListedMessages || !isNew(oldest));
        return { outcome: areAllListed && !similarities.includes("similar") ? "absent" : "unknown" };
    }
    const sentAt = match.created_at;
    if (sentAt == null)
        return { outcome: "unknown" };
    const videos = await client.sessionVideos(revises);
    if (videos.some(({ created_at }) => created_at == null))
        return { outcome: "unknown" };
    const olderVideo = videos.find(({ created_at }) => (created_at ?? 0) <= sentAt);
    return { outcome: "found", job: (0,agent/* revisionJob */.XG)(revises, olderVideo?.id) };
}
/** Returns whether the job belongs to the account of the key. */
async function ownsJob(client, job) {
    const { video_id, session_id = "" } = job.ids;
    try {
        await (video_id === undefined ? client.session(session_id) : videoReaderFor(client, job)(video_id));
        return true;
    }
    catch (error) {
        if (!(0,failures/* saysNotFound */.M0)((0,error_response/* errorResponseOf */.hh)(error)))
            throw error;
    }
    if (video_id !== undefined)
        return false;
    // A session that returns 404 for a while is still in the list.
    const isRequested = (session) => session.session_id === session_id;
    const { sessions, isTruncated } = await listSessions(client, isRequested);
    return isTruncated || sessions.some(isRequested);
}
async function readSessionIfFound(client, sessionId) {
    try {
        return await client.session(sessionId);
    }
    catch (error) {
        if ((0,error_response/* errorResponseOf */.hh)(error)?.status === 404)
            return undefined;
        throw error;
    }
}
function firstUserMessage(session) {
    return session?.messages?.findLast(({ role }) => role === "user")?.content?.trim() || undefined;
}
function sessionJob(sessionId) {
    return { provider: "heygen", surface: "video_agent", ids: { session_id: sessionId } };
}

// EXTERNAL MODULE: ./build/src/providers/heygen/surfaces/avatar.js
var avatar = __webpack_require__(91933);
// EXTERNAL MODULE: ./build/src/providers/heygen/upload/materials.js
var materials = __webpack_require__(66217);
;// CONCATENATED MODULE: ./build/src/providers/heygen/index.js










/** HeyGen's v3 API, with all its surfaces. */
const heygen = {
    ...info/* heygenInfo */.d,
    baseUrl: "https://api.heygen.com",
    // HeyGen advises 10 to 30 s; its own clients start with 2 to 5 s.
    minPollMs: ({ ids }) => (ids.session_id !== undefined && ids.video_id === undefined ? 10_000 : 5_000),
    facts: {
        makes: "Video Agent, avatars, scenes, clips, templates, HyperFrames",
        renderTime: "5 to 15 minutes with a script, 20 to 45 with a prompt",
        price: "0.033 USD per second with a prompt, 0.017 to 0.067 with an avatar",
        limits: "10 videos at once",
        links: "expire; polling again signs a new one",
    },
    sources: {
        kinds: ["prompt", "script", "audio", "template_id", "composition", "options"],
        standaloneOptions: ["scenes"],
        supportsRevision: true,
        supportsLength: true,
        maxCharacters: { prompt: agent/* maxPromptLength */.ZZ, script: avatar/* maxScriptLength */.oC },
    },
    toPayload: heygen_request/* toPayload */.I2,
    estimate: (request) => (0,estimate/* toEstimate */.q)(request, (0,heygen_request/* toBody */.ER)(request)),
    outputContainer: ({ options }) => options.output_format === "webm" || options.format === "webm" ? "webm" : "mp4",
    open: async (connection) => createHeygen(connection),
    catalog: async (connection, query) => {
        const { listCatalog } = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 3074));
        return listCatalog(createClient(connection), query);
    },
};
// HeyGen replays a key for 24 hours (source: its changelog of May 2026). One hour is subtracted for clock
// differences.
const idempotencyWindowMs = 23 * 3_600_000;
function createHeygen(connection) {
    const client = createClient(connection);
    let upload;
    const assets = new Map();
    // `upload` uploads the same content once per run.
    const prepare = async (request) => {
        for (const material of materialsOf(request)) {
            upload ??= openUpload(client, connection);
            const uploadMaterial = await upload;
            assets.set(material.sha256, await uploadMaterial(material));
        }
    };
    const replies = { messages: connection.messages ?? [], sentCount: 0 };
    return {
        prepare,
        async submit(request, key) {
            await prepare(request);
            // An interrupted run finishes its uploads, but starts nothing that costs money.
            if (connection.runtime.signal.aborted)
                throw (0,runtime/* interruptedError */.n7)();
            const toAsset = (material) => material.from === "disk"
                ? { type: "asset_id", asset_id: assets.get(material.sha256) ?? "" }
                : (0,materials/* toReference */.TT)(material);
            return (0,heygen_request/* surfaceOf */.lI)(request).create(client, (0,heygen_request/* toBody */.ER)(request, toAsset), key, request);
        },
        serverTime: () => client.time(),
        idempotencyWindowMs: (request) => ((0,heygen_request/* surfaceOf */.lI)(request).replaysIdempotencyKey ? idempotencyWindowMs : 0),
        owns: (job) => ownsJob(client, job),
        find: (request, since, compare) => findJob(client, request, since, compare),
        preflight: async (request) => {
            const { runPreflight } = await __webpack_require__.e(/* import() */ 195).then(__webpack_require__.bind(__webpack_require__, 34195));
            return runPreflight(client, request);
        },
        stop: (job) => stopSession(client, job),
        status: (job) => readStatus(client, job, replies),
        reply: (job, message) => sendReply(client, job, message, replies),
        jobFromId: (id) => ({ provider: "heygen", surface: "typed_id", ids: { video_id: id } }),
    };
}
async function openUpload(client, connection) {
    const { createUpload } = await __webpack_require__.e(/* import() */ 291).then(__webpack_require__.bind(__webpack_require__, 88291));
    return createUpload(client, connection);
}
function materialsOf({ audio, composition, files = [] }) {
    return [audio, composition, ...files].filter((material) => material?.from === "disk");
}
// Only a session can be stopped. A video that has an id is already being rendered, and paid for.
async function stopSession(client, job) {
    const { session_id, video_id } = job.ids;
    if (session_id === undefined || video_id !== undefined)
        return false;
    await client.stopSession(session_id);
    return true;
}


/***/ }),

/***/ 75877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SK: () => (/* binding */ hasSessionFailed),
/* harmony export */   X9: () => (/* binding */ withVideoId),
/* harmony export */   _L: () => (/* binding */ pendingStatus),
/* harmony export */   gy: () => (/* binding */ toSessionStatus),
/* harmony export */   mu: () => (/* binding */ isCompletedWithoutVideoId),
/* harmony export */   r$: () => (/* binding */ toVideoStatus)
/* harmony export */ });
// HeyGen's statuses, and the synonyms that its own samples accept. Any other status means that HeyGen is
// still working.
const completedStatuses = new Set(["completed", "success", "done"]);
const failedStatuses = new Set(["failed", "error", "cancelled", "canceled"]);
const blockedStatuses = new Set(["waiting_for_input", "reviewing"]);
const queuedStatuses = new Set(["waiting", "pending", "queued", "submitted", "thinking", "planning"]);
/** Converts a response of `GET /v3/videos/{video_id}`. */
function toVideoStatus(job, video) {
    const status = video.status.toLowerCase();
    if (failedStatuses.has(status))
        return { state: "failed", job, reason: failureReason(video, status) };
    if (!completedStatuses.has(status))
        return pendingStatus(job, status);
    // The status may be `completed` before the link is available.
    if (!video.video_url)
        return pendingStatus(job, "completed, waiting for the link");
    return {
        state: "completed",
        job,
        video: {
            url: video.video_url,
            subtitlesUrl: video.subtitle_url || undefined,
            thumbnailUrl: video.thumbnail_url ?? undefined,
            pageUrl: video.video_page_url ?? undefined,
            durationSeconds: video.duration ?? undefined,
        },
    };
}
function failureReason({ failure_message, failure_code }, status) {
    const parts = [failure_message?.trim(), failure_code && `(${failure_code})`].filter(Boolean);
    return parts.length > 0 ? parts.join(" ") : `HeyGen gives no reason (status ${status})`;
}
/**
 * Converts a response of `GET /v3/video-agents/{session_id}` for a job whose video id is unknown.
 * `newestVideoId` is the session's newest video, for a completed session that does not name its video.
 */
function toSessionStatus(job, session, newestVideoId) {
    const status = statusOf(session);
    const videoId = session.video_id || newestVideoId;
    if (videoId)
        return pendingStatus(withVideoId(job, videoId), status);
    if (failedStatuses.has(status))
        return { state: "failed", job, reason: newestMessage(session, isErrorMessage) ?? "the session failed" };
    if (blockedStatuses.has(status))
        return { state: "blocked", job, question: newestMessage(session, isFromAgent) ?? status };
    const { progress } = session;
    return { ...pendingStatus(job, status), ...(progress != null && { progress }) };
}
/** Returns whether a session has ended without a video. */
function hasSessionFailed(session) {
    return failedStatuses.has(statusOf(session)) && !session.video_id;
}
/** Returns whether a session is completed although it does not name its video. */
function isCompletedWithoutVideoId(session) {
    return completedStatuses.has(statusOf(session)) && !session.video_id;
}
/**
 * Returns the status of a job that HeyGen is still working on. `detail` is HeyGen's status, or a phrase for
 * the log.
 */
function pendingStatus(job, detail) {
    return { state: "pending", job, phase: queuedStatuses.has(detail) ? "queued" : "rendering", detail };
}
/** Returns the job with the id of its video. */
function withVideoId(job, videoId) {
    return { ...job, ids: { ...job.ids, video_id: videoId } };
}
const statusOf = ({ status }) => status?.toLowerCase() ?? "thinking";
const isErrorMessage = (message) => message.type === "error";
const isFromAgent = (message) => message.role === "model";
function newestMessage({ messages }, matches) {
    return messages?.find((message) => matches(message) && message.content?.trim())?.content ?? undefined;
}


/***/ }),

/***/ 59709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ engineOf),
  q: () => (/* binding */ toEstimate)
});

// EXTERNAL MODULE: ./build/src/text/spoken-seconds.js
var spoken_seconds = __webpack_require__(92839);
// EXTERNAL MODULE: ./build/src/base/text/plain-text.js
var plain_text = __webpack_require__(89923);
;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/time-units.js
const unitNames = [
    {
        seconds: 1,
        names: "seconds|sekunden?|secondes|seconden|segundos|secondi|sekund(?:er|y)|секунд\\p{L}*",
        afterNumber: "second|s|secs?|sek|seconde|segundo|secondo|sekund|сек",
    },
    {
        seconds: 60,
        names: "minutes?|minuten|minuut|minutos?|minuti|minut(?:er|ter|y)?|минут\\p{L}*",
        afterNumber: "m|mins?|мин",
    },
    {
        seconds: 3_600,
        names: "hours?|stunden?|heures?|horas?|timm(?:e|ar)|godzin\\p{L}*|час(?:а|ов)?",
        afterNumber: "h|hrs?|std|ora|ore|uur|uren",
    },
];
// German joins units with the words around them: "90-minütig", "Viertelstunde".
const germanCompounds = [
    { seconds: 1, stem: "sekünd" },
    { seconds: 60, stem: "minüt" },
    { seconds: 3_600, stem: "stünd" },
];
// Chinese, Japanese and Korean write units without spaces around them.
const cjkUnits = [
    { seconds: 1, names: "秒|초" },
    { seconds: 60, names: "分(?:钟|鐘|間)?|분" },
    { seconds: 3_600, names: "時間|小时|小時|시간" },
];
/** Matches every unit after a number. */
const unitPattern = [
    ...unitNames.map(({ names, afterNumber }) => `(?:${names}|${afterNumber})(?!\\p{L})`),
    ...germanCompounds.map(({ stem }) => `${stem}\\p{L}*`),
    ...cjkUnits.map(({ names }) => `(?:${names})`),
].join("|");
/** Matches only units that are unambiguous without a number. */
const loneUnitPattern = [
    ...unitNames.map(({ names }) => `(?<!\\p{L})(?:${names})(?!\\p{L})`),
    ...germanCompounds.map(({ stem }) => `${stem}ig`),
    "\\p{L}-second(?!\\p{L})",
    "\\p{L}(?:stunde|minute|sekunde)n?(?!\\p{L})",
    "[一二三四五六七八九十百千半数幾几](?:秒|分钟|分鐘|分間|時間|小时|小時)",
].join("|");
const units = [
    ...unitNames.map(({ seconds, names, afterNumber }) => ({ seconds, pattern: `${names}|${afterNumber}` })),
    ...germanCompounds.map(({ seconds, stem }) => ({ seconds, pattern: `${stem}\\p{L}*` })),
    ...cjkUnits.map(({ seconds, names }) => ({ seconds, pattern: names })),
].map(({ seconds, pattern }) => ({ seconds, whole: new RegExp(`^(?:${pattern})$`, "u") }));
/** Returns how many seconds a unit has; NaN for an unknown unit. */
function secondsPerUnit(unit) {
    return units.find(({ whole }) => whole.test(unit))?.seconds ?? Number.NaN;
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/ambiguous-length.js

/**
 * Returns the part of a normalized text that may mean a longer video than its durations say: a duration that
 * is repeated ("20 s each"), or text that may be another duration.
 */
function findAmbiguousLength(text, spans) {
    return spans.find((span) => isMultiple(text, span))?.text ?? findUnknownLength(text, spans);
}
// The text multiplies the length, or calls it a minimum: "two 10-minute films", "20 s each", "at least a
// minute".
const multipleBefore = [
    /\d ?[x×*]? ?$/,
    /(?:dozen|hundred|thousand|million|hundert|tausend|cent|mille?|cien)[ -](?:and |et |y )?$/,
    /(?:vingts?|trente|quarante|cinquante|soixante)[ -](?:and |et |y )?$/,
    /\d+ \p{L}+(?: \p{L}+)? (?:of|with|at|à|zu|von|de) (?:\p{L}+ )?$/u,
    /\p{L}{2}s of (?:about )?$/u,
    /(?<!\p{L})(?:each|every|jede[rsn]?|chaque|cada) (?:\S+ ){0,6}$/u,
    /(?:at least|no (?:less|shorter|fewer) than|(?:more|longer|greater) than) ?(?:about |around )?$/,
    /(?:over|minimum(?: of)?|min\.?|>=?|≥) ?(?:about |around )?$/,
    /(?:mindestens|über|länger als|au moins|plus de|al menos|más de|almeno) ?(?:about |around )?$/,
];
const multipleAfter = [
    /^[,.]? ?(?:long )?(?:(?:for|on|to|about) )?(?:each|apiece|per |jeweils|je |chac|cada|every )/,
    /^ ?(?:\+|[x×*] ?\d|or (?:more|longer)|and up|minimum|at least)/,
    /^,? ?(?:or|to|-) ?\d/,
    /^,? and \d+(?= ?(?:[.,;!?]|$))/,
];
function isMultiple(text, { start, end }) {
    const [before, after] = [text.slice(Math.max(0, start - 80), start), text.slice(end)];
    return (multipleBefore.some((pattern) => pattern.test(before)) ||
        multipleAfter.some((pattern) => pattern.test(after)));
}
const videoNouns = "(?:video|film|movie|clip|tour|tutorial|presentation|documentary)s?";
const ambiguousPattern = new RegExp([
    loneUnitPattern,
    `[\\p{N}\\ufffc][ ()"'-]{0,3}(?:${unitPattern})`,
    "[\\p{N}\\ufffc][^\\p{L}\\p{N}\\n.,;!?]{0,6}(?:mins?|secs?|hrs?)(?!\\p{L})",
    // Misspelled units.
    "\\d[ -]?(?:min?t?u(?!s(?!\\p{L}))\\p{L}+|sec+[on]\\p{L}+|hou?re?s?(?!\\p{L}))",
    "\\bpt\\d\\S*",
    "(?:feature|full|day|week)[ -](?:length|long)|long[ -]?form|(?:twice|times|half) as long",
    "as long as (?:it (?:takes|needs)|needed|necessary|possible)",
    `(?<!\\p{L})long(?:er|est)? (?:\\p{L}+ )?${videoNouns}`,
    `(?:day|week|month|year)s?[ -](?:long|${videoNouns})`,
    "\\d ?[′″]|\\d'\\d",
    `\\d' (?:\\p{L}+ )?${videoNouns}`,
    "\\d{3,}(?:[.,]\\d{3})*[ -]words?|\\d{4,} frames?",
    "(?:length|duration|running time|runtime|länge|dauer|laufzeit|durée|duración|durata)" +
        "(?: (?:of|is|should be))? ?[:=]? ?(?:about )?\\d[\\d.,:]*",
].join("|"), "u");
function findUnknownLength(text, spans) {
    const rest = spans.reduceRight((remaining, { start, end }) => `${remaining.slice(0, start)} ¤ ${remaining.slice(end)}`, text);
    const match = ambiguousPattern.exec(rest);
    if (!match)
        return undefined;
    // Includes the word before it, which may be a number in another language.
    const [word = ""] = rest.slice(Math.max(0, match.index - 30), match.index).match(/[^\s¤]*[ -]?$/) ?? [];
    return word + match[0];
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/numerals.js
const english = {
    ones: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    teens: [
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ],
    tens: ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
};
const german = {
    ones: ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    teens: ["zehn", "elf", "zwölf"],
    tens: ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"],
};
const numeralValues = new Map([
    ...[english, german].flatMap(({ ones, teens, tens }) => [
        ...ones.map((word, index) => [word, index + 1]),
        ...teens.map((word, index) => [word, index + 10]),
        ...tens.map((word, index) => [word, (index + 2) * 10]),
    ]),
    ["fünfzehn", 15],
    ["anderthalb", 1.5],
    ["eineinhalb", 1.5],
    ["zweieinhalb", 2.5],
]);
const anyOf = (words) => words.join("|");
const belowHundred = `(?:(?:${anyOf(english.tens)})(?:[- ](?:${anyOf(english.ones)}))?|` +
    `${anyOf(english.teens)}|${anyOf(english.ones)})`;
// "ein" alone is an article.
const germanSingles = [...numeralValues.keys()].filter((word) => word !== "ein");
const germanNumeral = `(?:(?:${anyOf(german.ones)})und(?:${anyOf(german.tens)})|${anyOf(germanSingles)})`;
// Not after a hyphen: that may be the end of a numeral in another language.
const numeralPattern = new RegExp(`(?<!\\p{L}-?)(?:(?:(${belowHundred}|a)[- ])?(hundred)(?:[- ](?:and[- ])?(${belowHundred}))?|` +
    `(${belowHundred}|${germanNumeral}))(?!\\p{L})`, "gu");
/**
 * Returns a lower-case text with digits instead of spelled-out numbers. Supports English numbers below a
 * thousand, common German numbers, and halves and quarters before a unit of time.
 */
function numeralsToDigits(text) {
    const withDigits = text.replace(numeralPattern, (...match) => {
        const [, hundreds = "one", hundred, rest = "", otherNumeral = ""] = match;
        if (hundred === undefined)
            return String(parseNumeral(otherNumeral));
        return String((hundreds === "a" ? 1 : parseNumeral(hundreds)) * 100 + parseNumeral(rest));
    });
    return fractionsToDecimals(withDigits);
}
function parseNumeral(numeral) {
    const [, ones = "", tens = ""] = numeral.match(/^(\p{L}+)und(\p{L}+)$/u) ?? [];
    const parts = ones ? [ones, tens] : numeral.split(/[- ]/);
    return parts.reduce((sum, part) => sum + (numeralValues.get(part) ?? 0), 0);
}
const fractionValues = { half: 0.5, halves: 0.5, quarter: 0.25, quarters: 0.25 };
const fractionPattern = "(half|halves|quarters?)";
const isFractionWord = (word) => word in fractionValues;
const fractionValue = (word) => (isFractionWord(word) ? fractionValues[word] : 0);
// Examples: "half an hour", "three quarters of an hour", "two and a half minutes", "1 1/2 minutes".
function fractionsToDecimals(text) {
    return text
        .replace(/(?<![\d./])(?:(\d+)[ -])?(\d)\/(\d)(?![\d/])/g, (_, whole = "0", above, below) => String(Number(whole) + Number(above) / Number(below)))
        .replace(new RegExp(`(\\d+)[ -]and[ -](?:an?|1)[ -]${fractionPattern}(?!\\p{L})(?! (?:of )?an? )`, "gu"), (_, whole, word) => String(Number(whole) + fractionValue(word)))
        .replace(new RegExp(`(?<!\\p{L}|(?:and|&|plus|\\+|und|et)[ -]?)(?:(\\d+|an?)[ -])?${fractionPattern}` +
        "(?:[ -]of)?(?:[ -]an?)?[ -](?=minute|hour)", "gu"), (_, count = "1", word) => `${(Number(count) || 1) * fractionValue(word)} `)
        .replace(/(?<!\p{L})(?:(?:eine[rn]?|une|una) )?(?:halbe[rn]?|demi|media)[ -](?=\p{L})/gu, "0.5 ");
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/time-spans.js

/** Returns all lengths of time in a normalized text, in their order. */
function findTimeSpans(text) {
    const spans = [...findUnitSpans(text), ...findClockSpans(text)].toSorted((a, b) => a.start - b.start);
    return joinAdjacent(text, spans);
}
const numberPattern = "\\d+(?:[.,]\\d+)*";
const articlePattern = "an?|eine?[rnms]?|une?|un[ao]|uma?";
// Examples: "2-3 minutes", "90 to 120 s", "a minute and a half". After an article, "second" is not a time: "a
// second scene".
const spanPattern = new RegExp(`(?<![\\p{L}\\d.,:/])(?:(?:(${numberPattern}) ?(?:-|to|or|and|bis|à) ?)?` +
    `(${numberPattern})[ ()"'-]{0,3}(${unitPattern})|` +
    `(?:${articlePattern})[ -](?!se[cg][ou]nd)(${unitPattern}))` +
    "( (?:and|et|und|y|e) (?:(?:an?|eine) )?(half|quarter|0\\.5|demie?|halbe|media|mezzo|mezza))?", "gu");
function findUnitSpans(text) {
    return [...text.matchAll(spanPattern)].map((match) => {
        const [whole, from = "0", to = "1", afterNumber, afterArticle = "", , fraction] = match;
        const unitSeconds = secondsPerUnit(afterNumber ?? afterArticle);
        const extra = fraction === undefined ? 0 : fraction === "quarter" ? 0.25 : 0.5;
        const seconds = (Math.max(parseDigits(from), parseDigits(to)) + extra) * unitSeconds;
        return { text: whole, start: match.index, end: match.index + whole.length, seconds, unitSeconds };
    });
}
// A separator is read as the one that makes the larger number: 1.800 may mean 1800.
function parseDigits(digits) {
    if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits))
        return Number(digits.replace(/[.,]/g, ""));
    return Number(digits.replace(",", "."));
}
const clockPattern = /(?<![\p{L}\d.,:/])(\d+):(\d\d)(?::(\d\d))?(?![\d:])(?: ?(h|hours?|hrs?|m|mins?|minutes?)(?!\p{L}))?/gu;
const aspectRatios = ["9:16", "9:21", "10:16", "16:10"];
function findClockSpans(text) {
    const found = [...text.matchAll(clockPattern)].filter(([whole]) => !aspectRatios.includes(whole));
    return found.map((match) => {
        const [whole, first = "", second = "", third, unit = ""] = match;
        const firstSeconds = third !== undefined || unit.startsWith("h") ? 3_600 : 60;
        const seconds = Number(first) * firstSeconds + (Number(second) * firstSeconds) / 60 + Number(third ?? 0);
        return { text: whole, start: match.index, end: match.index + whole.length, seconds, unitSeconds: 1 };
    });
}
// "1 minute and 30 seconds" is one length.
function joinAdjacent(text, spans) {
    const joined = [];
    for (const next of spans) {
        const last = joined.at(-1);
        const continuesLast = last &&
            last.unitSeconds > next.unitSeconds &&
            /^,? ?(?:(?:and|und|et|y|e) )?$/.test(text.slice(last.end, next.start));
        if (!continuesLast)
            joined.push(next);
        else
            joined[joined.length - 1] = {
                ...next,
                start: last.start,
                text: text.slice(last.start, next.end),
                seconds: last.seconds + next.seconds,
            };
    }
    return joined;
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/named-length.js




const maxSeconds = 1_800;
// The agent's minimum. A shorter length has another meaning: "one second video" is another video.
const minSeconds = 5;
/**
 * Returns the lengths in a text, in hours, minutes and seconds, in digits or spelled out. A length that isn't
 * clear is reported as ambiguous and never as short, because `max_cost_usd` depends on it.
 */
function findNamedLength(typed) {
    const text = normalizeText(typed);
    const spans = findTimeSpans(text);
    const ambiguousText = spans.find(({ seconds }) => !(seconds <= maxSeconds))?.text ?? findAmbiguousLength(text, spans);
    if (ambiguousText !== undefined)
        return { ambiguousText: ambiguousText.replaceAll(eventTextMark, "…").trim() };
    const longest = spans.toSorted((a, b) => b.seconds - a.seconds)[0];
    if (!longest)
        return {};
    const isOpening = longest.seconds >= minSeconds &&
        beforeOpeningLength.test(text.slice(0, longest.start)) &&
        afterOpeningLength.test(text.slice(longest.end));
    const totalSeconds = spans.reduce((sum, { seconds }) => sum + seconds, 0);
    return { seconds: longest.seconds, totalSeconds, isOpening };
}
// Stands for "…", which replaces the texts of events. Such a text may be a number.
const eventTextMark = "\ufffc";
function normalizeText(typed) {
    const text = (0,plain_text/* visibleText */.Q6)(typed)
        .replace(/(\d?)\s?([½¼¾])/g, (_, whole, sign) => `${whole || 0}${fractionDecimals[sign]}`)
        .replaceAll("…", eventTextMark)
        .normalize("NFKC")
        .replace(/[\ufe0f\u20e3]/g, "")
        // "10M users" are not minutes.
        .replace(/(?<=\d)M(?!\p{L})/gu, " million")
        .toLowerCase()
        .replace(/(?<=\dm)(\d\d?)(?![\p{L}\d])/gu, " $1s")
        .replace(/(?<=\d(?:h|m|min))(?=\d)/g, " ")
        .replace(/[‐‑‒–—−]/g, "-")
        .replace(/ ?& ?/g, " and ")
        .replace(/\s+/g, " ");
    return numeralsToDigits(text).trim();
}
const fractionDecimals = { "½": ".5", "¼": ".25", "¾": ".75" };
const verbs = "make|create|produce|render|generate|film|record|give";
const adjectives = "short|quick|little|snappy|lively|punchy|simple|new";
const beforeOpeningLength = new RegExp(`^(?:please )?(?:(?:${verbs})(?: me| us)? )?(?:an? |one |1 )?(?:(?:${adjectives}) )?$`);
const prepositions = "in|of|for|as|with|and|or|to|per|into|about|before|after";
const named_length_videoNouns = "video|film|movie|clip|tour|teaser|trailer|spot|reel|ad|advert|commercial|explainer|promo|tutorial|" +
    "presentation|walkthrough|recap|summary|overview|demo|announcement|story|short";
const afterOpeningLength = new RegExp(`^[ -](?:(?!(?:${prepositions}) )[\\p{L}\\d.'-]+ ){0,2}(?:${named_length_videoNouns})(?!\\p{L})`, "u");

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/prompt-length.js


const defaultSeconds = 45;
/**
 * Returns the `length` setting, or else the longest duration in the user's own text, without event texts. The
 * maximum is the sum of all durations in one text, because each may be the duration of one part of the video.
 * It is at least the default of 45 s, unless `length` is set or the prompt starts with its duration: "A
 * 30-second tour".
 */
function estimatePromptLength(request) {
    const { text, userText = text, lengthSeconds, messages = [], revises } = request;
    const prompt = lengthSeconds === undefined ? findNamedLength(userText) : { seconds: lengthSeconds, isOpening: true };
    const all = [prompt, ...messages.map(findNamedLength)];
    const ambiguous = all.find(({ ambiguousText }) => ambiguousText !== undefined)?.ambiguousText;
    if (ambiguous !== undefined)
        return { unknownReason: `"${(0,plain_text/* plainText */.wh)(ambiguous, 60)}" may be meant as its length` };
    if (revises !== undefined && lengthSeconds === undefined)
        return { unknownReason: "a revision may become as long as the video that it changes" };
    const longest = Math.max(0, ...all.map(({ seconds = 0 }) => seconds));
    if (longest === 0)
        return { seconds: defaultSeconds, maxSeconds: defaultSeconds };
    const isCertain = prompt.isOpening === true && prompt.seconds === longest;
    const total = Math.max(...all.map(({ totalSeconds = 0 }) => totalSeconds));
    return { seconds: longest, maxSeconds: isCertain ? longest : Math.max(total, longest, defaultSeconds) };
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/preflight/estimate.js


/**
 * HeyGen's prices, in US dollars per second of the finished video unless stated otherwise. Source: HeyGen's
 * page of prices in autumn 2026 (developers.heygen.com/docs/pricing); those for 4K are of summer 2026.
 */
const prices = {
    agent: 0.0333,
    /** By engine, then by the look's type. The price of combinations that are missing here is unknown. */
    avatar: {
        avatar_iii: { photo_avatar: 0.0433, digital_twin: 0.0167, studio_avatar: 0.0167 },
        avatar_iv: { photo_avatar: 0.05, digital_twin: 0.0667, studio_avatar: 0.0667 },
        avatar_v: { digital_twin: 0.0667 },
    },
    avatar4k: { avatar_iv: { photo_avatar: 0.0667, digital_twin: 0.0833, studio_avatar: 0.0833 } },
    /** The price per video, for any length. */
    cinematic: 7,
};
/**
 * The highest ratio of actual to expected length. HeyGen states 79 to 174 % of the prompt's length for the
 * agent.
 */
const margins = { agent: 1.74, speech: 1.25 };
/** The engine that HeyGen uses by default. */
const defaultEngine = "avatar_iv";
// Source: HeyGen's page about the agent. The maximum is for long videos.
const agentWaitMinutes = [20, 45];
// Source: HeyGen's pages about avatar videos: 5 to 15 minutes, and as a rule of thumb 5 to 10 times the length.
function speechWaitMinutes(seconds) {
    const minutes = Math.round(seconds / 60);
    return [Math.max(5, 5 * minutes), Math.max(15, 10 * minutes)];
}
/**
 * Estimates the length and the cost of a video from its request, the body of its submit, and the look if it
 * is known.
 */
function toEstimate(request, body, look) {
    if (body.type === "cinematic_avatar") {
        return { seconds: cinematicSeconds(body), usd: prices.cinematic, atMostUsd: prices.cinematic };
    }
    if (request.kind === "script") {
        const seconds = (0,spoken_seconds/* spokenSeconds */.U)(request.text, speedOf(request)) + pauseSeconds(request.text);
        return {
            ...estimateFromRate(seconds, pricePerSecond(body, look), margins.speech),
            waitMinutes: speechWaitMinutes(seconds),
        };
    }
    // The prices of the other surfaces are not published.
    if (request.kind !== "prompt" || body.model !== undefined)
        return {};
    const length = estimatePromptLength(request);
    const { agent } = prices;
    if ("unknownReason" in length)
        return { ...length, waitMinutes: agentWaitMinutes };
    const expected = estimateFromRate(length.seconds, [agent, agent], margins.agent);
    return {
        ...expected,
        atMostUsd: length.maxSeconds * agent * margins.agent,
        waitMinutes: agentWaitMinutes,
    };
}
function estimateFromRate(seconds, price, margin) {
    if (price === undefined)
        return { seconds };
    const [least, most] = price;
    return { seconds, usd: seconds * least, atMostUsd: seconds * most * margin, usdPerSecond: price };
}
/** Returns the total of the pauses in a script, which HeyGen's markup sets in seconds or milliseconds. */
function pauseSeconds(script) {
    const pauses = [...script.matchAll(/<break\s[^>]*?time\s*=\s*["']?([\d.]+)(ms|s)/gi)];
    return pauses.reduce((sum, [, count, unit]) => sum + Number(count) / (/ms/i.test(unit ?? "") ? 1_000 : 1), 0);
}
function cinematicSeconds({ duration, auto_duration, }) {
    if (auto_duration === true)
        return undefined;
    return typeof duration === "number" ? duration : 10;
}
/** Returns the lowest and the highest price of a second; undefined if no price is known. */
function pricePerSecond(body, look) {
    // A picture is billed as a photo avatar. If the look wasn't read, its type is unknown.
    const type = body.type === "image" ? "photo_avatar" : look && (look.avatar_type ?? "");
    const table = body.resolution === "4k" ? prices.avatar4k : prices.avatar;
    const known = Object.entries(table[engineOf(body)] ?? {})
        .filter(([pricedType]) => type === undefined || pricedType === type)
        .map(([, price]) => price);
    return known.length > 0 ? [Math.min(...known), Math.max(...known)] : undefined;
}
/** Returns the requested engine, or HeyGen's default. */
function engineOf({ engine }) {
    const type = typeof engine === "object" && engine !== null ? Reflect.get(engine, "type") : undefined;
    return typeof type === "string" ? type : defaultEngine;
}
function speedOf({ options }) {
    const settings = options.voice_settings;
    const speed = typeof settings === "object" && settings !== null ? Reflect.get(settings, "speed") : undefined;
    return typeof speed === "number" && speed > 0 ? speed : 1;
}


/***/ }),

/***/ 86831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lI: () => (/* binding */ surfaceOf),
  ER: () => (/* binding */ toBody),
  I2: () => (/* binding */ toPayload)
});

// EXTERNAL MODULE: ./build/src/base/defined.js
var defined = __webpack_require__(98742);
// EXTERNAL MODULE: ./build/src/providers/heygen/surfaces/agent.js
var agent = __webpack_require__(45591);
// EXTERNAL MODULE: ./build/src/providers/heygen/surfaces/avatar.js
var avatar = __webpack_require__(91933);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(22396);
// EXTERNAL MODULE: ./build/src/inputs/provider-options.js
var provider_options = __webpack_require__(8513);
// EXTERNAL MODULE: ./build/src/providers/heygen/surfaces/request-checks.js
var request_checks = __webpack_require__(95989);
// EXTERNAL MODULE: ./build/src/providers/heygen/surfaces/shared-options.js
var shared_options = __webpack_require__(53214);
;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/cinematic.js






/**
 * `provider_options` with a `prompt` for `type: cinematic_avatar`. The price is fixed, and the video has no
 * sound.
 */
const cinematicOptions = schemas/* lazy */.RZV(() => schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("cinematic_avatar"),
    /** The looks, if there is more than one. */
    avatar_id: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).max(3).optional(),
    references: schemas/* array */.YOg(shared_options/* assetReference */.mg).max(12).optional(),
    duration: schemas/* int */.Whr().min(4).max(15).optional(),
    auto_duration: schemas/* boolean */.zMY().optional(),
    enhance_prompt: schemas/* boolean */.zMY().optional(),
})
    .refine(({ duration, auto_duration }) => duration === undefined || !auto_duration, {
    path: ["duration"],
    message: "auto_duration chooses the duration",
}));
// Source: HeyGen's reference of POST /v3/videos, type cinematic_avatar.
const maxPromptLength = 10_000;
const maxReferences = 12;
const aspectRatios = ["16:9", "9:16", "1:1"];
/** Makes a video without sound in which one to three looks act out a `prompt` (`type: cinematic_avatar`). */
const cinematic = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        (0,request_checks/* requireLength */.eM)(request, "prompt", maxPromptLength);
        (0,request_checks/* rejectSettings */.zG)(request, "a spoken video", "voice_id", "style_id", "captions", "messages");
        (0,request_checks/* rejectSettings */.zG)(request, "Video Agent (`provider_options` takes a duration)", "length");
        const { avatar_id, references, ...chosen } = (0,provider_options/* readOptions */.T)(cinematicOptions, request.options, "HeyGen with `type: cinematic_avatar`");
        if (avatar_id && request.avatarId !== undefined)
            throw duplicateAvatarError();
        const looks = avatar_id ?? (request.avatarId ? [request.avatarId] : []);
        if (looks.length === 0)
            throw (0,errors/* invalidInputError */.qz)("`avatar_id` is required with `type: cinematic_avatar`.", {
                hint: "Choose one from `showreel list avatars`.",
                settings: ["avatar_id"],
            });
        const allReferences = [...(references ?? []), ...(request.files ?? []).map(toAsset)];
        (0,request_checks/* requireMaxFiles */.p)(allReferences, maxReferences);
        return {
            ...chosen,
            prompt: request.text,
            avatar_id: looks,
            references: allReferences.length > 0 ? allReferences : undefined,
            title: request.title,
            resolution: (0,request_checks/* requireOneOf */.h_)("resolution", request.resolution, ["1080p", "720p"]),
            aspect_ratio: (0,request_checks/* toAspectRatio */.x5)(request, aspectRatios),
        };
    },
    create: avatar/* createVideo */.g5,
};
function duplicateAvatarError() {
    return (0,errors/* invalidInputError */.qz)("`avatar_id` is set twice: as an input and in `provider_options`.", {
        hint: "Keep one of them.",
        settings: ["avatar_id", "provider_options"],
    });
}

// EXTERNAL MODULE: ./build/src/providers/heygen/surfaces/surface.js
var surface = __webpack_require__(31273);
;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/hyperframes.js






/** `provider_options` with a `composition`. */
const hyperframesOptions = schemas/* lazy */.RZV(() => schemas/* strictObject */.rej({
    fps: schemas/* number */.aig().positive().optional(),
    quality: schemas/* enum */.k5n(["draft", "standard", "high"]).optional(),
    format: schemas/* enum */.k5n(["mp4", "webm"]).optional(),
    /** Selects one of several compositions in the project. */
    composition: schemas/* string */.YjP().optional(),
    variables: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).optional(),
    ...(0,shared_options/* callbackOptions */.qK)(),
}));
/** Renders a `composition`, which is a HyperFrames project (HTML), in HeyGen's cloud. */
const hyperframes = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        (0,request_checks/* rejectSettings */.zG)(request, "other sources", "avatar_id", "voice_id", "style_id", "captions", "files", "messages");
        requireIndexPage(request);
        const chosen = (0,provider_options/* readOptions */.T)(hyperframesOptions, request.options, "HeyGen with `composition`");
        if (request.resolution === "4k" && chosen.format === "webm")
            throw webmResolutionError();
        return {
            ...chosen,
            project: request.composition && toAsset(request.composition),
            title: request.title,
            resolution: (0,request_checks/* requireOneOf */.h_)("resolution", request.resolution, ["1080p", "4k"]),
            aspect_ratio: (0,request_checks/* toAspectRatio */.x5)(request, ["16:9", "9:16", "1:1"]),
        };
    },
    async create(client, body, key) {
        return (0,surface/* heygenJob */.S)("hyperframes", { video_id: await client.renderComposition(body, key) });
    },
};
function webmResolutionError() {
    return (0,errors/* invalidInputError */.qz)("`resolution` is 4k, but a webm has 1080p at most.", {
        hint: "Choose one of the two.",
        settings: ["resolution"],
    });
}
function requireIndexPage({ composition }) {
    if (composition?.from !== "disk")
        return;
    const isPage = composition.entries?.includes("index.html") ?? composition.name.endsWith(".zip");
    if (!isPage)
        throw (0,errors/* invalidInputError */.qz)("`composition` has no `index.html`.", {
            hint: "Use the folder that contains it, or a zip of that folder.",
            settings: ["composition"],
        });
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/instant.js






/** `provider_options` with a `prompt` for the model `heygen-video-1`. */
const instantVideoOptions = schemas/* lazy */.RZV(() => schemas/* strictObject */.rej({
    model: schemas/* literal */.euz("heygen-video-1"),
    mode: schemas/* enum */.k5n(["text_to_video", "image_to_video", "reference_to_video"]).default("text_to_video"),
    image: shared_options/* assetReference */.mg.optional(),
    reference_images: schemas/* array */.YOg(shared_options/* assetReference */.mg).max(9).optional(),
    reference_videos: schemas/* array */.YOg(shared_options/* assetReference */.mg).max(3).optional(),
    reference_audio: schemas/* array */.YOg(shared_options/* assetReference */.mg).max(3).optional(),
    duration: schemas/* int */.Whr().min(5).max(15).optional(),
    prompt_enhancement: schemas/* enum */.k5n(["ultraquality", "turbo", "quality", "default", "disabled"]).optional(),
    seed: schemas/* int */.Whr().optional(),
    ...(0,shared_options/* callbackOptions */.qK)(),
})
    .refine(({ mode, image }) => (mode === "image_to_video") === (image !== undefined), {
    path: ["image"],
    message: "is required with mode image_to_video, and works with no other mode",
})
    .refine(({ mode, ...options }) => mode === "reference_to_video" || countReferences(options) === 0, {
    path: ["mode"],
    message: "references need mode reference_to_video",
})
    .refine((options) => countReferences(options) <= 12, {
    path: ["reference_images"],
    message: "at most 12 references in total",
}));
function countReferences({ reference_images = [], reference_videos = [], reference_audio = [], }) {
    return reference_images.length + reference_videos.length + reference_audio.length;
}
// Source: HeyGen's schema of POST /v3/models/videos (autumn 2026).
const instant_maxPromptLength = 16_000;
const resolutions = ["480p", "768p", "1080p", "2k"];
const instant_aspectRatios = ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"];
/** Makes a clip of 5 to 15 s with sound from a `prompt` (`model: heygen-video-1`). */
const instantVideo = {
    replaysIdempotencyKey: true,
    toBody(request) {
        (0,request_checks/* requireLength */.eM)(request, "prompt", instant_maxPromptLength);
        (0,request_checks/* rejectSettings */.zG)(request, "a video with an avatar", "avatar_id", "voice_id", "style_id", "captions");
        (0,request_checks/* rejectSettings */.zG)(request, "Video Agent (references go into `provider_options`)", "files", "messages");
        (0,request_checks/* rejectSettings */.zG)(request, "Video Agent (`provider_options` takes a duration)", "length");
        const chosen = (0,provider_options/* readOptions */.T)(instantVideoOptions, request.options, "HeyGen with heygen-video-1");
        const aspect_ratio = (0,request_checks/* toAspectRatio */.x5)(request, chosen.mode === "reference_to_video" ? [...instant_aspectRatios, "adaptive"] : instant_aspectRatios);
        if (chosen.mode === "image_to_video" && aspect_ratio !== undefined)
            throw imageShapeError();
        requireLargeAspectRatio(request.resolution, aspect_ratio);
        return {
            ...chosen,
            prompt: request.text,
            resolution: (0,request_checks/* requireOneOf */.h_)("resolution", request.resolution, resolutions),
            aspect_ratio,
        };
    },
    async create(client, body, key) {
        return (0,surface/* heygenJob */.S)("instant_video", { video_id: await client.createInstantVideo(body, key) });
    },
};
// HeyGen chooses the aspect ratio if there is none.
function requireLargeAspectRatio(resolution, aspectRatio) {
    const isLarge = resolution === "1080p" || resolution === "2k";
    if (isLarge && aspectRatio !== undefined) {
        (0,request_checks/* requireOneOf */.h_)("aspect_ratio", aspectRatio, ["16:9", "9:16"], ` with ${resolution}`);
    }
}
function imageShapeError() {
    return (0,errors/* invalidInputError */.qz)("`aspect_ratio` and `orientation` don't work with image_to_video: the picture's own are used.", {
        hint: "Remove them.",
        settings: ["aspect_ratio", "orientation"],
    });
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/studio.js





const voiceOptions = () => ({
    script: schemas/* string */.YjP().min(1).max(5_000).optional(),
    voice_id: schemas/* string */.YjP().optional(),
    voice_settings: shared_options/* voiceSettings */.y2.optional(),
    audio_url: schemas/* url */.OZ5({ protocol: /^https$/ }).optional(),
    audio_asset_id: schemas/* string */.YjP().optional(),
});
const countVoiceSources = ({ script, audio_url, audio_asset_id }) => [script, audio_url, audio_asset_id].filter((source) => source !== undefined).length;
const oneSourceMessage = "exactly one of script, audio_url and audio_asset_id is needed";
const actingOptions = () => ({
    expressiveness: shared_options/* expressiveness */.KG.optional(),
    motion_prompt: schemas/* string */.YjP().optional(),
});
const speaker = schemas/* lazy */.RZV(() => schemas/* discriminatedUnion */.gMt("type", [
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz("avatar"),
        avatar_id: schemas/* string */.YjP(),
        engine: shared_options/* engine */.Hi.optional(),
        // The color is called `color` here, and `value` in an avatar video.
        background: schemas/* strictObject */.rej({ type: schemas/* literal */.euz("color"), color: schemas/* string */.YjP().regex(/^#[0-9A-Fa-f]{6}$/) })
            .optional(),
        ...actingOptions(),
        ...voiceOptions(),
    })
        .refine((input) => countVoiceSources(input) === 1, oneSourceMessage),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz("image"),
        image: shared_options/* assetReference */.mg,
        ...actingOptions(),
        ...voiceOptions(),
    })
        .refine((input) => countVoiceSources(input) === 1, oneSourceMessage),
]));
const scene = schemas/* lazy */.RZV(() => schemas/* discriminatedUnion */.gMt("type", [
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz("avatar_video"), input: speaker }),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz("image"),
        source: shared_options/* assetReference */.mg,
        duration: schemas/* number */.aig().positive().max(300).optional(),
        ...voiceOptions(),
    })
        .refine((image) => countVoiceSources(image) + Number(image.duration !== undefined) === 1, "either a duration, or exactly one of script, audio_url and audio_asset_id is needed"),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz("video"),
        source: shared_options/* assetReference */.mg,
        playback: schemas/* strictObject */.rej({ volume: schemas/* number */.aig().min(0).max(1).optional(), mute: schemas/* boolean */.zMY().optional() })
            .optional(),
    }),
]));
/** `provider_options` of a video with several scenes, which needs no other source. */
const studioOptions = schemas/* lazy */.RZV(() => schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("studio").optional(),
    scenes: schemas/* array */.YOg(scene).min(1).max(50),
    watermark: shared_options/* watermark */.pw.optional(),
    ...(0,shared_options/* callbackOptions */.qK)(),
}));
/** Makes a video with several scenes, all of them in `provider_options.scenes`. */
const studio = {
    replaysIdempotencyKey: true,
    toBody(request) {
        (0,request_checks/* rejectSettings */.zG)(request, "a single scene", "avatar_id", "voice_id", "style_id", "files", "messages");
        const chosen = (0,provider_options/* readOptions */.T)(studioOptions, request.options, "HeyGen with scenes");
        return { ...chosen, type: "studio", title: request.title, ...(0,avatar/* toSharedFields */.aC)(request) };
    },
    create: avatar/* createVideo */.g5,
};

;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/template.js






const dimensionSide = schemas/* int */.Whr().min(128).max(4_096).multipleOf(2);
/** `provider_options` with `template_id`. The template itself defines the types of its variables. */
const templateOptions = schemas/* lazy */.RZV(() => schemas/* strictObject */.rej({
    variables: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
    dimension: schemas/* strictObject */.rej({ width: dimensionSide, height: dimensionSide }).optional(),
    fps: schemas/* literal */.euz([25, 30, 60]).optional(),
    scene_ids: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    folder_id: schemas/* string */.YjP().optional(),
    brand_voice_id: schemas/* string */.YjP().optional(),
    enable_sharing: schemas/* boolean */.zMY().optional(),
    include_gif: schemas/* boolean */.zMY().optional(),
    keep_text_vertically_centered: schemas/* boolean */.zMY().optional(),
    reorder_music: schemas/* boolean */.zMY().optional(),
    subtitles: schemas/* strictObject */.rej({
        preset_name: schemas/* string */.YjP(),
        alignment: schemas/* int */.Whr().optional(),
        font_size: schemas/* int */.Whr().optional(),
        disable_highlight: schemas/* boolean */.zMY().optional(),
        position: schemas/* strictObject */.rej({ x: schemas/* number */.aig(), y: schemas/* number */.aig() }).optional(),
    })
        .optional(),
    ...(0,shared_options/* callbackOptions */.qK)(),
}));
/** Makes a video from a template at HeyGen (`template_id`), filled with `provider_options.variables`. */
const template = {
    replaysIdempotencyKey: true,
    toBody(request) {
        (0,request_checks/* rejectSettings */.zG)(request, "other sources", "avatar_id", "voice_id", "style_id", "resolution", "files", "messages");
        if (request.orientation ?? request.aspectRatio)
            throw templateShapeError();
        const chosen = (0,provider_options/* readOptions */.T)(templateOptions, request.options, "HeyGen with `template_id`");
        return { ...chosen, title: request.title, caption: request.captions };
    },
    async create(client, body, key, { templateId = "" }) {
        return (0,surface/* heygenJob */.S)("video", { video_id: await client.renderTemplate(templateId, body, key) });
    },
};
function templateShapeError() {
    return (0,errors/* invalidInputError */.qz)("`aspect_ratio` and `orientation` don't work with `template_id`: the template's own are used.", {
        hint: "Remove them.",
        settings: ["aspect_ratio", "orientation"],
    });
}

// EXTERNAL MODULE: ./build/src/providers/heygen/upload/materials.js
var materials = __webpack_require__(66217);
;// CONCATENATED MODULE: ./build/src/providers/heygen/request.js









/** Returns the surface that makes the requested video. */
function surfaceOf({ kind, options, revises }) {
    switch (kind) {
        case "prompt":
            if (revises !== undefined)
                return agent/* revision */.QL;
            if (options.model !== undefined)
                return instantVideo;
            return options.type === undefined ? agent/* agent */.MA : cinematic;
        case "script":
        case "audio":
            return options.type === "image" ? avatar/* imageVideo */.JO : avatar/* avatarVideo */.pL;
        case "template_id":
            return template;
        case "composition":
            return hyperframes;
        case "options":
            return studio;
    }
}
/** Returns the body of the submit. Fails with `invalid_input` if HeyGen does not support the request. */
function toBody(request, toAsset = digestAsset(request)) {
    return (0,defined/* defined */.s)(surfaceOf(request).toBody(request, toAsset));
}
/** Returns everything that affects the video: the body, and what is sent in other requests. */
function toPayload(request) {
    const { templateId, revises, messages = [] } = request;
    return {
        ...toBody(request),
        ...(0,defined/* defined */.s)({
            template_id: templateId,
            revises,
            messages: messages.length > 0 ? messages : undefined,
        }),
    };
}
// A file on disk is uploaded right before the submit. Until then its digest is used instead of its asset id.
function digestAsset({ composition }) {
    return (material) => {
        if (material.from !== "disk")
            return (0,materials/* toReference */.TT)(material);
        (0,materials/* requireUploadable */.VO)(material, { isComposition: material === composition });
        return { type: "asset_id", asset_id: `sha256:${material.sha256}` };
    };
}


/***/ }),

/***/ 45591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MA: () => (/* binding */ agent),
/* harmony export */   QL: () => (/* binding */ revision),
/* harmony export */   XG: () => (/* binding */ revisionJob),
/* harmony export */   ZZ: () => (/* binding */ maxPromptLength)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26921);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22396);
/* harmony import */ var _base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41384);
/* harmony import */ var _inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8513);
/* harmony import */ var _jobs_submit_submit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64151);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17314);
/* harmony import */ var _job_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75877);
/* harmony import */ var _request_checks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95989);
/* harmony import */ var _shared_options_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53214);
/* harmony import */ var _surface_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(31273);










/** `provider_options` with a `prompt` for the Video Agent. */
const agentOptions = zod__WEBPACK_IMPORTED_MODULE_8__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    /** In `chat` mode the agent may ask questions, which `messages` answer. */
    mode: zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(["generate", "chat"]).optional(),
    brand_kit_id: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().optional(),
    files: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(_shared_options_js__WEBPACK_IMPORTED_MODULE_7__/* .assetReference */ .mg).max(20).optional(),
    incognito_mode: zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY().optional(),
    ...(0,_shared_options_js__WEBPACK_IMPORTED_MODULE_7__/* .callbackOptions */ .qK)(),
}));
/** `provider_options` with a `prompt` that revises the video of a session. */
const revisionOptions = zod__WEBPACK_IMPORTED_MODULE_8__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    brand_kit_id: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().optional(),
    files: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(_shared_options_js__WEBPACK_IMPORTED_MODULE_7__/* .assetReference */ .mg).max(20).optional(),
}));
/**
 * The maximum length of a prompt, in characters. Source of this and of the file limit: HeyGen's reference of
 * POST /v3/video-agents.
 */
const maxPromptLength = 10_000;
const maxFiles = 20;
const lostResponseHint = "Run again: Showreel looks for the session first. Or look for it at app.heygen.com, and resume it with " +
    "`video_id` set to the session's id.";
/**
 * Makes a video from a `prompt` with HeyGen's Video Agent. Its endpoint is not in HeyGen's list of those that
 * replay idempotency keys.
 */
const agent = {
    replaysIdempotencyKey: false,
    toBody(request, toAsset) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .requireLength */ .eM)(request, "prompt", maxPromptLength);
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .rejectSettings */ .zG)(request, "`script`", "resolution");
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__/* .readOptions */ .T)(agentOptions, request.options, "HeyGen with `prompt`");
        const usesChat = request.messages !== undefined && request.messages.length > 0;
        if (usesChat && chosen.mode === "generate")
            throw chatModeConflictError();
        return {
            ...chosen,
            ...(usesChat && { mode: "chat" }),
            ...toFiles(request, chosen.files, toAsset),
            prompt: request.text,
            avatar_id: request.avatarId,
            voice_id: request.voiceId,
            style_id: request.styleId,
            orientation: toOrientation(request),
        };
    },
    async create(client, body, key) {
        const { session_id, video_id } = await client
            .createSession(body, key)
            .catch((0,_jobs_submit_submit_js__WEBPACK_IMPORTED_MODULE_3__/* .onLostResponse */ .x)(lostResponseHint));
        const job = (0,_surface_js__WEBPACK_IMPORTED_MODULE_9__/* .heygenJob */ .S)("video_agent", session_id === undefined ? {} : { session_id });
        return video_id === undefined ? job : (0,_job_status_js__WEBPACK_IMPORTED_MODULE_5__/* .withVideoId */ .X9)(job, video_id);
    },
};
/**
 * Revises the video of an earlier session with a `prompt`. The session makes a new video and keeps the older
 * one.
 */
const revision = {
    replaysIdempotencyKey: false,
    toBody(request, toAsset) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .requireLength */ .eM)(request, "prompt", maxPromptLength);
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .rejectSettings */ .zG)(request, "a new video", "resolution", "style_id", "aspect_ratio", "orientation", "messages");
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__/* .readOptions */ .T)(revisionOptions, request.options, "HeyGen with `prompt` and `video_id`");
        return {
            ...chosen,
            ...toFiles(request, chosen.files, toAsset),
            message: request.text,
            avatar_id: request.avatarId,
            voice_id: request.voiceId,
        };
    },
    async create(client, body, _key, { revises = "" }) {
        // Read before the message is sent, to recognize the new video later.
        const [newest] = await client.sessionVideos(revises).catch(rethrowSessionError);
        await client.sendMessage(revises, body).catch((0,_jobs_submit_submit_js__WEBPACK_IMPORTED_MODULE_3__/* .onLostResponse */ .x)(lostResponseHint));
        return revisionJob(revises, newest?.id);
    },
};
/**
 * Returns the job of a revision. It is completed by a video of this session other than `olderVideoId`, which
 * is the id of the newest video when the message is sent.
 */
function revisionJob(sessionId, olderVideoId = "none") {
    return (0,_surface_js__WEBPACK_IMPORTED_MODULE_9__/* .heygenJob */ .S)("video_agent", { session_id: sessionId, revised_video_id: olderVideoId });
}
function toFiles(request, filesInOptions = [], toAsset) {
    const files = [...filesInOptions, ...(request.files ?? []).map(toAsset)];
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .requireMaxFiles */ .p)(files, maxFiles);
    return files.length > 0 ? { files } : {};
}
// The Video Agent supports two aspect ratios, and calls them by their orientation.
function toOrientation({ orientation, aspectRatio }) {
    if (aspectRatio === undefined)
        return orientation;
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .requireOneOf */ .h_)("aspect_ratio", aspectRatio, ["16:9", "9:16"], " with `prompt`");
    const equivalent = aspectRatio === "16:9" ? "landscape" : "portrait";
    if (orientation !== undefined && orientation !== equivalent)
        throw (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .orientationConflictError */ .Hy)(orientation, aspectRatio);
    return equivalent;
}
function chatModeConflictError() {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)("`messages` needs the chat mode, but `provider_options` sets `mode: generate`.", {
        hint: "Remove one of them.",
        settings: ["messages", "provider_options"],
    });
}
// The message has not been sent yet, so nothing was submitted.
function rethrowSessionError(error) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShowreelError */ .eh))
        throw error;
    if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .saysNotFound */ .M0)((0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__/* .errorResponseOf */ .hh)(error))) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)("`video_id` is not a session of this account.", {
            hint: "Set it to the `session_id` of a chat session.",
            settings: ["video_id"],
        });
    }
    throw error.with({ outcomeUnknown: false });
}


/***/ }),

/***/ 91933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ imageVideo),
/* harmony export */   aC: () => (/* binding */ toSharedFields),
/* harmony export */   g5: () => (/* binding */ createVideo),
/* harmony export */   oC: () => (/* binding */ maxScriptLength),
/* harmony export */   pL: () => (/* binding */ avatarVideo)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26921);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22396);
/* harmony import */ var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89923);
/* harmony import */ var _inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8513);
/* harmony import */ var _upload_materials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66217);
/* harmony import */ var _request_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95989);
/* harmony import */ var _shared_options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53214);
/* harmony import */ var _surface_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31273);








const spokenOptions = () => ({
    voice_settings: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__/* .voiceSettings */ .y2.optional(),
    fit: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(["contain", "cover"]).optional(),
    background: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__/* .background */ .Tp.optional(),
    remove_background: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().optional(),
    /** `webm` has a transparent background, so it excludes `background`. */
    output_format: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(["mp4", "webm"]).optional(),
    motion_prompt: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().optional(),
    expressiveness: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__/* .expressiveness */ .KG.optional(),
    watermark: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__/* .watermark */ .pw.optional(),
    ...(0,_shared_options_js__WEBPACK_IMPORTED_MODULE_5__/* .callbackOptions */ .qK)(),
});
const allowsBackground = (options) => options.output_format !== "webm" || options.background === undefined;
const backgroundIssue = { path: ["background"], message: "a webm is transparent and has none" };
/** `provider_options` with a `script` or `audio` that an avatar speaks. */
const avatarVideoOptions = zod__WEBPACK_IMPORTED_MODULE_6__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz("avatar").optional(), engine: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__/* .engine */ .Hi.optional(), ...spokenOptions() })
    .refine(allowsBackground, backgroundIssue));
/** `provider_options` with a `script` or `audio` that a picture speaks. */
const imageVideoOptions = zod__WEBPACK_IMPORTED_MODULE_6__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz("image"), image: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__/* .assetReference */ .mg, ...spokenOptions() })
    .refine(allowsBackground, backgroundIssue));
/**
 * The maximum length of a script, in characters. Source of this and of the resolutions: HeyGen's reference of
 * POST /v3/videos.
 */
const maxScriptLength = 5_000;
const resolutions = ["4k", "1080p", "720p"];
/** Makes a video in which an avatar speaks a `script` or `audio`. */
const avatarVideo = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        if (request.avatarId === undefined)
            throw missingAvatarError(request);
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__/* .readOptions */ .T)(avatarVideoOptions, request.options, "HeyGen with `script`");
        return { ...chosen, type: "avatar", avatar_id: request.avatarId, ...toSpokenFields(request, toAsset) };
    },
    create: createVideo,
};
/** Makes a video in which a picture speaks a `script` or `audio` (`type: image`). */
const imageVideo = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .rejectSettings */ .zG)(request, "an avatar", "avatar_id");
        if (request.kind === "script" && request.voiceId === undefined)
            throw missingVoiceError();
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__/* .readOptions */ .T)(imageVideoOptions, request.options, "HeyGen with `type: image`");
        return { ...chosen, ...toSpokenFields(request, toAsset) };
    },
    create: createVideo,
};
/** Submits to `POST /v3/videos`, for all types. */
async function createVideo(client, body, key) {
    return (0,_surface_js__WEBPACK_IMPORTED_MODULE_7__/* .heygenJob */ .S)("video", { video_id: await client.createVideo(body, key) });
}
/** Returns the fields that all types of `POST /v3/videos` with spoken scenes have, except the title. */
function toSharedFields(request) {
    return {
        resolution: (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .requireOneOf */ .h_)("resolution", request.resolution, resolutions),
        aspect_ratio: (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .toAspectRatio */ .x5)(request),
        // Without a style, captions are a separate file instead of being burned into the video.
        caption: request.captions ? { file_format: "srt" } : undefined,
    };
}
function toSpokenFields(request, toAsset) {
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .rejectSettings */ .zG)(request, "`prompt`", "style_id", "files", "messages");
    return { ...toVoiceFields(request, toAsset), title: request.title, ...toSharedFields(request) };
}
function toVoiceFields(request, toAsset) {
    if (request.audio === undefined) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .requireLength */ .eM)(request, "script", maxScriptLength);
        return { script: request.text, voice_id: request.voiceId };
    }
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .rejectSettings */ .zG)(request, "`script`", "voice_id");
    requireAudioFile(request.audio);
    const audio = toAsset(request.audio);
    return audio.type === "url" ? { audio_url: audio.url } : { audio_asset_id: audio.asset_id };
}
function requireAudioFile(audio) {
    if (audio.from !== "disk" || (0,_upload_materials_js__WEBPACK_IMPORTED_MODULE_3__/* .mimeTypeOf */ .MR)(audio)?.startsWith("audio/"))
        return;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)(`\`audio\` is ${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(audio.name, 120)}: HeyGen takes .mp3 and .wav files.`, {
        hint: "Use one of these formats.",
        settings: ["audio"],
    });
}
function missingAvatarError({ kind }) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)(`\`avatar_id\` is required with \`${kind}\`.`, {
        hint: "Choose one from `showreel list avatars` or app.heygen.com/avatars, or use `prompt`, where the agent " +
            "chooses the avatar.",
        settings: ["avatar_id", kind],
    });
}
function missingVoiceError() {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)("`voice_id` is required with `type: image`: a picture has no voice of its own.", {
        hint: "Choose one from `showreel list voices`.",
        settings: ["voice_id"],
    });
}


/***/ }),

/***/ 95989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ orientationConflictError),
/* harmony export */   eM: () => (/* binding */ requireLength),
/* harmony export */   h_: () => (/* binding */ requireOneOf),
/* harmony export */   p: () => (/* binding */ requireMaxFiles),
/* harmony export */   x5: () => (/* binding */ toAspectRatio),
/* harmony export */   zG: () => (/* binding */ rejectSettings)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22396);
/* harmony import */ var _base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59317);


/** Fails with `invalid_input` if the text has more characters than HeyGen accepts. */
function requireLength(request, setting, limit) {
    const length = (0,_base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7)(request.text);
    if (length <= limit)
        return;
    const [count, maximum] = [length.toLocaleString("en"), limit.toLocaleString("en")];
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)(`\`${setting}\` has ${count} characters; HeyGen takes at most ${maximum}.`, {
        hint: "Shorten it.",
        settings: [setting],
    });
}
/**
 * Fails with `invalid_input` if there are more files, including those in `provider_options`, than HeyGen
 * accepts.
 */
function requireMaxFiles(files, limit) {
    if (files.length <= limit)
        return;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)(`\`files\` and \`provider_options\` have ${files.length} files; HeyGen takes at most ${limit}.`, { hint: "Remove some.", settings: ["files", "provider_options"] });
}
/**
 * Returns the value if HeyGen accepts it, otherwise fails with `invalid_input`. `context` is inserted after
 * "HeyGen" in the message: " with `prompt`".
 */
function requireOneOf(setting, value, allowed, context = "") {
    if (value === undefined || allowed.includes(value))
        return value;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)(`\`${setting}\` is "${value}": HeyGen${context} accepts ${allowed.join(", ")}.`, {
        hint: "Choose one of them.",
        settings: [setting],
    });
}
const isSettingGiven = {
    avatar_id: ({ avatarId }) => avatarId !== undefined,
    voice_id: ({ voiceId }) => voiceId !== undefined,
    style_id: ({ styleId }) => styleId !== undefined,
    resolution: ({ resolution }) => resolution !== undefined,
    aspect_ratio: ({ aspectRatio }) => aspectRatio !== undefined,
    orientation: ({ orientation }) => orientation !== undefined,
    captions: ({ captions }) => captions,
    files: ({ files = [] }) => files.length > 0,
    messages: ({ messages = [] }) => messages.length > 0,
    length: ({ lengthSeconds }) => lengthSeconds !== undefined,
};
/**
 * Fails with `invalid_input` if one of the settings is set, because HeyGen would ignore it. `requirement`
 * names what the settings require: "a spoken video".
 */
function rejectSettings(request, requirement, ...settings) {
    const unsupported = settings.find((setting) => isSettingGiven[setting](request));
    if (unsupported === undefined)
        return;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)(`\`${unsupported}\` works with ${requirement} only.`, {
        hint: "Remove it, or describe it in the text.",
        settings: [unsupported],
    });
}
const aspectRatios = ["16:9", "9:16", "4:5", "5:4", "1:1", "auto"];
/**
 * Returns the requested aspect ratio, or else the one for the orientation. Fails with `invalid_input` if they
 * contradict each other.
 */
function toAspectRatio(request, allowed = aspectRatios) {
    const { orientation, aspectRatio } = request;
    if (aspectRatio === undefined)
        return orientation && (orientation === "landscape" ? "16:9" : "9:16");
    const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
    const fits = orientation === "landscape" ? width > height : height > width;
    if (orientation !== undefined && !fits)
        throw orientationConflictError(orientation, aspectRatio);
    return requireOneOf("aspect_ratio", aspectRatio, allowed);
}
function orientationConflictError(orientation, aspectRatio) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInputError */ .qz)(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
        hint: "Remove one of the two.",
        settings: ["orientation", "aspect_ratio"],
    });
}


/***/ }),

/***/ 53214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ engine),
/* harmony export */   KG: () => (/* binding */ expressiveness),
/* harmony export */   Tp: () => (/* binding */ background),
/* harmony export */   mg: () => (/* binding */ assetReference),
/* harmony export */   pw: () => (/* binding */ watermark),
/* harmony export */   qK: () => (/* binding */ callbackOptions),
/* harmony export */   y2: () => (/* binding */ voiceSettings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

// Strict, because an option that is silently ignored costs the price of a video. Created only when they are used,
// because that takes a tenth of a millisecond each. Source of all fields and limits: HeyGen's schemas of its v3 API
// (July to autumn 2026).
const callbackOptions = () => ({
    callback_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5({ protocol: /^https$/ }).optional(),
    callback_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
/** A file by its public URL, by its asset id at HeyGen, or inline. */
const assetReference = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("type", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("url"), url: zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5({ protocol: /^https$/ }) }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("asset_id"), asset_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("base64"), media_type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), data: zod__WEBPACK_IMPORTED_MODULE_0__/* .base64 */ .K39() }),
]));
const optionalFraction = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(1).optional();
const engineSettings = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("engine_type", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        engine_type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("elevenlabs"),
        model: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["eleven_multilingual_v2", "eleven_turbo_v2_5", "eleven_flash_v2_5", "eleven_v3"])
            .optional(),
        stability: optionalFraction,
        similarity_boost: optionalFraction,
        style: optionalFraction,
        use_speaker_boost: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        engine_type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("fish"),
        model: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["s1", "s2-pro"]).optional(),
        stability: optionalFraction,
        similarity: optionalFraction,
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ engine_type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("starfish") }),
]));
const background = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("type", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("color"), value: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^#[0-9A-Fa-f]{6}$/) }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("image"), url: zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5().optional(), asset_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })
        .refine(({ url, asset_id }) => (url === undefined) !== (asset_id === undefined), "either url or asset_id"),
]));
const optionalOffset = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional();
/** Only some Enterprise accounts may use it. */
const watermark = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    image: assetReference,
    opacity: optionalFraction,
    scale: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive().optional(),
    placement: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        position: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["top_left", "top_right", "bottom_left", "bottom_right"]).optional(),
        offset_x: optionalOffset,
        offset_y: optionalOffset,
    })
        .optional(),
}));
const voiceSettings = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    speed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0.5).max(1.5).optional(),
    pitch: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(-50).max(50).optional(),
    volume: optionalFraction,
    locale: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    engine_settings: engineSettings.optional(),
}));
const engine = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("type", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("avatar_iii") }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("avatar_iv") }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("avatar_v"), reference_look_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() }),
]));
const expressiveness = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["high", "medium", "low"]);


/***/ }),

/***/ 31273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ heygenJob)
/* harmony export */ });
/** Returns a job at HeyGen. `surface` decides which endpoint reads its status. */
function heygenJob(surface, ids) {
    return { provider: "heygen", surface, ids };
}


/***/ }),

/***/ 66217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MR: () => (/* binding */ mimeTypeOf),
/* harmony export */   TT: () => (/* binding */ toReference),
/* harmony export */   VO: () => (/* binding */ requireUploadable)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22396);
/* harmony import */ var _base_text_format_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73054);
/* harmony import */ var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89923);




// Source of types and limits: HeyGen's page on assets (2026), and HyperFrames' own uploader for the zip.
const mimeTypes = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".pdf": "application/pdf",
    ".srt": "application/x-subrip",
};
const zipType = "application/zip";
const maxZipBytes = 200_000_000;
const maxFileBytes = 1_000_000_000;
/**
 * Returns the MIME type of a local file or folder, which is sent as a zip; undefined if HeyGen does not
 * accept it.
 */
function mimeTypeOf({ name, entries }) {
    const extension = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.extname)(name).toLowerCase();
    return entries || extension === ".zip" ? zipType : mimeTypes[extension];
}
/**
 * Fails with `invalid_input` if HeyGen does not accept the file. Only a composition may be a folder or a zip.
 */
function requireUploadable(material, { isComposition }) {
    const name = (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(material.name, 120);
    if (!isComposition && mimeTypeOf(material) === zipType) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInputError */ .qz)(`${name} is a folder or a zip.`, { hint: "List its files one by one." });
    }
    if (mimeTypeOf(material) === undefined) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInputError */ .qz)(`${name} has a type that HeyGen does not accept.`, {
            hint: `It accepts ${Object.keys(mimeTypes).join(" ")}.`,
        });
    }
    const limit = mimeTypeOf(material) === zipType ? maxZipBytes : maxFileBytes;
    if (material.bytes > limit) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInputError */ .qz)(`${name} has ${(0,_base_text_format_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z)(material.bytes)}; HeyGen takes at most ${(0,_base_text_format_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z)(limit)}.`, { hint: "Make it smaller." });
    }
    if (material.bytes === 0)
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInputError */ .qz)(`${name} is empty.`, { hint: "Check the path." });
}
/** Returns HeyGen's reference to a file that needs no upload. */
function toReference(material) {
    return material.from === "url"
        ? { type: "url", url: material.url }
        : { type: "asset_id", asset_id: material.id };
}


/***/ }),

/***/ 54194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ findNamedId),
/* harmony export */   PW: () => (/* binding */ responseId),
/* harmony export */   Rd: () => (/* binding */ optionalResponseId),
/* harmony export */   WJ: () => (/* binding */ createdId),
/* harmony export */   uj: () => (/* binding */ requireMatchingId)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88532);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22396);
/* harmony import */ var _base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85789);
/* harmony import */ var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89923);




/** An id in a response. */
const responseId = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().trim().regex(_base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .idPattern */ .a);
/** An id that a response may leave out. Null and an empty string mean that there is none. */
const optionalResponseId = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .trim()
    .nullish()
    .transform((id) => id || undefined)
    .pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .idPattern */ .a).optional());
/**
 * Returns a schema that finds the id of a created resource in any JSON, because the resource is already paid
 * for. It accepts the spellings `video_id`, `videoId` and `video-id`, and a plain `id`, at the top level or
 * inside the usual wrappers. `nouns` are the names of the resource in order of preference. An `id` at the top
 * level is used only if there is no other.
 */
function createdId(...nouns) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().transform((response, context) => {
        const candidates = nouns.flatMap((noun) => candidateIds(response, noun));
        const found = candidates.map(toText).find((id) => _base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .idPattern */ .a.test(id));
        if (found !== undefined)
            return found;
        context.addIssue({
            code: "custom",
            message: `The response contains no id: ${describeResponse(response, candidates)}`,
        });
        return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
    });
}
/**
 * Returns a response's id for a noun (`video_id`), at the top level or in a usual wrapper; undefined if there
 * is none.
 */
function findNamedId(response, noun) {
    const named = unwrapObjects(response, wrappers).map((object) => toText(findField(object, `${noun}id`)));
    return named.find((id) => _base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .idPattern */ .a.test(id));
}
/**
 * Fails with a retryable `provider_error` if a response contains the id of another resource than the
 * requested one. A response without any id is accepted.
 */
function requireMatchingId(requested, ...returned) {
    const ids = returned.filter((id) => id != null && id !== "").map(toText);
    if (ids.length === 0 || ids.some((id) => normalizeId(id) === normalizeId(requested)))
        return;
    const other = (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(ids.join(", "), 128) || "something else";
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShowreelError */ .eh("provider_error", `The response is about ${other}, but ${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(requested, 128)} was requested.`, { retryable: true });
}
// A UUID is the same in upper case and without its hyphens.
function normalizeId(id) {
    return /^[\da-f-]{32,36}$/i.test(id) ? id.replaceAll("-", "").toLowerCase() : id;
}
const wrappers = ["data", "result", "response"];
function candidateIds(response, noun) {
    const objects = unwrapObjects(response, [...wrappers, noun]);
    const named = objects.map((object) => findField(object, `${noun}id`));
    const [top, ...inner] = objects;
    const plain = [...inner, ...(top ? [top] : [])].map((object) => findField(object, "id"));
    return [...named, ...plain].filter((id) => id != null);
}
/**
 * Returns the response itself and the objects inside of it under these names; an array with one item is that
 * item.
 */
function unwrapObjects(response, names, depth = 3) {
    const object = Array.isArray(response) && response.length === 1 ? response[0] : response;
    if (typeof object !== "object" || object === null || Array.isArray(object))
        return [];
    if (depth === 0)
        return [object];
    return [object, ...names.flatMap((name) => unwrapObjects(findField(object, name), names, depth - 1))];
}
function findField(object, name) {
    const matches = (key) => key.replaceAll(/[_-]/g, "").toLowerCase() === name;
    return Object.entries(object).find(([key, value]) => matches(key) && value != null)?.[1];
}
const toText = (id) => (typeof id === "string" || typeof id === "number" ? String(id).trim() : "");
function describeResponse(response, candidates) {
    const candidate = candidates.map(toText).find((id) => id !== "");
    if (candidate !== undefined)
        return `"${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(candidate, 128)}" is not a valid id`;
    const keys = (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(keysOf(response).join(", "), 200);
    return keys ? `its keys are ${keys}` : "it has no keys";
}
/** Returns the keys of an object, and of the objects in it, to show where its id may be. */
function keysOf(value, prefix = "", depth = 2) {
    if (typeof value !== "object" || value === null || depth === 0)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => {
        const innerKeys = keysOf(inner, `${prefix}${key}.`, depth - 1);
        return innerKeys.length > 0 ? innerKeys : [`${prefix}${key}`];
    });
}


/***/ })

};
