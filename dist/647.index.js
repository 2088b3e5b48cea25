export const id = 647;
export const ids = [647];
export const modules = {

  29647:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  downloadOutputs: () => (  downloadOutputs)
});

var format_units = __webpack_require__(73054);
var errors = __webpack_require__(22396);
var base_runtime = __webpack_require__(53963);
var abort = __webpack_require__(28000);
var retry = __webpack_require__(88884);
var time_limit = __webpack_require__(35359);
;// CONCATENATED MODULE: ./build/src/download/transfer/time-limit.js



const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const windowMs = 600_000;
function createDownloadTimeLimit(elapsed, initialBytes, limitMs) {
    const startedAt = elapsed();
    let window = { startedAt, startBytes: initialBytes };
    return {
        check(receivedBytes, totalBytes) {
            const now = elapsed();
            const expectedBytes = totalBytes ?? receivedBytes;
            const tooSlow = () => tooSlowError(receivedBytes, totalBytes, now - startedAt);
            if (now - startedAt > (limitMs ?? (0,time_limit .R8)(expectedBytes, hourMs)))
                throw tooSlow();
            if (receivedBytes < window.startBytes)
                window = { startedAt: now, startBytes: receivedBytes };
            const windowAgeMs = now - window.startedAt;
            if (windowAgeMs < windowMs)
                return;
            const windowBytes = Math.max(1, receivedBytes - window.startBytes);
            const remainingMs = ((expectedBytes - receivedBytes) * windowAgeMs) / windowBytes;
            if (remainingMs > dayMs)
                throw tooSlow();
            window = { startedAt: now, startBytes: receivedBytes };
        },
    };
}
function tooSlowError(receivedBytes, totalBytes, elapsedMs) {
    const ofTotal = totalBytes === undefined ? "" : ` of ${(0,format_units .z)(totalBytes)}`;
    return new errors .eh("network_error", `The download is too slow (${(0,format_units .z)(receivedBytes)}${ofTotal} after ${(0,format_units .a)(elapsedMs)}).`, { hint: "Run again later; the partial download is kept." });
}

var external_node_path_ = __webpack_require__(76760);
var external_node_stream_ = __webpack_require__(57075);
var http_proxy = __webpack_require__(23752);
var plain_text = __webpack_require__(89923);
;// CONCATENATED MODULE: ./build/src/download/resume/content-range.js

function rangeHeaders(size, { validator }) {
    return validator !== undefined && size > 0 ? { range: `bytes=${size}-`, "if-range": validator } : {};
}
function readContentRange({ status, headers }, size, resumeInfo) {
    const requestedStart = resumeInfo.validator === undefined ? 0 : size;
    const validator = readValidator(headers);
    if (status === 200)
        return { start: 0, total: readContentLength(headers), validator };
    const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(firstHeader(headers["content-range"]) ?? "");
    if (Number(range?.[1]) !== requestedStart)
        return undefined;
    const total = range?.[3] === "*" ? resumeInfo.total : Number(range?.[3]);
    const isOtherFile = differ(total, resumeInfo.total) ||
        differ(firstHeader(headers.etag), etagOf(resumeInfo)) ||
        differ(firstHeader(headers["last-modified"]), dateOf(resumeInfo));
    return requestedStart > 0 && isOtherFile
        ? undefined
        : { start: requestedStart, total, validator: resumeInfo.validator ?? validator };
}
function unsatisfiedTotal({ headers }) {
    const total = /^bytes \*\/(\d+)$/.exec(firstHeader(headers["content-range"]) ?? "")?.[1];
    return total === undefined ? undefined : Number(total);
}
function rejectErrorPage({ status, headers }, size) {
    const type = firstHeader(headers["content-type"]) ?? "";
    if (size === 0 || status !== 200 || !/^(text\/html|application\/(json|xml))\b/i.test(type))
        return;
    throw wrongBodyError("The download host sent a page instead of the file.");
}
function requireUncompressed({ headers }) {
    const coding = firstHeader(headers["content-encoding"])?.trim().toLowerCase();
    if (!coding || coding === "identity")
        return;
    throw wrongBodyError("The download host compressed the file, although the request did not allow it.");
}
function firstHeader(header) {
    return Array.isArray(header) ? header[0] : header;
}
function wrongBodyError(message) {
    return new errors .eh("download_failed", message, { retryable: true, needsFreshLink: true });
}
function differ(one, other) {
    return one !== undefined && other !== undefined && one !== other;
}
function etagOf({ validator }) {
    return validator?.startsWith('"') ? validator : undefined;
}
function dateOf({ validator }) {
    return validator?.startsWith('"') ? undefined : validator;
}
function readContentLength(headers) {
    const length = firstHeader(headers["content-length"]);
    return length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}
function readValidator(headers) {
    const etag = firstHeader(headers.etag);
    if (etag !== undefined)
        return /^"[^"]*"$/.test(etag) ? etag : undefined;
    const [modified, date] = [firstHeader(headers["last-modified"]), firstHeader(headers.date)];
    const ageMs = Date.parse(date ?? "") - Date.parse(modified ?? "");
    return ageMs >= 60_000 ? modified : undefined;
}

;// CONCATENATED MODULE: ./build/src/download/connect/get-with-redirects.js









const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const bodyStatuses = new Set([200, 206]);
const acceptedStatuses = new Set([...bodyStatuses, 416]);
const staleLinkStatuses = new Set([401, 403, 404, 410]);
const maxRedirects = 5;
const headersTimeoutMs = 60_000;
const maxErrorBodyBytes = 65_536;
const maxEarlyHints = 20;
async function getWithRedirects(runtime, options) {
    let url = parseLink(options.link);
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
        const head = await getOnce(runtime, options, url);
        if (acceptedStatuses.has(head.status))
            return head;
        const location = firstHeader(head.headers.location);
        if (!redirectStatuses.has(head.status) || !location)
            throw errorFromStatus(head, url, runtime.now());
        url = parseLink(location, url);
        runtime.secrets.registerLinks(url.href);
    }
    throw new errors .eh("download_failed", `The download was redirected more than ${maxRedirects} times.`);
}
function parseLink(link, base) {
    const url = URL.parse(link, base?.href);
    if (url)
        return url;
    throw new errors .eh("download_failed", "The download link is not a URL.");
}
async function getOnce(runtime, options, url) {
    const { policy, headers, idleTimeoutMs, onBody } = options;
    const dispatcher = await (0,abort .W)(runtime.signal, policy.dispatcherFor(url), base_runtime .n7);
    const limit = (0,time_limit .r5)(runtime, headersTimeoutMs);
    const tooManyHints = new AbortController();
    let hints = 0;
    let head;
    try {
        await runtime.stream(url, {
            method: "GET",
            headers: { accept: "*/*", "accept-encoding": "identity", ...headers },
            headersTimeout: idleTimeoutMs,
            bodyTimeout: idleTimeoutMs,
            signal: AbortSignal.any([runtime.signal, tooManyHints.signal, limit.signal]),
            onInfo: () => {
                hints += 1;
                if (hints > maxEarlyHints)
                    tooManyHints.abort();
            },
            dispatcher,
        }, (response) => {
            head = { status: response.statusCode, headers: response.headers };
            limit.clear();
            return acceptedStatuses.has(head.status) ? onBody(head) : drainLimited(runtime, idleTimeoutMs);
        });
    }
    catch (cause) {
        if (!head || bodyStatuses.has(head.status) || runtime.signal.aborted)
            throw transferError(runtime, cause, url);
    }
    finally {
        limit.clear();
    }
    if (head)
        return head;
    throw transferError(runtime, undefined, url);
}
function drainLimited(runtime, timeoutMs) {
    const end = runtime.elapsed() + timeoutMs;
    let bytes = 0;
    return new external_node_stream_.Writable({
        write(chunk, _, done) {
            bytes += chunk.length;
            const isOverLimit = bytes > maxErrorBodyBytes || runtime.elapsed() > end;
            done(isOverLimit ? new Error("the unused body is too large or too slow") : null);
        },
    });
}
function transferError(runtime, cause, url) {
    if (runtime.signal.aborted)
        return (0,base_runtime .n7)();
    if (cause instanceof errors .eh)
        return cause;
    const code = (0,errors .xU)(cause) ?? (cause instanceof time_limit .$7 ? cause.message : "connection lost");
    if (code.includes("HEADERS_OVERFLOW") || code.includes("HEADER_OVERFLOW"))
        return new errors .eh("download_failed", "The download host's response headers are too large.", {
            cause,
        });
    const proxy = (0,http_proxy .cL)(cause);
    const reason = proxy?.reason ?? code;
    return new errors .eh("network_error", `The download failed (${reason}: GET ${(0,plain_text .j$)(url)}).`, {
        retryable: proxy?.retryable ?? true,
        cause,
    });
}
function errorFromStatus({ status, headers }, url, now) {
    const retryAfterMs = (0,retry .mu)(firstHeader(headers["retry-after"]), now);
    return new errors .eh("download_failed", `The download host returned HTTP ${status} (GET ${(0,plain_text .j$)(url)}).`, {
        retryable: staleLinkStatuses.has(status) || [408, 425, 429].includes(status) || status >= 500,
        needsFreshLink: staleLinkStatuses.has(status),
        ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
}

var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/src/download/disk-errors.js



const diskFullHint = "Free some disk space and run again; the partial download is kept.";
const notWritableHint = "Set `output_path` to a folder that this user can write to.";
const folderExistsHint = "A folder has the name of the video or of its `.part` file; remove it, or change `output_path`.";
const hintByCode = {
    ENOSPC: diskFullHint,
    EDQUOT: diskFullHint,
    EFBIG: "The file system does not support files of this size; set `output_path` to a folder on another disk.",
    EACCES: notWritableHint,
    EPERM: notWritableHint,
    EROFS: "The file system is read-only; set `output_path` to a folder on another disk.",
    EISDIR: folderExistsHint,
    ERR_FS_EISDIR: folderExistsHint,
    ENOTEMPTY: folderExistsHint,
    ENOENT: "The folder of `output_path` was removed during the run.",
};
function diskError(cause) {
    if (cause instanceof errors .eh)
        return cause;
    const code = (0,errors .xU)(cause) ?? "unknown reason";
    return new errors .eh("download_failed", `The video cannot be written to disk (${code}).`, {
        hint: hintByCode[code] ?? "Check the folder of `output_path`.",
        cause,
    });
}
async function requireDiskSpace(folder, bytes) {
    const disk = await (0,promises_.statfs)(folder).catch(() => undefined);
    if (!disk || disk.blocks === 0 || disk.bavail * disk.bsize >= bytes)
        return;
    const free = (0,format_units .z)(disk.bavail * disk.bsize);
    throw new errors .eh("download_failed", `The video does not fit on the disk: it needs ${(0,format_units .z)(bytes)}, and ${free} are free.`, { hint: diskFullHint });
}

var external_node_crypto_ = __webpack_require__(77598);
var external_node_fs_ = __webpack_require__(73024);
var regular_file = __webpack_require__(54174);
;// CONCATENATED MODULE: ./build/src/download/resume/part-disk.js






async function openNotedPart(path, { resumeInfo, size, sha256 }, signal) {
    const file = await (0,regular_file .ZU)(path, external_node_fs_.constants.O_RDWR).catch(() => undefined);
    if (!file)
        return undefined;
    try {
        const resumeSize = size === resumeInfo.total ? Math.max(0, size - 1) : size;
        const { hash } = await hashFile(file, resumeSize, signal);
        const rest = await readUpTo(file, resumeSize, size - resumeSize);
        if (hash.copy().update(rest).digest("hex") === sha256) {
            await file.truncate(resumeSize);
            return { file, hash, size: resumeSize };
        }
    }
    catch (error) {
        await file.close();
        throw error;
    }
    await file.close();
    return undefined;
}
async function writeAll(file, chunks, position) {
    const total = sumBytes(chunks);
    let written = (await file.writev(chunks, position)).bytesWritten;
    while (written < total) {
        const rest = Buffer.concat(chunks).subarray(written);
        written += (await file.write(rest, 0, rest.length, position + written)).bytesWritten;
    }
    return total;
}
function sumBytes(chunks) {
    return chunks.reduce((sum, { length }) => sum + length, 0);
}
async function requireSameFile(file, path) {
    const [opened, current] = await Promise.all([file.stat({ bigint: true }), (0,promises_.lstat)(path, { bigint: true })]);
    if (opened.ino === current.ino)
        return;
    throw new errors .eh("download_failed", "Another run is writing to the same file.", {
        hint: "Set a different `output_path` for each run.",
    });
}
async function hashFile(file, maxBytes, signal) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const block = Buffer.allocUnsafe(1024 ** 2);
    for (let size = 0;;) {
        if (signal?.aborted)
            throw (0,base_runtime .n7)();
        const { bytesRead } = await file.read(block, 0, Math.min(block.length, maxBytes - size), size);
        if (bytesRead === 0)
            return { hash, size };
        hash.update(block.subarray(0, bytesRead));
        size += bytesRead;
    }
}
async function readUpTo(file, offset, length) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
}

