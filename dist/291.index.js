export const id = 291;
export const ids = [291];
export const modules = {

/***/ 88291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createUpload: () => (/* binding */ createUpload)
});

// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(22396);
// EXTERNAL MODULE: ./build/src/base/http/undici.js
var undici = __webpack_require__(16630);
// EXTERNAL MODULE: ./build/src/base/text/plain-text.js
var plain_text = __webpack_require__(89923);
// EXTERNAL MODULE: ./build/src/download/connect/url-policy.js + 1 modules
var url_policy = __webpack_require__(11142);
// EXTERNAL MODULE: ./build/src/inputs/materials.js
var materials = __webpack_require__(42465);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/base/runtime.js
var base_runtime = __webpack_require__(53963);
// EXTERNAL MODULE: ./build/src/base/timing/time-limit.js
var time_limit = __webpack_require__(35359);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/src/base/files/zip-headers.js
var zip_headers = __webpack_require__(56411);
;// CONCATENATED MODULE: ./build/src/providers/heygen/upload/zip.js





const blockBytes = 1024 ** 2;
/**
 * Returns a zip of files, which are keyed by their paths in it: fewer than 65,536, and less than 4 GB in
 * total. Does not block the event loop. Fails with `interrupted` once the signal is aborted.
 */
async function toZip(files, signal) {
    const [local, central] = [[], []];
    let offset = 0;
    for (const [path, content] of Object.entries(files)) {
        const { crc, compressed } = await compress(content, signal);
        const [name, bytes, compressedBytes] = [Buffer.from(path), content.length, compressed.length];
        const entry = { name, method: "deflated", crc, bytes, compressedBytes };
        const header = (0,zip_headers/* localHeader */.$B)(entry);
        central.push((0,zip_headers/* centralHeader */.j)(entry, offset));
        local.push(header, compressed);
        offset += header.length + compressed.length;
    }
    const directory = Buffer.concat(central);
    const end = (0,zip_headers/* endOfCentralDirectory */.Vl)(central.length, directory.length, offset);
    return Buffer.concat([...local, directory, end]);
}
async function compress(content, signal) {
    const chunks = [];
    let crc = 0;
    const blocks = function* () {
        for (let from = 0; from < content.length; from += blockBytes) {
            const block = content.subarray(from, from + blockBytes);
            crc = (0,external_node_zlib_.crc32)(block, crc);
            yield block;
        }
    };
    const collect = async (output) => {
        for await (const chunk of output)
            chunks.push(chunk);
    };
    try {
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(blocks(), { objectMode: false }), (0,external_node_zlib_.createDeflateRaw)(), collect, { signal });
    }
    catch (error) {
        throw signal.aborted ? (0,base_runtime/* interruptedError */.n7)() : error;
    }
    return { crc, compressed: Buffer.concat(chunks) };
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/upload/direct-upload.js








const completeAttempts = 6;
const completeTimeoutMs = 120_000;
/**
 * Uploads a file of any size, or a folder as a zip, in three steps: it requests an upload URL, sends the
 * bytes, and completes the upload. Returns the asset id. The upload URL points to HeyGen's storage, which
 * must not receive the API key.
 */
