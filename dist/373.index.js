export const id = 373;
export const ids = [373];
export const modules = {

  10373:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  startServer: () => (  startServer)
});

var external_node_fs_ = __webpack_require__(73024);
var promises_ = __webpack_require__(51455);
var external_node_http_ = __webpack_require__(37067);
var consumers_ = __webpack_require__(38321);
var external_node_stream_promises_ = __webpack_require__(46466);
var job_ids = __webpack_require__(77836);
;// CONCATENATED MODULE: ./build/src/providers/sandbox/handler.js

const files = {
    mp4: ["video", "video/mp4"],
    png: ["poster", "image/png"],
    srt: ["subtitles", "application/x-subrip"],
    vtt: ["webSubtitles", "text/vtt"],
    gif: ["preview", "image/gif"],
};
const routes = [
    [/^POST \/v3\/video-agents$/, createSession],
    [/^GET \/v3\/video-agents$/, async () => jsonResponse([])],
    [/^GET \/v3\/video-agents\/(\w+)$/, readSession],
    [/^POST \/v3\/videos$/, createVideo],
    [/^GET \/v3\/videos\/(\w+)$/, readVideo],
    ...Object.keys(files).map((extension) => [
        new RegExp(`^GET /files/(\\w+)\\.${extension}$`),
        (_, backend, id) => readFile(backend, id, extension),
    ]),
];
async function respond(request, backend) {
    for (const [pattern, handle] of routes) {
        const match = pattern.exec(request.line);
        if (match)
            return handle(request, backend, match[1] ?? "");
    }
    return errorResponse(404, "not_found");
}
async function createSession(request, backend) {
    const id = await createJob("session", request, backend);
    if (id === undefined)
        return errorResponse(400, "invalid_parameter");
    return jsonResponse({
        session_id: id,
        status: "thinking",
        video_id: null,
        created_at: toSeconds(request.now),
    });
}
async function createVideo(request, backend) {
    const id = await createJob("video", request, backend);
    if (id === undefined)
        return errorResponse(400, "invalid_parameter");
    return jsonResponse({ video_id: id, status: "waiting", output_format: "mp4" });
}
async function createJob(kind, { idempotencyKey, now }, { expected, names, requests, renders }) {
    const known = names.get(idempotencyKey);
    if (known !== undefined)
        return (0,job_ids .TH)(kind, known);
    const request = expected(idempotencyKey);
    if (!request)
        return undefined;
    const name = (0,job_ids .dZ)(idempotencyKey, now);
    names.set(idempotencyKey, name);
    await requests.save(name, request);
    if (!request.fails)
        await renders.start(name, request);
    return (0,job_ids .TH)(kind, name);
}
async function readSession(_, backend, id) {
    const job = await findJob("session", id, backend);
    if (!job)
        return errorResponse(404, "resource_not_found");
    const isPlanned = job.render === undefined || job.render.isTimed || job.render.failure !== undefined;
    if (!isPlanned)
        await job.render?.nextChange();
    return jsonResponse({
        session_id: id,
        status: isPlanned ? "generating" : "thinking",
        progress: Math.round(job.render?.progress ?? 0),
        video_id: isPlanned ? (0,job_ids .TH)("video", job.name) : null,
        created_at: toSeconds((0,job_ids .CT)(job.name)),
    });
}
async function readVideo({ now, origin }, backend, id) {
    const job = await findJob("video", id, backend);
    if (!job)
        return errorResponse(404, "video_not_found");
    const { render } = job;
    if (!render)
        return failedResponse(id, "`provider_options.fail` asked the sandbox to fail");
    await render.nextChange();
    if (render.failure !== undefined)
        return failedResponse(id, render.failure);
    if (!render.result)
        return jsonResponse({ id, status: render.isTimed ? "processing" : "waiting" });
    const linkTo = (extension) => `${origin}/files/${id}.${extension}?Signature=sandbox`;
    return jsonResponse({
        id,
        status: "completed",
        video_url: linkTo("mp4"),
        thumbnail_url: linkTo("png"),
        gif_url: linkTo("gif"),
        subtitle_url: linkTo("srt"),
        duration: render.result.seconds,
        created_at: toSeconds((0,job_ids .CT)(job.name)),
        completed_at: toSeconds(now),
    });
}
async function readFile(backend, id, extension) {
    const [file, contentType] = files[extension];
    const job = await findJob("video", id, backend);
    if (!job?.render?.result)
        return errorResponse(404, "not_found");
    return { status: 200, contentType, body: { path: job.render.path(file) } };
}
async function findJob(kind, id, { requests, renders }) {
    const name = (0,job_ids .Vb)(kind, id);
    const request = name === undefined ? undefined : await requests.load(name);
    if (name === undefined || !request)
        return undefined;
    return { name, render: request.fails ? undefined : await renders.start(name, request) };
}
function failedResponse(id, reason) {
    return jsonResponse({
        id,
        status: "failed",
        failure_code: "rendering_failed",
        failure_message: reason,
    });
}
function jsonResponse(data) {
    return { status: 200, contentType: "application/json", body: JSON.stringify({ data }) };
}
function errorResponse(status, code) {
    const error = { code, message: "The sandbox has no such resource." };
    return { status, contentType: "application/json", body: JSON.stringify({ error }) };
}
function toSeconds(ms) {
    return Math.floor(ms / 1_000);
}

;// CONCATENATED MODULE: ./build/src/providers/sandbox/server.js






async function startServer(backend, now) {
    const server = (0,external_node_http_.createServer)((request, response) => {
        serve(request, response, { backend, now }).catch(() => {
            if (!response.headersSent)
                response.writeHead(500);
            response.end();
        });
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address();
    return {
        url: new URL(`http://127.0.0.1:${port}`),
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function serve(request, response, { backend, now }) {
    const origin = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url ?? "/", origin);
    await (0,consumers_.buffer)(request);
    const { status, contentType, body } = await respond({
        line: `${request.method} ${pathname}`,
        origin,
        idempotencyKey: String(request.headers["idempotency-key"] ?? ""),
        now: now(),
    }, backend);
    const length = typeof body === "string" ? Buffer.byteLength(body) : (await (0,promises_.stat)(body.path)).size;
    response.writeHead(status, { "content-type": contentType, "content-length": length });
    if (typeof body === "string")
        response.end(body);
    else
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(body.path), response);
}


  })

};
