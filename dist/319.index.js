export const id = 319;
export const ids = [319];
export const modules = {

/***/ 79319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCommentPublisher: () => (/* binding */ createCommentPublisher)
});

// EXTERNAL MODULE: ./build/src/platform/github/marker.js
var github_marker = __webpack_require__(14431);
// EXTERNAL MODULE: ./build/src/base/errors.js
var errors = __webpack_require__(22396);
// EXTERNAL MODULE: ./build/src/base/text/format-units.js
var format_units = __webpack_require__(73054);
// EXTERNAL MODULE: ./build/src/jobs/cost/estimate.js
var cost_estimate = __webpack_require__(12130);
// EXTERNAL MODULE: ./build/src/publish/markdown.js
var markdown = __webpack_require__(89372);
// EXTERNAL MODULE: ./build/src/publish/result-rows.js
var result_rows = __webpack_require__(42116);
// EXTERNAL MODULE: ./build/src/publish/watch-link.js
var watch_link = __webpack_require__(62427);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/publish/comment/state.js

const versionSchema = schemas/* object */.Ikc({
    seconds: schemas/* number */.aig().optional(),
    commit: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{7,64}$/)
        .optional(),
});
const stateSchema = versionSchema.extend({
    run: schemas/* number */.aig(),
    attempt: schemas/* number */.aig(),
    /**
     * The id of this comment, written by its first update. In a copy of the comment, it is still the original's
     * id.
     */
    comment: schemas/* number */.aig().optional(),
    /** The finished video of an earlier run. */
    before: versionSchema.optional(),
});
const stateStart = "<!-- showreel-state ";
/** Returns the state as the last line of a comment. */
function writeState(state) {
    return `${stateStart}${JSON.stringify(stateSchema.parse(state))} -->`;
}
/** Reads the state from a comment; undefined if there is none. */
function readState(body) {
    const line = body.split(/\r?\n/).findLast((each) => each.startsWith(stateStart));
    try {
        return stateSchema.safeParse(JSON.parse(line?.slice(stateStart.length).replace(/ -->$/, "") ?? "")).data;
    }
    catch {
        return undefined;
    }
}
/** Returns whether `current` is from a later run than `ours`, or from a later attempt of the same run. */
function isNewer(current, ours) {
    return current.run > ours.run || (current.run === ours.run && current.attempt > ours.attempt);
}
/**
 * Returns the finished video before this run's: the one that the comment shows, or the one that it replaced.
 */
function versionBefore(current, { run }) {
    if (!current)
        return undefined;
    if (current.run === run || current.seconds === undefined)
        return current.before;
    const { seconds, commit } = current;
    return { seconds, ...(commit !== undefined && { commit }) };
}

;// CONCATENATED MODULE: ./build/src/publish/comment/body.js







// GitHub accepts 65,536 characters.
const maxBodyLength = 60_000;
/**
 * Returns the body of the comment for the current state of the video; undefined if the comment was written by
 * a later run or attempt.
 */
