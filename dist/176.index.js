export const id = 176;
export const ids = [176];
export const modules = {

/***/ 78337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pauseBeforeRereading)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22396);
/* harmony import */ var _base_text_format_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73054);
/* harmony import */ var _base_timing_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88884);



const maxRereads = 3;
/**
 * Pauses after a write that GitHub didn't confirm, for the time that GitHub requests. `attempt` counts
 * consecutive failures from 1. Read again before the next write: the last write may have succeeded, or
 * another process may have written. Rethrows an error that a retry can't fix.
 */
async function pauseBeforeRereading(runtime, github, error, attempt) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShowreelError */ .eh) || !(error.retryable || error.outcomeUnknown))
        throw error;
    const delay = (0,_base_timing_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDelayMs */ .qO)(error.retryAfterMs, attempt, runtime.random());
    if (attempt > maxRereads || !github.reservePause(delay))
        throw error;
    runtime.log.info(`${error.message} Reading again in ${(0,_base_text_format_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(delay)}.`);
    await runtime.sleep(delay);
}


/***/ }),

/***/ 90176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assetNameStem: () => (/* binding */ assetNameStem),
  createReleasePublishers: () => (/* binding */ createReleasePublishers)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(22396);
// EXTERNAL MODULE: ./build/src/download/output-target.js
var output_target = __webpack_require__(97551);
// EXTERNAL MODULE: ./build/src/platform/github/marker.js
var marker = __webpack_require__(14431);
// EXTERNAL MODULE: ./build/src/publish/watch-link.js
var watch_link = __webpack_require__(62427);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/base/text/plain-text.js
var plain_text = __webpack_require__(89923);
// EXTERNAL MODULE: ./build/src/platform/github/api/github-error.js
var github_error = __webpack_require__(17124);
;// CONCATENATED MODULE: ./build/src/publish/release/leftovers.js
/** Returns a unique name for an asset while it is uploaded. Its prefix shows users where it comes from. */
function temporaryAssetName({ random }, { run, attempt }, name) {
    return `showreel-r${run}.${attempt}.${Math.floor(random() * 1e9).toString(36)}-${name}`;
}
/** Returns the name that an asset gets while it is replaced. */
function replacedAssetName({ id, name }) {
    return `showreel-${id}-${name}`;
}
// Longer than any upload takes.
const maxUploadMs = 24 * 3_600_000;
/**
 * Returns the leftover assets of killed runs for a file with this name: replaced assets, and temporary
 * uploads from an earlier attempt of this run or more than a day old. Delete them only when an asset with the
 * final name exists.
 */
function findLeftovers(assets, name, attachedBy, now) {
    return assets.filter((asset) => {
        if (asset.name === replacedAssetName({ ...asset, name }))
            return true;
        const [, run, attempt, finalName] = /^showreel-r(\d+)\.(\d+)\.[a-z\d]+-(.*)$/.exec(asset.name) ?? [];
        if (finalName !== name)
            return false;
        const isEarlierAttempt = Number(run) === attachedBy.run && Number(attempt) < attachedBy.attempt;
        return isEarlierAttempt || now - Date.parse(asset.created_at ?? "") > maxUploadMs;
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/publish/release/releases.js

const assetSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    state: schemas/* string */.YjP().nullish(),
    digest: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP().nullish(),
    browser_download_url: schemas/* string */.YjP(),
});
const releaseSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    tag_name: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    draft: schemas/* boolean */.zMY(),
    immutable: schemas/* boolean */.zMY().nullish(),
    upload_url: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
});
const permission = "contents: write";
/** Returns the release of a tag, including a draft. */
async function findWritableRelease(github, tag) {
    const published = await github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
        parameters: { tag },
        responseSchema: releaseSchema,
        permission,
    });
    if (published)
        return published;
    const releases = await github.request("GET /repos/{owner}/{repo}/releases", {
        parameters: { per_page: 100 },
        responseSchema: schemas/* array */.YOg(releaseSchema),
        permission,
    });
    return releases?.find(({ tag_name }) => tag_name === tag);
}
/** Reads the current state of a release. */
function readRelease(github, id) {
    return github.request("GET /repos/{owner}/{repo}/releases/{release_id}", {
        parameters: { release_id: id },
        responseSchema: releaseSchema,
        permission,
    });
}
/** Replaces the notes of a release. Never retried: read them again after an error. */
async function writeNotes(github, id, body) {
    await github.request("PATCH /repos/{owner}/{repo}/releases/{release_id}", {
        parameters: { release_id: id, body },
        responseSchema: releaseSchema,
        permission,
        neverRetry: true,
    });
}
/** Returns all assets of a release. */
function listAssets(github, id) {
    return github.paginate("GET /repos/{owner}/{repo}/releases/{release_id}/assets", {
        parameters: { release_id: id },
        responseSchema: schemas/* array */.YOg(assetSchema),
        permission,
        // GitHub keeps at most 1,000 assets per release.
        maxPages: 10,
    });
}
/** Deletes an asset, if it still exists. */
async function deleteAsset(github, id) {
    await github.request("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", {
        parameters: { asset_id: id },
        responseSchema: schemas/* unknown */.L5J(),
        permission,
    });
}
/** Renames an asset. Fails with GitHub's 422 if the name is taken. */
function renameAsset(github, id, name) {
    return github.request("PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}", {
        parameters: { asset_id: id, name },
        responseSchema: assetSchema,
        permission,
    });
}
/** Uploads a file to a release. */
function uploadAsset(github, { upload_url }, file) {
    return github.upload(upload_url, file, assetSchema);
}

