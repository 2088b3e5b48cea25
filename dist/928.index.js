export const id = 928;
export const ids = [928];
export const modules = {

  32307:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    s: () => (  defined)
  });
function defined(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}


  }),

  70500:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    cL: () => (  queryValue),
    pn: () => (  pathSegment),
    uJ: () => (  joinPath)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29287);
  var _text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15434);


function joinPath(baseUrl, path) {
    const url = new URL(baseUrl);
    const [pathname = "", query = ""] = path.split("?");
    url.pathname = baseUrl.pathname.replace(/\/+$/, "") + pathname;
    url.search = query;
    return url;
}
function pathSegment(id) {
    if (/^\.{1,2}$/.test(id))
        throw invalidIdError(id);
    return queryValue(id);
}
function queryValue(id) {
    if (!id.isWellFormed())
        throw invalidIdError(id);
    return encodeURIComponent(id);
}
function invalidIdError(id) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__  .eh("provider_error", `Invalid id "${(0,_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__  .wh)(id, 60)}".`);
}


  }),

  37808:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ki: () => (  video),
    LY: () => (  asset),
    Mf: () => (  sessions),
    Z2: () => (  directUpload),
    ZN: () => (  createdRender),
    bJ: () => (  isError),
    dY: () => (  createdSession),
    dZ: () => (  session),
    i3: () => (  createdVideo),
    qG: () => (  accepted),
    rN: () => (  errorEnvelope),
    ze: () => (  sessionVideos)
  });
  var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13279);
  var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90270);
  var _response_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17555);


const optionalText = zod__WEBPACK_IMPORTED_MODULE_1__  .YjP().nullish();
const detailText = optionalText.catch(undefined);
const detailNumber = zod__WEBPACK_IMPORTED_MODULE_1__  .aig().nullish().catch(undefined);
const response = (data) => zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ data });
const createdSession = zod__WEBPACK_IMPORTED_MODULE_1__  .L5J().transform((body, context) => {
    const { data: session_id, error } = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__  .WJ)("session").safeParse(body);
    const video_id = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__  .Mq)(body, "video");
    if (session_id !== undefined || video_id !== undefined)
        return { session_id, video_id };
    context.addIssue({ code: "custom", message: error?.issues[0]?.message ?? "" });
    return zod__WEBPACK_IMPORTED_MODULE_2__  .tm;
});
const createdVideo = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__  .WJ)("video");
const createdRender = (0,_response_ids_js__WEBPACK_IMPORTED_MODULE_0__  .WJ)("render", "video");
const session = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    session_id: zod__WEBPACK_IMPORTED_MODULE_1__  .L5J().optional(),
    status: optionalText,
    progress: detailNumber,
    video_id: _response_ids_js__WEBPACK_IMPORTED_MODULE_0__  .Rd,
    messages: zod__WEBPACK_IMPORTED_MODULE_1__  .YOg(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
        role: optionalText,
        type: detailText,
        content: detailText,
        created_at: detailNumber,
    }))
        .nullish(),
})));
const sessions = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_1__  .YOg(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ session_id: _response_ids_js__WEBPACK_IMPORTED_MODULE_0__  .PW, created_at: zod__WEBPACK_IMPORTED_MODULE_1__  .aig() })),
    has_more: zod__WEBPACK_IMPORTED_MODULE_1__  .zMY().nullish(),
    next_token: optionalText,
}));
const accepted = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({})));
const asset = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ asset_id: zod__WEBPACK_IMPORTED_MODULE_1__  .YjP().min(1) })));
const directUpload = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    asset_id: zod__WEBPACK_IMPORTED_MODULE_1__  .YjP().min(1),
    upload_url: zod__WEBPACK_IMPORTED_MODULE_1__  .YjP().min(1),
    upload_headers: zod__WEBPACK_IMPORTED_MODULE_1__  .g1P(zod__WEBPACK_IMPORTED_MODULE_1__  .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__  .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__  .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__  .aig()]).transform(String)),
})));
const sessionVideos = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__  .YOg(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    id: _response_ids_js__WEBPACK_IMPORTED_MODULE_0__  .PW,
    session_id: zod__WEBPACK_IMPORTED_MODULE_1__  .L5J().optional(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_1__  .aig().nullish(),
}))));
const video = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__  .L5J().optional(),
    video_id: zod__WEBPACK_IMPORTED_MODULE_1__  .L5J().optional(),
    render_id: zod__WEBPACK_IMPORTED_MODULE_1__  .L5J().optional(),
    status: zod__WEBPACK_IMPORTED_MODULE_1__  .YjP(),
    video_url: optionalText,
    subtitle_url: detailText,
    thumbnail_url: detailText,
    video_page_url: detailText,
    duration: detailNumber,
    failure_code: zod__WEBPACK_IMPORTED_MODULE_1__  .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__  .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__  .aig().transform(String)])
        .nullish()
        .catch(undefined),
    failure_message: detailText,
})));
const errorEnvelope = zod__WEBPACK_IMPORTED_MODULE_1__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    error: zod__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_1__  .YjP(), message: detailText, param: detailText }),
}));
function isError(body) {
    return typeof body === "object" && body !== null && "error" in body && body.error != null;
}


  }),

  54720:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Lz: () => (  voice),
    Op: () => (  look),
    R7: () => (  styles),
    aF: () => (  voices),
    ct: () => (  account),
    dx: () => (  looks),
    kT: () => (  templates)
  });
  var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13279);

