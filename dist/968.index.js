export const id = 968;
export const ids = [968];
export const modules = {

  72968:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  createSandbox: () => (  createSandbox)
});

var external_node_crypto_ = __webpack_require__(77598);
var errors = __webpack_require__(22396);
;// CONCATENATED MODULE: ./build/src/studio/voice/voices.js
const voices = [
    {
        id: "en-US",
        name: "Pico (US)",
        language: "English (US)",
        languageCode: "en",
        gender: "female",
        files: ["en-US_ta.bin", "en-US_lh0_sg.bin"],
    },
    {
        id: "en-GB",
        name: "Pico (UK)",
        language: "English (UK)",
        languageCode: "en",
        gender: "female",
        files: ["en-GB_ta.bin", "en-GB_kh0_sg.bin"],
    },
    {
        id: "de-DE",
        name: "Pico (Germany)",
        language: "German",
        languageCode: "de",
        gender: "female",
        files: ["de-DE_ta.bin", "de-DE_gl0_sg.bin"],
    },
    {
        id: "fr-FR",
        name: "Pico (France)",
        language: "French",
        languageCode: "fr",
        gender: "female",
        files: ["fr-FR_ta.bin", "fr-FR_nk0_sg.bin"],
    },
    {
        id: "es-ES",
        name: "Pico (Spain)",
        language: "Spanish",
        languageCode: "es",
        gender: "female",
        files: ["es-ES_ta.bin", "es-ES_zl0_sg.bin"],
    },
    {
        id: "it-IT",
        name: "Pico (Italy)",
        language: "Italian",
        languageCode: "it",
        gender: "female",
        files: ["it-IT_ta.bin", "it-IT_cm0_sg.bin"],
    },
];
const noVoice = "none";
function voiceFor(language, voiceId) {
    if (voiceId !== undefined)
        return voices.find(({ id }) => id === voiceId);
    const tag = language.toLowerCase();
    const [code] = tag.split(/[-_]/);
    return (voices.find(({ id }) => id.toLowerCase() === tag) ??
        voices.find(({ languageCode }) => languageCode === code));
}

;// CONCATENATED MODULE: ./build/src/providers/sandbox/catalog.js

const catalogItems = {
    avatars: [
        {
            avatar_id: "sandbox_avatar",
            name: "Sandy at the desk",
            type: "studio_avatar",
            orientation: "landscape",
        },
        {
            avatar_id: "sandbox_portrait",
            name: "Sandy on the phone",
            type: "photo_avatar",
            orientation: "portrait",
        },
    ],
    voices: voices.map(({ id, name, language, gender }) => ({
        voice_id: id,
        name,
        language,
        gender,
        type: "public",
    })),
    styles: [{ style_id: "sandbox_sketch", name: "Sketch", aspect_ratio: "16:9", tags: ["handmade"] }],
    templates: [{ template_id: "sandbox_template", name: "Release notes", aspect_ratio: "16:9" }],
};
function listCatalog({ kind, limit, language, gender, ownership }) {
    const matches = (item) => (language ?? item.language) === item.language && (gender ?? item.gender) === item.gender;
    const items = ownership === "private" ? [] : catalogItems[kind].filter(matches);
    return { items: items.slice(0, limit), hasMore: items.length > limit };
}

var outline_outline = __webpack_require__(2146);
var spoken_seconds = __webpack_require__(92839);
;// CONCATENATED MODULE: ./build/src/providers/sandbox/estimate.js


const cardSeconds = 5;
const pauses = 1.1;
const renderSecondsPerSecond = [0.1, 0.4];
const secondsPerCodeLine = 0.6;
const codeSeconds = { least: 1.5, most: 8 };
function estimateStoryboard({ kind, outline, text, title }) {
    const blocks = outline === undefined ? [] : (0,outline_outline ._)(outline);
    const shown = blocks.map((block) => (block.kind === "code" ? secondsOfCode(block.lines.length) : 0));
    const isMaterial = kind === "prompt" && outline !== undefined;
    const words = isMaterial ? (0,outline_outline .W)(blocks.filter((block) => block.kind !== "code")) : text;
    const spoken = (0,spoken_seconds .U)(`${title} ${words}`) * pauses;
    const seconds = Math.round(spoken + shown.reduce((sum, part) => sum + part, cardSeconds));
    const [min, max] = renderSecondsPerSecond.map((factor) => (1 + seconds * factor) / 60);
    return { seconds, usd: 0, waitMinutes: [min ?? 0, max ?? 0] };
}
function secondsOfCode(lines) {
    return Math.min(codeSeconds.most, codeSeconds.least + secondsPerCodeLine * lines);
}

