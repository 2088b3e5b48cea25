export const id = 567;
export const ids = [567];
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

/***/ 82567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reelbot: () => (/* binding */ reelbot)
});

// EXTERNAL MODULE: ./build/src/base/http/error-response.js
var error_response = __webpack_require__(41384);
// EXTERNAL MODULE: ./build/src/jobs/submit/submit.js
var submit_submit = __webpack_require__(64151);
// EXTERNAL MODULE: ./build/src/text/spoken-seconds.js
var spoken_seconds = __webpack_require__(92839);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(22396);
// EXTERNAL MODULE: ./build/src/base/http/json-request.js
var json_request = __webpack_require__(59492);
// EXTERNAL MODULE: ./build/src/base/http/url-path.js
var url_path = __webpack_require__(39453);
;// CONCATENATED MODULE: ./build/src/base/timing/rate-limiter.js
/**
 * Creates a limiter with a sliding window: of the last `calls` calls, the oldest must be at least `perMs`
 * old. `elapsed` is the runtime's clock, in milliseconds.
 */
function createRateLimiter(elapsed, { calls, perMs }) {
    const times = [];
    return {
        take() {
            const oldest = times.at(-calls);
            const waitMs = oldest === undefined ? 0 : Math.max(0, oldest + perMs - elapsed());
            if (waitMs === 0)
                times.push(elapsed());
            return waitMs;
        },
    };
}

// EXTERNAL MODULE: ./build/src/providers/response-ids.js
var response_ids = __webpack_require__(54194);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/providers/reelbot/api.js


// The schemas are loose and contain only what is read. Source: ReelBot's developer pages (2026), which do not
// describe the response of `generate`.
// Optional details are parsed leniently so that they can't mask the error code.
const optionalText = schemas/* string */.YjP().nullish().catch(undefined);
/**
 * `POST /api/v1/video/generate`. The id is accepted at several places in the response, which ReelBot doesn't
 * document.
 */
const created = (0,response_ids/* createdId */.WJ)("project", "video");
/**
 * `GET /api/v1/video/status/{projectId}`. `error` is a string; an object with a `message` is accepted as
 * well.
 */
const api_status = schemas/* lazy */.RZV(() => schemas/* object */.Ikc({
    projectId: schemas/* unknown */.L5J().optional(),
    id: schemas/* unknown */.L5J().optional(),
    status: schemas/* string */.YjP(),
    message: optionalText,
    error: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ message: optionalText }).transform(({ message }) => message)])
        .nullish()
        .catch(undefined),
}));
/** `GET /api/v1/video/download/{projectId}`: a link that works for an hour. */
const api_download = schemas/* lazy */.RZV(() => schemas/* object */.Ikc({
    projectId: schemas/* unknown */.L5J().optional(),
    downloadUrl: schemas/* string */.YjP().min(1),
}));
/** The error envelope. Rate limits have `details`. */
const errorEnvelope = schemas/* lazy */.RZV(() => schemas/* object */.Ikc({
    success: schemas/* literal */.euz(false),
    message: optionalText,
    code: optionalText,
    details: schemas/* object */.Ikc({ resetAt: optionalText }).nullish().catch(undefined),
}));
/** Returns whether the body is an error. Responses with a 2xx status may also contain errors. */
function isError(body) {
    return typeof body === "object" && body !== null && "success" in body && body.success === false;
}

// EXTERNAL MODULE: ./build/src/base/text/plain-text.js
var plain_text = __webpack_require__(89923);
;// CONCATENATED MODULE: ./build/src/providers/reelbot/failures.js




