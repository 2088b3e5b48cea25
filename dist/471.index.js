export const id = 471;
export const ids = [471];
export const modules = {

  32176:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  pauseBeforeRereading)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29287);
  var _base_text_format_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75847);
  var _base_timing_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32523);



const maxRereads = 3;
async function pauseBeforeRereading(runtime, github, error, attempt) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .eh) || !(error.retryable || error.outcomeUnknown))
        throw error;
    const delay = (0,_base_timing_retry_js__WEBPACK_IMPORTED_MODULE_1__  .qO)(error.retryAfterMs, attempt, runtime.random());
    if (attempt > maxRereads || !github.reservePause(delay))
        throw error;
    runtime.log.info(`${error.message} Reading again in ${(0,_base_text_format_units_js__WEBPACK_IMPORTED_MODULE_2__  .a)(delay)}.`);
    await runtime.sleep(delay);
}


  }),

  73471:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  assetNameStem: () => (  assetNameStem),
  createReleasePublishers: () => (  createReleasePublishers)
});

var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(29287);
var output_target = __webpack_require__(60690);
var marker = __webpack_require__(50242);
var watch_link = __webpack_require__(54358);
var external_node_crypto_ = __webpack_require__(77598);
var promises_ = __webpack_require__(51455);
var plain_text = __webpack_require__(15434);
var github_error = __webpack_require__(5653);
;// CONCATENATED MODULE: ./build/src/publish/release/leftovers.js
function temporaryAssetName({ random }, { run, attempt }, name) {
    return `showreel-r${run}.${attempt}.${Math.floor(random() * 1e9).toString(36)}-${name}`;
}
function replacedAssetName({ id, name }) {
    return `showreel-${id}-${name}`;
}
const maxUploadMs = 24 * 3_600_000;
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

// EXTERNAL MODULE: ../../main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(13279);
;// CONCATENATED MODULE: ./build/src/publish/release/releases.js

const assetSchema = schemas .Ikc({
    id: schemas .aig(),
    name: schemas .YjP(),
    state: schemas .YjP().nullish(),
    digest: schemas .YjP().nullish(),
    created_at: schemas .YjP().nullish(),
    browser_download_url: schemas .YjP(),
});
const releaseSchema = schemas .Ikc({
    id: schemas .aig(),
    tag_name: schemas .YjP(),
    body: schemas .YjP().nullish(),
    draft: schemas .zMY(),
    immutable: schemas .zMY().nullish(),
    upload_url: schemas .YjP(),
    html_url: schemas .YjP(),
});
const permission = "contents: write";
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
        responseSchema: schemas .YOg(releaseSchema),
        permission,
    });
    return releases?.find(({ tag_name }) => tag_name === tag);
}
function readRelease(github, id) {
    return github.request("GET /repos/{owner}/{repo}/releases/{release_id}", {
        parameters: { release_id: id },
        responseSchema: releaseSchema,
        permission,
    });
}
async function writeNotes(github, id, body) {
    await github.request("PATCH /repos/{owner}/{repo}/releases/{release_id}", {
        parameters: { release_id: id, body },
        responseSchema: releaseSchema,
        permission,
        neverRetry: true,
    });
}
function listAssets(github, id) {
    return github.paginate("GET /repos/{owner}/{repo}/releases/{release_id}/assets", {
        parameters: { release_id: id },
        responseSchema: schemas .YOg(assetSchema),
        permission,
        maxPages: 10,
    });
}
async function deleteAsset(github, id) {
    await github.request("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", {
        parameters: { asset_id: id },
        responseSchema: schemas .L5J(),
        permission,
    });
}
function renameAsset(github, id, name) {
    return github.request("PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}", {
        parameters: { asset_id: id, name },
        responseSchema: assetSchema,
        permission,
    });
}
function uploadAsset(github, { upload_url }, file) {
    return github.upload(upload_url, file, assetSchema);
}

;// CONCATENATED MODULE: ./build/src/publish/release/attach-file.js