function toCommentBody(marker, video, run, current) {
    const before = readState(current?.body ?? "");
    if (before && isNewer(before, run))
        return undefined;
    const state = { ...toState(video, run, before), ...(current && { comment: current.id }) };
    const parts = [
        `${marker}\n### ${(0,markdown/* escapeMarkdown */.FV)(video.title)}`,
        video.local && (0,watch_link/* watchLink */.u)(video),
        commentHeadline(video, run),
        (0,markdown/* markdownTable */.Qj)([...(0,result_rows/* resultRows */.F)(video), ...changeRows(state)]),
    ];
    const body = parts.filter(Boolean).join("\n\n");
    return `${body.slice(0, maxBodyLength)}\n\n${writeState(state)}`;
}
function toState(video, { run, attempt, commit }, current) {
    const before = versionBefore(current, { run });
    return {
        run,
        attempt,
        ...(video.local && { seconds: video.local.durationSeconds }),
        ...(/^[0-9a-f]{7,64}$/.test(commit) && { commit }),
        ...(before && { before }),
    };
}
function commentHeadline(video, { url }) {
    const runLink = (0,markdown/* markdownLink */.iQ)("workflow run", url);
    const { failure, estimate } = video;
    if (video.local && !failure)
        return `**Ready.** ${video.resumed ? "Resumed" : "Rendered"} by this ${runLink}.`;
    if (failure && !video.local) {
        const message = `**${failure.code}**: ${(0,markdown/* toMarkdownLines */.IN)(failure.message)}`;
        return [message, (0,markdown/* toMarkdownLines */.IN)((0,errors/* formatHint */.FD)(failure, { inGitHub: true })), `See the ${runLink}.`].join("\n\n");
    }
    const wait = estimate?.waitMinutes ? `; it usually takes ${(0,cost_estimate/* formatWait */.Du)(estimate.waitMinutes)}` : "";
    if (video.local) {
        const message = (0,markdown/* toMarkdownLines */.IN)(failure?.message ?? "");
        return `The video is complete, but the run failed: ${message} See the ${runLink}.`;
    }
    return [`**Rendering**${wait}. See the ${runLink}.`, (0,markdown/* toMarkdownLines */.IN)(video.resumeHint ?? "")]
        .filter(Boolean)
        .join("\n\n");
}
function changeRows({ seconds, commit, before }) {
    if (seconds === undefined || before === undefined)
        return [];
    const parts = [
        before.seconds !== undefined &&
            `${(0,format_units/* formatDuration */.a)(before.seconds * 1_000)} → ${(0,format_units/* formatDuration */.a)(seconds * 1_000)}`,
        before.commit && commit && `${before.commit.slice(0, 7)} → ${commit.slice(0, 7)}`,
    ];
    return [["Since the last video", parts.filter(Boolean).join(", ")]];
}

// EXTERNAL MODULE: ./build/src/base/runtime.js
var base_runtime = __webpack_require__(53963);
;// CONCATENATED MODULE: ./build/src/platform/github/api/token-logins.js



const viewerSchema = schemas/* lazy */.RZV(() => schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1) }) }) }));
// The logins of the default workflow token at GitHub, Gitea and Forgejo.
const defaultTokenLogins = ["github-actions[bot]", "gitea-actions", "forgejo-actions"];
/**
 * Returns the logins that this token may post as: the one from GitHub, or those of the default tokens if the
 * server reports none. An app's token can read its login only with GraphQL
 * (marocchino/sticky-pull-request-comment#332).
 */
async function tokenLogins(runtime, github) {
    const url = github.apiUrl.replace(/\/+$/, "").replace(/\/api\/v3$/, "/api");
    try {
        const response = await github.request(`POST ${url}/graphql`, {
            parameters: { owner: undefined, repo: undefined, query: "{ viewer { login } }" },
            responseSchema: viewerSchema,
            permission: "pull-requests: write",
        });
        return response ? [response.data.viewer.login] : defaultTokenLogins;
    }
    catch (error) {
        if (runtime.signal.aborted)
            throw (0,base_runtime/* interruptedError */.n7)();
        if (error instanceof errors/* ShowreelError */.eh)
            return defaultTokenLogins;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/publish/pause-before-rereading.js
var pause_before_rereading = __webpack_require__(78337);
;// CONCATENATED MODULE: ./build/src/publish/comment/comments.js




const commentSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP().nullish() }).nullish(),
});
const permission = "pull-requests: write";
// More comments than any pull request has.
const maxPages = 100;
/**
 * Returns the comments by any user that have this marker on their first line and contain our state, oldest
 * first. Omits copies, whose state contains the id of another comment.
 */
async function findComments(github, issue, marker) {
    const comments = await github.paginate("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        parameters: { issue_number: issue },
        responseSchema: schemas/* array */.YOg(commentSchema),
        permission,
        maxPages,
    });
    return comments.filter((comment) => hasMarker(comment, marker)).sort((a, b) => a.id - b.id);
}
function hasMarker({ id, body }, marker) {
    const state = readState(body ?? "");
    const isOriginal = state !== undefined && (state.comment ?? id) === id;
    return isOriginal && body?.split(/\r?\n/, 1)[0] === marker;
}
/** Creates a comment. Never retried: after a lost response, first check whether it exists. */
function createComment(github, issue, body) {
    return github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        parameters: { issue_number: issue, body },
        responseSchema: commentSchema,
        permission,
        neverRetry: true,
    });
}
/**
 * Updates a comment. Never retried: read it again after an error. Returns undefined if it has been deleted.
 */
