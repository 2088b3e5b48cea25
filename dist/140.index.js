export const id = 140;
export const ids = [140];
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

  39140:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  heygenV2: () => (  heygenV2)
});

var error_response = __webpack_require__(1481);
var submit_submit = __webpack_require__(75178);
var spoken_seconds = __webpack_require__(6800);
var json_request = __webpack_require__(11065);
var url_path = __webpack_require__(70500);
var response_ids = __webpack_require__(17555);
// EXTERNAL MODULE: ../../main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(13279);
;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/api.js


const optionalText = schemas .YjP().nullish().catch(undefined);
const optionalCode = schemas .KCZ([schemas .YjP(), schemas .aig()]).nullish().catch(undefined);
const apiError = schemas .RZV(() => schemas .KCZ([schemas .YjP(), schemas .Ikc({ code: optionalCode, message: optionalText, detail: optionalText })]));
const optionalApiError = schemas .vkY((value) => value || undefined, apiError.catch({}).optional());
const created = (0,response_ids .WJ)("video");
const api_status = schemas .RZV(() => schemas .Ikc({
    data: schemas .Ikc({
        id: schemas .L5J().optional(),
        video_id: schemas .L5J().optional(),
        status: schemas .YjP(),
        video_url: optionalText,
        video_url_caption: optionalText,
        caption_url: optionalText,
        thumbnail_url: optionalText,
        duration: schemas .aig().nullish().catch(undefined),
        error: optionalApiError,
    }),
}));
const envelope = schemas .RZV(() => schemas .Ikc({ code: optionalCode, message: optionalText, error: optionalApiError }));
const successCodes = new Set(["100", "0", "200"]);
function isError(body) {
    const { code, error } = envelope.safeParse(body).data ?? {};
    return error !== undefined || (code != null && !successCodes.has(String(code)));
}

var errors = __webpack_require__(29287);
var plain_text = __webpack_require__(15434);
;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/failures.js




const hints = {
    retired: "HeyGen retired its v1 and v2 API on 2026-11-01. Set `provider` to heygen, which is v3.",
    unauthorized: "Check the key and its scopes (app.heygen.com/settings/api).",
    out_of_credit: "Top up the account: app.heygen.com/settings?nav=API.",
    rate_limited: "The account is rendering as many videos as its plan allows. Run again when one is done.",
    invalid_input: "Correct what HeyGen's message names, then run again.",
};
const heygenCodesByErrorCode = {
    unauthorized: "40009 400112 400101 400562 400573 400631",
    out_of_credit: "400599 trial_video_limit_exceeded",
    provider_error: "40031",
};
const errorCodeByHeygenCode = new Map(Object.entries(heygenCodesByErrorCode).flatMap(([code, list]) => list.split(" ").map((heygenCode) => [heygenCode, code])));
function toHeygenV2Error(response, { isSubmit }) {
    const { text, heygenCode } = readErrorBody(response);
    const fromStatus = (0,error_response .x$)(response);
    const details = (0,error_response .Nt)(response);
    const message = text ? `HeyGen says: ${(0,plain_text .wh)(text)} (${response.description}).` : fromStatus.message;
    if (isApiRetired(response, isSubmit)) {
        return new errors .eh("provider_error", message, {
            ...details,
            ...retiredDetails(response, isSubmit),
        });
    }
    const knownCode = errorCodeByHeygenCode.get(heygenCode ?? "");
    const code = knownCode ?? (isSubmit && isBadRequest(response) ? "invalid_input" : fromStatus.code);
    const isTransient = !isSubmit && !knownCode && (response.status === 400 || response.status < 300);
    return new errors .eh(code, message, {
        ...details,
        hint: hints[code] ?? hints.retired,
        submitted: code === "invalid_input" ? false : undefined,
        ...(isTransient && { retryable: true }),
        ...(isSubmit && response.status < 300 && !text && !heygenCode && { outcomeUnknown: true }),
    });
}
function saysNotFound(response) {
    return response?.status === 404 && readErrorBody(response).text !== undefined;
}
function formatApiError(error) {
    if (typeof error === "string")
        return error.trim() || undefined;
    const { code, detail, message } = error;
    const sentence = detail?.trim() || message?.trim();
    if (code == null || code === "")
        return sentence || undefined;
    return sentence ? `${sentence} (${code})` : `error ${code}`;
}
function readErrorBody({ body }) {
    const { code, message, error } = envelope.safeParse(body).data ?? {};
    const innerCode = typeof error === "object" ? error.code : undefined;
    const text = (error && formatApiError(error)) ?? (message?.trim() || undefined);
    return { text, heygenCode: String(innerCode ?? code ?? "").toLowerCase() || undefined };
}
function isApiRetired(response, isSubmit) {
    const { text = "", heygenCode = "" } = readErrorBody(response);
    if (isSubmit && /^\w+_not_found$/.test(heygenCode))
        return false;
    const saysRetired = /\b(legacy|deprecated|sunset)\b|\b(api|endpoint)\b.*\b(removed|retired)\b/i.test(text);
    return response.status === 404 || response.status === 410 || saysRetired;
}
function retiredDetails(response, isSubmit) {
    if (isSubmit)
        return { hint: hints.retired, submitted: false };
    if (response.status !== 404)
        return { hint: hints.retired };
    const hint = `${hints.retired} If your gateway still serves v2, check \`video_id\`.`;
    return saysNotFound(response) ? { hint, terminal: true } : { hint, retryable: true };
}
function isBadRequest({ status }) {
    return status < 300 || [400, 404, 413, 422, 424].includes(status);
}