var info = __webpack_require__(94006);
var job_ids = __webpack_require__(77836);
var promises_ = __webpack_require__(51455);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var external_node_url_ = __webpack_require__(73136);
var external_node_worker_threads_ = __webpack_require__(75919);
var temporary_folder = __webpack_require__(55273);
;// CONCATENATED MODULE: ./build/src/studio/render-task.js
const renderFiles = {
    video: "video.mp4",
    poster: "poster.png",
    subtitles: "subtitles.srt",
    webSubtitles: "subtitles.vtt",
    preview: "preview.gif",
};

;// CONCATENATED MODULE: ./build/src/providers/sandbox/studio-files.js
const here = import.meta.url;
const studioFiles = {
  worker: new URL("./studio/worker.js", here),
  data: new URL("./studio/data/", here),
};

;// CONCATENATED MODULE: ./build/src/providers/sandbox/renders.js








const stalledMs = 120_000;
function createRenders(setTimer, program = studioFiles.worker) {
    const renders = new Map();
    return {
        start(id, request) {
            const render = renders.get(id) ?? startRender(request, setTimer, program);
            renders.set(id, render);
            return render;
        },
        find: async (id) => renders.get(id),
        async close() {
            await Promise.allSettled([...renders.values()].map(async (render) => (await render).stop()));
        },
    };
}
async function startRender(request, setTimer, program) {
    try {
        return await startWorker(request, setTimer, program);
    }
    catch (error) {
        return failedRender(error instanceof Error ? error.message : String(error));
    }
}
function failedRender(failure) {
    return {
        ...{ progress: 0, isTimed: false, result: undefined, failure },
        nextChange: async () => { },
        path: (file) => renderFiles[file],
        stop: async () => { },
    };
}
async function startWorker(request, setTimer, program) {
    const folder = await (0,temporary_folder .w)((0,external_node_os_.tmpdir)());
    const dataFolder = (0,external_node_url_.fileURLToPath)(studioFiles.data);
    const worker = new external_node_worker_threads_.Worker(program, {
        resourceLimits: { maxYoungGenerationSizeMb: 4 },
        workerData: { request, folder, dataFolder },
        execArgv: [],
        stdout: true,
        stderr: true,
    });
    const render = {
        progress: 0,
        isTimed: false,
        result: undefined,
        failure: undefined,
    };
    let change = Promise.withResolvers();
    const announce = () => {
        change.resolve();
        change = Promise.withResolvers();
    };
    const fail = (reason) => {
        if (!render.result)
            render.failure ??= reason;
        announce();
    };
    const watch = () => setTimer(stalledMs, () => {
        fail("The renderer made no progress for two minutes.");
        void worker.terminate();
    });
    let cancelWatch = watch();
    worker.on("message", (message) => {
        cancelWatch();
        cancelWatch = watch();
        if (message.kind === "progress")
            render.progress = message.percent;
        if (message.kind === "timed")
            render.isTimed = true;
        if (message.kind === "finished")
            render.result = message.result;
        announce();
    });
    worker.on("error", (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => {
        cancelWatch();
        fail("The renderer stopped.");
    });
    return {
        get progress() {
            return render.progress;
        },
        get isTimed() {
            return render.isTimed;
        },
        get result() {
            return render.result;
        },
        get failure() {
            return render.failure;
        },
        async nextChange() {
            if (!render.result && render.failure === undefined)
                await change.promise;
        },
        path: (file) => (0,external_node_path_.join)(folder, renderFiles[file]),
        async stop() {
            await worker.terminate();
            await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
var plain_text = __webpack_require__(89923);
var provider_options = __webpack_require__(8513);
;// CONCATENATED MODULE: ./build/src/studio/request.js
const aspectRatios = ["16:9", "9:16", "1:1"];
const resolutions = ["720p", "1080p"];
const themes = ["dark", "light"];

;// CONCATENATED MODULE: ./build/src/providers/sandbox/request.js







const optionShape = {
    motion: schemas .k5n(["calm", "none"]).optional(),
    theme: schemas .k5n(themes).optional(),
    fail: schemas .zMY().optional(),
};
const sandboxOptions = schemas .RZV(() => schemas .rej(optionShape));
const optionNames = Object.keys(optionShape);
function ownOptions(options) {
    const names = Object.keys(options).filter((name) => optionNames.includes(name) || optionNames.some((option) => isMisspelled(name, option)));
    return Object.fromEntries(names.map((name) => [name, options[name]]));
}
function isMisspelled(name, option) {
    if (name.length < 4 || name[0] !== option[0])
        return false;
    return (0,mod .Io)(name, option) === 1 || sortedLetters(name) === sortedLetters(option);
}
const sortedLetters = (word) => [...word].sort().join("");
function describeUnused(request) {
    const { files = [], messages = [], options, voiceId } = request;
    const unused = [
        ...(files.length > 0 ? ["`files`"] : []),
        ...(messages.length > 0 ? ["`messages`"] : []),
        ...(voiceId !== undefined && isVoiceOfOthers(voiceId) ? [`the voice ${(0,plain_text .wh)(voiceId, 60)}`] : []),
        ...Object.keys(options)
            .filter((name) => !optionNames.includes(name))
            .map((name) => `\`provider_options.${(0,plain_text .wh)(name, 60)}\``),
    ];
    if (unused.length === 0)
        return undefined;
    return `The storyboard shows the words only, so it doesn't use ${new Intl.ListFormat("en").format(unused)}.`;
}
function toSandboxRequest(request) {
    const { motion, theme, fail } = (0,provider_options .T)(sandboxOptions, ownOptions(request.options), "The sandbox");
    const { repository, version, link } = request.subject ?? {};
    return {
        title: request.title,
        outline: request.outline ?? request.text,
        isBrief: request.isBrief ?? request.kind === "prompt",
        subject: {
            ...(repository !== undefined && { repository }),
            ...(version !== undefined && { version }),
            ...(link !== undefined && { link }),
        },
        aspectRatio: toAspectRatio(request),
        resolution: toResolution(request),
        voiceId: toVoiceId(request),
        motion: motion !== "none",
        theme: theme ?? "dark",
        fails: fail ?? false,
    };
}
function toAspectRatio({ aspectRatio, orientation }) {
    if (aspectRatio === undefined || aspectRatio === "auto")
        return orientation === "portrait" ? "9:16" : "16:9";
    const known = aspectRatios.find((ratio) => ratio === aspectRatio);
    if (known === undefined)
        throw unsupportedError("aspect_ratio", aspectRatio, aspectRatios);
    const fits = { portrait: "9:16", landscape: "16:9" };
    if (orientation !== undefined && fits[orientation] !== known)
        throw (0,errors .qz)(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${known}".`, {
            hint: "Remove one of the two.",
            settings: ["orientation", "aspect_ratio"],
        });
    return known;
}
const acceptedResolutions = {
    "720p": "720p",
    "1080p": "1080p",
    "4k": "1080p",
};
function toResolution({ resolution = "720p" }) {
    const known = Object.hasOwn(acceptedResolutions, resolution) ? acceptedResolutions[resolution] : undefined;
    if (known === undefined)
        throw unsupportedError("resolution", resolution, Object.keys(acceptedResolutions));
    return known;
}
function isVoiceOfOthers(voiceId) {
    return voiceId !== noVoice && !/^[a-z]{2,3}(?:[-_][a-z]{2})?$/i.test(voiceId);
}
function toVoiceId({ voiceId }) {
    if (voiceId === undefined || isVoiceOfOthers(voiceId))
        return undefined;
    const known = [noVoice, ...voices.map(({ id }) => id)];
    if (known.includes(voiceId))
        return voiceId;
    throw unsupportedError("voice_id", voiceId, known);
}
function unsupportedError(setting, value, allowed) {
    const message = `\`${setting}\` is "${(0,plain_text .wh)(value, 60)}": the sandbox accepts ${allowed.join(", ")}.`;
    return (0,errors .qz)(message, { hint: "Choose one of them.", settings: [setting] });
}

var regular_file = __webpack_require__(54174);
var parse_json = __webpack_require__(49279);
;// CONCATENATED MODULE: ./build/src/providers/sandbox/requests.js





const schema = schemas .RZV(() => schemas .Ikc({
    title: schemas .YjP().max(1_000),
    outline: schemas .YjP().max(400_000),
    isBrief: schemas .zMY(),
    subject: schemas .Ikc({
        repository: schemas .YjP().max(2_000).optional(),
        version: schemas .YjP().max(2_000).optional(),
        link: schemas .YjP().max(2_000).optional(),
    }),
    aspectRatio: schemas .k5n(aspectRatios),
    resolution: schemas .k5n(resolutions),
    voiceId: schemas .YjP().max(100).optional(),
    motion: schemas .zMY(),
    theme: schemas .k5n(themes),
    fails: schemas .zMY(),
}));
function createRequestFiles(stateFolder) {
    const requests = new Map();
    return {
        async save(id, request) {
            requests.set(id, request);
            if (stateFolder !== undefined)
                await writeRequest(stateFolder, id, request).catch(() => { });
        },
        async load(id) {
            const known = requests.get(id);
            if (known || stateFolder === undefined)
                return known;
            return readRequest(stateFolder, id).catch(() => undefined);
        },
    };
}
const folderOf = (stateFolder) => (0,external_node_path_.join)(stateFolder, "sandbox");
const fileOf = (stateFolder, id) => (0,external_node_path_.join)(folderOf(stateFolder), `${id}.json`);
async function writeRequest(stateFolder, id, request) {
    const folder = folderOf(stateFolder);
    await (0,regular_file .vK)(stateFolder);
    await (0,regular_file .vK)(folder);
    const ignoreFile = (0,external_node_path_.join)(folder, ".gitignore");
    if (!(await (0,regular_file .XF)(ignoreFile)))
        await (0,regular_file .fR)(ignoreFile, "*\n");
    await (0,regular_file .fR)(fileOf(stateFolder, id), JSON.stringify(request));
}
async function readRequest(stateFolder, id) {
    if (!(await (0,regular_file .Zo)(stateFolder)) || !(await (0,regular_file .Zo)(folderOf(stateFolder))))
        return undefined;
    const bytes = await (0,regular_file .XF)(fileOf(stateFolder, id));
    return bytes && schema.safeParse((0,parse_json .q)(bytes.toString("utf8"))).data;
}

;// CONCATENATED MODULE: ./build/src/providers/sandbox/index.js









function createSandbox(provider) {
    const { maxCharacters } = provider.sources;
    return {
        ...provider,
        ...info .A,
        minPollMs: () => 200,
        maxPollMs: 500,
        facts: {
            makes: "A narrated storyboard of the words, without an account",
            renderTime: "a few seconds",
            price: "nothing",
            limits: "as HeyGen: 5,000 characters a script",
            links: "as long as the run",
        },
        sources: {
            kinds: ["prompt", "script"],
            supportsLength: true,
            usesOutline: true,
            ...(maxCharacters && { maxCharacters }),
        },
        estimate: async (request) => estimateStoryboard(request),
        toPayload(request) {
            requireNew(request);
            const { outline, subject: _, ...storyboard } = toSandboxRequest(request);
            const outlineDigest = (0,external_node_crypto_.createHash)("sha256").update(outline).digest("hex");
            return {
                ...provider.toPayload(toSimulatedRequest(request)),
                storyboard: { ...storyboard, outlineDigest },
            };
        },
        outputContainer: () => "mp4",
        open: (connection) => openSandbox(provider, connection),
        catalog: async (_, query) => listCatalog(query),
    };
}
async function openSandbox(provider, { runtime, messages, stateFolder }) {
    const { startServer } = await __webpack_require__.e(  373).then(__webpack_require__.bind(__webpack_require__, 10373));
    const expected = new Map();
    const backend = {
        expected: (key) => expected.get(key),
        names: new Map(),
        requests: createRequestFiles(stateFolder),
        renders: createRenders(runtime.setTimer),
    };
    const server = await startServer(backend, runtime.now);
    const inner = await provider.open({ runtime, apiKey: "sandbox", baseUrl: server.url, messages });
    const report = createReporter(runtime.log, backend.renders);
    return {
        async submit(request, key) {
            expected.set(key, toSandboxRequest(request));
            const unused = describeUnused(request);
            if (unused !== undefined)
                runtime.log.info(unused);
            return asSandboxJob(await inner.submit(toSimulatedRequest(request), key));
        },
        idempotencyWindowMs: inner.idempotencyWindowMs,
        find: async () => ({ outcome: "absent" }),
        owns: async (job) => {
            const name = jobNameOf(job);
            return name === undefined || (await backend.requests.load(name)) !== undefined;
        },
        status: async (job) => report(await inner.status(job)),
        preflight: async (request) => ({
            rows: [["Account", "none is needed"]],
            warnings: [],
            estimate: estimateStoryboard(request),
        }),
        jobFromId: (id) => asSandboxJob(inner.jobFromId(id)),
        trustedOrigin: server.url.origin,
        async close() {
            await backend.renders.close();
            await server.close();
        },
    };
}
function asSandboxJob(job) {
    return { ...job, provider: "sandbox" };
}
function jobNameOf({ ids }) {
    const { video_id = "", session_id = "" } = ids;
    return (0,job_ids .Vb)("video", video_id) ?? (0,job_ids .Vb)("session", session_id);
}
function createReporter(log, renders) {
    const reported = new Set();
    return async (status) => {
        const name = jobNameOf(status.job) ?? "";
        const render = await renders.find(name);
        if (status.state === "pending")
            return render ? { ...status, progress: render.progress } : status;
        if (render?.result && !reported.has(name)) {
            reported.add(name);
            for (const notice of render.result.notices)
                log.info(notice);
            for (const warning of render.result.warnings)
                log.warning(warning);
        }
        return status.state === "completed" ? { ...status, video: withAllFiles(status.video) } : status;
    };
}
function withAllFiles(video) {
    const linkTo = (extension) => video.url.replace(/\.mp4(?=\?)/, extension);
    return { ...video, webSubtitlesUrl: linkTo(".vtt"), previewUrl: linkTo(".gif") };
}
function requireNew({ revises }) {
    if (revises === undefined)
        return;
    throw (0,errors .qz)("`video_id` is not supported together with `prompt` by `provider: sandbox`.", {
        hint: "Remove one of the two.",
        settings: ["video_id", "prompt"],
    });
}
function toSimulatedRequest(request) {
    return {
        ...request,
        avatarId: request.avatarId ?? (request.kind === "script" ? "sandbox_avatar" : undefined),
        orientation: undefined,
        aspectRatio: undefined,
        resolution: undefined,
        files: [],
        messages: [],
        options: {},
    };
}


  }),

  77836:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CT: () => (  createdAt),
    TH: () => (  idOf),
    Vb: () => (  nameOf),
    dZ: () => (  jobName)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function jobName(idempotencyKey, now) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(idempotencyKey).digest("hex").slice(0, 12);
    return `${now.toString(36)}_${digest}`;
}
const idOf = (kind, name) => `sandbox_${kind}_${name}`;
function nameOf(kind, id) {
    return new RegExp(`^sandbox_${kind}_([0-9a-z]{8,9}_[0-9a-f]{12})$`).exec(id)?.[1];
}
function createdAt(name) {
    return Number.parseInt(name.split("_")[0] ?? "", 36);
}


  }),

  2146:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    W: () => (  formatOutline),
    _: () => (  parseOutline)
  });