function updateComment(github, id, body) {
    return github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        parameters: { comment_id: id, body },
        responseSchema: commentSchema,
        permission,
        neverRetry: true,
    });
}
/** Deletes a comment, if it still exists. */
async function deleteComment(github, id) {
    await github.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        parameters: { comment_id: id },
        responseSchema: schemas/* unknown */.L5J(),
        permission,
    });
}
const maxAttempts = 4;
/**
 * Updates our comment with this marker, or creates it. `toBody` gets the current comment, and returns
 * undefined if a later run or attempt has written it. Concurrent runs keep the oldest comment and delete the
 * others. Doesn't change comments by other users, or copies of our comment. To make copies recognizable, a
 * new comment is updated at once with its own id.
 */
async function upsertComment(toBody, context) {
    const { runtime, github, issue } = context;
    const findOwn = createOwnCommentSearch(context);
    let created;
    let failures = 0;
    for (let attempt = 1;;) {
        const [current, ...duplicates] = includeCreated(await findOwn(), created);
        const body = toBody(current);
        if (body === undefined)
            return current;
        let written;
        try {
            written = await (current
                ? updateComment(github, current.id, body)
                : createComment(github, issue, body));
        }
        catch (error) {
            // The next read shows whether it was written, or whether another run has written.
            failures += 1;
            await (0,pause_before_rereading/* pauseBeforeRereading */.t)(runtime, github, error, failures);
            continue;
        }
        created = current ? undefined : written;
        for (const duplicate of duplicates)
            await deleteComment(github, duplicate.id);
        // A created comment is read again, because another run may have created one too, and updated with its own
        // id.
        if (written && current)
            return written;
        if (attempt === maxAttempts)
            return written;
        attempt += 1;
        await runtime.sleep(200 + 800 * runtime.random());
    }
}
// The token's login is requested only if there are comments that may be ours.
function createOwnCommentSearch({ runtime, github, issue, marker }) {
    let logins;
    return async () => {
        const marked = await findComments(github, issue, marker);
        if (marked.length === 0)
            return [];
        logins ??= tokenLogins(runtime, github);
        const ownLogins = await logins;
        return marked.filter(({ user }) => ownLogins.includes(user?.login ?? ""));
    };
}
// GitHub's list may not contain a new comment yet.
function includeCreated(listed, created) {
    const isListed = created === undefined || listed.some(({ id }) => id === created.id);
    return isListed ? [...listed] : [...listed, created].sort((a, b) => a.id - b.id);
}

;// CONCATENATED MODULE: ./build/src/publish/comment/publisher.js



/**
 * Creates the publisher of one comment per video on the run's pull request. Logs a line if there is no pull
 * request.
 */
function createCommentPublisher(runtime, workflow, key) {
    const marker = (0,github_marker/* openMarker */.B5)(key);
    let firstWrite;
    const write = async (video) => {
        const issue = await workflow.pullRequest();
        if (issue === undefined) {
            runtime.log.info("There is no open pull request to comment on.");
            return {};
        }
        const { run, github } = workflow;
        const toBody = (current) => {
            const body = toCommentBody(marker, video, run, current);
            // The first and the last line identify the comment, and hold only our own numbers and hashes.
            return body && runtime.secrets.redactMarkdown(body, marker, body.slice(body.lastIndexOf("\n")));
        };
        const comment = await upsertComment(toBody, { runtime, github, issue, marker });
        return comment ? { commentUrl: comment.html_url } : {};
    };
    return {
        name: "comment",
        isEssential: false,
        onStarted(video) {
            // `publish` writes again, and reports if that fails.
            firstWrite ??= write(video);
            firstWrite.catch(() => { });
        },
        async publish(video) {
            await firstWrite?.catch(() => { });
            return write(video);
        },
    };
}


/***/ }),

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


/***/ })

};