;// CONCATENATED MODULE: ./build/src/publish/release/attach-file.js




const maxUploadAttempts = 5;
const maxRenameAttempts = 20;
/**
 * Attaches a file and replaces an existing asset of the same name. The old asset is deleted only when the new
 * one is complete. An identical asset is kept. Also deletes this file's leftover assets from killed runs.
 */
async function attachFile(file, context) {
    const { runtime, github, release } = context;
    const before = await listAssets(github, release.id);
    const current = before.find(({ name }) => name === file.name);
    const isSame = current?.digest === `sha256:${file.sha256}` && current.state === "uploaded";
    const attached = isSame ? current : await replaceAsset(file, context);
    const leftovers = findLeftovers(before, file.name, file.attachedBy, runtime.now());
    for (const leftover of leftovers)
        await tryDeleteAsset(leftover, context);
    return attached;
}
/** Creates the error for a release or a release asset that was deleted during the run. */
function releaseGoneError() {
    return new errors/* ShowreelError */.eh("publish_failed", "The release, or a file of it, was deleted during the run.", {
        hint: "Attach `video_path` in a later step.",
    });
}
async function replaceAsset(file, context) {
    const uploaded = await uploadUnderTemporaryName(file, context);
    return renameIntoPlace(uploaded, file.name, context).catch(async (error) => {
        await tryDeleteAsset(uploaded, context);
        throw error;
    });
}
// After a lost response, an incomplete asset may block the name.
async function uploadUnderTemporaryName(file, { runtime, github, release }) {
    for (let attempt = 1;; attempt += 1) {
        const name = temporaryAssetName(runtime, file.attachedBy, file.name);
        try {
            const asset = await uploadAsset(github, release, { ...file, name });
            if (asset)
                return asset;
            throw releaseGoneError();
        }
        catch (error) {
            if (!(error instanceof errors/* ShowreelError */.eh) || !(error.retryable || error.outcomeUnknown))
                throw error;
            await deleteAssetByName(github, release, name);
            const pauseMs = Math.max(error.retryAfterMs ?? 0, 2_000 * attempt);
            const mayRetry = error.retryable && attempt < maxUploadAttempts && github.reservePause(pauseMs);
            if (!mayRetry)
                throw error;
            await runtime.sleep(pauseMs);
        }
    }
}
async function deleteAssetByName(github, { id }, name) {
    const asset = (await listAssets(github, id)).find((other) => other.name === name);
    if (asset)
        await deleteAsset(github, asset.id);
}
// The old asset is kept under another name until the new one has its name. If another run uses the name in
// between, the next attempt replaces that run's asset.
async function renameIntoPlace(asset, name, context) {
    const { runtime, github, release } = context;
    for (let attempt = 1;; attempt += 1) {
        const old = (await listAssets(github, release.id)).find((other) => other.name === name);
        if (old)
            await renameAsset(github, old.id, replacedAssetName(old));
        try {
            const renamed = await renameAsset(github, asset.id, name);
            if (!renamed)
                throw releaseGoneError();
            if (old)
                await tryDeleteAsset(old, context);
            return renamed;
        }
        catch (error) {
            const isTaken = (0,github_error/* githubResponseOf */.e2)(error)?.status === 422;
            if (old && isTaken)
                await deleteAsset(github, old.id);
            else if (old)
                await renameAsset(github, old.id, name);
            if (!isTaken || attempt === maxRenameAttempts)
                throw error;
            await runtime.sleep(200 + 1_000 * runtime.random());
        }
    }
}
// A leftover asset isn't an error: the new one is already attached.
async function tryDeleteAsset({ id }, { runtime, github }) {
    await deleteAsset(github, id).catch(() => runtime.log.info("A temporary file could not be deleted from the release. Its name starts with showreel-."));
}

;// CONCATENATED MODULE: ./build/src/publish/release/attach-assets.js






