export const id = 373;
export const ids = [373];
export const modules = {

/***/ 10373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startServer: () => (/* binding */ startServer)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/providers/sandbox/sample-video.js
var sample_video = __webpack_require__(4310);
;// CONCATENATED MODULE: ./build/src/providers/sandbox/handler.js


/**
 * The sandbox keeps nothing: an id says when the job began and whether it fails, so that a later process can take the
 * video up as well. The same key in the same moment gives the same id.
 */
function newId(kind, { body, idempotencyKey, now }) {
    const { prompt = "", script = prompt } = JSON.parse(body);
    const fate = /\bfail\b/i.test(script) ? "fail" : "ok";
    const mark = (0,external_node_crypto_.createHash)("sha256").update(idempotencyKey).digest("hex").slice(0, 6);
    return `sandbox_${kind}_${now.toString(36)}_${fate}_${mark}`;
}
/** What an id says; undefined for one that the sandbox did not make. */
function readId(kind, id) {
    const [, time = "", fate] = new RegExp(`^sandbox_${kind}_([0-9a-z]{8,9})_(ok|fail)_`).exec(id) ?? [];
    return fate === undefined ? undefined : { createdAt: Number.parseInt(time, 36), fails: fate === "fail" };
}
const planningMs = 1_200;
const renderingMs = 3_000;
const routes = [
    [/^POST \/v3\/video-agents$/, createSession],
    [/^GET \/v3\/video-agents\/(\w+)$/, readSession],
    [/^POST \/v3\/videos$/, createVideo],
    [/^GET \/v3\/videos\/(\w+)$/, readVideo],
    [/^GET \/files\/\w+\.mp4$/, () => file("video/mp4", Buffer.from(sample_video/* sampleVideoBase64 */.NC, "base64"))],
    [/^GET \/files\/\w+\.jpg$/, () => file("image/jpeg", Buffer.from(sample_video/* samplePosterBase64 */.Ld, "base64"))],
    [/^GET \/files\/\w+\.srt$/, () => file("application/x-subrip", Buffer.from(sample_video/* sampleSubtitles */.qu))],
];
/** Answers as HeyGen v3 does, from nothing but the request and the time. */
function answer(request) {
    for (const [pattern, reply] of routes) {
        const match = pattern.exec(request.line);
        if (match)
            return reply(request, match[1] ?? "");
    }
    return notFound("not_found");
}
function createSession(request) {
    const id = newId("session", request);
    return json({ session_id: id, status: "thinking", video_id: null, created_at: seconds(request.now) });
}
function createVideo(request) {
    return json({ video_id: newId("video", request), status: "waiting", output_format: "mp4" });
}
function readSession({ now }, id) {
    const job = readId("session", id);
    if (!job)
        return notFound("resource_not_found");
    const age = now - job.createdAt;
    const planned = age >= planningMs;
    return json({
        session_id: id,
        status: planned ? "generating" : "thinking",
        progress: Math.min(100, Math.round((age / planningMs) * 100)),
        video_id: planned ? id.replace("session", "video") : null,
        created_at: seconds(job.createdAt),
    });
}
function readVideo({ now, origin }, id) {
    const job = readId("video", id);
    if (!job)
        return notFound("video_not_found");
    const age = now - job.createdAt;
    if (age < planningMs / 2)
        return json({ id, status: "waiting" });
    if (age < renderingMs)
        return json({ id, status: "processing" });
    if (job.fails)
        return json({ id, status: "failed", failure_code: "rendering_failed", failure_message: failure });
    return json({
        id,
        status: "completed",
        video_url: `${origin}/files/${id}.mp4?Signature=sandbox`,
        thumbnail_url: `${origin}/files/${id}.jpg?Signature=sandbox`,
        subtitle_url: `${origin}/files/${id}.srt?Signature=sandbox`,
        duration: sample_video/* sampleVideoSeconds */.XA,
        created_at: seconds(job.createdAt),
        completed_at: seconds(job.createdAt + renderingMs),
    });
}
const failure = "The text asked the sandbox to fail";
function json(data) {
    return { status: 200, contentType: "application/json", body: JSON.stringify({ data }) };
}
function file(contentType, body) {
    return { status: 200, contentType, body };
}
function notFound(code) {
    const error = { code, message: "The sandbox does not know this." };
    return { status: 404, contentType: "application/json", body: JSON.stringify({ error }) };
}
function seconds(ms) {
    return Math.floor(ms / 1_000);
}

;// CONCATENATED MODULE: ./build/src/providers/sandbox/server.js



/** Serves the sandbox on loopback until closed; `now` in milliseconds since 1970. */
async function startServer(now) {
    const server = (0,external_node_http_.createServer)((request, response) => {
        serve(request, response, now).catch(() => response.writeHead(400).end());
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
async function serve(request, response, now) {
    const origin = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url ?? "/", origin);
    const reply = answer({
        line: `${request.method} ${pathname}`,
        origin,
        idempotencyKey: String(request.headers["idempotency-key"] ?? ""),
        body: await (0,consumers_.text)(request),
        now: now(),
    });
    response.writeHead(reply.status, {
        "content-type": reply.contentType,
        "content-length": Buffer.byteLength(reply.body),
    });
    response.end(reply.body);
}


/***/ })

};
