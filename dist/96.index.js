export const id = 96;
export const ids = [96];
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

/***/ 52096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  heygenV2: () => (/* binding */ heygenV2)
});

// EXTERNAL MODULE: ./build/src/base/http/error-response.js
var error_response = __webpack_require__(41384);
// EXTERNAL MODULE: ./build/src/jobs/submit/submit.js
var submit_submit = __webpack_require__(64151);
// EXTERNAL MODULE: ./build/src/text/spoken-seconds.js
var spoken_seconds = __webpack_require__(92839);
// EXTERNAL MODULE: ./build/src/base/http/json-request.js
var json_request = __webpack_require__(59492);
// EXTERNAL MODULE: ./build/src/base/http/url-path.js
var url_path = __webpack_require__(39453);
// EXTERNAL MODULE: ./build/src/providers/response-ids.js
var response_ids = __webpack_require__(54194);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/api.js


// The schemas are loose and contain only what is read. Source: HeyGen's pages of POST /v2/video/generate and
// GET /v1/video_status.get (2025).
// Optional details are parsed leniently so that they can't mask the error code.
const optionalText = schemas/* string */.YjP().nullish().catch(undefined);
const optionalCode = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).nullish().catch(undefined);
/** An error is a sentence, or an object with a code and a sentence, sometimes with details. */
const apiError = schemas/* lazy */.RZV(() => schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ code: optionalCode, message: optionalText, detail: optionalText })]));
/**
 * An optional error. Null and an empty string mean that there is no error. An error of another shape is
 * accepted without its details.
 */
const optionalApiError = schemas/* preprocess */.vkY((value) => value || undefined, apiError.catch({}).optional());
/** `POST /v2/video/generate` */
const created = (0,response_ids/* createdId */.WJ)("video");
/** `GET /v1/video_status.get` */
const api_status = schemas/* lazy */.RZV(() => schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        id: schemas/* unknown */.L5J().optional(),
        video_id: schemas/* unknown */.L5J().optional(),
        status: schemas/* string */.YjP(),
        video_url: optionalText,
        video_url_caption: optionalText,
        caption_url: optionalText,
        thumbnail_url: optionalText,
        duration: schemas/* number */.aig().nullish().catch(undefined),
        error: optionalApiError,
    }),
}));
/** The envelope of every response. `code` 100 means success. */
const envelope = schemas/* lazy */.RZV(() => schemas/* object */.Ikc({ code: optionalCode, message: optionalText, error: optionalApiError }));
// HeyGen's error codes, and those of gateways.
const successCodes = new Set(["100", "0", "200"]);
/** Returns whether the body is an error. Responses with a 2xx status may also contain errors. */
function isError(body) {
    const { code, error } = envelope.safeParse(body).data ?? {};
    return error !== undefined || (code != null && !successCodes.has(String(code)));
}

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(22396);
// EXTERNAL MODULE: ./build/src/base/text/plain-text.js
var plain_text = __webpack_require__(89923);
;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/failures.js




/** The hints by error code. All other codes get the hint `retired`. */
const hints = {
    retired: "HeyGen retired its v1 and v2 API on 2026-11-01. Set `provider` to heygen, which is v3.",
    unauthorized: "Check the key and its scopes (app.heygen.com/settings/api).",
    out_of_credit: "Top up the account: app.heygen.com/settings?nav=API.",
    rate_limited: "The account is rendering as many videos as its plan allows. Run again when one is done.",
    invalid_input: "Correct what HeyGen's message names, then run again.",
};
const heygenCodesByErrorCode = {
    // Invalid credentials, unauthorized, unknown user, forbidden, permission denied and blocked user.
    unauthorized: "40009 400112 400101 400562 400573 400631",
    // A feature of a higher plan, and the daily limit of a trial.
    out_of_credit: "400599 trial_video_limit_exceeded",
    // An invalid video id.
    provider_error: "40031",
};
/**
 * Source: HeyGen's page of errors of the v1 and v2 API (docs.heygen.com/reference/errors), and public
 * clients.
 */
const errorCodeByHeygenCode = new Map(Object.entries(heygenCodesByErrorCode).flatMap(([code, list]) => list.split(" ").map((heygenCode) => [heygenCode, code])));
/**
 * Converts an error response. A 404, a 410 or a message about removal most likely means that the API is
 * retired.
 */