;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/client.js





function createClient({ runtime, apiKey, baseUrl }) {
    const headers = { "x-api-key": apiKey };
    return {
        generate: (body) => (0,json_request .S)(runtime, {
            headers,
            method: "POST",
            url: (0,url_path .uJ)(baseUrl, "/v2/video/generate"),
            body,
            useGracePeriod: true,
            idleTimeoutMs: 120_000,
            responseSchema: created,
            isError: (response) => isError(response) && !created.safeParse(response).success,
            toError: (response) => toHeygenV2Error(response, { isSubmit: true }),
        }),
        status: async (id) => {
            const { data } = await (0,json_request .S)(runtime, {
                headers,
                method: "GET",
                url: (0,url_path .uJ)(baseUrl, `/v1/video_status.get?video_id=${(0,url_path .cL)(id)}`),
                idleTimeoutMs: 30_000,
                responseSchema: api_status,
                isError: isError,
                toError: (response) => toHeygenV2Error(response, { isSubmit: false }),
            });
            (0,response_ids .uj)(id, data.id, data.video_id);
            return data;
        },
    };
}

var info = __webpack_require__(11611);
var defined = __webpack_require__(32307);
var lines_and_characters = __webpack_require__(49228);
var provider_options = __webpack_require__(33870);
;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/request.js