const optionalText = zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().nullish();
const optionalNumber = zod__WEBPACK_IMPORTED_MODULE_0__  .aig().nullish();
const optionalTexts = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .YOg(zod__WEBPACK_IMPORTED_MODULE_0__  .YjP()).nullish());
const response = (data) => zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({ data });
const page = (item) => zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_0__  .YOg(item), has_more: zod__WEBPACK_IMPORTED_MODULE_0__  .zMY().nullish(), next_token: optionalText });
const account = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({
    billing_type: optionalText,
    wallet: zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({
        currency: optionalText,
        remaining_balance: optionalNumber,
        auto_reload: zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({ enabled: zod__WEBPACK_IMPORTED_MODULE_0__  .zMY().nullish() }).nullish(),
    })
        .nullish(),
    subscription: zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({ plan: optionalText }).nullish(),
    usage_based: zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({ spending_cap_usd: optionalNumber, spending_current_usd: optionalNumber })
        .nullish(),
})));
const lookSchema = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().min(1),
    name: optionalText,
    avatar_type: optionalText,
    default_voice_id: optionalText,
    supported_api_engines: optionalTexts,
    preferred_orientation: optionalText,
    status: optionalText,
    error: zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({ message: optionalText }).nullish(),
}));
const look = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => response(lookSchema));
const looks = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => page(lookSchema));
const voice = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => response(zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({
    name: optionalText,
    language: optionalText,
    status: optionalText,
    failure_message: optionalText,
})));
const voices = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => page(zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({
    voice_id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().min(1),
    name: optionalText,
    language: optionalText,
    gender: optionalText,
    type: optionalText,
})));
const styles = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => page(zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({
    style_id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().min(1),
    name: optionalText,
    aspect_ratio: optionalText,
    tags: optionalTexts,
})));
const templates = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => page(zod__WEBPACK_IMPORTED_MODULE_0__  .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().min(1), name: optionalText, aspect_ratio: optionalText })));


  }),

  36701:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M0: () => (  saysNotFound),
    My: () => (  toSubmitError),
    sK: () => (  toReadError),
    yV: () => (  toSessionError),
    zU: () => (  toVideoError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29287);
  var _base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1481);
  var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15434);
  var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37808);




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
    quota_exceeded: creditError,
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
    request_in_progress: serverError,
    resource_not_ready: retryLater,
    conflict: retryLater,
    gateway_timeout: serverError,
    internal_error: serverError,
    service_unavailable: serverError,
    voice_provider_error: serverError,
}));
function toSubmitError(response) {
    return toError(response, fallbackMapping(response, "invalid_input"));
}
function toReadError(response) {
    return toError(response, fallbackMapping(response, "provider_error"));
}
function toSessionError(response) {
    return response.status === 404 ? notFoundYetError(response) : toReadError(response);
}
function toVideoError(response) {
    if (response.status !== 404)
        return toReadError(response);
    return saysNotFound(response) ? toError(response, videoNotFound) : notFoundYetError(response);
}
function saysNotFound(response) {
    return response?.status === 404 && _api_js__WEBPACK_IMPORTED_MODULE_3__  .rN.safeParse(response.body).success;
}
function toError(response, fallback) {
    const envelope = _api_js__WEBPACK_IMPORTED_MODULE_3__  .rN.safeParse(response.body);
    if (!envelope.success)
        return toUnexplainedError(response, fallback);
    const { code: heygenCode, message, param } = envelope.data.error;
    const { code, ...details } = errorMappings.get(heygenCode.toLowerCase()) ?? fallback;
    const names = [heygenCode, ...(param ? [param] : [])].map((name) => (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(name, 60));
    const facts = [...names, response.description].join(", ");
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .eh(code, `HeyGen says: ${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(message ?? heygenCode)} (${facts}).`, {
        ...(0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__  .Nt)(response),
        ...details,
    });
}
function toUnexplainedError(response, { hint }) {
    const { code, message } = (0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__  .x$)(response);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .eh(code, message, {
        ...(0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__  .Nt)(response),
        ...(hint !== undefined && { hint }),
        ...(response.status < 300 && { retryable: true, outcomeUnknown: true }),
    });
}
function notFoundYetError(response) {
    const message = `HeyGen does not find it, or not yet (${response.description}).`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .eh("provider_error", message, { retryable: true, response });
}
function fallbackMapping(response, badRequestCode) {
    const code = isBadRequest(response) ? badRequestCode : (0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__  .x$)(response).code;
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


  }),

  10928:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  heygen: () => (  heygen)
});

var runtime = __webpack_require__(30134);
var json_request = __webpack_require__(11065);
var url_path = __webpack_require__(70500);
var time_limit = __webpack_require__(27006);
var response_ids = __webpack_require__(17555);
var api = __webpack_require__(37808);
var catalog_api = __webpack_require__(54720);
var failures = __webpack_require__(36701);
;// CONCATENATED MODULE: ./build/src/providers/heygen/client.js