const maxUploadAttempts = 5;
const maxRenameAttempts = 20;
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
function releaseGoneError() {
    return new errors .eh("publish_failed", "The release, or a file of it, was deleted during the run.", {
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
            if (!(error instanceof errors .eh) || !(error.retryable || error.outcomeUnknown))
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
            const isTaken = (0,github_error .e2)(error)?.status === 422;
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
async function tryDeleteAsset({ id }, { runtime, github }) {
    await deleteAsset(github, id).catch(() => runtime.log.info("A temporary file could not be deleted from the release. Its name starts with showreel-."));
}

;// CONCATENATED MODULE: ./build/src/publish/release/attach-assets.js






const assetSizeLimit = 2 * 1_024 ** 3;
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
        runtime.log.info(`The poster is not attached to the release: ${(0,plain_text .wh)(String(error))}`);
        return {};
    }
}
function unattachableReason({ immutable, draft }, bytes) {
    if (immutable && !draft)
        return "an immutable release takes files only as a draft";
    return bytes >= assetSizeLimit ? "GitHub accepts only files smaller than 2 GiB" : undefined;
}
function isImmutableReleaseError(error) {
    const response = (0,github_error .e2)(error);
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

var pause_before_rereading = __webpack_require__(32176);
;// CONCATENATED MODULE: ./build/src/publish/release/notes.js






const maxNotesLength = 125_000;
const maxWrites = 12;
const confirmingReads = 2;
async function writeBlock({ key, block }, { runtime, github, releaseId }) {
    let confirmations = confirmingReads;
    let writes = 0;
    let failures = 0;
    while (writes <= maxWrites) {
        const release = await readRelease(github, releaseId);
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
                await (0,pause_before_rereading .t)(runtime, github, error, failures);
                continue;
            }
        }
        await runtime.sleep(1_000 + 2_000 * (2 * writes - 1) * runtime.random());
    }
    throw new errors .eh("publish_failed", "Other runs kept overwriting the release notes.", {
        hint: "Run again later.",
    });
}
function toBlock(key, video) {
    return [(0,marker .B5)(key), (0,watch_link .u)(video, { preferRelease: true }) ?? "", (0,marker .f9)(key)].join("\n\n");
}
function withBlock(notes, key, block) {
    const current = (0,marker .kF)(notes).find((own) => own.key === key);
    if (current)
        return notes.slice(0, current.from) + block + notes.slice(current.to);
    if (notes === "")
        return block;
    const appended = `${notes}\n\n${block}`;
    return hasBlock(appended, key, block) ? appended : `${block}\n\n${notes}`;
}
function hasBlock(notes, key, block) {
    const text = notes.replaceAll("\r\n", "\n");
    return (0,marker .kF)(text).some((own) => own.key === key && text.slice(own.from, own.to) === block);
}
function withFindableBlock(notes, key, block) {
    const changedNotes = withBlock(notes, key, block);
    if (hasBlock(changedNotes, key, block))
        return changedNotes;
    throw new errors .eh("publish_failed", "The link would not be found again in the release notes.", {
        hint: "Add the link by hand. The notes were not changed.",
    });
}
async function writeCheckedNotes(github, releaseId, notes) {
    if (notes.length > maxNotesLength) {
        throw new errors .eh("publish_failed", "The release notes are too long to add the link.", {
            hint: "Shorten the notes. GitHub accepts 125,000 characters.",
        });
    }
    await writeNotes(github, releaseId, notes);
}

;// CONCATENATED MODULE: ./build/src/publish/release/publisher.js








function createReleasePublishers(runtime, workflow, target) {
    const { github } = workflow;
    let found;
    const findRelease = () => {
        found ??= findWritableRelease(github, target.tag).then((release) => release ?? Promise.reject(releaseNotFoundError(target.tag)));
        return found;
    };
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
            isEssential: ({ releaseAssetUrl }) => releaseAssetUrl === undefined,
            publish: async (video) => {
                const release = await findRelease().catch(() => undefined);
                if (!video.local || !release)
                    return {};
                if ((0,watch_link .u)(video, { preferRelease: true }) === undefined)
                    throw nothingToLinkError(target.tag);
                const { key } = target;
                const block = runtime.secrets.redactMarkdown(toBlock(key, video), (0,marker .B5)(key), (0,marker .f9)(key));
                await writeBlock({ key, block }, { runtime, github, releaseId: release.id }).catch(toFailure);
                return {};
            },
        },
    };
}
function assetNameStem(outputPath, title) {
    const stem = outputPath === undefined ? title : (0,external_node_path_.basename)(outputPath, (0,external_node_path_.extname)(outputPath));
    return ((0,output_target .Yv)(stem)
        .slice(0, 80)
        .replace(/[-.]+$/, "") || "video");
}
function notOnReleaseError(tag, error) {
    if (!(error instanceof errors .eh))
        return error;
    const message = `The video is not on the release ${tag}: ${error.message}`;
    return error.with({ code: "publish_failed", message, submitted: undefined });
}
function nothingToLinkError(tag) {
    return new errors .eh("publish_failed", `The release ${tag} takes no files, and there is no page to link to.`, {
        hint: "Attach the video to a draft before you publish it, or set `upload_artifact` to true.",
    });
}
function releaseNotFoundError(tag) {
    return new errors .eh("publish_failed", `No release with the tag ${tag} was found, or the token can't see it.`, {
        hint: "Create the release before the video is finished. To see a draft, a token needs `contents: write`.",
    });
}


  })

};