async function uploadDirectly({ runtime, client, policy }, material, mimeType) {
    const { signal } = runtime;
    const zip = material.entries && (await toZip(await (0,materials/* readFolderFiles */.oV)(material, signal), signal));
    if (!zip)
        await (0,materials/* requireUnchanged */.jr)(material, signal);
    const bytes = zip?.length ?? material.bytes;
    // Without an idempotency key: a replayed response would contain an expired URL.
    const { data: target } = await client.beginUpload({
        filename: zip ? `${material.name}.zip` : material.name,
        content_type: mimeType,
        size_bytes: bytes,
        checksum_sha256: zip ? (0,external_node_crypto_.createHash)("sha256").update(zip).digest("hex") : material.sha256,
    });
    const upload = {
        url: target.upload_url,
        headers: withContentLength(target.upload_headers, bytes),
        openBody: async () => zip ?? (await (0,promises_.open)(material.path)).createReadStream(),
    };
    const limit = (0,time_limit/* startTimeLimit */.r5)(runtime, client.uploadMs(bytes));
    await put(runtime, policy, upload, limit.signal).finally(limit.clear);
    await completeUpload(runtime, client, target.asset_id);
    return target.asset_id;
}
// Undici rejects a header that is set twice, and doesn't merge names that differ only in case.
function withContentLength(headers, bytes) {
    const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    return { ...Object.fromEntries(lowerCase), "content-length": String(bytes) };
}
async function put(runtime, policy, request, limit) {
    const url = URL.parse(request.url);
    if (!url)
        throw new errors/* ShowreelError */.eh("provider_error", "HeyGen returned an invalid upload URL.");
    const { headers } = request;
    const dispatcher = await policy.dispatcherFor(url);
    const signal = AbortSignal.any([runtime.signal, limit]);
    const body = await request.openBody();
    const status = await runtime
        .request(url, { method: "PUT", headers, body, signal, dispatcher })
        .then(async (response) => {
        await response.body.dump();
        return response.statusCode;
    })
        .catch((cause) => {
        if (runtime.signal.aborted)
            throw (0,base_runtime/* interruptedError */.n7)();
        const reason = cause instanceof time_limit/* ResponseTimeoutError */.$7 ? cause.message : "connection lost";
        throw uploadFailedError(`${(0,errors/* systemCode */.xU)(cause) ?? reason}: PUT ${(0,plain_text/* withoutQuery */.j$)(url)}`, cause);
    });
    if (status >= 300)
        throw uploadFailedError(`HTTP ${status}: PUT ${(0,plain_text/* withoutQuery */.j$)(url)}`);
}
function uploadFailedError(facts, cause) {
    return new errors/* ShowreelError */.eh("network_error", `The upload failed (${facts}).`, { retryable: true, cause });
}
// HeyGen returns 409 until its storage has reported the upload.
async function completeUpload(runtime, client, id) {
    const end = runtime.elapsed() + completeTimeoutMs;
    for (let attempt = 1;; attempt += 1) {
        try {
            await client.completeUpload(id);
            return;
        }
        catch (error) {
            const isLast = attempt === completeAttempts || runtime.elapsed() >= end;
            if (!(error instanceof errors/* ShowreelError */.eh) || !error.retryable || isLast)
                throw error;
            await runtime.sleep(500 * attempt);
        }
    }
}

// EXTERNAL MODULE: ./build/src/providers/heygen/upload/materials.js
var upload_materials = __webpack_require__(66217);
;// CONCATENATED MODULE: ./build/src/providers/heygen/upload/upload.js







// Source: HeyGen's page on assets. The simple upload does not accept zips.
const maxSimpleUploadBytes = 32_000_000;
/** Returns a function that uploads files, which is free: when it fails, nothing has been submitted. */
function createUpload(client, { runtime, baseUrl }) {
    const context = { runtime, client, policy: (0,url_policy/* createUrlPolicy */.g)(runtime.proxies, baseUrl.origin) };
    const uploads = new Map();
    return (material) => {
        const started = uploads.get(material.sha256);
        if (started)
            return started;
        const upload = uploadFile(context, material).catch((error) => {
            uploads.delete(material.sha256);
            throw toUploadError(error, material);
        });
        uploads.set(material.sha256, upload);
        return upload;
    };
}
async function uploadFile(context, material) {
    const { runtime, client } = context;
    runtime.log.info(`Uploading ${(0,plain_text/* plainText */.wh)(material.name, 120)}.`);
    const mimeType = (0,upload_materials/* mimeTypeOf */.MR)(material) ?? "application/octet-stream";
    if (mimeType === "application/zip" || material.bytes > maxSimpleUploadBytes)
        return uploadDirectly(context, material, mimeType);
    const content = new Uint8Array(await (0,materials/* readMaterialFile */.EE)(material, runtime.signal));
    const { FormData } = await (0,undici/* loadFetch */.L4)();
    const form = new FormData();
    form.set("file", new Blob([content], { type: mimeType }), material.name);
    return (await client.uploadAsset(form, `showreel-asset-${material.sha256}`)).data.asset_id;
}
function toUploadError(error, material) {
    if (!(error instanceof errors/* ShowreelError */.eh))
        return unreadableFileError(error, material);
    // Repeating an upload costs nothing.
    return error.outcomeUnknown ? error.with({ outcomeUnknown: false }) : error;
}
// Any other error comes from reading the file.
function unreadableFileError(cause, { name }) {
    const reason = (0,errors/* systemCode */.xU)(cause) ?? "it has changed";
    return (0,errors/* invalidInputError */.qz)(`${(0,plain_text/* plainText */.wh)(name, 120)} cannot be read any more (${reason}).`, {
        hint: "Leave the file unchanged while Showreel runs.",
        cause,
    });
}


/***/ })

};