const readTimeoutMs = 30_000;
const submitTimeoutMs = 120_000;
function createClient({ runtime, apiKey, baseUrl, timeoutMs }) {
    const end = runtime.elapsed() + (timeoutMs ?? Number.POSITIVE_INFINITY);
    const uploadMs = (bytes) => Math.max(1_000, Math.min((0,time_limit .R8)(bytes, submitTimeoutMs), end - runtime.elapsed()));
    const headers = { "x-api-key": apiKey, "x-heygen-client-source": "showreel" };
    const url = (path) => (0,url_path .uJ)(baseUrl, path);
    const get = (path, responseSchema, { toError = failures .sK, ...options } = {}) => (0,json_request .S)(runtime, {
        ...options,
        method: "GET",
        url: url(path),
        headers,
        idleTimeoutMs: readTimeoutMs,
        responseSchema,
        isError: api .bJ,
        toError,
    });
    const post = (path, responseSchema, { body, form, idempotencyKey: key, isError = api .bJ }) => (0,json_request .S)(runtime, {
        method: "POST",
        url: url(path),
        headers: { ...headers, ...(key !== undefined && { "idempotency-key": key }) },
        ...(form ? { form, totalTimeoutMs: uploadMs(sizeOf(form)) } : { body }),
        useGracePeriod: true,
        idleTimeoutMs: submitTimeoutMs,
        responseSchema,
        isError,
        toError: failures .My,
    });
    const submit = (path, schema) => (body, idempotencyKey) => post(path, schema, {
        body,
        idempotencyKey,
        isError: (response) => api .bJ(response) && !schema.safeParse(response).success,
    });
    const readVideo = (path) => async (id) => {
        const { data } = await get(`${path}/${(0,url_path .pn)(id)}`, api .Ki, { toError: failures .zU });
        (0,response_ids .uj)(id, data.id, data.video_id, data.render_id);
        return data;
    };
    const sessionPath = (id) => `/v3/video-agents/${(0,url_path .pn)(id)}`;
    return {
        uploadMs,
        createSession: submit("/v3/video-agents", api .dY),
        createVideo: submit("/v3/videos", api .i3),
        createInstantVideo: submit("/v3/models/videos", api .i3),
        renderComposition: submit("/v3/hyperframes/renders", api .ZN),
        renderTemplate: (id, body, key) => submit(`/v3/templates/${(0,url_path .pn)(id)}`, api .i3)(body, key),
        sendMessage: (id, body) => post(sessionPath(id), api .qG, { body }),
        session: async (id) => {
            const { data } = await get(sessionPath(id), api .dZ, { toError: failures .yV });
            (0,response_ids .uj)(id, data.session_id);
            return data;
        },
        sessionVideos: async (id) => {
            const { data } = await get(`${sessionPath(id)}/videos`, api .ze, { toError: failures .yV });
            for (const video of data)
                (0,response_ids .uj)(id, video.session_id);
            return data;
        },
        sessions: (token) => get(`/v3/video-agents?limit=50${token ? `&token=${encodeURIComponent(token)}` : ""}`, api .Mf),
        stopSession: (id) => post(`${sessionPath(id)}/stop`, api .qG, { body: {} }),
        video: readVideo("/v3/videos"),
        instantVideo: readVideo("/v3/models/videos"),
        render: readVideo("/v3/hyperframes/renders"),
        uploadAsset: (form, idempotencyKey) => post("/v3/assets", api .LY, { form, idempotencyKey }),
        beginUpload: (body) => post("/v3/assets/direct-uploads", api .Z2, { body }),
        completeUpload: (id) => post(`/v3/assets/${(0,url_path .pn)(id)}/complete`, api .qG, { body: {} }),
        account: () => get("/v3/users/me", catalog_api .ct),
        look: (id) => get(`/v3/avatars/looks/${(0,url_path .pn)(id)}`, catalog_api .Op),
        voice: (id) => get(`/v3/voices/${(0,url_path .pn)(id)}`, catalog_api .Lz),
        list: (path, query, schema) => get(`${path}?${query}`, schema),
        time: async () => {
            let time;
            const onDate = (at) => {
                time = at;
            };
            await get("/v3/video-agents?limit=1", api .Mf, { onDate }).catch((error) => {
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

var info = __webpack_require__(10802);
var heygen_request = __webpack_require__(60589);
var error_response = __webpack_require__(1481);
var text_digest = __webpack_require__(43358);
var job_status = __webpack_require__(16994);
var errors = __webpack_require__(29287);
;// CONCATENATED MODULE: ./build/src/providers/heygen/session/conversation.js
const maxListedMessages = 40;
function isSessionStale(session, { messages, sentCount }) {
    const listed = userMessages(session);
    if (listed.length === 0)
        return messages.length > 0;
    if (isFullyListed(session) && listed.length - 1 < sentCount)
        return true;
    return listed.length > 1 && session.messages?.[0]?.role === "user";
}
function nextMessagePosition(session, messages) {
    const listed = userMessages(session);
    return isFullyListed(session) ? listed.length - 1 : countSentMessages(listed, messages);
}
const isFullyListed = ({ messages }) => (messages?.length ?? 0) < maxListedMessages;
function countSentMessages(listed, messages) {
    const endsWithListed = (count) => listed.every((text, index) => {
        const position = count - listed.length + index;
        return position === -1 || text === messages[position];
    });
    const counts = messages.map((_, index) => index + 1);
    return counts.findLast(endsWithListed) ?? messages.length;
}
function userMessages({ messages }) {
    const fromUser = (messages ?? []).filter(({ role }) => role === "user");
    return fromUser.map(({ content }) => content?.trim() ?? "").reverse();
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/session/sessions.js
const maxPages = 5;
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






async function readStatus(client, job, replies) {
    if (job.ids.video_id === undefined)
        return readSession(client, job, replies);
    return job.surface === "typed_id" ? readTypedId(client, job, replies) : readVideo(client, job);
}
async function sendReply(client, job, { text, position }, replies) {
    replies.sentCount = position + 1;
    await client.sendMessage(job.ids.session_id ?? "", { message: text }).catch((error) => {
        if (error instanceof errors .eh && !error.outcomeUnknown)
            replies.sentCount = position;
        throw error;
    });
}
function videoReaderFor(client, { surface }) {
    return { instant_video: client.instantVideo, hyperframes: client.render }[surface] ?? client.video;
}
async function readVideo(client, job) {
    return (0,job_status .r$)(job, await videoReaderFor(client, job)(job.ids.video_id ?? ""));
}
async function readSession(client, job, replies) {
    const { session_id = "", revised_video_id } = job.ids;
    const session = await client.session(session_id);
    const status = await resolveSessionStatus(client, job, session);
    const mayBeStale = status.state === "blocked" || (status.state === "failed" && revised_video_id !== undefined);
    if (mayBeStale && isSessionStale(session, replies))
        return (0,job_status ._L)(job, "the agent has its answer");
    if (status.state !== "blocked")
        return status;
    const position = nextMessagePosition(session, replies.messages);
    const text = replies.messages[position];
    return text === undefined ? status : { ...status, message: { text, position } };
}
async function resolveSessionStatus(client, job, session) {
    const { session_id = "", revised_video_id } = job.ids;
    if (revised_video_id === undefined && !(0,job_status .mu)(session))
        return (0,job_status .gy)(job, session);
    const [newest] = await client.sessionVideos(session_id);
    if (revised_video_id === undefined)
        return (0,job_status .gy)(job, session, newest?.id);
    if (newest !== undefined && newest.id !== revised_video_id)
        return (0,job_status ._L)((0,job_status .X9)(job, newest.id), "generating");
    return (0,job_status .gy)(job, { ...session, video_id: undefined });
}
const surfacesToTry = ["video", "video_agent", "instant_video", "hyperframes"];
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
            if (!isNotOnSurface(surface, (0,error_response .hh)(error)))
                throw error;
            notFound ??= error;
        }
    }
    const isTyped = ({ session_id }) => session_id === id;
    const { sessions } = await listSessions(client, isTyped);
    if (sessions.some(isTyped))
        return (0,job_status ._L)(session, "not found just now, but listed");
    throw notFound;
}
function isNotOnSurface(surface, response) {
    if ((0,failures .M0)(response))
        return true;
    const isGuess = surface === "instant_video" || surface === "hyperframes";
    return isGuess && response !== undefined && [400, 404, 405, 410, 422].includes(response.status);
}

var agent = __webpack_require__(82724);
;// CONCATENATED MODULE: ./build/src/providers/heygen/session/find-job.js









async function findJob(client, request, since, compare = (text) => (0,text_digest .qy)(text, request.text)) {
    const lost = { request, since, compare };
    const surface = (0,heygen_request .lI)(request);
    if (surface === agent .QL)
        return findRevision(client, lost);
    return surface === agent .MA ? findSession(client, lost) : { outcome: "unknown" };
}
async function findSession(client, { since, compare }) {
    const isOlder = ({ created_at }) => created_at * 1_000 < since;
    const { sessions, isTruncated } = await listSessions(client, isOlder);
    let mayExist = isTruncated;
    const matches = [];
    for (const { session_id } of sessions.filter((session) => !isOlder(session))) {
        const session = await readSessionIfFound(client, session_id);
        if (session && (0,job_status .SK)(session))
            continue;
        const prompt = firstUserMessage(session);
        const similarity = prompt === undefined ? "similar" : compare(prompt);
        if (similarity === "same")
            matches.push(session_id);
        mayExist ||= similarity === "similar";
    }
    const [id, ...others] = matches;
    if (others.length > 0)
        return { outcome: "unknown" };
    if (id !== undefined)
        return { outcome: "found", job: sessionJob(id) };
    return { outcome: mayExist ? "unknown" : "absent" };
}
async function findRevision(client, { request, since, compare }) {
    const { revises = "" } = request;
    const messages = (await client.session(revises)).messages ?? [];
    const isNew = ({ created_at }) => created_at == null || created_at * 1_000 >= since;
    const candidates = messages.filter((message) => message.role === "user" && isNew(message));
    const similarities = candidates.map(({ content }) => (content?.trim() ? compare(content) : "similar"));
    const match = candidates[similarities.indexOf("same")];
    if (!match) {
        const oldest = messages.at(-1);
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
    return { outcome: "found", job: (0,agent .XG)(revises, olderVideo?.id) };
}
async function ownsJob(client, job) {
    const { video_id, session_id = "" } = job.ids;
    try {
        await (video_id === undefined ? client.session(session_id) : videoReaderFor(client, job)(video_id));
        return true;
    }
    catch (error) {
        if (!(0,failures .M0)((0,error_response .hh)(error)))
            throw error;
    }
    if (video_id !== undefined)
        return false;
    const isRequested = (session) => session.session_id === session_id;
    const { sessions, isTruncated } = await listSessions(client, isRequested);
    return isTruncated || sessions.some(isRequested);
}
async function readSessionIfFound(client, sessionId) {
    try {
        return await client.session(sessionId);
    }
    catch (error) {
        if ((0,error_response .hh)(error)?.status === 404)
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

var avatar = __webpack_require__(18800);
var materials = __webpack_require__(22786);
;// CONCATENATED MODULE: ./build/src/providers/heygen/index.js









const heygen = {
    ...info .d,
    baseUrl: "https://api.heygen.com",
    minPollMs: ({ ids }) => (ids.session_id !== undefined && ids.video_id === undefined ? 10_000 : 5_000),
    facts: {
        makes: "Video Agent, avatars, scenes, clips, templates, HyperFrames",
        renderTime: "1 to 15 minutes with a short script, 20 to 45 with a prompt",
        price: "0.033 USD per second with a prompt, 0.017 to 0.067 with an avatar",
        limits: "10 videos at once",
        links: "expire; polling again signs a new one",
    },
    sources: {
        kinds: ["prompt", "script", "audio", "template_id", "composition", "options"],
        standaloneOptions: ["scenes"],
        supportsRevision: true,
        supportsLength: true,
        maxCharacters: { prompt: agent .ZZ, script: avatar .oC },
    },
    toPayload: heygen_request .I2,
    estimate: async (request) => {
        const { toEstimate } = await __webpack_require__.e(  555).then(__webpack_require__.bind(__webpack_require__, 76555));
        return toEstimate(request, (0,heygen_request .ER)(request));
    },
    outputContainer: ({ options }) => options.output_format === "webm" || options.format === "webm" ? "webm" : "mp4",
    open: async (connection) => createHeygen(connection),
    catalog: async (connection, query) => {
        const { listCatalog } = await __webpack_require__.e(  259).then(__webpack_require__.bind(__webpack_require__, 20259));
        return listCatalog(createClient(connection), query);
    },
};
const idempotencyWindowMs = 23 * 3_600_000;
function createHeygen(connection) {
    const client = createClient(connection);
    let upload;
    const assets = new Map();
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
            if (connection.runtime.signal.aborted)
                throw (0,runtime .n7)();
            const toAsset = (material) => material.from === "disk"
                ? { type: "asset_id", asset_id: assets.get(material.sha256) ?? "" }
                : (0,materials .TT)(material);
            return (0,heygen_request .lI)(request).create(client, (0,heygen_request .ER)(request, toAsset), key, request);
        },
        serverTime: () => client.time(),
        idempotencyWindowMs: (request) => ((0,heygen_request .lI)(request).replaysIdempotencyKey ? idempotencyWindowMs : 0),
        owns: (job) => ownsJob(client, job),
        find: (request, since, compare) => findJob(client, request, since, compare),
        preflight: async (request) => {
            const { runPreflight } = await __webpack_require__.e(  200).then(__webpack_require__.bind(__webpack_require__, 30200));
            return runPreflight(client, request);
        },
        stop: (job) => stopSession(client, job),
        status: (job) => readStatus(client, job, replies),
        reply: (job, message) => sendReply(client, job, message, replies),
        jobFromId: (id) => ({ provider: "heygen", surface: "typed_id", ids: { video_id: id } }),
    };
}
async function openUpload(client, connection) {
    const { createUpload } = await __webpack_require__.e(  572).then(__webpack_require__.bind(__webpack_require__, 98572));
    return createUpload(client, connection);
}
function materialsOf({ audio, composition, files = [] }) {
    return [audio, composition, ...files].filter((material) => material?.from === "disk");
}
async function stopSession(client, job) {
    const { session_id, video_id } = job.ids;
    if (session_id === undefined || video_id !== undefined)
        return false;
    await client.stopSession(session_id);
    return true;
}


  }),

  16994:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    SK: () => (  hasSessionFailed),
    X9: () => (  withVideoId),
    _L: () => (  pendingStatus),
    gy: () => (  toSessionStatus),
    mu: () => (  isCompletedWithoutVideoId),
    r$: () => (  toVideoStatus)
  });
