export const id = 373;
export const ids = [373];
export const modules = {

  10373:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  startServer: () => (  startServer)
});

var external_node_http_ = __webpack_require__(37067);
var consumers_ = __webpack_require__(38321);
var external_node_crypto_ = __webpack_require__(77598);
var sample_video = __webpack_require__(4310);
;// CONCATENATED MODULE: ./build/src/providers/sandbox/handler.js


const planningMs = 1_200;
const renderingMs = 3_000;
const routes = [
    [/^POST \/v3\/video-agents$/, createSession],
    [/^GET \/v3\/video-agents$/, () => jsonResponse([])],
    [/^GET \/v3\/video-agents\/(\w+)$/, readSession],
    [/^POST \/v3\/videos$/, createVideo],
    [/^GET \/v3\/videos\/(\w+)$/, readVideo],
    [/^GET \/files\/\w+\.mp4$/, () => fileResponse("video/mp4", Buffer.from(sample_video .NC, "base64"))],
    [/^GET \/files\/\w+\.jpg$/, () => fileResponse("image/jpeg", Buffer.from(sample_video .Ld, "base64"))],
    [/^GET \/files\/\w+\.srt$/, () => fileResponse("application/x-subrip", Buffer.from(sample_video .qu))],
];
function respond(request) {
    for (const [pattern, handle] of routes) {
        const match = pattern.exec(request.line);
        if (match)
            return handle(request, match[1] ?? "");
    }
    return notFoundResponse("not_found");
}
function createSession(request) {
    const id = createId("session", request);
    return jsonResponse({
        session_id: id,
        status: "thinking",
        video_id: null,
        created_at: toSeconds(request.now),
    });
}
function createVideo(request) {
    return jsonResponse({ video_id: createId("video", request), status: "waiting", output_format: "mp4" });
}
function readSession({ now }, id) {
    const job = parseId("session", id);
    if (!job)
        return notFoundResponse("resource_not_found");
    const age = now - job.createdAt;
    const isPlanned = age >= planningMs;
    return jsonResponse({
        session_id: id,
        status: isPlanned ? "generating" : "thinking",
        progress: Math.min(100, Math.round((age / planningMs) * 100)),
        video_id: isPlanned ? id.replace("session", "video") : null,
        created_at: toSeconds(job.createdAt),
    });
}
function readVideo({ now, origin }, id) {
    const job = parseId("video", id);
    if (!job)
        return notFoundResponse("video_not_found");
    const age = now - job.createdAt;
    if (age < planningMs / 2)
        return jsonResponse({ id, status: "waiting" });
    if (age < renderingMs)
        return jsonResponse({ id, status: "processing" });
    if (job.fails)
        return jsonResponse({
            id,
            status: "failed",
            failure_code: "rendering_failed",
            failure_message: "The text asked the sandbox to fail",
        });
    return jsonResponse({
        id,
        status: "completed",
        video_url: `${origin}/files/${id}.mp4?Signature=sandbox`,
        thumbnail_url: `${origin}/files/${id}.jpg?Signature=sandbox`,
        subtitle_url: `${origin}/files/${id}.srt?Signature=sandbox`,
        duration: sample_video .XA,
        created_at: toSeconds(job.createdAt),
        completed_at: toSeconds(job.createdAt + renderingMs),
    });
}
function createId(kind, { body, idempotencyKey, now }) {
    const { prompt = "", script = prompt } = JSON.parse(body);
    const outcome = /\bfail\b/i.test(script) ? "fail" : "ok";
    const digest = (0,external_node_crypto_.createHash)("sha256").update(idempotencyKey).digest("hex").slice(0, 6);
    return `sandbox_${kind}_${now.toString(36)}_${outcome}_${digest}`;
}
function parseId(kind, id) {
    const pattern = new RegExp(`^sandbox_${kind}_([0-9a-z]{8,9})_(ok|fail)_`);
    const [, time = "", outcome] = pattern.exec(id) ?? [];
    if (outcome === undefined)
        return undefined;
    return { createdAt: Number.parseInt(time, 36), fails: outcome === "fail" };
}
function jsonResponse(data) {
    return { status: 200, contentType: "application/json", body: JSON.stringify({ data }) };
}
function fileResponse(contentType, body) {
    return { status: 200, contentType, body };
}
function notFoundResponse(code) {
    const error = { code, message: "The sandbox has no such resource." };
    return { status: 404, contentType: "application/json", body: JSON.stringify({ error }) };
}
function toSeconds(ms) {
    return Math.floor(ms / 1_000);
}

;// CONCATENATED MODULE: ./build/src/providers/sandbox/server.js



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
    const sandboxResponse = respond({
        line: `${request.method} ${pathname}`,
        origin,
        idempotencyKey: String(request.headers["idempotency-key"] ?? ""),
        body: await (0,consumers_.text)(request),
        now: now(),
    });
    response.writeHead(sandboxResponse.status, {
        "content-type": sandboxResponse.contentType,
        "content-length": Buffer.byteLength(sandboxResponse.body),
    });
    response.end(sandboxResponse.body);
}


  })

};