function toHeygenV2Error(response, { isSubmit }) {
    const { text, heygenCode } = readErrorBody(response);
    const fromStatus = (0,error_response/* errorFromStatus */.x$)(response);
    const details = (0,error_response/* errorDetailsFromStatus */.Nt)(response);
    const message = text ? `HeyGen says: ${(0,plain_text/* plainText */.wh)(text)} (${response.description}).` : fromStatus.message;
    if (isApiRetired(response, isSubmit)) {
        return new errors/* ShowreelError */.eh("provider_error", message, {
            ...details,
            ...retiredDetails(response, isSubmit),
        });
    }
    const knownCode = errorCodeByHeygenCode.get(heygenCode ?? "");
    const code = knownCode ?? (isSubmit && isBadRequest(response) ? "invalid_input" : fromStatus.code);
    // HeyGen returns 400 for reads beyond the limit per minute. An error in a 2xx doesn't mean that the video
    // failed.
    const isTransient = !isSubmit && !knownCode && (response.status === 400 || response.status < 300);
    return new errors/* ShowreelError */.eh(code, message, {
        ...details,
        hint: hints[code] ?? hints.retired,
        submitted: code === "invalid_input" ? false : undefined,
        ...(isTransient && { retryable: true }),
        // After an error in a 2xx without any text, it is unknown whether a video was created.
        ...(isSubmit && response.status < 300 && !text && !heygenCode && { outcomeUnknown: true }),
    });
}
/**
 * Returns whether HeyGen itself says that there is no such video. A 404 from a proxy or from a moved URL
 * doesn't count.
 */
function saysNotFound(response) {
    return response?.status === 404 && readErrorBody(response).text !== undefined;
}
/** Formats an error of the v1 and v2 API as a sentence; undefined if it has no text and no code. */
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
    // A missing avatar or voice is a mistake in the request.
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





/** Returns a client for HeyGen's v1 and v2 API. The key is sent to `baseUrl` and nowhere else. */
function createClient({ runtime, apiKey, baseUrl }) {
    const headers = { "x-api-key": apiKey };
    return {
        generate: (body) => (0,json_request/* requestJson */.S)(runtime, {
            headers,
            method: "POST",
            url: (0,url_path/* joinPath */.uJ)(baseUrl, "/v2/video/generate"),
            body,
            useGracePeriod: true,
            idleTimeoutMs: 120_000,
            responseSchema: created,
            // A submit response with an id is a success, even if it also contains an error, because the video may
            // be paid for.
            isError: (response) => isError(response) && !created.safeParse(response).success,
            toError: (response) => toHeygenV2Error(response, { isSubmit: true }),
        }),
        status: async (id) => {
            const { data } = await (0,json_request/* requestJson */.S)(runtime, {
                headers,
                method: "GET",
                url: (0,url_path/* joinPath */.uJ)(baseUrl, `/v1/video_status.get?video_id=${(0,url_path/* queryValue */.cL)(id)}`),
                idleTimeoutMs: 30_000,
                responseSchema: api_status,
                isError: isError,
                toError: (response) => toHeygenV2Error(response, { isSubmit: false }),
            });
            (0,response_ids/* requireMatchingId */.uj)(id, data.id, data.video_id);
            return data;
        },
    };
}

// EXTERNAL MODULE: ./build/src/providers/heygen-v2/info.js
var info = __webpack_require__(98626);
// EXTERNAL MODULE: ./build/src/base/defined.js
var defined = __webpack_require__(98742);
// EXTERNAL MODULE: ./build/src/base/text/lines-and-characters.js
var lines_and_characters = __webpack_require__(59317);
// EXTERNAL MODULE: ./build/src/inputs/provider-options.js
var provider_options = __webpack_require__(8513);
;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/request.js