const completedStatuses = new Set(["completed", "success", "done"]);
const failedStatuses = new Set(["failed", "error", "cancelled", "canceled"]);
const blockedStatuses = new Set(["waiting_for_input", "reviewing"]);
const queuedStatuses = new Set(["waiting", "pending", "queued", "submitted", "thinking", "planning"]);
function toVideoStatus(job, video) {
    const status = video.status.toLowerCase();
    if (failedStatuses.has(status))
        return { state: "failed", job, reason: failureReason(video, status) };
    if (!completedStatuses.has(status))
        return pendingStatus(job, status);
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
function hasSessionFailed(session) {
    return failedStatuses.has(statusOf(session)) && !session.video_id;
}
function isCompletedWithoutVideoId(session) {
    return completedStatuses.has(statusOf(session)) && !session.video_id;
}
function pendingStatus(job, detail) {
    return { state: "pending", job, phase: queuedStatuses.has(detail) ? "queued" : "rendering", detail };
}
function withVideoId(job, videoId) {
    return { ...job, ids: { ...job.ids, video_id: videoId } };
}
const statusOf = ({ status }) => status?.toLowerCase() ?? "thinking";
const isErrorMessage = (message) => message.type === "error";
const isFromAgent = (message) => message.role === "model";
function newestMessage({ messages }, matches) {
    return messages?.find((message) => matches(message) && message.content?.trim())?.content ?? undefined;
}


  }),

  60589:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  lI: () => (  surfaceOf),
  ER: () => (  toBody),
  I2: () => (  toPayload)
});

var defined = __webpack_require__(32307);
var agent = __webpack_require__(82724);
var avatar = __webpack_require__(18800);
// EXTERNAL MODULE: ../../main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(13279);
var errors = __webpack_require__(29287);
var provider_options = __webpack_require__(33870);
var request_checks = __webpack_require__(51428);
var shared_options = __webpack_require__(84767);
;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/cinematic.js






const cinematicOptions = schemas .RZV(() => schemas .rej({
    type: schemas .euz("cinematic_avatar"),
    avatar_id: schemas .YOg(schemas .YjP()).min(1).max(3).optional(),
    references: schemas .YOg(shared_options .mg).max(12).optional(),
    duration: schemas .Whr().min(4).max(15).optional(),
    auto_duration: schemas .zMY().optional(),
    enhance_prompt: schemas .zMY().optional(),
})
    .refine(({ duration, auto_duration }) => duration === undefined || !auto_duration, {
    path: ["duration"],
    message: "auto_duration chooses the duration",
}));
const maxPromptLength = 10_000;
const maxReferences = 12;
const aspectRatios = ["16:9", "9:16", "1:1"];
const cinematic = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        (0,request_checks .eM)(request, "prompt", maxPromptLength);
        (0,request_checks .zG)(request, "a spoken video", "voice_id", "style_id", "captions", "messages");
        (0,request_checks .zG)(request, "Video Agent (`provider_options` takes a duration)", "length");
        const { avatar_id, references, ...chosen } = (0,provider_options .T)(cinematicOptions, request.options, "HeyGen with `type: cinematic_avatar`");
        if (avatar_id && request.avatarId !== undefined)
            throw duplicateAvatarError();
        const looks = avatar_id ?? (request.avatarId ? [request.avatarId] : []);
        if (looks.length === 0)
            throw (0,errors .qz)("`avatar_id` is required with `type: cinematic_avatar`.", {
                hint: "Choose one from `showreel list avatars`.",
                settings: ["avatar_id"],
            });
        const allReferences = [...(references ?? []), ...(request.files ?? []).map(toAsset)];
        (0,request_checks .p)(allReferences, maxReferences);
        return {
            ...chosen,
            prompt: request.text,
            avatar_id: looks,
            references: allReferences.length > 0 ? allReferences : undefined,
            title: request.title,
            resolution: (0,request_checks .h_)("resolution", request.resolution, ["1080p", "720p"]),
            aspect_ratio: (0,request_checks .x5)(request, aspectRatios),
        };
    },
    create: avatar .g5,
};
function duplicateAvatarError() {
    return (0,errors .qz)("`avatar_id` is set twice: as an input and in `provider_options`.", {
        hint: "Keep one of them.",
        settings: ["avatar_id", "provider_options"],
    });
}

var surface = __webpack_require__(67490);
;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/hyperframes.js






