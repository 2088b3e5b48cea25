export const id = 725;
export const ids = [725];
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

  42725:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  reelbot: () => (  reelbot)
});

var error_response = __webpack_require__(1481);
var submit_submit = __webpack_require__(75178);
var spoken_seconds = __webpack_require__(6800);
var errors = __webpack_require__(29287);
var json_request = __webpack_require__(11065);
var url_path = __webpack_require__(70500);
;// CONCATENATED MODULE: ./build/src/base/timing/rate-limiter.js
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

var response_ids = __webpack_require__(17555);
// EXTERNAL MODULE: ../../main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(13279);
;// CONCATENATED MODULE: ./build/src/providers/reelbot/api.js


const optionalText = schemas .YjP().nullish().catch(undefined);
const created = (0,response_ids .WJ)("project", "video");
const api_status = schemas .RZV(() => schemas .Ikc({
    projectId: schemas .L5J().optional(),
    id: schemas .L5J().optional(),
    status: schemas .YjP(),
    message: optionalText,
    error: schemas .KCZ([schemas .YjP(), schemas .Ikc({ message: optionalText }).transform(({ message }) => message)])
        .nullish()
        .catch(undefined),
}));
const api_download = schemas .RZV(() => schemas .Ikc({
    projectId: schemas .L5J().optional(),
    downloadUrl: schemas .YjP().min(1),
}));
const errorEnvelope = schemas .RZV(() => schemas .Ikc({
    success: schemas .euz(false),
    message: optionalText,
    code: optionalText,
    details: schemas .Ikc({ resetAt: optionalText }).nullish().catch(undefined),
}));
function isError(body) {
    return typeof body === "object" && body !== null && "success" in body && body.success === false;
}