var buffered_connector = __webpack_require__(76626);
;// CONCATENATED MODULE: ./build/src/download/transfer/body-sink.js


const maxPendingBytes = 1024 ** 2;
const maxPendingChunks = 1_024;
function createBodySink({ prepare, store, finish }) {
    let pendingChunks = [];
    let pendingReleases = [];
    let pendingBytes = 0;
    let resumeSource;
    const storePending = async () => {
        const [chunks, releases, resume] = [pendingChunks, pendingReleases, resumeSource];
        [pendingChunks, pendingReleases, resumeSource, pendingBytes] = [[], [], undefined, 0];
        resume?.();
        if (chunks.length > 0)
            await store(chunks);
        for (const release of releases)
            release();
    };
    const stream = new external_node_stream_.Writable({
        highWaterMark: 1,
        write(chunk, _, done) {
            pendingChunks.push(chunk);
            pendingReleases.push((0,buffered_connector .b)(chunk));
            enqueue(storePending);
            pendingBytes += chunk.length;
            if (pendingChunks.length < maxPendingChunks && pendingBytes < maxPendingBytes)
                done();
            else
                resumeSource = done;
        },
        final(done) {
            work.then(finish).then(() => done(), done);
        },
    });
    let work = Promise.resolve();
    const enqueue = (next) => {
        work = work.then(next);
        work.catch((error) => stream.destroy(error));
    };
    enqueue(prepare);
    return { stream, flushed: () => work };
}

;// CONCATENATED MODULE: ./build/src/download/transfer/transfer-meter.js


const minBytesPerWindow = 60_000;
const transfer_meter_windowMs = 60_000;
const gcIntervalBytes = 8 * 1024 ** 2;
const redrawMs = 100;
const logIntervalMs = 10_000;
function createMeter(runtime, { initialBytes, totalBytes, timeLimit }) {
    const startedAt = runtime.elapsed();
    let receivedBytes = initialBytes;
    let loggedAt = Number.NEGATIVE_INFINITY;
    let collectedAtBytes = initialBytes;
    let window = { startedAt, startBytes: initialBytes };
    const logProgress = () => {
        loggedAt = runtime.elapsed();
        const facts = formatProgress({ initialBytes, receivedBytes, totalBytes }, loggedAt - startedAt);
        runtime.log.progress("downloading", facts, logIntervalMs);
    };
    return {
        logProgress,
        count(bytes) {
            receivedBytes += bytes;
            const now = runtime.elapsed();
            if (now - loggedAt >= redrawMs)
                logProgress();
            if (now - window.startedAt >= transfer_meter_windowMs) {
                const windowBytes = receivedBytes - window.startBytes;
                if (windowBytes < minBytesPerWindow)
                    throw stalledError(windowBytes, now - window.startedAt);
                timeLimit?.check(receivedBytes, totalBytes);
                window = { startedAt: now, startBytes: receivedBytes };
            }
            if (receivedBytes - collectedAtBytes < gcIntervalBytes)
                return;
            collectedAtBytes = receivedBytes;
            runtime.collectGarbage();
        },
    };
}
function formatProgress({ initialBytes, receivedBytes, totalBytes }, elapsedMs) {
    const bytesPerMs = elapsedMs > 0 ? (receivedBytes - initialBytes) / elapsedMs : 0;
    const ofTotal = totalBytes === undefined ? "" : ` of ${(0,format_units .z)(totalBytes)}`;
    const rate = bytesPerMs > 0 ? `, ${(0,format_units .z)(Math.round(bytesPerMs * 1_000))}/s` : "";
    const timeLeft = bytesPerMs > 0 && totalBytes !== undefined
        ? `, ${(0,format_units .a)((totalBytes - receivedBytes) / bytesPerMs)} left`
        : "";
    return `${(0,format_units .z)(receivedBytes)}${ofTotal}${rate}${timeLeft}`;
}
function stalledError(bytes, elapsedMs) {
    return new errors .eh("network_error", `The download stalled (${(0,format_units .z)(bytes)} in ${(0,format_units .a)(elapsedMs)}).`, { retryable: true });
}

;// CONCATENATED MODULE: ./build/src/download/transfer/transfer.js










const defaultIdleTimeoutMs = 30_000;
async function transfer(runtime, options, link, part) {
    const idleTimeoutMs = options.idleTimeoutMs ?? defaultIdleTimeoutMs;
    let sink;
    const request = {
        policy: options.policy,
        link,
        headers: rangeHeaders(part.size, part.resumeInfo),
        idleTimeoutMs,
        onBody: (head) => {
            if (head.status === 416)
                return drainLimited(runtime, idleTimeoutMs);
            sink = openBodySink(runtime, options, part, head);
            return sink.stream;
        },
    };
    const head = await getWithRedirects(runtime, request).finally(() => flushSink(runtime, sink));
    const total = head.status === 416 ? unsatisfiedTotal(head) : (part.resumeInfo.total ?? part.size);
    if (total === part.size)
        return part.setTotal(total);
    if (head.status === 416 || part.size > (total ?? 0))
        part.invalidate();
    throw transferError(runtime, new Error(`${part.size} of ${total} bytes`), link);
}
function openBodySink(runtime, options, part, head) {
    requireUncompressed(head);
    rejectErrorPage(head, part.size);
    const range = readContentRange(head, part.size, part.resumeInfo);
    if (!range) {
        part.invalidate();
        throw wrongRangeError();
    }
    const { start, total, validator } = range;
    if (total !== undefined)
        requireMaxSize(options, total);
    const meter = createMeter(runtime, {
        initialBytes: start,
        totalBytes: total,
        timeLimit: options.timeLimit,
    });
    return createBodySink({
        async prepare() {
            if (start === 0)
                await part.restart({ total, validator });
            else if (total !== undefined)
                part.setTotal(total);
            if (total !== undefined)
                await requireDiskSpace((0,external_node_path_.dirname)(options.path), total - start);
        },
        async store(chunks) {
            const bytes = sumBytes(chunks);
            meter.count(bytes);
            requireMaxSize(options, part.size + bytes);
            await part.append(...chunks);
        },
        finish: meter.logProgress,
    });
}
async function flushSink({ signal }, sink) {
    await sink?.flushed().catch((error) => {
        throw signal.aborted ? (0,base_runtime .n7)() : error;
    });
}
function wrongRangeError() {
    return new errors .eh("network_error", "The download host sent a different byte range than requested.", {
        retryable: true,
    });
}
function requireMaxSize({ maxBytes }, bytes) {
    if (bytes <= maxBytes)
        return;
    throw new errors .eh("download_failed", "The file is larger than `max_size_mb` allows.", {
        hint: `It has at least ${(0,format_units .z)(bytes)}. Set a higher \`max_size_mb\` if you expect this size.`,
    });
}