const hyperframesOptions = schemas .RZV(() => schemas .rej({
    fps: schemas .aig().positive().optional(),
    quality: schemas .k5n(["draft", "standard", "high"]).optional(),
    format: schemas .k5n(["mp4", "webm"]).optional(),
    composition: schemas .YjP().optional(),
    variables: schemas .g1P(schemas .YjP(), schemas .Pq9()).optional(),
    ...(0,shared_options .qK)(),
}));
const hyperframes = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        (0,request_checks .zG)(request, "other sources", "avatar_id", "voice_id", "style_id", "captions", "files", "messages");
        requireIndexPage(request);
        const chosen = (0,provider_options .T)(hyperframesOptions, request.options, "HeyGen with `composition`");
        if (request.resolution === "4k" && chosen.format === "webm")
            throw webmResolutionError();
        return {
            ...chosen,
            project: request.composition && toAsset(request.composition),
            title: request.title,
            resolution: (0,request_checks .h_)("resolution", request.resolution, ["1080p", "4k"]),
            aspect_ratio: (0,request_checks .x5)(request, ["16:9", "9:16", "1:1"]),
        };
    },
    async create(client, body, key) {
        return (0,surface .S)("hyperframes", { video_id: await client.renderComposition(body, key) });
    },
};
function webmResolutionError() {
    return (0,errors .qz)("`resolution` is 4k, but a webm has 1080p at most.", {
        hint: "Choose one of the two.",
        settings: ["resolution"],
    });
}
function requireIndexPage({ composition }) {
    if (composition?.from !== "disk")
        return;
    const isPage = composition.entries?.includes("index.html") ?? composition.name.endsWith(".zip");
    if (!isPage)
        throw (0,errors .qz)("`composition` has no `index.html`.", {
            hint: "Use the folder that contains it, or a zip of that folder.",
            settings: ["composition"],
        });
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/instant.js






const instantVideoOptions = schemas .RZV(() => schemas .rej({
    model: schemas .euz("heygen-video-1"),
    mode: schemas .k5n(["text_to_video", "image_to_video", "reference_to_video"]).default("text_to_video"),
    image: shared_options .mg.optional(),
    reference_images: schemas .YOg(shared_options .mg).max(9).optional(),
    reference_videos: schemas .YOg(shared_options .mg).max(3).optional(),
    reference_audio: schemas .YOg(shared_options .mg).max(3).optional(),
    duration: schemas .Whr().min(5).max(15).optional(),
    prompt_enhancement: schemas .k5n(["ultraquality", "turbo", "quality", "default", "disabled"]).optional(),
    seed: schemas .Whr().optional(),
    ...(0,shared_options .qK)(),
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
const instant_maxPromptLength = 16_000;
const resolutions = ["480p", "768p", "1080p", "2k"];
const instant_aspectRatios = ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"];
const instantVideo = {
    replaysIdempotencyKey: true,
    toBody(request) {
        (0,request_checks .eM)(request, "prompt", instant_maxPromptLength);
        (0,request_checks .zG)(request, "a video with an avatar", "avatar_id", "voice_id", "style_id", "captions");
        (0,request_checks .zG)(request, "Video Agent (references go into `provider_options`)", "files", "messages");
        (0,request_checks .zG)(request, "Video Agent (`provider_options` takes a duration)", "length");
        const chosen = (0,provider_options .T)(instantVideoOptions, request.options, "HeyGen with heygen-video-1");
        const aspect_ratio = (0,request_checks .x5)(request, chosen.mode === "reference_to_video" ? [...instant_aspectRatios, "adaptive"] : instant_aspectRatios);
        if (chosen.mode === "image_to_video" && aspect_ratio !== undefined)
            throw imageShapeError();
        requireLargeAspectRatio(request.resolution, aspect_ratio);
        return {
            ...chosen,
            prompt: request.text,
            resolution: (0,request_checks .h_)("resolution", request.resolution, resolutions),
            aspect_ratio,
        };
    },
    async create(client, body, key) {
        return (0,surface .S)("instant_video", { video_id: await client.createInstantVideo(body, key) });
    },
};
function requireLargeAspectRatio(resolution, aspectRatio) {
    const isLarge = resolution === "1080p" || resolution === "2k";
    if (isLarge && aspectRatio !== undefined) {
        (0,request_checks .h_)("aspect_ratio", aspectRatio, ["16:9", "9:16"], ` with ${resolution}`);
    }
}
function imageShapeError() {
    return (0,errors .qz)("`aspect_ratio` and `orientation` don't work with image_to_video: the picture's own are used.", {
        hint: "Remove them.",
        settings: ["aspect_ratio", "orientation"],
    });
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/studio.js





const voiceOptions = () => ({
    script: schemas .YjP().min(1).max(5_000).optional(),
    voice_id: schemas .YjP().optional(),
    voice_settings: shared_options .y2.optional(),
    audio_url: schemas .OZ5({ protocol: /^https$/ }).optional(),
    audio_asset_id: schemas .YjP().optional(),
});
const countVoiceSources = ({ script, audio_url, audio_asset_id }) => [script, audio_url, audio_asset_id].filter((source) => source !== undefined).length;
const oneSourceMessage = "exactly one of script, audio_url and audio_asset_id is needed";
const actingOptions = () => ({
    expressiveness: shared_options .KG.optional(),
    motion_prompt: schemas .YjP().optional(),
});
const speaker = schemas .RZV(() => schemas .gMt("type", [
    schemas .rej({
        type: schemas .euz("avatar"),
        avatar_id: schemas .YjP(),
        engine: shared_options .Hi.optional(),
        background: schemas .rej({ type: schemas .euz("color"), color: schemas .YjP().regex(/^#[0-9A-Fa-f]{6}$/) })
            .optional(),
        ...actingOptions(),
        ...voiceOptions(),
    })
        .refine((input) => countVoiceSources(input) === 1, oneSourceMessage),
    schemas .rej({
        type: schemas .euz("image"),
        image: shared_options .mg,
        ...actingOptions(),
        ...voiceOptions(),
    })
        .refine((input) => countVoiceSources(input) === 1, oneSourceMessage),
]));
const scene = schemas .RZV(() => schemas .gMt("type", [
    schemas .rej({ type: schemas .euz("avatar_video"), input: speaker }),
    schemas .rej({
        type: schemas .euz("image"),
        source: shared_options .mg,
        duration: schemas .aig().positive().max(300).optional(),
        ...voiceOptions(),
    })
        .refine((image) => countVoiceSources(image) + Number(image.duration !== undefined) === 1, "either a duration, or exactly one of script, audio_url and audio_asset_id is needed"),
    schemas .rej({
        type: schemas .euz("video"),
        source: shared_options .mg,
        playback: schemas .rej({ volume: schemas .aig().min(0).max(1).optional(), mute: schemas .zMY().optional() })
            .optional(),
    }),
]));
const studioOptions = schemas .RZV(() => schemas .rej({
    type: schemas .euz("studio").optional(),
    scenes: schemas .YOg(scene).min(1).max(50),
    watermark: shared_options .pw.optional(),
    ...(0,shared_options .qK)(),
}));
const studio = {
    replaysIdempotencyKey: true,
    toBody(request) {
        (0,request_checks .zG)(request, "a single scene", "avatar_id", "voice_id", "style_id", "files", "messages");
        const chosen = (0,provider_options .T)(studioOptions, request.options, "HeyGen with scenes");
        return { ...chosen, type: "studio", title: request.title, ...(0,avatar .aC)(request) };
    },
    create: avatar .g5,
};

;// CONCATENATED MODULE: ./build/src/providers/heygen/surfaces/template.js






const dimensionSide = schemas .Whr().min(128).max(4_096).multipleOf(2);
const templateOptions = schemas .RZV(() => schemas .rej({
    variables: schemas .g1P(schemas .YjP(), schemas .Pq9()),
    dimension: schemas .rej({ width: dimensionSide, height: dimensionSide }).optional(),
    fps: schemas .euz([25, 30, 60]).optional(),
    scene_ids: schemas .YOg(schemas .YjP()).optional(),
    folder_id: schemas .YjP().optional(),
    brand_voice_id: schemas .YjP().optional(),
    enable_sharing: schemas .zMY().optional(),
    include_gif: schemas .zMY().optional(),
    keep_text_vertically_centered: schemas .zMY().optional(),
    reorder_music: schemas .zMY().optional(),
    subtitles: schemas .rej({
        preset_name: schemas .YjP(),
        alignment: schemas .Whr().optional(),
        font_size: schemas .Whr().optional(),
        disable_highlight: schemas .zMY().optional(),
        position: schemas .rej({ x: schemas .aig(), y: schemas .aig() }).optional(),
    })
        .optional(),
    ...(0,shared_options .qK)(),
}));
const template = {
    replaysIdempotencyKey: true,
    toBody(request) {
        (0,request_checks .zG)(request, "other sources", "avatar_id", "voice_id", "style_id", "resolution", "files", "messages");
        if (request.orientation ?? request.aspectRatio)
            throw templateShapeError();
        const chosen = (0,provider_options .T)(templateOptions, request.options, "HeyGen with `template_id`");
        return { ...chosen, title: request.title, caption: request.captions };
    },
    async create(client, body, key, { templateId = "" }) {
        return (0,surface .S)("video", { video_id: await client.renderTemplate(templateId, body, key) });
    },
};
function templateShapeError() {
    return (0,errors .qz)("`aspect_ratio` and `orientation` don't work with `template_id`: the template's own are used.", {
        hint: "Remove them.",
        settings: ["aspect_ratio", "orientation"],
    });
}

var materials = __webpack_require__(22786);
;// CONCATENATED MODULE: ./build/src/providers/heygen/request.js









function surfaceOf({ kind, options, revises }) {
    switch (kind) {
        case "prompt":
            if (revises !== undefined)
                return agent .QL;
            if (options.model !== undefined)
                return instantVideo;
            return options.type === undefined ? agent .MA : cinematic;
        case "script":
        case "audio":
            return options.type === "image" ? avatar .JO : avatar .pL;
        case "template_id":
            return template;
        case "composition":
            return hyperframes;
        case "options":
            return studio;
    }
}
function toBody(request, toAsset = digestAsset(request)) {
    return (0,defined .s)(surfaceOf(request).toBody(request, toAsset));
}
function toPayload(request) {
    const { templateId, revises, messages = [] } = request;
    return {
        ...toBody(request),
        ...(0,defined .s)({
            template_id: templateId,
            revises,
            messages: messages.length > 0 ? messages : undefined,
        }),
    };
}
function digestAsset({ composition }) {
    return (material) => {
        if (material.from !== "disk")
            return (0,materials .TT)(material);
        (0,materials .VO)(material, { isComposition: material === composition });
        return { type: "asset_id", asset_id: `sha256:${material.sha256}` };
    };
}


  }),

  82724:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    MA: () => (  agent),
    QL: () => (  revision),
    XG: () => (  revisionJob),
    ZZ: () => (  maxPromptLength)
  });
  var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13279);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29287);
  var _base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1481);
  var _inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33870);
  var _jobs_submit_submit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75178);
  var _failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36701);
  var _job_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16994);
  var _request_checks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51428);
  var _shared_options_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84767);
  var _surface_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(67490);