function formatOutline(blocks) {
    return blocks.map(formatBlock).join("\n\n");
}
function formatBlock(block) {
    switch (block.kind) {
        case "heading":
            return `${"#".repeat(block.level)} ${block.text}`;
        case "list":
            return block.items.map(({ level, text }) => `${"  ".repeat(level - 1)}- ${text}`).join("\n");
        case "code": {
            const runs = block.lines.flatMap((line) => line.match(/`+/g) ?? []);
            const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
            return [fence + block.language, ...block.lines, fence].join("\n");
        }
        case "paragraph":
            return block.text;
    }
}
function parseOutline(outline) {
    const blocks = [];
    const lines = outline.split("\n");
    for (let start = 0; start < lines.length;) {
        const { block, end } = parseBlock(lines, start);
        if (block)
            blocks.push(block);
        start = end;
    }
    return blocks;
}
function parseBlock(lines, start) {
    const line = lines[start] ?? "";
    if (line === "")
        return { end: start + 1 };
    const [, fence, language = ""] = /^(`{3,})([^`]*)$/.exec(line) ?? [];
    if (fence !== undefined) {
        const closing = lines.indexOf(fence, start + 1);
        const end = closing < 0 ? lines.length : closing;
        return { block: { kind: "code", language, lines: lines.slice(start + 1, end) }, end: end + 1 };
    }
    const [, hashes, heading = ""] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
    if (hashes)
        return { block: { kind: "heading", level: hashes.length, text: heading }, end: start + 1 };
    const items = [];
    let end = start;
    for (let item = itemPattern.exec(line); item; item = itemPattern.exec(lines[end] ?? "")) {
        items.push({ level: (item[1] ?? "").length / 2 + 1, text: item[2] ?? "" });
        end += 1;
    }
    if (items.length > 0)
        return { block: { kind: "list", items }, end };
    return { block: { kind: "paragraph", text: line }, end: start + 1 };
}
const itemPattern = /^((?: {2})*)- (.*)$/;


  })

};