const hints = {
    correct: "Correct what ReelBot's message names, then run again.",
    key: "Check the key (rb_live_…): an account has one, and a revoked key stays revoked.",
    plan: "The plan's videos of this month are used up. Wait for the billing date, or change the plan at " +
        "reelbot.space.",
    limits: "ReelBot allows 10 videos per hour, 60 status calls per minute and 30 download links per hour, for the " +
        "whole account.",
    support: "If this continues, ask ReelBot's support.",
};
const badRequest = {
    code: "invalid_input",
    retryable: false,
    hint: hints.correct,
    submitted: false,
};
const serverError = {
    code: "provider_error",
    retryable: true,
    outcomeUnknown: true,
    hint: hints.support,
};
/** Source: ReelBot's page "Error handling" (2026). Unknown codes are mapped by the HTTP status. */
const errorMappings = new Map(Object.entries({
    VALIDATION_ERROR: badRequest,
    INVALID_JSON: badRequest,
    // `submitted` stays undefined: the id may be that of a video that this run submitted.
    INVALID_PROJECT_ID: {
        code: "invalid_input",
        retryable: false,
        hint: "Check `video_id`: it is ReelBot's projectId.",
    },
    UNAUTHORIZED: { code: "unauthorized", retryable: false, hint: hints.key },
    QUOTA_EXCEEDED: { code: "out_of_credit", retryable: false, hint: hints.plan },
    NOT_FOUND: {
        code: "provider_error",
        retryable: false,
        terminal: true,
        hint: "Check `video_id`, and that the key belongs to the account that made the video.",
    },
    RATE_LIMITED: { code: "rate_limited", retryable: true, hint: hints.limits },
    INTERNAL_ERROR: serverError,
    SERVICE_UNAVAILABLE: serverError,
    CONFIG_ERROR: {
        ...serverError,
        retryable: false,
        hint: "ReelBot's server is misconfigured: ask its support.",
    },
}));
/** Converts an error response by ReelBot's error code, or by the HTTP status if the code is unknown. */
function toReelbotError(response, { isSubmit, now }) {
    const envelope = errorEnvelope.safeParse(response.body).data;
    const { code, ...mapped } = findMapping(response, isSubmit);
    const waitMs = response.retryAfterMs ?? (code === "rate_limited" ? msUntilReset(response, now) : undefined);
    const details = {
        ...(0,error_response/* errorDetailsFromStatus */.Nt)(response),
        ...mapped,
        ...(waitMs !== undefined && { retryAfterMs: waitMs }),
    };
    if (!envelope)
        return new errors/* ShowreelError */.eh(code, (0,error_response/* errorFromStatus */.x$)(response).message, details);
    const reelbotCode = (0,plain_text/* plainText */.wh)(envelope.code ?? "", 60);
    const message = (0,plain_text/* plainText */.wh)(envelope.message ?? "") || reelbotCode || "no reason";
    const facts = [...(reelbotCode ? [reelbotCode] : []), response.description].join(", ");
    return new errors/* ShowreelError */.eh(code, `ReelBot says: ${message} (${facts}).`, details);
}
function findMapping(response, isSubmit) {
    const reelbotCode = reelbotCodeOf(response);
    const known = errorMappings.get(reelbotCode ?? "");
    // A NOT_FOUND on submit means that a resource in the request doesn't exist.
    if (known && !(isSubmit && known.terminal))
        return known;
    const { status } = response;
    const { code } = (0,error_response/* errorFromStatus */.x$)(response);
    const isBadRequest = [400, 404, 409, 413, 422].includes(status);
    if (isSubmit && isBadRequest)
        return { code: "invalid_input", hint: hints.correct, submitted: false };
    // A 404 from a proxy or from a moved URL, or an error in a 2xx, doesn't mean that the video doesn't exist.
    const isTransient = !isSubmit && (status < 300 || (status === 404 && reelbotCode === undefined));
    return { code, hint: hintByCode[code] ?? hints.support, ...(isTransient && { retryable: true }) };
}
const hintByCode = {
    unauthorized: hints.key,
    out_of_credit: hints.plan,
    rate_limited: hints.limits,
};
// Without Retry-After, the end of the limit is in the body, or in a header of every response. A time in the
// past is ignored, and the usual pauses apply.
function msUntilReset(response, now) {
    const { resetAt } = errorEnvelope.safeParse(response.body).data?.details ?? {};
    return [resetAt, response.headers["x-ratelimit-reset"]]
        .map((time) => (/^\d{4}-\d\d-\d\dT/.test(String(time)) ? Date.parse(String(time)) - now : 0))
        .find((ms) => ms > 0);
}
/**
 * Returns ReelBot's error code in upper case; an empty string if ReelBot's response has no code; undefined if
 * the response isn't ReelBot's.
 */