const agentOptions = zod__WEBPACK_IMPORTED_MODULE_8__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_8__  .rej({
    mode: zod__WEBPACK_IMPORTED_MODULE_8__  .k5n(["generate", "chat"]).optional(),
    brand_kit_id: zod__WEBPACK_IMPORTED_MODULE_8__  .YjP().optional(),
    files: zod__WEBPACK_IMPORTED_MODULE_8__  .YOg(_shared_options_js__WEBPACK_IMPORTED_MODULE_7__  .mg).max(20).optional(),
    incognito_mode: zod__WEBPACK_IMPORTED_MODULE_8__  .zMY().optional(),
    ...(0,_shared_options_js__WEBPACK_IMPORTED_MODULE_7__  .qK)(),
}));
const revisionOptions = zod__WEBPACK_IMPORTED_MODULE_8__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_8__  .rej({
    brand_kit_id: zod__WEBPACK_IMPORTED_MODULE_8__  .YjP().optional(),
    files: zod__WEBPACK_IMPORTED_MODULE_8__  .YOg(_shared_options_js__WEBPACK_IMPORTED_MODULE_7__  .mg).max(20).optional(),
}));
const maxPromptLength = 10_000;
const maxFiles = 20;
const lostResponseHint = "Run again: Showreel looks for the session first. Or look for it at app.heygen.com, and resume it with " +
    "`video_id` set to the session's id.";
const agent = {
    replaysIdempotencyKey: false,
    toBody(request, toAsset) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__  .eM)(request, "prompt", maxPromptLength);
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__  .zG)(request, "`script`", "resolution");
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__  .T)(agentOptions, request.options, "HeyGen with `prompt`");
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
            .catch((0,_jobs_submit_submit_js__WEBPACK_IMPORTED_MODULE_3__  .x)(lostResponseHint));
        const job = (0,_surface_js__WEBPACK_IMPORTED_MODULE_9__  .S)("video_agent", session_id === undefined ? {} : { session_id });
        return video_id === undefined ? job : (0,_job_status_js__WEBPACK_IMPORTED_MODULE_5__  .X9)(job, video_id);
    },
};
const revision = {
    replaysIdempotencyKey: false,
    toBody(request, toAsset) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__  .eM)(request, "prompt", maxPromptLength);
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__  .zG)(request, "a new video", "resolution", "style_id", "aspect_ratio", "orientation", "messages");
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__  .T)(revisionOptions, request.options, "HeyGen with `prompt` and `video_id`");
        return {
            ...chosen,
            ...toFiles(request, chosen.files, toAsset),
            message: request.text,
            avatar_id: request.avatarId,
            voice_id: request.voiceId,
        };
    },
    async create(client, body, _key, { revises = "" }) {
        const [newest] = await client.sessionVideos(revises).catch(rethrowSessionError);
        await client.sendMessage(revises, body).catch((0,_jobs_submit_submit_js__WEBPACK_IMPORTED_MODULE_3__  .x)(lostResponseHint));
        return revisionJob(revises, newest?.id);
    },
};
function revisionJob(sessionId, olderVideoId = "none") {
    return (0,_surface_js__WEBPACK_IMPORTED_MODULE_9__  .S)("video_agent", { session_id: sessionId, revised_video_id: olderVideoId });
}
function toFiles(request, filesInOptions = [], toAsset) {
    const files = [...filesInOptions, ...(request.files ?? []).map(toAsset)];
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__  .p)(files, maxFiles);
    return files.length > 0 ? { files } : {};
}
function toOrientation({ orientation, aspectRatio }) {
    if (aspectRatio === undefined)
        return orientation;
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__  .h_)("aspect_ratio", aspectRatio, ["16:9", "9:16"], " with `prompt`");
    const equivalent = aspectRatio === "16:9" ? "landscape" : "portrait";
    if (orientation !== undefined && orientation !== equivalent)
        throw (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_6__  .Hy)(orientation, aspectRatio);
    return equivalent;
}
function chatModeConflictError() {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)("`messages` needs the chat mode, but `provider_options` sets `mode: generate`.", {
        hint: "Remove one of them.",
        settings: ["messages", "provider_options"],
    });
}
function rethrowSessionError(error) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .eh))
        throw error;
    if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_4__  .M0)((0,_base_http_error_response_js__WEBPACK_IMPORTED_MODULE_1__  .hh)(error))) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)("`video_id` is not a session of this account.", {
            hint: "Set it to the `session_id` of a chat session.",
            settings: ["video_id"],
        });
    }
    throw error.with({ outcomeUnknown: false });
}


  }),

  18800:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    JO: () => (  imageVideo),
    aC: () => (  toSharedFields),
    g5: () => (  createVideo),
    oC: () => (  maxScriptLength),
    pL: () => (  avatarVideo)
  });
  var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13279);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29287);
  var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15434);
  var _inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33870);
  var _upload_materials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22786);
  var _request_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51428);
  var _shared_options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84767);
  var _surface_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67490);