;// CONCATENATED MODULE: ./build/src/download/fetch-file.js





async function fetchFile(runtime, options, part, accept) {
    const retryBudget = createDownloadRetryBudget(part.size, options.maxAttempts);
    const timeLimit = createDownloadTimeLimit(runtime.elapsed, part.size, options.totalTimeoutMs);
    let link = options.link;
    for (;;) {
        try {
            if (part.size !== part.resumeInfo.total) {
                link = await refreshIfExpired(runtime, options, link);
                await transfer(runtime, { ...options, timeLimit }, link, part);
            }
            return await accept(part);
        }
        catch (error) {
            if (!(error instanceof errors .eh) || !error.retryable)
                throw error;
            const reached = error.code === "invalid_video" ? 0 : part.size;
            const failures = retryBudget.recordFailure(reached, part.resumeInfo.total);
            if (failures === undefined)
                throw error;
            timeLimit.check(part.size, part.resumeInfo.total);
            await pauseBeforeRetry(runtime, error, failures, part);
            if (error.needsFreshLink)
                link = await requestFreshLink(runtime, options, link);
        }
    }
}
const maxDelayMs = 300_000;
async function pauseBeforeRetry(runtime, error, failures, part) {
    const delayMs = Math.min((0,retry .qO)(error.retryAfterMs, failures, runtime.random()), maxDelayMs);
    const resumeAt = resumableBytes(part);
    const next = resumeAt > 0 ? `Resuming at ${(0,format_units .z)(resumeAt)}` : "Trying again";
    runtime.log.info(`${error.message} ${next} in ${(0,format_units .a)(delayMs)}.`);
    await runtime.sleep(delayMs);
}
function resumableBytes({ size, resumeInfo }) {
    return resumeInfo.validator === undefined ? 0 : size;
}
async function refreshIfExpired(runtime, options, link) {
    const expiry = linkExpiry(link);
    if (expiry === undefined || runtime.now() < expiry)
        return link;
    runtime.log.info("The download link has expired; requesting a new one from the provider.");
    return requestFreshLink(runtime, options, link);
}
async function requestFreshLink(runtime, { refreshLink }, link) {
    try {
        return (await refreshLink()) ?? link;
    }
    catch (error) {
        runtime.log.debug(`Could not get a new download link: ${error instanceof Error ? error.message : error}`);
        return link;
    }
}
const defaultMaxAttempts = 8;
const minProgressBytes = 1024 ** 2;
function createDownloadRetryBudget(size, maxAttempts = defaultMaxAttempts) {
    let furthest = size;
    let failures = 0;
    return {
        recordFailure(reached, total) {
            const step = Math.min(minProgressBytes, (total ?? Number.POSITIVE_INFINITY) / 100);
            if (reached >= furthest + step && reached > furthest) {
                furthest = reached;
                failures = 0;
            }
            failures += 1;
            return failures < maxAttempts ? failures : undefined;
        },
    };
}
function linkExpiry(link) {
    const query = new Map([...(URL.parse(link)?.searchParams ?? [])].map(([name, value]) => [name.toLowerCase(), value]));
    for (const vendor of ["amz", "goog"]) {
        const signedAt = parseCompactDate(query.get(`x-${vendor}-date`));
        const validSeconds = parseSeconds(query.get(`x-${vendor}-expires`));
        if (signedAt !== undefined && validSeconds !== undefined)
            return signedAt + validSeconds * 1_000;
    }
    const expires = parseSeconds(query.get("expires"));
    return expires === undefined || expires < 1e9 ? undefined : expires * 1_000;
}
function parseCompactDate(date) {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date ?? "") ?? [];
    const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(time) ? undefined : time;
}
function parseSeconds(text) {
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

var seal = __webpack_require__(18962);
var file_type = __webpack_require__(92912);
;// CONCATENATED MODULE: ./build/src/download/media/inspection.js
class UnplayableError extends Error {
    name = "UnplayableError";
}
const maxElements = 20_000_000;
const maxTracks = 1_000;
function requireDuration(seconds) {
    if (seconds > 0 && Number.isFinite(seconds))
        return seconds;
    throw new UnplayableError("its duration is 0");
}

;// CONCATENATED MODULE: ./build/src/download/media/mp4/boxes.js

async function readBoxHeader(source, start, limit) {
    return parseBoxHeader(await source.read(start, Math.min(16, limit - start)), start, limit);
}
function parseBoxHeader(header, start, limit) {
    if (header.length < 8)
        return undefined;
    const type = header.toString("latin1", 4, 8);
    const size32 = header.readUInt32BE(0);
    if (size32 === 1 && header.length < 16)
        return undefined;
    const headerBytes = size32 === 1 ? 16 : 8;
    const size = size32 === 0 ? limit - start : size32 === 1 ? Number(header.readBigUInt64BE(8)) : size32;
    const isBox = size >= headerBytes && /^[\x20-\x7e\xa9]{4}$/.test(type);
    return isBox ? { type, start, headerBytes, end: start + size } : undefined;
}
const maxChildren = 10_000;
async function* childrenOf(source, parent) {
    let count = 0;
    for (let offset = parent.start + parent.headerBytes; offset < parent.end;) {
        const size = await source.read(offset, Math.min(4, parent.end - offset));
        if (size.every((byte) => byte === 0))
            return;
        const box = await readBoxHeader(source, offset, parent.end);
        count += 1;
        if (!box || box.end > parent.end || count > maxChildren)
            throw damagedError(parent);
        yield box;
        offset = box.end;
    }
}
const maxChildrenInMemory = 1_000_000;
function* childrenIn(extract, parent) {
    let count = 0;
    for (let offset = parent.start + parent.headerBytes; offset < parent.end;) {
        const header = bytesIn(extract, offset, Math.min(16, parent.end - offset));
        if (header.subarray(0, 4).every((byte) => byte === 0))
            return;
        const box = parseBoxHeader(header, offset, parent.end);
        count += 1;
        if (!box || box.end > parent.end || count > maxChildrenInMemory)
            throw damagedError(parent);
        yield box;
        offset = box.end;
    }
}
function bodyIn(extract, box, length) {
    const start = box.start + box.headerBytes;
    return bytesIn(extract, start, Math.min(length, box.end - start));
}
function bytesIn({ bytes, start }, offset, length) {
    return bytes.subarray(offset - start, offset - start + length);
}
async function findBox(source, parent, ...path) {
    let box = parent;
    for (const type of path)
        box = box && (await findChild(source, box, type));
    return box;
}
async function findChild(source, parent, type) {
    for await (const child of childrenOf(source, parent))
        if (child.type === type)
            return child;
    return undefined;
}
function damagedError({ type }) {
    return new UnplayableError(`it is damaged in its ${type} box`);
}
function readBody(source, box, length) {
    const start = box.start + box.headerBytes;
    return source.read(start, Math.min(length, box.end - start));
}
function readUint32(body, offset) {
    return body.length < offset + 4 ? 0 : body.readUInt32BE(offset);
}
function readUint64(body, offset) {
    return body.length < offset + 8 ? 0 : Number(body.readBigUInt64BE(offset));
}
function readTime(body, offset, isLong) {
    const time = isLong ? readUint64(body, offset) : readUint32(body, offset);
    return time === (isLong ? 2 ** 64 : 0xffff_ffff) ? 0 : time;
}
function hasLongTimes(body) {
    return body[0] === 1;
}

;// CONCATENATED MODULE: ./build/src/download/media/read-ahead.js
const blockBytes = 64 * 1024;
function withReadAhead(source) {
    const { size } = source;
    let block = Buffer.alloc(0);
    let start = 0;
    return {
        size,
        async read(offset, length) {
            const end = Math.min(offset + length, size);
            if (end <= offset)
                return Buffer.alloc(0);
            if (end - offset > blockBytes)
                return source.read(offset, end - offset);
            if (offset < start || end > start + block.length) {
                block = await source.read(offset, Math.min(blockBytes, size - offset));
                start = offset;
            }
            return block.subarray(offset - start, end - start);
        },
    };
}
async function hasBytes(source, offset, pattern) {
    for (let start = offset; start < source.size; start += blockBytes - pattern.length + 1) {
        if ((await source.read(start, Math.min(blockBytes, source.size - start))).includes(pattern))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/download/media/mp4/tables.js


function locateTable(box, offset, entryBits, count) {
    const start = box.start + box.headerBytes + offset;
    if (start + Math.ceil((count * entryBits) / 8) > Math.max(start, box.end))
        throw damagedError(box);
    return { start, count };
}
async function readTable(source, box, entryBytes) {
    return locateTable(box, 8, 8 * entryBytes, readUint32(await readBody(source, box, 8), 4));
}
const runBytes = 60_480;
async function* runsOf(source, { start, count }, entryBytes) {
    const buffered = withReadAhead(source);
    const perRun = Math.floor(runBytes / entryBytes);
    for (let first = 0; first < count; first += perRun) {
        yield await buffered.read(start + first * entryBytes, Math.min(perRun, count - first) * entryBytes);
    }
}

;// CONCATENATED MODULE: ./build/src/download/media/mp4/fragments.js



const maxFragmentBytes = 64 * 1024 ** 2;
function createFragmentReader(source, movie) {
    const tracks = new Map(movie.tracks.map((track) => [track.id, track]));
    const spans = new Map();
    let dataEnd = 0;
    const read = async (fragment) => {
        const length = fragment.end - fragment.start;
        if (length > maxFragmentBytes)
            throw new UnplayableError(`its fragment at byte ${fragment.start} has a header of ${length} bytes`);
        const extract = { bytes: await source.read(fragment.start, length), start: fragment.start };
        let base = fragment.start;
        for (const box of childrenIn(extract, fragment)) {
            if (box.type !== "traf")
                continue;
            const boxes = [...childrenIn(extract, box)];
            const header = readFragmentHeader(extract, boxes, tracks);
            if (!header)
                continue;
            const { track } = header;
            const before = spans.get(track.id);
            const runs = readRuns(extract, boxes, {
                ...header,
                base: header.base === "fragment" ? fragment.start : (header.base ?? base),
            });
            base = runs.nextOffset;
            if (runs.samples === 0)
                continue;
            dataEnd = Math.max(dataEnd, runs.dataEnd);
            const start = readDecodeTime(extract, boxes) ?? before?.end ?? firstDecodeTime(track);
            spans.set(track.id, {
                begin: Math.min(start, before?.begin ?? startOf(track, start)),
                end: Math.max(before?.end ?? 0, start + runs.duration),
                samples: (before?.samples ?? 0) + runs.samples,
            });
        }
    };
    return {
        read,
        sampleCount: ({ id }) => spans.get(id)?.samples ?? 0,
        get dataEnd() {
            return dataEnd;
        },
        get seconds() {
            let [begin, end] = [Number.POSITIVE_INFINITY, 0];
            for (const [id, span] of spans) {
                const timescale = tracks.get(id)?.timescale || Number.POSITIVE_INFINITY;
                begin = Math.min(begin, span.begin / timescale);
                end = Math.max(end, span.end / timescale);
            }
            return Math.max(0, end - begin);
        },
    };
}
function firstDecodeTime({ samples, duration }) {
    return samples.count > 0 ? duration : 0;
}
function startOf({ samples }, firstFragment) {
    return samples.count > 0 ? 0 : firstFragment;
}
function readFragmentHeader(extract, boxes, tracks) {
    const box = boxes.find(({ type }) => type === "tfhd");
    const body = box ? bodyIn(extract, box, 40) : Buffer.alloc(0);
    const track = tracks.get(readUint32(body, 4));
    if (!track)
        return undefined;
    const flags = readUint32(body, 0);
    let offset = 8;
    const skip = (flag, bytes) => {
        if (!hasFlag(flags, flag))
            return undefined;
        offset += bytes;
        return offset - bytes;
    };
    const baseAt = skip(0x1, 8);
    skip(0x2, 4);
    const durationAt = skip(0x8, 4);
    const sizeAt = skip(0x10, 4);
    return {
        track,
        defaults: {
            duration: durationAt === undefined ? track.defaults.duration : readUint32(body, durationAt),
            size: sizeAt === undefined ? track.defaults.size : readUint32(body, sizeAt),
        },
        base: baseAt !== undefined ? readUint64(body, baseAt) : hasFlag(flags, 0x20000) ? "fragment" : undefined,
    };
}
function readDecodeTime(extract, boxes) {
    const box = boxes.find(({ type }) => type === "tfdt");
    const body = box && bodyIn(extract, box, 12);
    return body && readTime(body, 4, hasLongTimes(body));
}
function readRuns(extract, boxes, { base, defaults }) {
    let [samples, duration, dataEnd, nextOffset] = [0, 0, 0, base];
    for (const box of boxes) {
        if (box.type !== "trun")
            continue;
        const run = readRun(extract, box, defaults);
        nextOffset = (run.dataOffset === undefined ? nextOffset : base + run.dataOffset) + run.bytes;
        samples += run.samples;
        duration += run.duration;
        if (run.bytes > 0)
            dataEnd = Math.max(dataEnd, nextOffset);
    }
    return { samples, duration, dataEnd, nextOffset };
}
function readRun(extract, box, defaults) {
    const header = bodyIn(extract, box, 16);
    const flags = readUint32(header, 0);
    const samples = readUint32(header, 4);
    const dataOffset = hasFlag(flags, 0x1) && header.length >= 12 ? header.readInt32BE(8) : undefined;
    const first = 8 + (hasFlag(flags, 0x1) ? 4 : 0) + (hasFlag(flags, 0x4) ? 4 : 0);
    const entryBytes = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => hasFlag(flags, flag)).length;
    const table = locateTable(box, first, 8 * entryBytes, samples);
    const [hasDurations, hasSizes] = [hasFlag(flags, 0x100), hasFlag(flags, 0x200)];
    let duration = hasDurations ? 0 : samples * defaults.duration;
    let bytes = hasSizes ? 0 : samples * defaults.size;
    if (!hasDurations && !hasSizes)
        return { samples, dataOffset, duration, bytes };
    const entries = bytesIn(extract, table.start, table.count * entryBytes);
    for (let at = 0; at < entries.length; at += entryBytes) {
        if (hasDurations)
            duration += readUint32(entries, at);
        if (hasSizes)
            bytes += readUint32(entries, hasDurations ? at + 4 : at);
    }
    return { samples, dataOffset, duration, bytes };
}
function hasFlag(flags, flag) {
    return Math.floor(flags / flag) % 2 === 1;
}

;// CONCATENATED MODULE: ./build/src/download/media/codec-names.js
const codecNames = {
    avc1: "H.264",
    avc2: "H.264",
    avc3: "H.264",
    avc4: "H.264",
    "V_MPEG4/ISO/AVC": "H.264",
    hvc1: "H.265",
    hev1: "H.265",
    dvh1: "H.265",
    dvhe: "H.265",
    "V_MPEGH/ISO/HEVC": "H.265",
    vp08: "VP8",
    V_VP8: "VP8",
    vp09: "VP9",
    V_VP9: "VP9",
    av01: "AV1",
    V_AV1: "AV1",
    mp4v: "MPEG-4",
};
function codecName(identifier) {
    const known = Object.hasOwn(codecNames, identifier) ? codecNames[identifier] : undefined;
    const name = identifier.trim();
    return known ?? (/^[\w./ -]{1,40}$/.test(name) ? name : "unknown");
}

;// CONCATENATED MODULE: ./build/src/download/media/mp4/samples.js



async function readSampleTable(source, tables) {
    const sizes = await openSampleSizes(source, tables);
    const chunkBox = (await findBox(source, tables, "stco")) ?? (await findBox(source, tables, "co64"));
    const runBox = await findBox(source, tables, "stsc");
    if (!sizes || !chunkBox || !runBox)
        return { count: 0, end: 0 };
    const offsetBytes = chunkBox.type === "co64" ? 8 : 4;
    const chunks = await readTable(source, chunkBox, offsetBytes);
    const samplesOf = openChunkRuns(source, await readTable(source, runBox, 12));
    let [chunk, count, end] = [0, 0, 0];
    for await (const offsets of runsOf(source, chunks, offsetBytes)) {
        for (let at = 0; at < offsets.length; at += offsetBytes) {
            const samples = Math.min(await samplesOf(chunk), sizes.count - count);
            const bytes = samples > 0 ? await sizes.sumOfNext(samples) : 0;
            const offset = offsetBytes === 8 ? readUint64(offsets, at) : readUint32(offsets, at);
            if (bytes > 0)
                end = Math.max(end, offset + bytes);
            count += samples;
            chunk += 1;
        }
    }
    return { count, end };
}
async function openSampleSizes(source, tables) {
    const compact = await findBox(source, tables, "stz2");
    const box = compact ?? (await findBox(source, tables, "stsz"));
    if (!box)
        return undefined;
    const header = await readBody(source, box, 12);
    const count = readUint32(header, 8);
    const size = readUint32(header, 4);
    if (!compact && size > 0)
        return { count, sumOfNext: async (samples) => samples * size };
    const bits = compact ? size % 256 : 32;
    if (![4, 8, 16, 32].includes(bits))
        throw damagedError(box);
    return { count, sumOfNext: sizeCursor(source, locateTable(box, 12, bits, count), bits) };
}
const samplesPerRead = 16_000;
function sizeCursor(source, table, bits) {
    const buffered = withReadAhead(source);
    let next = 0;
    return async (samples) => {
        let sum = 0;
        for (const end = next + samples; next < end;) {
            const last = Math.min(end, next + samplesPerRead);
            const firstByte = Math.floor((next * bits) / 8);
            const bytes = await buffered.read(table.start + firstByte, Math.ceil((last * bits) / 8) - firstByte);
            for (; next < last; next += 1)
                sum += readSize(bytes, next * bits - firstByte * 8, bits);
        }
        return sum;
    };
}
function readSize(bytes, bit, bits) {
    if (bits !== 4)
        return bytes.readUIntBE(bit / 8, bits / 8);
    const pair = bytes[Math.floor(bit / 8)] ?? 0;
    return bit % 8 === 0 ? pair >> 4 : pair % 16;
}
function openChunkRuns(source, table) {
    const buffered = withReadAhead(source);
    let next = 0;
    let nextFirstChunk = 0;
    let samples = 0;
    let nextSamples = 0;
    const advance = async () => {
        samples = nextSamples;
        if (next === table.count)
            nextFirstChunk = Number.POSITIVE_INFINITY;
        else {
            const entry = await buffered.read(table.start + 12 * next, 12);
            nextFirstChunk = readUint32(entry, 0);
            nextSamples = readUint32(entry, 4);
            next += 1;
        }
    };
    return async (chunk) => {
        while (nextFirstChunk <= chunk + 1)
            await advance();
        return samples;
    };
}
async function sumSampleTimes(source, box) {
    let sum = 0;
    for await (const entries of runsOf(source, await readTable(source, box, 8), 8)) {
        for (let at = 0; at < entries.length; at += 8)
            sum += readUint32(entries, at) * readUint32(entries, at + 4);
    }
    return sum;
}

;// CONCATENATED MODULE: ./build/src/download/media/mp4/movie.js




async function readMovie(source, movie) {
    const extension = await findBox(source, movie, "mvex");
    const defaults = await readDefaults(source, extension);
    const tracks = [];
    for await (const box of childrenOf(source, movie)) {
        if (box.type !== "trak")
            continue;
        if (tracks.length === maxTracks)
            throw new UnplayableError(`it has more than ${maxTracks} tracks`);
        tracks.push(await readTrack(source, box, defaults));
    }
    const stated = await readStatedSeconds(source, movie, extension);
    const seconds = stated || Math.max(0, ...tracks.map((track) => track.duration / (track.timescale || Infinity)));
    return { seconds, isFragmented: extension !== undefined, tracks };
}
async function readStatedSeconds(source, movie, extension) {
    const header = await findBox(source, movie, "mvhd");
    if (!header)
        return 0;
    const { timescale, duration } = readTimes(await readBody(source, header, 32));
    const total = extension && (await findBox(source, extension, "mehd"));
    const body = total ? await readBody(source, total, 12) : Buffer.alloc(0);
    const totalDuration = readTime(body, 4, hasLongTimes(body));
    return timescale > 0 ? Math.max(duration, totalDuration) / timescale : 0;
}
function readTimes(body) {
    const isLong = hasLongTimes(body);
    return {
        timescale: readUint32(body, isLong ? 20 : 12),
        duration: readTime(body, isLong ? 24 : 16, isLong),
    };
}
async function readDefaults(source, extension) {
    const defaults = new Map();
    if (!extension)
        return defaults;
    for await (const box of childrenOf(source, extension)) {
        if (box.type !== "trex" || defaults.size === maxTracks)
            continue;
        const body = await readBody(source, box, 24);
        defaults.set(readUint32(body, 4), { duration: readUint32(body, 12), size: readUint32(body, 16) });
    }
    return defaults;
}
async function readTrack(source, track, defaults) {
    const id = await readTrackId(source, await findBox(source, track, "tkhd"));
    const media = await findBox(source, track, "mdia");
    const mediaHeader = media && (await findBox(source, media, "mdhd"));
    const handlerBox = media && (await findBox(source, media, "hdlr"));
    const tables = media && (await findBox(source, media, "minf", "stbl"));
    const times = mediaHeader && readTimes(await readBody(source, mediaHeader, 32));
    const sampleTimes = tables && (await findBox(source, tables, "stts"));
    const handler = handlerBox ? (await readBody(source, handlerBox, 12)).toString("latin1", 8) : "";
    return {
        id,
        handler,
        timescale: times?.timescale ?? 0,
        duration: times?.duration || (sampleTimes ? await sumSampleTimes(source, sampleTimes) : 0),
        samples: tables ? await readSampleTable(source, tables) : { count: 0, end: 0 },
        description: tables && (await readDescription(source, tables)),
        defaults: defaults.get(id) ?? { duration: 0, size: 0 },
    };
}
async function readTrackId(source, header) {
    const body = header ? await readBody(source, header, 24) : Buffer.alloc(0);
    return readUint32(body, hasLongTimes(body) ? 20 : 12);
}
async function readDescription(source, tables) {
    const box = await findBox(source, tables, "stsd");
    const body = box && (await readBody(source, box, 44));
    if (!body || body.length < 16 || readUint32(body, 4) === 0)
        return undefined;
    const size = readUint32(body, 40);
    return {
        codec: codecName(body.toString("latin1", 12, 16)),
        width: Math.floor(size / 65_536),
        height: size % 65_536,
    };
}

;// CONCATENATED MODULE: ./build/src/download/media/mp4/tail.js


const fragmentBoxes = [
    "emsg",
    "free",
    "mdat",
    "moof",
    "moov",
    "prft",
    "sidx",
    "skip",
    "ssix",
    "styp",
    "udta",
    "uuid",
];
async function findTailProblem(source, offset) {
    if (await isTruncatedBox(source, offset))
        return `it is truncated: its last complete box ends at byte ${offset}`;
    const hasMore = await hasBytes(source, offset, Buffer.from("moof"));
    return hasMore ? `it is damaged at byte ${offset}` : undefined;
}
async function isTruncatedBox(source, offset) {
    const box = await readBoxHeader(source, offset, source.size);
    if (box)
        return fragmentBoxes.includes(box.type);
    const rest = await source.read(offset, 8);
    const type = rest.toString("latin1", 4, 8);
    if (type.length === 4)
        return fragmentBoxes.includes(type);
    const isZero = rest.every((byte) => byte === 0);
    return rest[0] === 0 && !isZero && fragmentBoxes.some((name) => name.startsWith(type));
}

;// CONCATENATED MODULE: ./build/src/download/media/mp4/inspect-mp4.js





async function inspectMp4(source) {
    const { movie, fragments, end } = await readTopLevel(source);
    const dataEnd = Math.max(fragments.dataEnd, ...movie.tracks.map(({ samples }) => samples.end));
    if (dataEnd > source.size)
        throw new UnplayableError(`it is truncated: its samples end at byte ${dataEnd}, the file at ${source.size}`);
    const isFragmented = movie.isFragmented || fragments.seconds > 0;
    const tailProblem = isFragmented && (await findTailProblem(source, end));
    if (tailProblem)
        throw new UnplayableError(tailProblem);
    const countSamples = (track) => track.samples.count + fragments.sampleCount(track);
    const { codec, width, height } = requireVideoTrack(movie, countSamples);
    const hasAudio = movie.tracks.some((track) => track.handler === "soun" && countSamples(track) > 0);
    const durationSeconds = requireDuration(Math.max(movie.seconds, fragments.seconds));
    return { durationSeconds, width, height, codec, hasAudio };
}
async function readTopLevel(source) {
    let found;
    let offset = 0;
    for (let count = 0; offset < source.size; count += 1) {
        if (count === maxElements)
            throw new UnplayableError(`it has more than ${maxElements} boxes`);
        const box = await readBoxHeader(source, offset, source.size);
        if (!box || box.end > source.size)
            break;
        if (box.type === "moov" && !found) {
            const movie = await readMovie(source, box);
            found = { movie, fragments: createFragmentReader(source, movie) };
        }
        if (box.type === "moof")
            await found?.fragments.read(box);
        offset = box.end;
    }
    if (found)
        return { ...found, end: offset };
    throw new UnplayableError(offset < source.size
        ? `it is truncated: its last complete box ends at byte ${offset}`
        : "it has no movie header (moov)");
}
function requireVideoTrack({ tracks }, countSamples) {
    if (tracks.length === 0)
        throw new UnplayableError("it has no tracks");
    const pictures = tracks.filter(({ handler }) => handler === "vide");
    if (pictures.length === 0)
        throw new UnplayableError("it has no video track");
    const described = pictures.filter(({ description }) => description);
    if (described.length === 0)
        throw new UnplayableError("its video track has no sample description (stsd)");
    const description = described.find((track) => countSamples(track) > 0)?.description;
    if (!description)
        throw new UnplayableError("its video track has no samples");
    return description;
}

;// CONCATENATED MODULE: ./build/src/download/media/webm/elements.js

async function readElement(source, offset, limit) {
    const header = await source.read(offset, Math.min(12, limit - offset));
    const idBytes = Math.clz32(header[0] ?? 0) - 23;
    if (idBytes > 4 || header.length <= idBytes)
        return undefined;
    const size = readVint(header, idBytes);
    if (!size)
        return undefined;
    const start = offset + idBytes + size.bytes;
    const end = size.isUnknown ? limit : start + size.value;
    return { id: header.readUIntBE(0, idBytes), start, end, isOpen: size.isUnknown };
}
async function* elementsOf(source, { start, end }) {
    let count = 0;
    for (let offset = start; offset < end; count += 1) {
        if (count === maxElements)
            throw new UnplayableError(`it has more than ${maxElements} elements`);
        const element = await readElement(source, offset, end);
        if (!element || element.end > end)
            return;
        yield element;
        offset = element.end;
    }
}
async function findChildren(source, parent, ...ids) {
    const children = new Map();
    for await (const child of elementsOf(source, parent)) {
        if (ids.includes(child.id) && !children.has(child.id))
            children.set(child.id, child);
        if (children.size === ids.length)
            break;
    }
    return children;
}
function readVint(bytes, offset) {
    const first = bytes[offset] ?? 0;
    const length = Math.clz32(first) - 23;
    if (length > 8 || offset + length > bytes.length)
        return undefined;
    const mask = 0xff >> length;
    let value = first & mask;
    let isUnknown = value === mask;
    for (const byte of bytes.subarray(offset + 1, offset + length)) {
        value = value * 256 + byte;
        isUnknown &&= byte === 0xff;
    }
    return { bytes: length, value, isUnknown };
}
async function readContent(source, element) {
    if (!element)
        return Buffer.alloc(0);
    return source.read(element.start, Math.min(64, element.end - element.start));
}
async function readInteger(source, element) {
    const bytes = await readContent(source, element);
    return bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}
async function readFloat(source, element) {
    const bytes = await readContent(source, element);
    if (bytes.length === 4)
        return bytes.readFloatBE();
    return bytes.length === 8 ? bytes.readDoubleBE() : 0;
}
async function readName(source, element) {
    return (await readContent(source, element)).toString("latin1").replace(/\0+$/, "");
}

;// CONCATENATED MODULE: ./build/src/download/media/webm/ids.js
const ids = {
    header: 0x1a45dfa3,
    documentType: 0x4282,
    segment: 0x18538067,
    info: 0x1549a966,
    timestampScale: 0x2ad7b1,
    duration: 0x4489,
    tracks: 0x1654ae6b,
    track: 0xae,
    trackNumber: 0xd7,
    trackType: 0x83,
    codec: 0x86,
    frameDuration: 0x23e383,
    video: 0xe0,
    width: 0xb0,
    height: 0xba,
    cluster: 0x1f43b675,
    timestamp: 0xe7,
    simpleBlock: 0xa3,
    blockGroup: 0xa0,
    block: 0xa1,
};
const otherIds = [
    0x114d9b74, 
    0x1c53bb6b, 
    0x1254c367, 
    0x1043a770, 
    0x1941a469, 
    0xec, 
    0xbf, 
    0xa7, 
    0xab, 
];

;// CONCATENATED MODULE: ./build/src/download/media/webm/blocks.js


const maxTrackNumbers = 1_000;
function createBlockReader(source) {
    const times = new Map();
    let clusterTime = 0;
    const read = async (element) => {
        if (element.id === ids.timestamp)
            clusterTime = await readInteger(source, element);
        const block = await findBlock(source, element);
        const content = await readContent(source, block);
        const track = readVint(content, 0);
        if (!track || content.length < track.bytes + 2)
            return;
        const time = clusterTime + content.readInt16BE(track.bytes);
        const before = times.get(track.value);
        if (!before && times.size === maxTrackNumbers)
            return;
        times.set(track.value, {
            first: Math.min(before?.first ?? time, time),
            last: Math.max(before?.last ?? time, time),
            gap: before && time > before.last ? time - before.last : (before?.gap ?? 0),
        });
    };
    return {
        read,
        async readCluster(cluster, isEnough = () => false) {
            for await (const element of elementsOf(source, cluster)) {
                await read(element);
                if (isEnough())
                    return;
            }
        },
        hasBlocks: ({ number }) => times.has(number),
        playingTime(tracks, nanosecondsPerUnit) {
            let [begin, end] = [Number.POSITIVE_INFINITY, 0];
            for (const { number, frameDuration } of tracks) {
                const track = times.get(number);
                if (!track)
                    continue;
                begin = Math.min(begin, track.first);
                end = Math.max(end, track.last + (frameDuration / nanosecondsPerUnit || track.gap));
            }
            return Math.max(0, end - begin);
        },
    };
}
async function findBlock(source, element) {
    if (element.id === ids.simpleBlock)
        return element;
    if (element.id !== ids.blockGroup)
        return undefined;
    return (await findChildren(source, element, ids.block)).get(ids.block);
}

;// CONCATENATED MODULE: ./build/src/download/media/webm/tail.js



const segmentIds = [
    ids.info,
    ids.tracks,
    ids.cluster,
    ids.timestamp,
    ids.simpleBlock,
    ids.blockGroup,
    ...otherIds,
].map((id) => id.toString(16));
async function tail_findTailProblem(source, offset) {
    if (await isTruncatedElement(source, offset))
        return `it is truncated: its last complete element ends at byte ${offset}`;
    const cluster = Buffer.from(ids.cluster.toString(16), "hex");
    return (await hasBytes(source, offset, cluster)) ? `it is damaged at byte ${offset}` : undefined;
}
async function isTruncatedElement(source, offset) {
    const element = await readElement(source, offset, source.size);
    const start = (await source.read(offset, 4)).toString("hex");
    if (element)
        return segmentIds.includes(element.id.toString(16));
    return segmentIds.some((id) => id.startsWith(start) || start.startsWith(id));
}

;// CONCATENATED MODULE: ./build/src/download/media/webm/tracks.js




async function readTracks(source, tracks) {
    const all = [];
    for await (const element of elementsOf(source, tracks)) {
        if (element.id !== ids.track)
            continue;
        if (all.length === maxTracks)
            throw new UnplayableError(`it has more than ${maxTracks} tracks`);
        all.push(await tracks_readTrack(source, element));
    }
    return all;
}
async function tracks_readTrack(source, track) {
    const { trackNumber, trackType, codec, frameDuration, video, width, height } = ids;
    const fields = await findChildren(source, track, trackNumber, trackType, codec, frameDuration, video);
    const picture = fields.get(video);
    const size = picture && (await findChildren(source, picture, width, height));
    const type = await readInteger(source, fields.get(trackType));
    const codecId = await readName(source, fields.get(codec));
    return {
        number: await readInteger(source, fields.get(trackNumber)),
        isVideo: type === 1,
        isAudio: type === 2,
        codec: codecId === "" ? undefined : codecName(codecId),
        width: await readInteger(source, size?.get(width)),
        height: await readInteger(source, size?.get(height)),
        frameDuration: await readInteger(source, fields.get(frameDuration)),
    };
}

;// CONCATENATED MODULE: ./build/src/download/media/webm/inspect-webm.js






async function inspectWebm(source) {
    const segment = await openSegment(source);
    const { info, tracks, blocks } = await readSegment(source, segment);
    if (!tracks)
        throw new UnplayableError("it has no tracks");
    const { codec, width, height } = inspect_webm_requireVideoTrack(tracks, blocks);
    const hasAudio = tracks.some((track) => track.isAudio);
    const units = info.duration || blocks.playingTime(tracks, info.scale);
    const durationSeconds = requireDuration((units * info.scale) / 1_000_000_000);
    return { durationSeconds, width, height, codec, hasAudio };
}
async function openSegment(source) {
    const header = await readElement(source, 0, source.size);
    if (!header || header.end > source.size)
        throw new UnplayableError("it is truncated in its header");
    const type = (await findChildren(source, header, ids.documentType)).get(ids.documentType);
    const name = await readName(source, type);
    if (name !== "webm" && name !== "matroska")
        throw new UnplayableError("it is not a WebM");
    if (header.end === source.size)
        throw new UnplayableError("it is truncated before its first segment");
    const segment = await readElement(source, header.end, source.size);
    if (segment?.id === ids.segment && segment.end <= source.size)
        return segment;
    throw new UnplayableError("it is truncated in its segment");
}
async function readSegment(source, segment) {
    const blocks = createBlockReader(source);
    let info = { duration: 0, scale: 1_000_000 };
    let tracks;
    const isEnough = () => info.duration > 0 && (tracks?.some((track) => track.isVideo && blocks.hasBlocks(track)) ?? false);
    let offset = segment.start;
    for (let count = 0; offset < segment.end; count += 1) {
        if (count === maxElements)
            throw new UnplayableError(`it has more than ${maxElements} elements`);
        const element = await readElement(source, offset, segment.end);
        if (!element || element.end > segment.end) {
            const problem = segment.isOpen
                ? await tail_findTailProblem(source, offset)
                : `it is damaged at byte ${offset}`;
            if (problem === undefined)
                break;
            throw new UnplayableError(problem);
        }
        const isOpenCluster = element.id === ids.cluster && element.isOpen;
        if (element.id === ids.info)
            info = await readInfo(source, element);
        else if (element.id === ids.tracks)
            tracks ??= await readTracks(source, element);
        else if (element.id !== ids.cluster)
            await blocks.read(element);
        else if (!isOpenCluster && !isEnough())
            await blocks.readCluster(element, isEnough);
        offset = isOpenCluster ? element.start : element.end;
    }
    return { info, tracks, blocks };
}
async function readInfo(source, element) {
    const fields = await findChildren(source, element, ids.timestampScale, ids.duration);
    const duration = await readFloat(source, fields.get(ids.duration));
    return {
        duration: duration > 0 && Number.isFinite(duration) ? duration : 0,
        scale: (await readInteger(source, fields.get(ids.timestampScale))) || 1_000_000,
    };
}
function inspect_webm_requireVideoTrack(tracks, blocks) {
    const pictures = tracks.filter((track) => track.isVideo);
    if (pictures.length === 0)
        throw new UnplayableError("it has no video track");
    const track = pictures.find((picture) => blocks.hasBlocks(picture));
    if (!track)
        throw new UnplayableError("its video track has no media data (blocks)");
    const { codec, width, height } = track;
    if (codec === undefined)
        throw new UnplayableError("its video track names no codec");
    return { codec, width, height };
}

;// CONCATENATED MODULE: ./build/src/download/media/container.js






async function inspectVideo(container, source) {
    try {
        const type = await (0,file_type .Lj)(source);
        if (type === "empty")
            throw new UnplayableError("it is empty");
        if (type !== container)
            throw new UnplayableError(`it is ${file_type .KI[type]}, not ${file_type .KI[container]}`);
        const inspect = container === "mp4" ? inspectMp4 : inspectWebm;
        return { playable: true, ...(await inspect(withReadAhead(source))) };
    }
    catch (error) {
        if (error instanceof UnplayableError)
            return { playable: false, problem: error.message };
        throw error;
    }
}
function containerFromLink(link) {
    return /\.webm$/i.test(URL.parse(link)?.pathname ?? "") ? "webm" : "mp4";
}
const imageSignatures = [
    [".jpg", 0, "ffd8ff"],
    [".png", 0, "89504e470d0a1a0a"],
    [".gif", 0, "474946383961"],
    [".gif", 0, "474946383761"],
    [".webp", 8, "57454250"],
];
function imageExtension(head) {
    const hex = Buffer.from(head).toString("hex");
    return imageSignatures.find(([, offset, signature]) => hex.startsWith(signature, 2 * offset))?.[0];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/download/resume/part-note.js




const paddedNoteBytes = 2_048;
const maxNoteBytes = 10_000;
const noteSchema = schemas .Ikc({
    name: schemas .YjP(),
    validator: schemas .YjP().max(1_000),
    total: schemas .Whr().nonnegative().optional(),
    size: schemas .Whr().nonnegative(),
    sha256: schemas .YjP(),
    seal: schemas .YjP(),
});
async function readNote(partPath, { name, seal }) {
    try {
        const bytes = await (0,regular_file .XF)(notePath(partPath), maxNoteBytes);
        const stored = noteSchema.parse(JSON.parse(String(bytes)));
        if (stored.name !== name)
            return undefined;
        const { validator, total, size, sha256 } = stored;
        const note = { resumeInfo: { validator, ...(total !== undefined && { total }) }, size, sha256 };
        return seal.verify(stored.seal, ...sealedFields(name, note)) ? note : undefined;
    }
    catch {
        return undefined;
    }
}
async function writeNote(partPath, { name, seal }, note) {
    const signature = seal.sign(...sealedFields(name, note));
    if (signature === undefined || note.resumeInfo.validator === undefined)
        return deleteNote(partPath);
    const { resumeInfo, size, sha256 } = note;
    const text = JSON.stringify({ name, ...resumeInfo, size, sha256, seal: signature });
    const path = notePath(partPath);
    const file = (await (0,regular_file .ZU)(path, external_node_fs_.constants.O_WRONLY).catch(() => undefined)) ?? (await (0,regular_file .dr)(path));
    try {
        await file.write(text.padEnd(paddedNoteBytes), 0);
    }
    finally {
        await file.close();
    }
}
async function deleteNote(partPath) {
    await (0,promises_.rm)(notePath(partPath), { force: true });
}
function notePath(partPath) {
    return `${partPath}.json`;
}
function sealedFields(name, { resumeInfo, size, sha256 }) {
    return ["part", name, resumeInfo.validator, resumeInfo.total, size, sha256];
}

;// CONCATENATED MODULE: ./build/src/download/resume/part-file.js







async function openPart(path, owner, signal) {
    try {
        const note = await readNote(path, owner);
        const resumed = note && (await openNotedPart(path, note, signal));
        if (resumed)
            return createPart(path, owner, { ...resumed, resumeInfo: note.resumeInfo, signal });
        const empty = { file: await (0,regular_file .dr)(path), size: 0, hash: (0,external_node_crypto_.createHash)("sha256") };
        return createPart(path, owner, { ...empty, resumeInfo: {}, signal });
    }
    catch (cause) {
        throw diskError(cause);
    }
}
async function discardPart(path) {
    await (0,promises_.rm)(path, { force: true });
    await deleteNote(path);
}
const noteIntervalBytes = (size) => Math.min(16 * 1024 ** 2, Math.max(256 * 1024, size / 16));
function createPart(path, owner, { signal, ...state }) {
    let { file, hash, size, resumeInfo } = state;
    let notedSize = size;
    let isNoted = true;
    const sha256 = () => hash.copy().digest("hex");
    const saveNote = async () => {
        await requireSameFile(file, path);
        await writeNote(path, owner, { resumeInfo, size, sha256: sha256() });
        [notedSize, isNoted] = [size, true];
    };
    const rehashAndThrow = async (cause) => {
        ({ hash, size } = await hashFile(file, Number.POSITIVE_INFINITY, signal));
        throw cause;
    };
    return {
        get size() {
            return size;
        },
        get resumeInfo() {
            return resumeInfo;
        },
        append: withDiskErrors(async (...chunks) => {
            isNoted = false;
            const written = writeAll(file, chunks, size);
            for (const chunk of chunks)
                hash.update(chunk);
            size += await written.catch(rehashAndThrow);
            if (size - notedSize >= noteIntervalBytes(size))
                await saveNote().catch(() => { });
        }),
        restart: withDiskErrors(async (newResumeInfo) => {
            await file.close();
            await deleteNote(path);
            file = await (0,regular_file .dr)(path);
            [hash, size, resumeInfo] = [(0,external_node_crypto_.createHash)("sha256"), 0, newResumeInfo];
            await saveNote();
        }),
        invalidate() {
            [resumeInfo, isNoted] = [{}, false];
        },
        setTotal(total) {
            [resumeInfo, isNoted] = [{ ...resumeInfo, total }, false];
        },
        read: withDiskErrors((offset, length) => {
            if (signal?.aborted)
                throw (0,base_runtime .n7)();
            return readUpTo(file, offset, length);
        }),
        sha256,
        finalize: withDiskErrors(async (target) => {
            await requireSameFile(file, path);
            await (0,promises_.rename)(path, target);
            await deleteNote(path);
            isNoted = true;
        }),
        discard: withDiskErrors(async () => {
            await requireSameFile(file, path);
            await discardPart(path);
            isNoted = true;
        }),
        async close() {
            if (!isNoted)
                await saveNote().catch(() => { });
            await file.close();
        },
    };
}
function withDiskErrors(work) {
    return async (...args) => {
        try {
            return await work(...args);
        }
        catch (cause) {
            throw diskError(cause);
        }
    };
}

;// CONCATENATED MODULE: ./build/src/download/local-video.js





function toLocalVideo(path, { size, sha256 }, format) {
    const { durationSeconds, width, height, codec, hasAudio } = format;
    return { path, sizeBytes: size, sha256: sha256(), durationSeconds, width, height, codec, hasAudio };
}
async function restoreCachedVideo(runtime, options, cached) {
    const copyPath = `${options.path}.kept`;
    try {
        const video = await copyVerified(runtime, options, cached, copyPath);
        if (video) {
            runtime.log.info("Restored the video from this machine's cache; nothing to download.");
            await discardPart(`${options.path}.part`);
            return video;
        }
    }
    catch (error) {
        runtime.log.debug(`The cached video could not be copied: ${error}`);
    }
    await discardPart(copyPath).catch(() => { });
    if (runtime.signal.aborted)
        throw (0,base_runtime .n7)();
    runtime.log.info("The video in this machine's cache is incomplete or changed; downloading it again.");
    return undefined;
}
async function copyVerified(runtime, { path, container, maxBytes }, cached, copyPath) {
    const source = await (0,regular_file .ZU)(cached.path);
    if (!source)
        return undefined;
    try {
        const { size } = await source.stat();
        if (size === 0 || size > maxBytes)
            return undefined;
        const copy = await openPart(copyPath, { name: cached.sha256, seal: seal .D }, runtime.signal);
        try {
            await copyBytes(copy, source, size, runtime.signal);
            const inspection = await inspectVideo(container, copy);
            if (copy.sha256() !== cached.sha256 || !inspection.playable)
                return undefined;
            const video = toLocalVideo(path, copy, inspection);
            await copy.finalize(path);
            return video;
        }
        finally {
            await copy.close();
        }
    }
    finally {
        await source.close();
    }
}
async function copyBytes(copy, source, size, signal) {
    await copy.restart({});
    const readOptions = { highWaterMark: 1024 ** 2, end: size - 1, autoClose: false, signal };
    for await (const chunk of source.createReadStream(readOptions))
        await copy.append(chunk);
}

;// CONCATENATED MODULE: ./build/src/download/rejected-video.js









const maxErrorPageBytes = 1024 ** 2;
function createRejections(path, container, onKept = () => { }) {
    const seenDigests = new Set();
    let latest;
    return {
        async reject(part, problem) {
            const rejection = { sizeBytes: part.size, sha256: part.sha256(), problem };
            const isText = await startsWithText(part);
            const isRepeated = seenDigests.has(rejection.sha256);
            seenDigests.add(rejection.sha256);
            if (isText)
                await part.restart({});
            else {
                latest = rejection;
                part.invalidate();
            }
            const mayBeTransient = isText && rejection.sizeBytes <= maxErrorPageBytes;
            return isRepeated && !mayBeTransient ? repeatedError(rejection) : notPlayableError(problem);
        },
        async keep(part, error) {
            if (!latest || !isStillIn(part, latest))
                return error;
            try {
                const keptPath = await keepPart(part, rejectedName(path, await rejectedExtension(part, container)));
                onKept({ path: keptPath, sizeBytes: latest.sizeBytes, sha256: latest.sha256 });
                return withKeptFile(error, latest, keptPath);
            }
            catch (cause) {
                const reason = (0,errors .xU)(cause) ?? "unknown reason";
                return withHint(error, `The file could not be kept beside the video (${reason}).`);
            }
        },
    };
}
function isStillIn(part, { sizeBytes, sha256 }) {
    return part.size === sizeBytes && part.sha256() === sha256;
}
async function startsWithText(part) {
    const head = await part.read(0, 512);
    return !head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}
async function rejectedExtension(part, container) {
    const type = await (0,file_type .Lj)(part);
    return type === "mp4" || type === "webm" ? type : container;
}
function rejectedName(path, extension) {
    const stem = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${(0,external_node_path_.basename)(path, (0,external_node_path_.extname)(path))}.rejected`);
    return (number) => `${stem}${number === 1 ? "" : `-${number}`}.${extension}`;
}
const maxNames = 9;
async function keepPart(part, nameFor) {
    for (let number = 1; number <= maxNames; number += 1) {
        const path = nameFor(number);
        if (await hasSameBytes(path, part)) {
            await part.discard();
            return path;
        }
        if (await reserveName(path)) {
            await part.finalize(path).catch(async (error) => {
                await (0,promises_.rm)(path, { force: true });
                throw error;
            });
            return path;
        }
    }
    throw Object.assign(new Error(`${nameFor(1)} and ${maxNames - 1} more names are taken`), {
        code: "EEXIST",
    });
}
async function hasSameBytes(path, part) {
    const file = await (0,regular_file .ZU)(path).catch(() => undefined);
    if (!file)
        return false;
    try {
        if ((await file.stat()).size !== part.size)
            return false;
        const { hash } = await hashFile(file, part.size, undefined);
        return hash.digest("hex") === part.sha256();
    }
    finally {
        await file.close();
    }
}
async function reserveName(path) {
    try {
        await (await (0,promises_.open)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL)).close();
        return true;
    }
    catch (error) {
        if ((0,errors .xU)(error) === "EEXIST")
            return false;
        throw error;
    }
}
const notPlayable = (problem) => `The downloaded file is not a playable video: ${problem}.`;
function notPlayableError(problem) {
    return new errors .eh("invalid_video", notPlayable(problem), { retryable: true, needsFreshLink: true });
}
function repeatedError({ problem, sizeBytes }) {
    const message = `${notPlayable(problem)} The host sent the same ${(0,format_units .z)(sizeBytes)} twice.`;
    return new errors .eh("invalid_video", message, { recurs: true });
}
function withKeptFile(error, { problem }, path) {
    const name = (0,plain_text .wh)(path, 1_000);
    const message = error.code === "invalid_video"
        ? error.message
        : `${error.message} An earlier attempt got a complete file that is not a playable video: ${problem}.`;
    const hint = `The file is kept: ${name}. Open it: if it plays, report it at github.com/showreel/showreel/issues; ` +
        "if it doesn't, ask the provider about this video.";
    return withHint(error, hint).with({ message });
}
function withHint(error, hint) {
    return error.with({ hint: [error.hint, hint].filter(Boolean).join(" ") });
}

var video_cache = __webpack_require__(65214);
;// CONCATENATED MODULE: ./build/src/download/download-video.js









async function downloadVideo(runtime, options) {
    const { videoCache = video_cache .x, videoName, seal, container, path, onRejected } = options;
    const cached = await videoCache.find(videoName);
    const restored = cached && (await restoreCachedVideo(runtime, options, cached));
    if (restored)
        return restored;
    const owner = { name: `${videoName.provider}/${videoName.id}`, seal };
    const part = await openPart(`${path}.part`, owner, runtime.signal);
    const rejections = createRejections(path, container, onRejected);
    try {
        const video = await fetchFile(runtime, options, part, () => verifyVideo(options, part, rejections));
        await (0,abort .W)(runtime.signal, videoCache.save(videoName, video), base_runtime .n7).catch(() => { });
        return video;
    }
    catch (error) {
        const mayKeep = error instanceof errors .eh && error.code !== "interrupted";
        const failure = mayKeep ? await rejections.keep(part, error) : error;
        await discardIfUseless(part);
        throw failure;
    }
    finally {
        await part.close();
    }
}
async function verifyVideo({ container, path }, part, rejections) {
    const inspection = await inspectVideo(container, part);
    if (!inspection.playable)
        throw await rejections.reject(part, inspection.problem);
    const video = toLocalVideo(path, part, inspection);
    await part.finalize(path);
    return video;
}
async function discardIfUseless(part) {
    if (part.size > 0 && part.resumeInfo.validator !== undefined)
        return;
    await part.discard().catch(() => { });
}

;// CONCATENATED MODULE: ./build/src/download/sidecars.js





async function downloadPoster(runtime, options) {
    const { link } = options;
    return link === undefined ? undefined : downloadSidecar(runtime, posterKind, { ...options, link });
}
async function downloadPreview(runtime, options) {
    const { link } = options;
    return link === undefined ? undefined : downloadSidecar(runtime, previewKind, { ...options, link });
}
async function downloadWebSubtitles(runtime, options) {
    const { link } = options;
    return link === undefined ? undefined : downloadSidecar(runtime, webSubtitleKind, { ...options, link });
}
async function downloadSubtitles(runtime, options) {
    const { link } = options;
    if (link !== undefined)
        return downloadSidecar(runtime, subtitleKind, { ...options, link });
    runtime.log.warning("The provider made no subtitle file for this video, although `captions` is true.");
    return undefined;
}
const imageKind = (label) => ({
    label,
    isRequested: false,
    maxBytes: 20_000_000,
    async detectSuffix(part) {
        const extension = imageExtension(await part.read(0, 16));
        return extension ? `.${label}${extension}` : rejectFileType(part, await (0,file_type .Lj)(part), "an image");
    },
});
const posterKind = imageKind("poster");
const previewKind = imageKind("preview");
const subtitleKind = {
    label: "subtitle file",
    isRequested: true,
    maxBytes: 50_000_000,
    async detectSuffix(part, link) {
        const type = await (0,file_type .Lj)(part);
        return type === "unknown" ? subtitleExtension(link) : rejectFileType(part, type, "a subtitle file");
    },
};
const webSubtitleKind = { ...subtitleKind, label: "WebVTT file" };
function subtitleExtension(link) {
    return /\.(srt|vtt|ass)$/i.exec(URL.parse(link)?.pathname ?? "")?.[0].toLowerCase() ?? ".srt";
}
async function rejectFileType(part, type, expected) {
    await part.restart({});
    throw new errors .eh("download_failed", `The download host sent ${file_type .KI[type]} instead of ${expected}.`, { retryable: true, needsFreshLink: true });
}
const maxAttempts = 3;
const totalTimeoutMs = 300_000;
const maxRepeatedBytes = 1024 ** 2;
async function downloadSidecar(runtime, kind, options) {
    const stem = (0,external_node_path_.join)((0,external_node_path_.dirname)(options.path), (0,external_node_path_.basename)(options.path, (0,external_node_path_.extname)(options.path)));
    const partPath = `${stem}.${kind.label.replaceAll(" ", "-")}.part`;
    try {
        return await fetchSidecar(runtime, kind, options, { stem, partPath });
    }
    catch (error) {
        if (!(error instanceof errors .eh) || error.code === "interrupted")
            throw error;
        await discardPart(partPath).catch(() => { });
        const message = `The ${kind.label} could not be downloaded: ${error.message}`;
        if (kind.isRequested)
            runtime.log.warning(message);
        else
            runtime.log.info(message);
        return undefined;
    }
}
async function fetchSidecar(runtime, { label, maxBytes, detectSuffix }, options, { stem, partPath }) {
    const { videoName, seal, link } = options;
    const owner = { name: `${videoName.provider}/${videoName.id} ${label}`, seal };
    const part = await openPart(partPath, owner);
    const rejectedDigests = new Set();
    try {
        const fetchOptions = { ...options, maxBytes, maxAttempts, totalTimeoutMs };
        return await fetchFile(runtime, fetchOptions, part, async () => {
            const digest = part.sha256();
            const isRepeated = part.size > maxRepeatedBytes && rejectedDigests.has(digest);
            rejectedDigests.add(digest);
            const suffix = await detectSuffix(part, link).catch((error) => {
                throw isRepeated && error instanceof errors .eh ? error.with({ retryable: false }) : error;
            });
            const path = stem + suffix;
            await part.finalize(path);
            return path;
        });
    }
    finally {
        await part.close();
    }
}

;// CONCATENATED MODULE: ./build/src/pipeline/download-outputs.js




async function downloadOutputs(task, job, remote) {
    const { runtime, plan, record } = task;
    const local = await record.phase("download", () => downloadToTarget(task, job, remote));
    record.update({ local });
    record.recordMilestone("downloaded");
    warnAboutDuration(runtime, local, remote);
    const sidecar = (linkOf) => ({
        link: linkOf(remote),
        policy: plan.urlPolicy,
        path: local.path,
        videoName: videoNameOf(job),
        seal: plan.seal,
        refreshLink: async () => {
            const video = await fetchFreshVideo(plan, job);
            return video && linkOf(video);
        },
    });
    if (plan.captions) {
        const subtitles = sidecar(({ subtitlesUrl }) => subtitlesUrl);
        record.update({ subtitlesPath: await downloadSubtitles(runtime, subtitles) });
        const webSubtitles = sidecar(({ webSubtitlesUrl }) => webSubtitlesUrl);
        record.update({ webSubtitlesPath: await downloadWebSubtitles(runtime, webSubtitles) });
    }
    if (plan.publishStages?.usesPoster) {
        const poster = sidecar(({ thumbnailUrl }) => thumbnailUrl);
        record.update({ posterPath: await downloadPoster(runtime, poster) });
    }
    const preview = sidecar(({ previewUrl }) => previewUrl);
    record.update({ previewPath: await downloadPreview(runtime, preview) });
    const size = `${(0,format_units .a)(local.durationSeconds * 1_000)}, ${(0,format_units .z)(local.sizeBytes)}`;
    runtime.log.info(`Done: ${local.path} (${size}).`);
}
function warnAboutDuration({ log }, local, { durationSeconds: stated }) {
    if (stated === undefined || stated <= 0)
        return;
    const difference = Math.abs(local.durationSeconds - stated);
    if (difference <= 1 || difference <= 0.1 * stated)
        return;
    const [measured, expected] = [local.durationSeconds, stated].map((seconds) => (0,format_units .a)(seconds * 1_000));
    log.warning(`The downloaded video plays for ${measured}, but the provider states ${expected}. Check whether it is complete.`);
}
function downloadToTarget({ runtime, plan, record }, job, remote) {
    const videoName = videoNameOf(job);
    const container = plan.format ?? plan.target.container ?? containerFromLink(remote.url);
    return downloadVideo(runtime, {
        link: remote.url,
        policy: plan.urlPolicy,
        path: plan.target.pathFor(videoName.id, container),
        videoName,
        seal: plan.seal,
        container,
        videoCache: plan.videoCache,
        maxBytes: plan.maxBytes,
        refreshLink: async () => (await fetchFreshVideo(plan, job))?.url,
        onRejected: (rejected) => record.update({ rejected }),
    });
}
async function fetchFreshVideo({ provider }, job) {
    const status = await provider.status(job);
    return status.state === "completed" ? status.video : undefined;
}
function videoNameOf(job) {
    return { provider: job.provider, id: job.ids.video_id ?? job.ids.session_id ?? "video" };
}


  })

};