// GitHub accepts files smaller than 2 GiB.
const assetSizeLimit = 2 * 1_024 ** 3;
/**
 * Attaches video and poster to a release. Logs the reason and returns no links if the release can't take the
 * video. Fails with GitHub's error.
 */
async function attachVideoAndPoster({ local, posterPath, title }, { fileName, tag }, { runtime, workflow, release }) {
    if (!local)
        return {};
    const reason = unattachableReason(release, local.sizeBytes);
    if (reason) {
        runtime.log.info(`The video is not attached to the release, which gets a link instead: ${reason}.`);
        return {};
    }
    const attach = async (path, bytes, sha256) => {
        const extension = (0,external_node_path_.extname)(path);
        const file = {
            path,
            bytes,
            sha256,
            name: fileName(title) + extension,
            contentType: contentTypes[extension] ?? defaultContentType,
            attachedBy: workflow.run,
        };
        const asset = await attachFile(file, { runtime, github: workflow.github, release });
        return release.draft ? workflow.releaseAssetUrl(tag, asset.name) : asset.browser_download_url;
    };
    try {
        const releaseAssetUrl = await attach(local.path, local.sizeBytes, local.sha256);
        return { releaseAssetUrl, ...(await attachPoster(runtime, posterPath, attach)) };
    }
    catch (error) {
        if (!isImmutableReleaseError(error))
            throw error;
        runtime.log.info("The release is immutable and takes no more files. Its notes get a link instead.");
        return {};
    }
}
// A poster that can't be attached doesn't affect the video.
async function attachPoster(runtime, path, attach) {
    if (path === undefined)
        return {};
    try {
        const content = await (0,promises_.readFile)(path);
        const sha256 = (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
        return { releasePosterUrl: await attach(path, content.length, sha256) };
    }
    catch (error) {
        if (runtime.signal.aborted)
            throw error;
        runtime.log.info(`The poster is not attached to the release: ${(0,plain_text/* plainText */.wh)(String(error))}`);
        return {};
    }
}
function unattachableReason({ immutable, draft }, bytes) {
    if (immutable && !draft)
        return "an immutable release takes files only as a draft";
    return bytes >= assetSizeLimit ? "GitHub accepts only files smaller than 2 GiB" : undefined;
}
function isImmutableReleaseError(error) {
    const response = (0,github_error/* githubResponseOf */.e2)(error);
    return response?.status === 422 && /immutable/i.test(response.message);
}
const defaultContentType = "application/octet-stream";
const contentTypes = {
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
};

// EXTERNAL MODULE: ./build/src/publish/pause-before-rereading.js
var pause_before_rereading = __webpack_require__(78337);
;// CONCATENATED MODULE: ./build/src/publish/release/notes.js






// Undocumented. Source: ncipollo/release-action#493.
const maxNotesLength = 125_000;
const maxWrites = 12;
// Until then, another run that read the notes before our write may overwrite it.
const confirmingReads = 2;
/**
 * Writes the block with this key into the notes of a release. GitHub replaces notes as a whole, so a
 * concurrent run may overwrite the block. The notes are read again after increasing pauses until two
 * consecutive reads contain the block.
 */
async function writeBlock({ key, block }, { runtime, github, releaseId }) {
    let confirmations = confirmingReads;
    let writes = 0;
    let failures = 0;
    while (writes <= maxWrites) {
        const release = await readRelease(github, releaseId);
        // Notes that can't be read must not be overwritten.
        if (!release)
            throw releaseGoneError();
        const notes = release.body ?? "";
        const isPresent = hasBlock(notes, key, block);
        if (isPresent && confirmations === confirmingReads)
            return;
        confirmations = isPresent ? confirmations + 1 : 0;
        if (!isPresent) {
            writes += 1;
            try {
                await writeCheckedNotes(github, releaseId, withFindableBlock(notes, key, block));
                failures = 0;
            }
            catch (error) {
                failures += 1;
                await (0,pause_before_rereading/* pauseBeforeRereading */.t)(runtime, github, error, failures);
                continue;
            }
        }
        // More concurrent writers need longer pauses.
        await runtime.sleep(1_000 + 2_000 * (2 * writes - 1) * runtime.random());
    }
    throw new errors/* ShowreelError */.eh("publish_failed", "Other runs kept overwriting the release notes.", {
        hint: "Run again later.",
    });
}
/**
 * Returns our block for the video with this key: the poster and the link, between markers that readers don't
 * see.
 */
function toBlock(key, video) {
    return [(0,marker/* openMarker */.B5)(key), (0,watch_link/* watchLink */.u)(video, { preferRelease: true }) ?? "", (0,marker/* closeMarker */.f9)(key)].join("\n\n");
}
/**
 * Returns the notes with the block: in place of the one with this key, or else at the end. If the end is
 * inside a code block, because a fence was never closed, the block goes to the start. The rest of the notes
 * is not changed.
 */
function withBlock(notes, key, block) {
    const current = (0,marker/* findMarkedBlocks */.kF)(notes).find((own) => own.key === key);
    if (current)
        return notes.slice(0, current.from) + block + notes.slice(current.to);
    if (notes === "")
        return block;
    const appended = `${notes}\n\n${block}`;
    return hasBlock(appended, key, block) ? appended : `${block}\n\n${notes}`;
}
/** Returns whether the notes have exactly this block. Ignores differences in line endings. */
function hasBlock(notes, key, block) {
    const text = notes.replaceAll("\r\n", "\n");
    return (0,marker/* findMarkedBlocks */.kF)(text).some((own) => own.key === key && text.slice(own.from, own.to) === block);
}
// If the block couldn't be found again, this run and every later one would write it again.
function withFindableBlock(notes, key, block) {
    const changedNotes = withBlock(notes, key, block);
    if (hasBlock(changedNotes, key, block))
        return changedNotes;
    throw new errors/* ShowreelError */.eh("publish_failed", "The link would not be found again in the release notes.", {
        hint: "Add the link by hand. The notes were not changed.",
    });
}
async function writeCheckedNotes(github, releaseId, notes) {
    if (notes.length > maxNotesLength) {
        throw new errors/* ShowreelError */.eh("publish_failed", "The release notes are too long to add the link.", {
            hint: "Shorten the notes. GitHub accepts 125,000 characters.",
        });
    }
    await writeNotes(github, releaseId, notes);
}

;// CONCATENATED MODULE: ./build/src/publish/release/publisher.js








/**
 * Creates the publishers that attach video and poster to a release, and that link them in its notes. The
 * second publisher uses the results of the first.
 */
function createReleasePublishers(runtime, workflow, target) {
    const { github } = workflow;
    let found;
    const findRelease = () => {
        found ??= findWritableRelease(github, target.tag).then((release) => release ?? Promise.reject(releaseNotFoundError(target.tag)));
        return found;
    };
    // The user set `release_tag`, so the message always starts with the file that is missing on the release.
    const toFailure = (error) => {
        throw runtime.signal.aborted ? error : notOnReleaseError(target.tag, error);
    };
    return {
        files: {
            name: "release's file",
            isEssential: true,
            usesPoster: true,
            publish: (video) => findRelease()
                .then((release) => attachVideoAndPoster(video, target, { runtime, workflow, release }))
                .catch(toFailure),
        },
        notes: {
            name: "link in the release notes",
            // If the release accepts no files, its notes still get the link.
            isEssential: ({ releaseAssetUrl }) => releaseAssetUrl === undefined,
            publish: async (video) => {
                // The other publisher reports a missing release.
                const release = await findRelease().catch(() => undefined);
                if (!video.local || !release)
                    return {};
                if ((0,watch_link/* watchLink */.u)(video, { preferRelease: true }) === undefined)
                    throw nothingToLinkError(target.tag);
                const { key } = target;
                const block = runtime.secrets.redactMarkdown(toBlock(key, video), (0,marker/* openMarker */.B5)(key), (0,marker/* closeMarker */.f9)(key));
                await writeBlock({ key, block }, { runtime, github, releaseId: release.id }).catch(toFailure);
                return {};
            },
        },
    };
}
/** Returns the base name of the assets on a release: that of the output file, or else the title. */
function assetNameStem(outputPath, title) {
    const stem = outputPath === undefined ? title : (0,external_node_path_.basename)(outputPath, (0,external_node_path_.extname)(outputPath));
    return ((0,output_target/* slugify */.Yv)(stem)
        .slice(0, 80)
        .replace(/[-.]+$/, "") || "video");
}
function notOnReleaseError(tag, error) {
    if (!(error instanceof errors/* ShowreelError */.eh))
        return error;
    const message = `The video is not on the release ${tag}: ${error.message}`;
    return error.with({ code: "publish_failed", message, submitted: undefined });
}
function nothingToLinkError(tag) {
    return new errors/* ShowreelError */.eh("publish_failed", `The release ${tag} takes no files, and there is no page to link to.`, {
        hint: "Attach the video to a draft before you publish it, or set `upload_artifact` to true.",
    });
}
function releaseNotFoundError(tag) {
    return new errors/* ShowreelError */.eh("publish_failed", `No release with the tag ${tag} was found, or the token can't see it.`, {
        hint: "Create the release before the video is finished. To see a draft, a token needs `contents: write`.",
    });
}


/***/ })

};