const spokenOptions = () => ({
    voice_settings: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__  .y2.optional(),
    fit: zod__WEBPACK_IMPORTED_MODULE_6__  .k5n(["contain", "cover"]).optional(),
    background: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__  .Tp.optional(),
    remove_background: zod__WEBPACK_IMPORTED_MODULE_6__  .zMY().optional(),
    output_format: zod__WEBPACK_IMPORTED_MODULE_6__  .k5n(["mp4", "webm"]).optional(),
    motion_prompt: zod__WEBPACK_IMPORTED_MODULE_6__  .YjP().optional(),
    expressiveness: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__  .KG.optional(),
    watermark: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__  .pw.optional(),
    ...(0,_shared_options_js__WEBPACK_IMPORTED_MODULE_5__  .qK)(),
});
const allowsBackground = (options) => options.output_format !== "webm" || options.background === undefined;
const backgroundIssue = { path: ["background"], message: "a webm is transparent and has none" };
const avatarVideoOptions = zod__WEBPACK_IMPORTED_MODULE_6__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_6__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_6__  .euz("avatar").optional(), engine: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__  .Hi.optional(), ...spokenOptions() })
    .refine(allowsBackground, backgroundIssue));
const imageVideoOptions = zod__WEBPACK_IMPORTED_MODULE_6__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_6__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_6__  .euz("image"), image: _shared_options_js__WEBPACK_IMPORTED_MODULE_5__  .mg, ...spokenOptions() })
    .refine(allowsBackground, backgroundIssue));
const maxScriptLength = 5_000;
const resolutions = ["4k", "1080p", "720p"];
const avatarVideo = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        if (request.avatarId === undefined)
            throw missingAvatarError(request);
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__  .T)(avatarVideoOptions, request.options, "HeyGen with `script`");
        return { ...chosen, type: "avatar", avatar_id: request.avatarId, ...toSpokenFields(request, toAsset) };
    },
    create: createVideo,
};
const imageVideo = {
    replaysIdempotencyKey: true,
    toBody(request, toAsset) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__  .zG)(request, "an avatar", "avatar_id");
        if (request.kind === "script" && request.voiceId === undefined)
            throw missingVoiceError();
        const chosen = (0,_inputs_provider_options_js__WEBPACK_IMPORTED_MODULE_2__  .T)(imageVideoOptions, request.options, "HeyGen with `type: image`");
        return { ...chosen, ...toSpokenFields(request, toAsset) };
    },
    create: createVideo,
};
async function createVideo(client, body, key) {
    return (0,_surface_js__WEBPACK_IMPORTED_MODULE_7__  .S)("video", { video_id: await client.createVideo(body, key) });
}
function toSharedFields(request) {
    return {
        resolution: (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__  .h_)("resolution", request.resolution, resolutions),
        aspect_ratio: (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__  .x5)(request),
        caption: request.captions ? { file_format: "srt" } : undefined,
    };
}
function toSpokenFields(request, toAsset) {
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__  .zG)(request, "`prompt`", "style_id", "files", "messages");
    return { ...toVoiceFields(request, toAsset), title: request.title, ...toSharedFields(request) };
}
function toVoiceFields(request, toAsset) {
    if (request.audio === undefined) {
        (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__  .eM)(request, "script", maxScriptLength);
        return { script: request.text, voice_id: request.voiceId };
    }
    (0,_request_checks_js__WEBPACK_IMPORTED_MODULE_4__  .zG)(request, "`script`", "voice_id");
    requireAudioFile(request.audio);
    const audio = toAsset(request.audio);
    return audio.type === "url" ? { audio_url: audio.url } : { audio_asset_id: audio.asset_id };
}
function requireAudioFile(audio) {
    if (audio.from !== "disk" || (0,_upload_materials_js__WEBPACK_IMPORTED_MODULE_3__  .MR)(audio)?.startsWith("audio/"))
        return;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)(`\`audio\` is ${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__  .wh)(audio.name, 120)}: HeyGen takes .mp3 and .wav files.`, {
        hint: "Use one of these formats.",
        settings: ["audio"],
    });
}
function missingAvatarError({ kind }) {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)(`\`avatar_id\` is required with \`${kind}\`.`, {
        hint: "Choose one from `showreel list avatars` or app.heygen.com/avatars, or use `prompt`, where the agent " +
            "chooses the avatar.",
        settings: ["avatar_id", kind],
    });
}
function missingVoiceError() {
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)("`voice_id` is required with `type: image`: a picture has no voice of its own.", {
        hint: "Choose one from `showreel list voices`.",
        settings: ["voice_id"],
    });
}


  }),

  51428:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Hy: () => (  orientationConflictError),
    eM: () => (  requireLength),
    h_: () => (  requireOneOf),
    p: () => (  requireMaxFiles),
    x5: () => (  toAspectRatio),
    zG: () => (  rejectSettings)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29287);
  var _base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49228);


function requireLength(request, setting, limit) {
    const length = (0,_base_text_lines_and_characters_js__WEBPACK_IMPORTED_MODULE_1__  .O7)(request.text);
    if (length <= limit)
        return;
    const [count, maximum] = [length.toLocaleString("en"), limit.toLocaleString("en")];
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)(`\`${setting}\` has ${count} characters; HeyGen takes at most ${maximum}.`, {
        hint: "Shorten it.",
        settings: [setting],
    });
}
function requireMaxFiles(files, limit) {
    if (files.length <= limit)
        return;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)(`\`files\` and \`provider_options\` have ${files.length} files; HeyGen takes at most ${limit}.`, { hint: "Remove some.", settings: ["files", "provider_options"] });
}
function requireOneOf(setting, value, allowed, context = "") {
    if (value === undefined || allowed.includes(value))
        return value;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)(`\`${setting}\` is "${value}": HeyGen${context} accepts ${allowed.join(", ")}.`, {
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
function rejectSettings(request, requirement, ...settings) {
    const unsupported = settings.find((setting) => isSettingGiven[setting](request));
    if (unsupported === undefined)
        return;
    throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)(`\`${unsupported}\` works with ${requirement} only.`, {
        hint: "Remove it, or describe it in the text.",
        settings: [unsupported],
    });
}
const aspectRatios = ["16:9", "9:16", "4:5", "5:4", "1:1", "auto"];
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
    return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .qz)(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
        hint: "Remove one of the two.",
        settings: ["orientation", "aspect_ratio"],
    });
}


  }),

  84767:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Hi: () => (  engine),
    KG: () => (  expressiveness),
    Tp: () => (  background),
    mg: () => (  assetReference),
    pw: () => (  watermark),
    qK: () => (  callbackOptions),
    y2: () => (  voiceSettings)
  });
  var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13279);