function reelbotCodeOf(response) {
    const envelope = errorEnvelope.safeParse(response?.body);
    return envelope.success ? (envelope.data.code ?? "").toUpperCase() : undefined;
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/client.js







const hourMs = 3_600_000;
// Source: ReelBot's page "Rate limits". They apply to the whole account, so other runs use the same quota.
const rateLimits = {
    generate: { calls: 10, perMs: hourMs },
    status: { calls: 60, perMs: 60_000 },
    download: { calls: 30, perMs: hourMs },
};
/**
 * Returns a client for ReelBot's API, with a method for each endpoint. The key is sent to `baseUrl` and
 * nowhere else.
 */
function createClient({ runtime, apiKey, baseUrl }) {
    const limiters = {
        generate: createRateLimiter(runtime.elapsed, rateLimits.generate),
        status: createRateLimiter(runtime.elapsed, rateLimits.status),
        download: createRateLimiter(runtime.elapsed, rateLimits.download),
    };
    const call = async (operation, path, schema, body) => {
        requireQuota(limiters[operation], operation);
        const isSubmit = body !== undefined;
        return (0,json_request/* requestJson */.S)(runtime, {
            method: isSubmit ? "POST" : "GET",
            url: (0,url_path/* joinPath */.uJ)(baseUrl, `/api/v1/video/${path}`),
            headers: { "x-api-key": apiKey },
            body,
            useGracePeriod: isSubmit,
            idleTimeoutMs: isSubmit ? 120_000 : 30_000,
            responseSchema: schema,
            // A submit response with an id is a success, even if it also contains an error, because the video may
            // be paid for.
            isError: (response) => isError(response) && !(isSubmit && schema.safeParse(response).success),
            toError: (response) => toReelbotError(response, { isSubmit, now: runtime.now() }),
        });
    };
    return {
        generate: (body) => call("generate", "generate", created, body),
        status: async (id) => {
            const status = await call("status", `status/${(0,url_path/* pathSegment */.pn)(id)}`, api_status);
            (0,response_ids/* requireMatchingId */.uj)(id, status.projectId, status.id);
            return status;
        },
        download: async (id) => {
            const download = await call("download", `download/${(0,url_path/* pathSegment */.pn)(id)}`, api_download);
            (0,response_ids/* requireMatchingId */.uj)(id, download.projectId);
            return download;
        },
    };
}
/** Fails with `rate_limited` when another call would exceed the limit. */
function requireQuota(limiter, operation) {
    const retryAfterMs = limiter.take();
    if (retryAfterMs === 0)
        return;
    const { calls, perMs } = rateLimits[operation];
    const period = perMs === hourMs ? "hour" : "minute";
    throw new errors/* ShowreelError */.eh("rate_limited", `ReelBot allows ${calls} ${operation} calls per ${period}.`, {
        retryable: true,
        retryAfterMs,
    });
}

// EXTERNAL MODULE: ./build/src/providers/reelbot/info.js
var info = __webpack_require__(30068);
// EXTERNAL MODULE: ./build/src/base/defined.js
var defined = __webpack_require__(98742);
// EXTERNAL MODULE: ./build/src/inputs/provider-options.js
var provider_options = __webpack_require__(8513);
// EXTERNAL MODULE: ./build/src/base/text/lines-and-characters.js
var lines_and_characters = __webpack_require__(59317);
;// CONCATENATED MODULE: ./build/src/providers/reelbot/invalid-request.js



/** Fails with `invalid_input` if the request has settings that ReelBot does not support. */
function requireSupported({ avatarId, styleId, resolution, files = [], messages = [], }) {
    const unsupported = {
        avatar_id: avatarId,
        style_id: styleId,
        resolution,
        files: files[0],
        messages: messages[0],
    };
    for (const [name, value] of Object.entries(unsupported)) {
        if (value !== undefined)
            throw (0,errors/* invalidInputError */.qz)(`\`${name}\` is not supported with \`provider: reelbot\`.`, {
                hint: `Remove \`${name}\`.`,
                settings: [name],
            });
    }
}
/** Fails with `invalid_input` if the request trims a clip that isn't part of the video. */
function requireKnownTrimKeys({ brollKeys, assetTrimSettings = {} }) {
    const unknownKey = Object.keys(assetTrimSettings).find((key) => !brollKeys.includes(key));
    if (unknownKey === undefined)
        return;
    throw (0,errors/* invalidInputError */.qz)(`assetTrimSettings in \`provider_options\` has the key "${(0,plain_text/* plainText */.wh)(unknownKey, 120)}", which is not ` +
        "in brollKeys.", { hint: "Use a key of brollKeys.", settings: ["provider_options"] });
}
/** Fails with `invalid_input` if the text has more characters than ReelBot accepts. */
function requireLength(setting, text, limit) {
    const length = (0,lines_and_characters/* codePointLength */.O7)(text);
    if (length <= limit)
        return;
    const count = length.toLocaleString("en");
    throw (0,errors/* invalidInputError */.qz)(`\`${setting}\` has ${count} characters; ReelBot takes at most ${limit.toLocaleString("en")}.`, { hint: "Shorten it.", settings: [setting] });
}
function missingBrollError() {
    return (0,errors/* invalidInputError */.qz)("brollKeys in `provider_options` is required: ReelBot cuts a video out of 1 to 20 clips in your library.", {
        hint: 'Set them with `provider_options: {"brollKeys": ["users/…/b-roll/clip.mp4"]}`.',
        settings: ["provider_options"],
    });
}
function musicOnlyError(setting, what = `\`${setting}\``) {
    return (0,errors/* invalidInputError */.qz)(`${what} needs \`script\`: a video about a \`prompt\` has music only.`, {
        hint: `Remove ${what}.`,
        settings: [setting, "script", "prompt"],
    });
}
function twoVoicesError() {
    return (0,errors/* invalidInputError */.qz)("`voice_id` and voiceoverKey in `provider_options` exclude each other.", {
        hint: "Remove one of the two.",
        settings: ["voice_id", "provider_options"],
    });
}
function missingVoiceError() {
    return (0,errors/* invalidInputError */.qz)("`script` requires a voice.", {
        hint: "Set `voice_id` (such as joanna or matthew), or voiceoverKey in `provider_options`.",
        settings: ["script"],
    });
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/options.js

// Strict, because an option that is silently ignored costs a credit. Source of all fields and limits:
// ReelBot's page "Generate video" (2026). Options whose values it does not list (captionSize, tone,
// brandPreset) are not checked.
const key = schemas/* string */.YjP().min(1).max(1_024);
const seconds = schemas/* number */.aig().nonnegative();
/**
 * ReelBot's `provider_options`. A key is the path of a file in the account's library: `users/…/b-roll/x.mp4`.
 */
const options = schemas/* lazy */.RZV(() => schemas/* strictObject */.rej({
    brollKeys: schemas/* array */.YOg(key).min(1).max(20),
    musicKey: key.optional(),
    assetTrimSettings: schemas/* record */.g1P(key, schemas/* strictObject */.rej({ startTime: seconds, endTime: seconds })
        .refine(({ startTime, endTime }) => startTime < endTime, "startTime must be before endTime"))
        .optional(),
    voiceoverKey: key.optional(),
    voiceoverSpeechMarksKey: key.optional(),
    scriptDuration: schemas/* number */.aig().positive().optional(),
    captionSize: schemas/* string */.YjP().optional(),
    tone: schemas/* string */.YjP().optional(),
    brandPreset: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional(),
}));

;// CONCATENATED MODULE: ./build/src/providers/reelbot/request.js





/** The maximum lengths, in characters. Source: ReelBot's page "Generate video". */
const maxLengths = { topic: 500, script: 5_000 };
/**
 * Returns the body of the submit: a `script` is narrated, a `prompt` is the topic of a cinematic video with
 * music only. Fails with `invalid_input` if ReelBot does not support the request.
 */
function toBody(request) {
    requireSupported(request);
    if (isMissingOnlyBroll(request))
        throw missingBrollError();
    const chosen = (0,provider_options/* readOptions */.T)(options, request.options, "ReelBot");
    requireKnownTrimKeys(chosen);
    const body = request.kind === "script" ? narratedBody(request, chosen.voiceoverKey) : cinematicBody(request, chosen);
    return (0,defined/* defined */.s)({ ...body, ...chosen, aspectRatio: toAspectRatio(request) });
}
function narratedBody(request, voiceoverKey) {
    requireLength("script", request.text, maxLengths.script);
    if (request.voiceId === undefined && voiceoverKey === undefined)
        throw missingVoiceError();
    if (request.voiceId !== undefined && voiceoverKey !== undefined)
        throw twoVoicesError();
    // A title may be longer than ReelBot's limit for topics.
    const topic = Array.from(request.title).slice(0, maxLengths.topic).join("");
    return { videoType: "narrated", topic, script: request.text, voiceId: request.voiceId };
}
function cinematicBody(request, chosen) {
    requireLength("prompt", request.text, maxLengths.topic);
    if (request.voiceId !== undefined)
        throw musicOnlyError("voice_id");
    for (const name of ["voiceoverKey", "voiceoverSpeechMarksKey"]) {
        if (chosen[name] !== undefined)
            throw musicOnlyError("provider_options", `${name} in \`provider_options\``);
    }
    return { videoType: "cinematic", topic: request.text };
}
/** Returns the aspect ratio; undefined leaves it to ReelBot, whose default is 9:16. */
function toAspectRatio({ orientation, aspectRatio }) {
    const equivalent = orientation && (orientation === "landscape" ? "16:9" : "9:16");
    if (equivalent === undefined || aspectRatio === undefined)
        return aspectRatio ?? equivalent;
    const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
    if (orientation === "landscape" ? width > height : height > width)
        return aspectRatio;
    throw (0,errors/* invalidInputError */.qz)(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
        hint: "Remove one of the two.",
        settings: ["orientation", "aspect_ratio"],
    });
}
// A misspelled option gets a separate error that suggests the correct name.
function isMissingOnlyBroll(request) {
    return (request.options.brollKeys === undefined && options.unwrap().partial().safeParse(request.options).success);
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/status.js



const firstPauseMs = 5_000;
const maxPauseMs = 60_000;
/** Returns a function that reads the status of a job. A finished video gets a link that works for an hour. */
function createStatusReader(client, elapsed) {
    const readLink = createLinkReader(client, elapsed);
    return async (job) => {
        const { video_id = "" } = job.ids;
        const { status, error, message } = await client.status(video_id);
        const word = status.toLowerCase();
        if (word === "failed") {
            const reason = [error, message].find((text) => text && (0,plain_text/* plainText */.wh)(text) !== "");
            return { state: "failed", job, reason: reason ?? "ReelBot gives no reason" };
        }
        if (word === "completed")
            return readCompleted(job, () => readLink(video_id));
        // An unknown status means that ReelBot is still working.
        return { state: "pending", job, phase: word === "queued" ? "queued" : "rendering", detail: word };
    };
}
async function readCompleted(job, readLink) {
    try {
        const url = await readLink();
        if (url === undefined)
            return { state: "pending", job, phase: "rendering", detail: "completed, waiting for the file" };
        return { state: "completed", job, video: { url, ...linkOnly } };
    }
    catch (error) {
        if (reelbotCodeOf((0,error_response/* errorResponseOf */.hh)(error)) !== "OUTPUT_NOT_FOUND")
            throw error;
        return { state: "failed", job, reason: outputLostReason };
    }
}
// ReelBot burns captions into the video and returns nothing but its link.
const linkOnly = {
    subtitlesUrl: undefined,
    thumbnailUrl: undefined,
    pageUrl: undefined,
    durationSeconds: undefined,
};
const outputLostReason = "ReelBot has lost the file of the finished video (OUTPUT_NOT_FOUND): ask its support.";
/**
 * Returns a function that reads the link of a completed video. The link is undefined if the file isn't ready
 * yet, as happens right after the video is completed. The pauses between requests double up to a minute,
 * because an account gets 30 links per hour.
 */
function createLinkReader(client, elapsed) {
    const pauses = new Map();
    return async (id) => {
        const pause = pauses.get(id);
        if (pause && elapsed() < pause.until)
            return undefined;
        try {
            return (await client.download(id)).downloadUrl;
        }
        catch (error) {
            if (reelbotCodeOf((0,error_response/* errorResponseOf */.hh)(error)) !== "VIDEO_NOT_READY")
                throw error;
            const ms = pause ? Math.min(maxPauseMs, pause.ms * 2) : firstPauseMs;
            pauses.set(id, { ms, until: elapsed() + ms });
            return undefined;
        }
    };
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/index.js








/** ReelBot, which cuts a video out of clips in the account's library, with narration or with music only. */
const reelbot = {
    ...info/* reelbotInfo */.K,
    baseUrl: "https://reelbot.space",
    // ReelBot advises 3 to 5 s.
    minPollMs: () => 3_000,
    facts: {
        makes: "Cuts of clips in the account's library, narrated or with music",
        renderTime: "1 to 5 minutes",
        price: "one video of the monthly plan",
        limits: "10 videos and 30 download links per hour",
        links: "1 hour; polling again signs a new one",
    },
    sources: {
        kinds: ["prompt", "script"],
        maxCharacters: { prompt: maxLengths.topic, script: maxLengths.script },
    },
    toPayload: toBody,
    // Videos are included in a plan, and there is no public price per video.
    estimate: ({ kind, text }) => ({
        waitMinutes: [1, 5],
        ...(kind === "script" && { seconds: (0,spoken_seconds/* spokenSeconds */.U)(text) }),
    }),
    outputContainer: () => "mp4",
    open: async (connection) => createReelbot(connection),
};
function createReelbot(connection) {
    const client = createClient(connection);
    return {
        async submit(request) {
            const id = await client.generate(toBody(request)).catch((0,submit_submit/* onLostResponse */.x)(lostResponseHint));
            return reelbotJob(id);
        },
        // ReelBot has no idempotency keys, no list and no search, so a job can't be found after a lost response.
        idempotencyWindowMs: () => 0,
        owns: (job) => ownsJob(client, job),
        status: createStatusReader(client, connection.runtime.elapsed),
        jobFromId: reelbotJob,
    };
}
const lostResponseHint = "Look for it at reelbot.space: ReelBot's API cannot list videos. Resume it with `video_id`; or, if " +
    "there is none, set `reuse` to never for one run.";
function reelbotJob(id) {
    return { provider: "reelbot", surface: "project", ids: { video_id: id } };
}
async function ownsJob(client, job) {
    try {
        await client.status(job.ids.video_id ?? "");
        return true;
    }
    catch (error) {
        if (reelbotCodeOf((0,error_response/* errorResponseOf */.hh)(error)) === "NOT_FOUND")
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