// Strict, because an option that is silently ignored costs the price of a video. Source: HeyGen's reference
// of POST /v2/video/generate, as it was until the end of October 2026.
const background = schemas/* lazy */.RZV(() => schemas/* discriminatedUnion */.gMt("type", [
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz("color"), value: schemas/* string */.YjP().regex(/^#[0-9A-Fa-f]{6}$/) }),
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz("image"), url: schemas/* url */.OZ5() }),
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz("video"), url: schemas/* url */.OZ5() }),
]));
/** `provider_options` of `heygen_v2`. */
const optionsSchema = schemas/* lazy */.RZV(() => schemas/* strictObject */.rej({
    /** For a talking photo, `avatar_id` is the id of the photo. */
    character_type: schemas/* enum */.k5n(["avatar", "talking_photo"]).optional(),
    avatar_style: schemas/* string */.YjP().optional(),
    speed: schemas/* number */.aig().min(0.5).max(1.5).optional(),
    pitch: schemas/* number */.aig().min(-50).max(50).optional(),
    background: background.optional(),
    dimension: schemas/* strictObject */.rej({ width: schemas/* int */.Whr().positive(), height: schemas/* int */.Whr().positive() }).optional(),
    test: schemas/* boolean */.zMY().optional(),
    folder_id: schemas/* string */.YjP().optional(),
    callback_url: schemas/* url */.OZ5({ protocol: /^https$/ }).optional(),
    callback_id: schemas/* string */.YjP().optional(),
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
/** Returns the dimension in the options, or the one for the settings; 720p and landscape by default. */
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
        throw (0,errors/* invalidInputError */.qz)(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
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
        throw (0,errors/* invalidInputError */.qz)(`\`${name}\` and dimension in \`provider_options\` exclude each other.`, {
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
    throw (0,errors/* invalidInputError */.qz)(`\`${setting}\` is "${(0,plain_text/* plainText */.wh)(name, 60)}": HeyGen v2 accepts ${list}.`, {
        hint: "Choose one of them.",
        settings: [setting],
    });
}
/** The maximum length of a script, in characters. Source: HeyGen's reference of POST /v2/video/generate. */
const maxScriptLength = 5_000;
/** Returns the body of the submit. Fails with `invalid_input` if HeyGen v2 does not support the request. */
function toBody(request) {
    requireSupported(request);
    const chosen = (0,provider_options/* readOptions */.T)(optionsSchema, request.options, "HeyGen v2");
    const { character_type, avatar_style, speed, pitch, background, dimension, ...rest } = chosen;
    const scene = { character: toCharacter(request, chosen), voice: toVoice(request, chosen), background };
    return {
        video_inputs: [(0,defined/* defined */.s)(scene)],
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
    const length = (0,lines_and_characters/* codePointLength */.O7)(request.text);
    if (length <= maxScriptLength)
        return;
    const [count, limit] = [length.toLocaleString("en"), maxScriptLength.toLocaleString("en")];
    throw (0,errors/* invalidInputError */.qz)(`\`script\` has ${count} characters; HeyGen takes at most ${limit}.`, {
        hint: "Shorten it.",
        settings: ["script"],
    });
}
function unsupportedError(setting) {
    return (0,errors/* invalidInputError */.qz)(`\`${setting}\` is not supported with \`provider: heygen_v2\`.`, {
        hint: "Set `provider` to heygen, which is HeyGen's v3.",
        settings: [setting],
    });
}
function toCharacter({ avatarId }, { character_type, avatar_style }) {
    if (avatarId === undefined)
        throw (0,errors/* invalidInputError */.qz)("`avatar_id` is required with `script`.", {
            hint: "Set it to the id of an avatar or of a talking photo.",
            settings: ["avatar_id", "script"],
        });
    if (character_type !== "talking_photo") {
        return { type: "avatar", avatar_id: avatarId, avatar_style: avatar_style ?? "normal" };
    }
    if (avatar_style === undefined)
        return { type: "talking_photo", talking_photo_id: avatarId };
    throw (0,errors/* invalidInputError */.qz)("avatar_style in `provider_options` does not work with a talking_photo.", {
        hint: "Remove it.",
        settings: ["provider_options"],
    });
}
function toVoice({ text, voiceId }, { speed, pitch }) {
    if (voiceId === undefined)
        throw (0,errors/* invalidInputError */.qz)("`voice_id` is required with `provider: heygen_v2`.", {
            hint: "Set it to the id of a voice.",
            settings: ["voice_id", "script"],
        });
    return (0,defined/* defined */.s)({ type: "text", input_text: text, voice_id: voiceId, speed, pitch });
}

;// CONCATENATED MODULE: ./build/src/providers/heygen-v2/status.js


/**
 * Converts a response of `GET /v1/video_status.get`. Its links expire after 7 days; another request signs new
 * ones.
 */
function toJobStatus(job, video) {
    const word = video.status.toLowerCase();
    if (word === "failed") {
        const reason = (0,plain_text/* plainText */.wh)((video.error && formatApiError(video.error)) ?? "");
        return { state: "failed", job, reason: reason || "HeyGen gives no reason" };
    }
    // An unknown status means that HeyGen is still working.
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








/** HeyGen's v1 and v2 API, which HeyGen retired on 2026-11-01. For gateways that still serve it. */
const heygenV2 = {
    ...info/* heygenV2Info */.z,
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
    // The gateway sets the price.
    estimate: ({ text }) => ({ seconds: (0,spoken_seconds/* spokenSeconds */.U)(text), waitMinutes: [5, 15] }),
    outputContainer: () => "mp4",
    open: async (connection) => createHeygenV2(connection),
};
function createHeygenV2(connection) {
    const client = createClient(connection);
    return {
        async submit(request) {
            const id = await client.generate(toBody(request)).catch((0,submit_submit/* onLostResponse */.x)(lostResponseHint));
            return heygenV2Job(id);
        },
        // The v2 API has no idempotency keys, and its list of videos does not show their requests.
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
        if (saysNotFound((0,error_response/* errorResponseOf */.hh)(error)))
            return false;
        throw error;
    }
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