const callbackOptions = () => ({
    callback_url: zod__WEBPACK_IMPORTED_MODULE_0__  .OZ5({ protocol: /^https$/ }).optional(),
    callback_id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().optional(),
});
const assetReference = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .gMt("type", [
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("url"), url: zod__WEBPACK_IMPORTED_MODULE_0__  .OZ5({ protocol: /^https$/ }) }),
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("asset_id"), asset_id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("base64"), media_type: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP(), data: zod__WEBPACK_IMPORTED_MODULE_0__  .K39() }),
]));
const optionalFraction = zod__WEBPACK_IMPORTED_MODULE_0__  .aig().min(0).max(1).optional();
const engineSettings = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .gMt("engine_type", [
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({
        engine_type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("elevenlabs"),
        model: zod__WEBPACK_IMPORTED_MODULE_0__  .k5n(["eleven_multilingual_v2", "eleven_turbo_v2_5", "eleven_flash_v2_5", "eleven_v3"])
            .optional(),
        stability: optionalFraction,
        similarity_boost: optionalFraction,
        style: optionalFraction,
        use_speaker_boost: zod__WEBPACK_IMPORTED_MODULE_0__  .zMY().optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({
        engine_type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("fish"),
        model: zod__WEBPACK_IMPORTED_MODULE_0__  .k5n(["s1", "s2-pro"]).optional(),
        stability: optionalFraction,
        similarity: optionalFraction,
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ engine_type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("starfish") }),
]));
const background = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .gMt("type", [
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("color"), value: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().regex(/^#[0-9A-Fa-f]{6}$/) }),
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("image"), url: zod__WEBPACK_IMPORTED_MODULE_0__  .OZ5().optional(), asset_id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().optional() })
        .refine(({ url, asset_id }) => (url === undefined) !== (asset_id === undefined), "either url or asset_id"),
]));
const optionalOffset = zod__WEBPACK_IMPORTED_MODULE_0__  .aig().optional();
const watermark = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .rej({
    image: assetReference,
    opacity: optionalFraction,
    scale: zod__WEBPACK_IMPORTED_MODULE_0__  .aig().positive().optional(),
    placement: zod__WEBPACK_IMPORTED_MODULE_0__  .rej({
        position: zod__WEBPACK_IMPORTED_MODULE_0__  .k5n(["top_left", "top_right", "bottom_left", "bottom_right"]).optional(),
        offset_x: optionalOffset,
        offset_y: optionalOffset,
    })
        .optional(),
}));
const voiceSettings = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .rej({
    speed: zod__WEBPACK_IMPORTED_MODULE_0__  .aig().min(0.5).max(1.5).optional(),
    pitch: zod__WEBPACK_IMPORTED_MODULE_0__  .aig().min(-50).max(50).optional(),
    volume: optionalFraction,
    locale: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().optional(),
    engine_settings: engineSettings.optional(),
}));
const engine = zod__WEBPACK_IMPORTED_MODULE_0__  .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__  .gMt("type", [
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("avatar_iii") }),
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("avatar_iv") }),
    zod__WEBPACK_IMPORTED_MODULE_0__  .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__  .euz("avatar_v"), reference_look_id: zod__WEBPACK_IMPORTED_MODULE_0__  .YjP().optional() }),
]));
const expressiveness = zod__WEBPACK_IMPORTED_MODULE_0__  .k5n(["high", "medium", "low"]);


  }),

  67490:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    S: () => (  heygenJob)
  });
function heygenJob(surface, ids) {
    return { provider: "heygen", surface, ids };
}


  }),

  22786:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    MR: () => (  mimeTypeOf),
    TT: () => (  toReference),
    VO: () => (  requireUploadable)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29287);
  var _base_text_format_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75847);
  var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15434);




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
function mimeTypeOf({ name, entries }) {
    const extension = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.extname)(name).toLowerCase();
    return entries || extension === ".zip" ? zipType : mimeTypes[extension];
}
function requireUploadable(material, { isComposition }) {
    const name = (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(material.name, 120);
    if (!isComposition && mimeTypeOf(material) === zipType) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .qz)(`${name} is a folder or a zip.`, { hint: "List its files one by one." });
    }
    if (mimeTypeOf(material) === undefined) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .qz)(`${name} has a type that HeyGen does not accept.`, {
            hint: `It accepts ${Object.keys(mimeTypes).join(" ")}.`,
        });
    }
    const limit = mimeTypeOf(material) === zipType ? maxZipBytes : maxFileBytes;
    if (material.bytes > limit) {
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .qz)(`${name} has ${(0,_base_text_format_units_js__WEBPACK_IMPORTED_MODULE_3__  .z)(material.bytes)}; HeyGen takes at most ${(0,_base_text_format_units_js__WEBPACK_IMPORTED_MODULE_3__  .z)(limit)}.`, { hint: "Make it smaller." });
    }
    if (material.bytes === 0)
        throw (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .qz)(`${name} is empty.`, { hint: "Check the path." });
}
function toReference(material) {
    return material.from === "url"
        ? { type: "url", url: material.url }
        : { type: "asset_id", asset_id: material.id };
}


  }),

  17555:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Mq: () => (  findNamedId),
    PW: () => (  responseId),
    Rd: () => (  optionalResponseId),
    WJ: () => (  createdId),
    uj: () => (  requireMatchingId)
  });
  var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13279);
  var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90270);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29287);
  var _base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61728);
  var _base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15434);




const responseId = zod__WEBPACK_IMPORTED_MODULE_2__  .YjP().trim().regex(_base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__  .a);
const optionalResponseId = zod__WEBPACK_IMPORTED_MODULE_2__  .YjP()
    .trim()
    .nullish()
    .transform((id) => id || undefined)
    .pipe(zod__WEBPACK_IMPORTED_MODULE_2__  .YjP().regex(_base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__  .a).optional());
function createdId(...nouns) {
    return zod__WEBPACK_IMPORTED_MODULE_2__  .L5J().transform((response, context) => {
        const candidates = nouns.flatMap((noun) => candidateIds(response, noun));
        const found = candidates.map(toText).find((id) => _base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__  .a.test(id));
        if (found !== undefined)
            return found;
        context.addIssue({
            code: "custom",
            message: `The response contains no id: ${describeResponse(response, candidates)}`,
        });
        return zod__WEBPACK_IMPORTED_MODULE_4__  .tm;
    });
}
function findNamedId(response, noun) {
    const named = unwrapObjects(response, wrappers).map((object) => toText(findField(object, `${noun}id`)));
    return named.find((id) => _base_text_id_pattern_js__WEBPACK_IMPORTED_MODULE_3__  .a.test(id));
}
function requireMatchingId(requested, ...returned) {
    const ids = returned.filter((id) => id != null && id !== "").map(toText);
    if (ids.length === 0 || ids.some((id) => normalizeId(id) === normalizeId(requested)))
        return;
    const other = (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__  .wh)(ids.join(", "), 128) || "something else";
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .eh("provider_error", `The response is about ${other}, but ${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__  .wh)(requested, 128)} was requested.`, { retryable: true });
}
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
        return `"${(0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__  .wh)(candidate, 128)}" is not a valid id`;
    const keys = (0,_base_text_plain_text_js__WEBPACK_IMPORTED_MODULE_1__  .wh)(keysOf(response).join(", "), 200);
    return keys ? `its keys are ${keys}` : "it has no keys";
}
function keysOf(value, prefix = "", depth = 2) {
    if (typeof value !== "object" || value === null || depth === 0)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => {
        const innerKeys = keysOf(inner, `${prefix}${key}.`, depth - 1);
        return innerKeys.length > 0 ? innerKeys : [`${prefix}${key}`];
    });
}


  })

};
