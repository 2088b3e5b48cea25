export const id = 476;
export const ids = [476];
export const modules = {

  67476:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  createCommentPublisher: () => (  createCommentPublisher)
});

var github_marker = __webpack_require__(50242);
var errors = __webpack_require__(29287);
var format_units = __webpack_require__(75847);
var cost_estimate = __webpack_require__(1363);
var markdown = __webpack_require__(23557);
var result_rows = __webpack_require__(62051);
var watch_link = __webpack_require__(54358);
// EXTERNAL MODULE: ../../main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(13279);
;// CONCATENATED MODULE: ./build/src/publish/comment/state.js

const versionSchema = schemas .Ikc({
    seconds: schemas .aig().optional(),
    commit: schemas .YjP()
        .regex(/^[0-9a-f]{7,64}$/)
        .optional(),
});
const stateSchema = versionSchema.extend({
    run: schemas .aig(),
    attempt: schemas .aig(),
    comment: schemas .aig().optional(),
    before: versionSchema.optional(),
});
const stateStart = "<!-- showreel-state ";
function writeState(state) {
    return `${stateStart}${JSON.stringify(stateSchema.parse(state))} -->`;
}
function readState(body) {
    const line = body.split(/\r?\n/).findLast((each) => each.startsWith(stateStart));
    try {
        return stateSchema.safeParse(JSON.parse(line?.slice(stateStart.length).replace(/ -->$/, "") ?? "")).data;
    }
    catch {
        return undefined;
    }
}
function isNewer(current, ours) {
    return current.run > ours.run || (current.run === ours.run && current.attempt > ours.attempt);
}
function versionBefore(current, { run }) {
    if (!current)
        return undefined;
    if (current.run === run || current.seconds === undefined)
        return current.before;
    const { seconds, commit } = current;
    return { seconds, ...(commit !== undefined && { commit }) };
}

;// CONCATENATED MODULE: ./build/src/publish/comment/body.js







const maxBodyLength = 60_000;
function toCommentBody(marker, video, run, current) {
    const before = readState(current?.body ?? "");
    if (before && isNewer(before, run))
        return undefined;
    const state = { ...toState(video, run, before), ...(current && { comment: current.id }) };
    const parts = [
        `${marker}\n### ${(0,markdown .FV)(video.title)}`,
        video.local && (0,watch_link .u)(video),
        commentHeadline(video, run),
        (0,markdown .Qj)([...(0,result_rows .F)(video), ...changeRows(state)]),
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
    const runLink = (0,markdown .iQ)("workflow run", url);
    const { failure, estimate } = video;
    if (video.local && !failure)
        return `**Ready.** ${video.resumed ? "Resumed" : "Rendered"} by this ${runLink}.`;
    if (failure && !video.local) {
        const message = `**${failure.code}**: ${(0,markdown .IN)(failure.message)}`;
        return [message, (0,markdown .IN)((0,errors .FD)(failure, { inGitHub: true })), `See the ${runLink}.`].join("\n\n");
    }
    const wait = estimate?.waitMinutes ? `; it usually takes ${(0,cost_estimate .Du)(estimate.waitMinutes)}` : "";
    if (video.local) {
        const message = (0,markdown .IN)(failure?.message ?? "");
        return `The video is complete, but the run failed: ${message} See the ${runLink}.`;
    }
    return [`**Rendering**${wait}. See the ${runLink}.`, (0,markdown .IN)(video.resumeHint ?? "")]
        .filter(Boolean)
        .join("\n\n");
}
function changeRows({ seconds, commit, before }) {
    if (seconds === undefined || before === undefined)
        return [];
    const parts = [
        before.seconds !== undefined &&
            `${(0,format_units .a)(before.seconds * 1_000)} → ${(0,format_units .a)(seconds * 1_000)}`,
        before.commit && commit && `${before.commit.slice(0, 7)} → ${commit.slice(0, 7)}`,
    ];
    return [["Since the last video", parts.filter(Boolean).join(", ")]];
}

var base_runtime = __webpack_require__(30134);
;// CONCATENATED MODULE: ./build/src/platform/github/api/token-logins.js



const viewerSchema = schemas .RZV(() => schemas .Ikc({ data: schemas .Ikc({ viewer: schemas .Ikc({ login: schemas .YjP().min(1) }) }) }));
const defaultTokenLogins = ["github-actions[bot]", "gitea-actions", "forgejo-actions"];
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
            throw (0,base_runtime .n7)();
        if (error instanceof errors .eh)
            return defaultTokenLogins;
        throw error;
    }
}

var pause_before_rereading = __webpack_require__(32176);
;// CONCATENATED MODULE: ./build/src/publish/comment/comments.js




const commentSchema = schemas .Ikc({
    id: schemas .aig(),
    html_url: schemas .YjP(),
    body: schemas .YjP().nullish(),
    user: schemas .Ikc({ login: schemas .YjP().nullish() }).nullish(),
});
const permission = "pull-requests: write";
const maxPages = 100;
async function findComments(github, issue, marker) {
    const comments = await github.paginate("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        parameters: { issue_number: issue },
        responseSchema: schemas .YOg(commentSchema),
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
function createComment(github, issue, body) {
    return github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        parameters: { issue_number: issue, body },
        responseSchema: commentSchema,
        permission,
        neverRetry: true,
    });
}
function updateComment(github, id, body) {
    return github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        parameters: { comment_id: id, body },
        responseSchema: commentSchema,
        permission,
        neverRetry: true,
    });
}
async function deleteComment(github, id) {
    await github.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        parameters: { comment_id: id },
        responseSchema: schemas .L5J(),
        permission,
    });
}
const maxAttempts = 4;
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
            failures += 1;
            await (0,pause_before_rereading .t)(runtime, github, error, failures);
            continue;
        }
        created = current ? undefined : written;
        for (const duplicate of duplicates)
            await deleteComment(github, duplicate.id);
        if (written && current)
            return written;
        if (attempt === maxAttempts)
            return written;
        attempt += 1;
        await runtime.sleep(200 + 800 * runtime.random());
    }
}
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
function includeCreated(listed, created) {
    const isListed = created === undefined || listed.some(({ id }) => id === created.id);
    return isListed ? [...listed] : [...listed, created].sort((a, b) => a.id - b.id);
}

;// CONCATENATED MODULE: ./build/src/publish/comment/publisher.js



function createCommentPublisher(runtime, workflow, key) {
    const marker = (0,github_marker .B5)(key);
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
            return body && runtime.secrets.redactMarkdown(body, marker, body.slice(body.lastIndexOf("\n")));
        };
        const comment = await upsertComment(toBody, { runtime, github, issue, marker });
        return comment ? { commentUrl: comment.html_url } : {};
    };
    return {
        name: "comment",
        isEssential: false,
        onStarted(video) {
            firstWrite ??= write(video);
            firstWrite.catch(() => { });
        },
        async publish(video) {
            await firstWrite?.catch(() => { });
            return write(video);
        },
    };
}


  }),

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


  })

};