var plain_text = __webpack_require__(15434);
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
const errorMappings = new Map(Object.entries({
    VALIDATION_ERROR: badRequest,
    INVALID_JSON: badRequest,
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
function toReelbotError(response, { isSubmit, now }) {
    const envelope = errorEnvelope.safeParse(response.body).data;
    const { code, ...mapped } = findMapping(response, isSubmit);
    const waitMs = response.retryAfterMs ?? (code === "rate_limited" ? msUntilReset(response, now) : undefined);
    const details = {
        ...(0,error_response .Nt)(response),
        ...mapped,
        ...(waitMs !== undefined && { retryAfterMs: waitMs }),
    };
    if (!envelope)
        return new errors .eh(code, (0,error_response .x$)(response).message, details);
    const reelbotCode = (0,plain_text .wh)(envelope.code ?? "", 60);
    const message = (0,plain_text .wh)(envelope.message ?? "") || reelbotCode || "no reason";
    const facts = [...(reelbotCode ? [reelbotCode] : []), response.description].join(", ");
    return new errors .eh(code, `ReelBot says: ${message} (${facts}).`, details);
}
function findMapping(response, isSubmit) {
    const reelbotCode = reelbotCodeOf(response);
    const known = errorMappings.get(reelbotCode ?? "");
    if (known && !(isSubmit && known.terminal))
        return known;
    const { status } = response;
    const { code } = (0,error_response .x$)(response);
    const isBadRequest = [400, 404, 409, 413, 422].includes(status);
    if (isSubmit && isBadRequest)
        return { code: "invalid_input", hint: hints.correct, submitted: false };
    const isTransient = !isSubmit && (status < 300 || (status === 404 && reelbotCode === undefined));
    return { code, hint: hintByCode[code] ?? hints.support, ...(isTransient && { retryable: true }) };
}
const hintByCode = {
    unauthorized: hints.key,
    out_of_credit: hints.plan,
    rate_limited: hints.limits,
};
function msUntilReset(response, now) {
    const { resetAt } = errorEnvelope.safeParse(response.body).data?.details ?? {};
    return [resetAt, response.headers["x-ratelimit-reset"]]
        .map((time) => (/^\d{4}-\d\d-\d\dT/.test(String(time)) ? Date.parse(String(time)) - now : 0))
        .find((ms) => ms > 0);
}
function reelbotCodeOf(response) {
    const envelope = errorEnvelope.safeParse(response?.body);
    return envelope.success ? (envelope.data.code ?? "").toUpperCase() : undefined;
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/client.js







const hourMs = 3_600_000;
const rateLimits = {
    generate: { calls: 10, perMs: hourMs },
    status: { calls: 60, perMs: 60_000 },
    download: { calls: 30, perMs: hourMs },
};
function createClient({ runtime, apiKey, baseUrl }) {
    const limiters = {
        generate: createRateLimiter(runtime.elapsed, rateLimits.generate),
        status: createRateLimiter(runtime.elapsed, rateLimits.status),
        download: createRateLimiter(runtime.elapsed, rateLimits.download),
    };
    const call = async (operation, path, schema, body) => {
        requireQuota(limiters[operation], operation);
        const isSubmit = body !== undefined;
        return (0,json_request .S)(runtime, {
            method: isSubmit ? "POST" : "GET",
            url: (0,url_path .uJ)(baseUrl, `/api/v1/video/${path}`),
            headers: { "x-api-key": apiKey },
            body,
            useGracePeriod: isSubmit,
            idleTimeoutMs: isSubmit ? 120_000 : 30_000,
            responseSchema: schema,
            isError: (response) => isError(response) && !(isSubmit && schema.safeParse(response).success),
            toError: (response) => toReelbotError(response, { isSubmit, now: runtime.now() }),
        });
    };
    return {
        generate: (body) => call("generate", "generate", created, body),
        status: async (id) => {
            const status = await call("status", `status/${(0,url_path .pn)(id)}`, api_status);
            (0,response_ids .uj)(id, status.projectId, status.id);
            return status;
        },
        download: async (id) => {
            const download = await call("download", `download/${(0,url_path .pn)(id)}`, api_download);
            (0,response_ids .uj)(id, download.projectId);
            return download;
        },
    };
}
function requireQuota(limiter, operation) {
    const retryAfterMs = limiter.take();
    if (retryAfterMs === 0)
        return;
    const { calls, perMs } = rateLimits[operation];
    const period = perMs === hourMs ? "hour" : "minute";
    throw new errors .eh("rate_limited", `ReelBot allows ${calls} ${operation} calls per ${period}.`, {
        retryable: true,
        retryAfterMs,
    });
}

var info = __webpack_require__(25765);
var defined = __webpack_require__(32307);
var provider_options = __webpack_require__(33870);
var lines_and_characters = __webpack_require__(49228);
;// CONCATENATED MODULE: ./build/src/providers/reelbot/invalid-request.js



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
            throw (0,errors .qz)(`\`${name}\` is not supported with \`provider: reelbot\`.`, {
                hint: `Remove \`${name}\`.`,
                settings: [name],
            });
    }
}
function requireKnownTrimKeys({ brollKeys, assetTrimSettings = {} }) {
    const unknownKey = Object.keys(assetTrimSettings).find((key) => !brollKeys.includes(key));
    if (unknownKey === undefined)
        return;
    throw (0,errors .qz)(`assetTrimSettings in \`provider_options\` has the key "${(0,plain_text .wh)(unknownKey, 120)}", which is not ` +
        "in brollKeys.", { hint: "Use a key of brollKeys.", settings: ["provider_options"] });
}
function requireLength(setting, text, limit) {
    const length = (0,lines_and_characters .O7)(text);
    if (length <= limit)
        return;
    const count = length.toLocaleString("en");
    throw (0,errors .qz)(`\`${setting}\` has ${count} characters; ReelBot takes at most ${limit.toLocaleString("en")}.`, { hint: "Shorten it.", settings: [setting] });
}
function missingBrollError() {
    return (0,errors .qz)("brollKeys in `provider_options` is required: ReelBot cuts a video out of 1 to 20 clips in your library.", {
        hint: 'Set them with `provider_options: {"brollKeys": ["users/…/b-roll/clip.mp4"]}`.',
        settings: ["provider_options"],
    });
}
function musicOnlyError(setting, what = `\`${setting}\``) {
    return (0,errors .qz)(`${what} needs \`script\`: a video about a \`prompt\` has music only.`, {
        hint: `Remove ${what}.`,
        settings: [setting, "script", "prompt"],
    });
}
function twoVoicesError() {
    return (0,errors .qz)("`voice_id` and voiceoverKey in `provider_options` exclude each other.", {
        hint: "Remove one of the two.",
        settings: ["voice_id", "provider_options"],
    });
}
function missingVoiceError() {
    return (0,errors .qz)("`script` requires a voice.", {
        hint: "Set `voice_id` (such as joanna or matthew), or voiceoverKey in `provider_options`.",
        settings: ["script"],
    });
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/options.js

const key = schemas .YjP().min(1).max(1_024);
const seconds = schemas .aig().nonnegative();
const options = schemas .RZV(() => schemas .rej({
    brollKeys: schemas .YOg(key).min(1).max(20),
    musicKey: key.optional(),
    assetTrimSettings: schemas .g1P(key, schemas .rej({ startTime: seconds, endTime: seconds })
        .refine(({ startTime, endTime }) => startTime < endTime, "startTime must be before endTime"))
        .optional(),
    voiceoverKey: key.optional(),
    voiceoverSpeechMarksKey: key.optional(),
    scriptDuration: schemas .aig().positive().optional(),
    captionSize: schemas .YjP().optional(),
    tone: schemas .YjP().optional(),
    brandPreset: schemas .g1P(schemas .YjP(), schemas .L5J()).optional(),
}));

;// CONCATENATED MODULE: ./build/src/providers/reelbot/request.js





const maxLengths = { topic: 500, script: 5_000 };
function toBody(request) {
    requireSupported(request);
    if (isMissingOnlyBroll(request))
        throw missingBrollError();
    const chosen = (0,provider_options .T)(options, request.options, "ReelBot");
    requireKnownTrimKeys(chosen);
    const body = request.kind === "script" ? narratedBody(request, chosen.voiceoverKey) : cinematicBody(request, chosen);
    return (0,defined .s)({ ...body, ...chosen, aspectRatio: toAspectRatio(request) });
}
function narratedBody(request, voiceoverKey) {
    requireLength("script", request.text, maxLengths.script);
    if (request.voiceId === undefined && voiceoverKey === undefined)
        throw missingVoiceError();
    if (request.voiceId !== undefined && voiceoverKey !== undefined)
        throw twoVoicesError();
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
function toAspectRatio({ orientation, aspectRatio }) {
    const equivalent = orientation && (orientation === "landscape" ? "16:9" : "9:16");
    if (equivalent === undefined || aspectRatio === undefined)
        return aspectRatio ?? equivalent;
    const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
    if (orientation === "landscape" ? width > height : height > width)
        return aspectRatio;
    throw (0,errors .qz)(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
        hint: "Remove one of the two.",
        settings: ["orientation", "aspect_ratio"],
    });
}
function isMissingOnlyBroll(request) {
    return (request.options.brollKeys === undefined && options.unwrap().partial().safeParse(request.options).success);
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/status.js



const firstPauseMs = 5_000;
const maxPauseMs = 60_000;
function createStatusReader(client, elapsed) {
    const readLink = createLinkReader(client, elapsed);
    return async (job) => {
        const { video_id = "" } = job.ids;
        const { status, error, message } = await client.status(video_id);
        const word = status.toLowerCase();
        if (word === "failed") {
            const reason = [error, message].find((text) => text && (0,plain_text .wh)(text) !== "");
            return { state: "failed", job, reason: reason ?? "ReelBot gives no reason" };
        }
        if (word === "completed")
            return readCompleted(job, () => readLink(video_id));
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
        if (reelbotCodeOf((0,error_response .hh)(error)) !== "OUTPUT_NOT_FOUND")
            throw error;
        return { state: "failed", job, reason: outputLostReason };
    }
}
const linkOnly = {
    subtitlesUrl: undefined,
    thumbnailUrl: undefined,
    pageUrl: undefined,
    durationSeconds: undefined,
};
const outputLostReason = "ReelBot has lost the file of the finished video (OUTPUT_NOT_FOUND): ask its support.";
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
            if (reelbotCodeOf((0,error_response .hh)(error)) !== "VIDEO_NOT_READY")
                throw error;
            const ms = pause ? Math.min(maxPauseMs, pause.ms * 2) : firstPauseMs;
            pauses.set(id, { ms, until: elapsed() + ms });
            return undefined;
        }
    };
}

;// CONCATENATED MODULE: ./build/src/providers/reelbot/index.js








const reelbot = {
    ...info .K,
    baseUrl: "https://reelbot.space",
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
    estimate: async ({ kind, text }) => ({
        waitMinutes: [1, 5],
        ...(kind === "script" && { seconds: (0,spoken_seconds .U)(text) }),
    }),
    outputContainer: () => "mp4",
    open: async (connection) => createReelbot(connection),
};
function createReelbot(connection) {
    const client = createClient(connection);
    return {
        async submit(request) {
            const id = await client.generate(toBody(request)).catch((0,submit_submit .x)(lostResponseHint));
            return reelbotJob(id);
        },
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
        if (reelbotCodeOf((0,error_response .hh)(error)) === "NOT_FOUND")
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