const background = schemas .RZV(() => schemas .gMt("type", [
    schemas .rej({ type: schemas .euz("color"), value: schemas .YjP().regex(/^#[0-9A-Fa-f]{6}$/) }),
    schemas .rej({ type: schemas .euz("image"), url: schemas .OZ5() }),
    schemas .rej({ type: schemas .euz("video"), url: schemas .OZ5() }),
]));
const optionsSchema = schemas .RZV(() => schemas .rej({
    character_type: schemas .k5n(["avatar", "talking_photo"]).optional(),
    avatar_style: schemas .YjP().optional(),
    speed: schemas .aig().min(0.5).max(1.5).optional(),
    pitch: schemas .aig().min(-50).max(50).optional(),
    background: background.optional(),
    dimension: schemas .rej({ width: schemas .Whr().positive(), height: schemas .Whr().positive() }).optional(),
    test: schemas .zMY().optional(),
    folder_id: schemas .YjP().optional(),
    callback_url: schemas .OZ5({ protocol: /^https$/ }).optional(),
    callback_id: schemas .YjP().optional(),
}));
const shorterSides = new Map([
    ["720p", 720],
    ["1080p", 1_080],
]);
const ratios = new Map([
    ["16:9", [16, 9]],
    ["9:16", [9, 16]],
    ["1:1", [1, 1]],
]);
function toDimension(request, fromOptions) {
    if (fromOptions) {
        requireNoSizeSettings(request);
        return fromOptions;
    }
    const { orientation, aspectRatio, resolution } = request;
    const defaultRatio = orientation === "portrait" ? "9:16" : "16:9";
    const [width, height] = lookUpSetting("aspect_ratio", ratios, aspectRatio ?? defaultRatio);
    const side = lookUpSetting("resolution", shorterSides, resolution ?? "720p");
    const fits = orientation === "landscape" ? width > height : height > width;
    if (orientation !== undefined && !fits) {
        throw (0,errors .qz)(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
            hint: "Remove one of the two.",
            settings: ["orientation", "aspect_ratio"],
        });
    }
    const unit = side / Math.min(width, height);
    return { width: width * unit, height: height * unit };
}
function requireNoSizeSettings({ orientation, aspectRatio, resolution }) {
    const settings = { orientation, aspect_ratio: aspectRatio, resolution };
    for (const [name, value] of Object.entries(settings)) {
        if (value === undefined)
            continue;
        throw (0,errors .qz)(`\`${name}\` and dimension in \`provider_options\` exclude each other.`, {
            hint: "Remove one of the two.",
            settings: [name, "provider_options"],
        });
    }
}
function lookUpSetting(setting, allowed, name) {
    const value = allowed.get(name);
    if (value !== undefined)
        return value;
    const list = [...allowed.keys()].join(", ");
    throw (0,errors .qz)(`\`${setting}\` is "${(0,plain_text .wh)(name, 60)}": HeyGen v2 accepts ${list}.`, {
        hint: "Choose one of them.",
        settings: [setting],
    });
}
const maxScriptLength = 5_000;
function toBody(request) {
    requireSupported(request);
    const chosen = (0,provider_options .T)(optionsSchema, request.options, "HeyGen v2");
    const { character_type, avatar_style, speed, pitch, background, dimension, ...rest } = chosen;
    const scene = { character: toCharacter(request, chosen), voice: toVoice(request, chosen), background };
    return {
        video_inputs: [(0,defined .s)(scene)],
        dimension: toDimension(request, dimension),
        title: request.title,
        caption: request.captions,
        ...rest,
    };
}
function requireSupported(request) {
    const { kind, styleId, files = [], messages = [] } = request;
    if (kind !== "script")
        throw unsupportedError(kind);
    const unsupported = { style_id: styleId, files: files[0], messages: messages[0] };
    for (const [name, value] of Object.entries(unsupported)) {
        if (value !== undefined)
            throw unsupportedError(name);
    }
    const length = (0,lines_and_characters .O7)(request.text);
    if (length <= maxScriptLength)
        return;
    const [count, limit] = [length.toLocaleString("en"), maxScriptLength.toLocaleString("en")];
    throw (0,errors .qz)(`\`script\` has ${count} characters; HeyGen takes at most ${limit}.`, {
        hint: "Shorten it.",
        settings: ["script"],
    });
}
function unsupportedError(setting) {
    return (0,errors .qz)(`\`${setting}\` is not supported with \`provider: heygen_v2\`.`, {
        hint: "Set `provider` to heygen, which is HeyGen's v3.",
        settings: [setting],
    });
}
function toCharacter({ avatarId }, { character_type, avatar_style }) {
    if (avatarId === undefined)
        throw (0,errors .qz)("`avatar_id` is required with `script`.", {
            hint: "Set it to the id of an avatar or of a talking photo.",
            settings: ["avatar_id", "script"],
        });
    if (character_type !== "talking_photo") {
        return { type: "avatar", avatar_id: avatarId, avatar_style: avatar_style ?? "normal" };
    }
    if (avatar_style === undefined)
        return { type: "talking_photo", talking_photo_id: avatarId };
    throw (0,errors .qz)("avatar_style in `provider_options` does not work with a talking_photo.", {
        hint: "Remove it.",
        settings: ["provider_options"],
    });
}
function toVoice({ text, voiceId }, { speed, pitch }) {
    if (voiceId === undefined)
        throw (0,errors .qz)("`voice_id` is required with `provider: heygen_v2`.", {
            hint: "Set it to the id of a voice.",
            settings: ["voice_id", "script"],
        });
    return (0,defined .s)({ type: "text", input_text: text, voice_id: voiceId, speed, pitch });
}

;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/status.js


function toJobStatus(job, video) {
    const word = video.status.toLowerCase();
    if (word === "failed") {
        const reason = (0,plain_text .wh)((video.error && formatApiError(video.error)) ?? "");
        return { state: "failed", job, reason: reason || "HeyGen gives no reason" };
    }
    if (word !== "completed") {
        const isQueued = word === "waiting" || word === "pending";
        return { state: "pending", job, phase: isQueued ? "queued" : "rendering", detail: word };
    }
    const url = video.video_url || video.video_url_caption;
    if (!url)
        return { state: "pending", job, phase: "rendering", detail: "completed, waiting for the link" };
    return {
        state: "completed",
        job,
        video: {
            url,
            subtitlesUrl: video.caption_url || undefined,
            thumbnailUrl: video.thumbnail_url || undefined,
            pageUrl: undefined,
            durationSeconds: video.duration ?? undefined,
        },
    };
}

;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/index.js








const heygenV2 = {
    ...info .z,
    baseUrl: "https://api.heygen.com",
    notice: "HeyGen retired its v1 and v2 API on 2026-11-01. Use `provider: heygen`, which is v3, unless your " +
        "gateway still serves the old API.",
    minPollMs: () => 5_000,
    facts: {
        makes: "Avatars, for gateways that still serve HeyGen's retired API",
        renderTime: "5 to 15 minutes",
        price: "the gateway's",
        limits: "the gateway's",
        links: "7 days; polling again signs a new one",
    },
    sources: { kinds: ["script"], maxCharacters: { script: maxScriptLength } },
    toPayload: toBody,
    estimate: async ({ text }) => ({ seconds: (0,spoken_seconds .U)(text), waitMinutes: [5, 15] }),
    outputContainer: () => "mp4",
    open: async (connection) => createHeygenV2(connection),
};
function createHeygenV2(connection) {
    const client = createClient(connection);
    return {
        async submit(request) {
            const id = await client.generate(toBody(request)).catch((0,submit_submit .x)(lostResponseHint));
            return heygenV2Job(id);
        },
        idempotencyWindowMs: () => 0,
        owns: (job) => ownsJob(client, job),
        status: async (job) => toJobStatus(job, await client.status(job.ids.video_id ?? "")),
        jobFromId: heygenV2Job,
    };
}
const lostResponseHint = "Look for it at app.heygen.com. Resume it with `video_id`; or, if there is none, set `reuse` to never " +
    "for one run.";
function heygenV2Job(id) {
    return { provider: "heygen_v2", surface: "video", ids: { video_id: id } };
}
async function ownsJob(client, job) {
    try {
        await client.status(job.ids.video_id ?? "");
        return true;
    }
    catch (error) {
        if (saysNotFound((0,error_response .hh)(error)))
            return false;
        throw error;
    }
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
