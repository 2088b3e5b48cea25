import { expect, test } from "vitest";
import { example, requestProblems, responseProblems } from "./api-description.ts";
import { HANDLERS } from "./fake-github/handlers.ts";
import {
  type FakeCommit,
  type FakeFile,
  type FakeGithub,
  type FakeGithubOptions,
  type FakeReply,
  type FakeRoute,
  forbidden,
  notFound,
  primaryLimit,
  secondaryLimit,
  serverError,
  startFakeGithub,
  validationFailed,
} from "./fake-github.ts";

const HOME = "/repos/octo/showreel-test";
const BY_TAG: FakeRoute = "GET /repos/{owner}/{repo}/releases/tags/{tag}";
const UPLOAD = `/uploads${HOME}/releases/1/assets`;

function toCommits(...letters: readonly string[]): FakeCommit[] {
  return letters.map((letter) => ({
    sha: letter.repeat(40),
    message: `Change ${letter}`,
    author: "mona",
    files: [{ filename: `src/${letter} b.ts`, patch: "@@ -1 +1,2 @@\n-one\n+two\n+three" }],
  }));
}

const LOGO: FakeFile = { filename: "logo.png", status: "renamed", previousFilename: "old.png" };
const FULL: FakeGithubOptions = {
  releases: [
    { id: 3, tag: "v3", draft: true },
    { id: 2, tag: "v2-beta", prerelease: true },
    { id: 1, tag: "v1", name: "One", body: "First", assets: [] },
  ],
  tags: [
    { name: "v2-beta", sha: "b".repeat(40) },
    { name: "v1", sha: "a".repeat(40) },
  ],
  commits: toCommits("d", "c", "b", "a"),
  pulls: [
    {
      number: 7,
      title: "Add a logo",
      author: "mona",
      mergeSha: "d".repeat(40),
      head: { ref: "logo", sha: "c".repeat(40), repository: "mona/showreel-test" },
      base: { ref: "main", sha: "b".repeat(40) },
      files: [LOGO],
      commits: toCommits("c"),
    },
    {
      number: 8,
      title: "From a deleted fork",
      mergedAt: "2026-02-02T02:02:02Z",
      head: { ref: "gone", sha: "e".repeat(40), repository: "deleted" },
      base: { ref: "main", sha: "b".repeat(40) },
      commits: toCommits("c"),
    },
  ],
  issues: [5],
  permissions: { mona: "admin" },
};

function call(fake: FakeGithub, method: string, path: string, body?: object, headers: object = {}) {
  const usual = { authorization: `Bearer ${fake.token}`, ...headers };
  const content = body instanceof Uint8Array ? body : JSON.stringify(body);
  return fetch(new URL(path, fake.url), { method, headers: usual, ...(body && { body: content }) });
}

async function read(fake: FakeGithub, path: string) {
  const answer = await call(fake, "GET", path);
  expect(answer.status).toBe(200);
  return answer.json();
}

function upload(fake: FakeGithub, name: string, path = UPLOAD) {
  const query = new URLSearchParams({ name });
  return call(fake, "POST", `${path}?${query}`, Buffer.from("video"), { "content-type": "video/mp4" });
}

test("requests and responses of every route match GitHub's description", async () => {
  await using fake = await startFakeGithub(FULL);
  await upload(fake, "video.mp4");
  await call(fake, "POST", `${HOME}/releases`, { tag_name: "v4", generate_release_notes: true });
  await call(fake, "PATCH", `${HOME}/releases/3`, { draft: false, make_latest: "true" });
  await call(fake, "POST", `${HOME}/releases/generate-notes`, { tag_name: "v2-beta" });
  await call(fake, "POST", `${HOME}/issues/7/comments`, { body: "Here is the video" });
  await call(fake, "PATCH", `${HOME}/issues/comments/1003`, { body: "Here is a better one" });
  const commits = [
    "tags",
    "commits?sha=v1&per_page=1",
    "commits/heads/main",
    `commits/${"c".repeat(40)}/pulls`,
  ];
  const releases = [
    "releases?page=2",
    "releases/latest",
    "releases/tags/v1",
    "releases/1",
    "releases/1/assets",
  ];
  const pulls = ["pulls/7", "pulls/8", "pulls/7/files", "pulls/7/commits", "compare/v1...main?page=1"];
  const comments = [
    "issues/7/comments?since=2026-01-01T00:00:00Z",
    "issues/5/comments",
    "issues/comments/1003",
  ];
  const people = ["collaborators/mona/permission", "collaborators/stranger/permission"];
  for (const path of [...commits, ...releases, ...pulls, ...comments, ...people]) {
    await read(fake, `${HOME}/${path}`);
  }
  await read(fake, HOME);
  await call(fake, "DELETE", `${HOME}/releases/assets/1001`);
  expect(fake.answerProblems).toEqual([]);
  expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
});

test("GitHub describes every route of the fake, and its error responses", async () => {
  await using fake = await startFakeGithub({ commits: toCommits("a") });
  for (const route of Object.keys(HANDLERS)) {
    const [method = "", path = ""] = route.split(" ");
    const asked = path.replace("{owner}/{repo}", "octo/showreel-test").replaceAll(/\{\w+\}/g, "9");
    await call(fake, method, asked);
  }
  expect(fake.answerProblems).toEqual([]);
  expect(fake.requests.flatMap(({ problems }) => problems).join()).not.toMatch(/does not (describe|know)/);
});

test("validation reports an invalid request", () => {
  const problems = (query: string, body?: object, method = "POST") =>
    requestProblems(method, `${HOME}/releases`, new URLSearchParams(query), body);
  expect(problems("per_page=100&page=2", undefined, "GET")).toEqual([]);
  expect(problems("perPage=100", undefined, "GET")).toEqual([
    'query must NOT have additional properties ("perPage")',
  ]);
  expect(problems("page=two", undefined, "GET")).toEqual(["query/page must be integer"]);
  expect(problems("", {}, "GET")).toEqual(["body must not be there"]);
  expect(problems("", { tag_name: "v1", title: "One" })).toEqual([
    'body must NOT have additional properties ("title")',
  ]);
  expect(problems("", { name: "One" })).toEqual(["body must have required property 'tag_name'"]);
  expect(problems("")).toEqual(["body is missing"]);
  expect(requestProblems("GET", `${HOME}/releases/v1`, new URLSearchParams(), undefined)).toEqual([
    "path/release_id must be integer",
  ]);
});

test("validation reports an invalid response", () => {
  const release = example("GET", `${HOME}/releases/1`, 200) as object;
  const problems = (status: number, body: unknown) =>
    responseProblems("GET", `${HOME}/releases/1`, status, body);
  expect(problems(200, { ...release, name: null })).toEqual([]);
  expect(problems(200, { ...release, id: "1", created_at: "yesterday" })).toHaveLength(2);
  expect(problems(418, { message: 418 })).toEqual(["answer/message must be string"]);
  expect(problems(202, undefined)).toEqual([
    "GET /repos/{owner}/{repo}/releases/{release_id} does not answer 202",
  ]);
  expect(responseProblems("DELETE", `${HOME}/releases/assets/1`, 204, {})).toHaveLength(1);
});

test("an invalid request gets GitHub's error response, and its problems are recorded", async () => {
  await using fake = await startFakeGithub(FULL);
  expect((await call(fake, "POST", `${HOME}/releases`, { tag: "v9" })).status).toBe(422);
  expect((await call(fake, "GET", `${HOME}/releases?limit=3`)).status).toBe(200);
  expect((await call(fake, "GET", `${HOME}/labels`)).status).toBe(404);
  expect((await call(fake, "GET", "/nothing/here")).status).toBe(404);
  expect((await call(fake, "POST", `${HOME}/releases/1/assets?name=a.mp4`)).status).toBe(404);
  expect(fake.requests.map(({ problems }) => problems.length)).toEqual([2, 1, 1, 1, 1]);
  expect(fake.requests[0]).toMatchObject({ method: "POST", path: `${HOME}/releases`, body: { tag: "v9" } });
});

test.each([
  ["an unknown route", "/nothing/here"],
  ["a route of GitHub that looks like one of the fake's", `${HOME}/commits/main/status`],
])("a request to %s says how to add a route", async (_, path) => {
  await using fake = await startFakeGithub();
  expect((await call(fake, "GET", path)).status).toBe(404);
  expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([
    `test/fixtures/github-api.json does not describe GET ${path}. If GitHub has this route, add it to the fake's ` +
      "handlers (test/support/github/fake-github/handlers.ts) and run: npm run vendor-github",
  ]);
  expect(() => example("GET", path, 200)).toThrow("run: npm run vendor-github");
});

test("a response that violates the description fails the test that caused it", async () => {
  const fake = await startFakeGithub({ releases: [{ id: 1, tag: "v1", createdAt: "yesterday" }] });
  await read(fake, `${HOME}/releases/1`);
  await expect(fake[Symbol.asyncDispose]()).rejects.toThrow("answer/created_at must match format");
});

test("a token is accepted with the scheme `token` or `bearer` only", async () => {
  await using fake = await startFakeGithub({ token: "ghs_other" });
  const statusOf = async (authorization: string) =>
    (await call(fake, "GET", HOME, undefined, { authorization })).status;
  expect(await statusOf("token ghs_other")).toBe(200);
  expect(await statusOf("Bearer ghs_other")).toBe(200);
  expect(await statusOf("Bearer ghs_test-token")).toBe(401);
  const bare = await fetch(fake.url + HOME);
  expect([bare.status, await bare.json()]).toMatchObject([401, { message: "Bad credentials" }]);
});

test("responses contain a request id and the remaining rate limit", async () => {
  await using fake = await startFakeGithub();
  const { headers } = await call(fake, "GET", HOME);
  expect(headers.get("x-github-request-id")).toBe("FAKE:1");
  expect([headers.get("x-ratelimit-remaining"), headers.get("x-ratelimit-limit")]).toEqual(["4999", "5000"]);
  expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000);
});

test("the `link` headers of a list lead through all of its pages", async () => {
  await using fake = await startFakeGithub({ commits: toCommits("a", "b", "c", "d", "e") });
  const seen: string[] = [];
  let next: string | undefined = `${HOME}/commits?per_page=2`;
  while (next) {
    const answer = await call(fake, "GET", next);
    seen.push(...((await answer.json()) as { sha: string }[]).map(({ sha }) => sha.charAt(0)));
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
  }
  expect(seen.join("")).toBe("abcde");
  expect(fake.requests).toHaveLength(3);
  const middle = await call(fake, "GET", `${HOME}/commits?per_page=2&page=2`);
  const relations = [...(middle.headers.get("link") ?? "").matchAll(/rel="(\w+)"/g)].map(([, word]) => word);
  expect(relations).toEqual(["prev", "next", "last", "first"]);
  expect((await call(fake, "GET", `${HOME}/commits`)).headers.get("link")).toBeNull();
});

test.each<[string, FakeReply, number, string]>([
  ["forbidden", forbidden(), 403, "Resource not accessible by integration"],
  ["notFound", notFound(), 404, "Not Found"],
  ["secondaryLimit", secondaryLimit(60), 403, "You have exceeded a secondary rate limit"],
  ["primaryLimit", primaryLimit(1_900_000_000), 403, "API rate limit exceeded"],
  ["primaryLimit as 429", primaryLimit(1_900_000_000, 429), 429, "API rate limit exceeded"],
  ["serverError", serverError(), 500, "Server Error"],
  ["validationFailed", validationFailed("custom", "Too long"), 422, "Validation Failed"],
])("%s is sent in GitHub's shape, once", async (_, reply, status, message) => {
  await using fake = await startFakeGithub(FULL);
  fake.on(BY_TAG, reply);
  const answer = await call(fake, "GET", `${HOME}/releases/tags/v1`);
  const body = (await answer.json()) as { message: string; documentation_url: string };
  expect(answer.status).toBe(status);
  expect(body.message).toContain(message);
  expect(body.documentation_url).toMatch(/^https:\/\/docs\.github\.com/);
  expect(responseProblems("GET", `${HOME}/releases/tags/v1`, status, body)).toEqual([]);
  expect(Object.fromEntries(answer.headers)).toMatchObject(reply.headers ?? {});
  expect((await call(fake, "GET", `${HOME}/releases/tags/v1`)).status).toBe(200);
});

test("a validation error contains its code, message and field", () => {
  const { body } = validationFailed("custom", "Too long", { field: "body" });
  expect(body).toMatchObject({ errors: [{ code: "custom", message: "Too long", field: "body" }] });
});

test("a route follows its script in order (hang up, no response, a reply), and other routes are not affected", async () => {
  await using fake = await startFakeGithub(FULL);
  fake.on(BY_TAG, "hang up", "no answer");
  fake.on(BY_TAG, { status: 502, body: "<html>Bad gateway</html>", headers: { via: "proxy" } });
  const path = `${HOME}/releases/tags/v1`;
  expect((await call(fake, "GET", `${HOME}/releases/1`)).status).toBe(200);
  await expect(call(fake, "GET", path)).rejects.toThrow("fetch failed");
  const headers = { authorization: `Bearer ${fake.token}` };
  const silent = fetch(fake.url + path, { headers, signal: AbortSignal.timeout(100) });
  await expect(silent).rejects.toThrow("timeout");
  const told = await call(fake, "GET", path);
  expect([told.status, told.headers.get("content-type"), told.headers.get("via")]).toEqual([
    502,
    "text/html",
    "proxy",
  ]);
  expect((await call(fake, "GET", path)).status).toBe(200);
  expect(fake.requests).toHaveLength(5);
});

test("drafts are visible with push access only, and never by their tag", async () => {
  await using fake = await startFakeGithub(FULL);
  const drafts = async () =>
    ((await read(fake, `${HOME}/releases`)) as { draft: boolean }[]).filter(({ draft }) => draft);
  expect(await drafts()).toMatchObject([{ tag_name: "v3", published_at: null }]);
  expect((await call(fake, "GET", `${HOME}/releases/3`)).status).toBe(200);
  expect((await call(fake, "GET", `${HOME}/releases/tags/v3`)).status).toBe(404);
  fake.state.canPush = false;
  expect(await drafts()).toEqual([]);
  expect((await call(fake, "GET", `${HOME}/releases/3`)).status).toBe(404);
  expect((await upload(fake, "video.mp4")).status).toBe(403);
  const notes = await call(fake, "POST", `${HOME}/releases/generate-notes`, { tag_name: "v1" });
  expect(notes.status).toBe(403);
});

test("the latest release is neither a draft nor a pre-release", async () => {
  await using fake = await startFakeGithub(FULL);
  expect(await read(fake, `${HOME}/releases/latest`)).toMatchObject({ tag_name: "v1", name: "One" });
  fake.state.releases = [];
  expect((await call(fake, "GET", `${HOME}/releases/latest`)).status).toBe(404);
});

test("a release can be created, found by a tag with slashes, changed and published", async () => {
  await using fake = await startFakeGithub(FULL);
  const wish = { tag_name: "app/v4", body: "Four", draft: true };
  const created = await call(fake, "POST", `${HOME}/releases`, wish);
  expect(created.status).toBe(201);
  expect(created.headers.get("location")).toBe(`${fake.url}${HOME}/releases/1001`);
  await call(fake, "PATCH", `${HOME}/releases/1001`, { name: "Version 4", draft: false });
  const found = await read(fake, `${HOME}/releases/tags/app%2Fv4`);
  expect(found).toMatchObject({ id: 1001, name: "Version 4", body: "Four", draft: false });
  expect(await read(fake, `${HOME}/releases/tags/app/v4`)).toEqual(found);
  expect(fake.state.tags[0]).toEqual({ name: "app/v4", sha: "d".repeat(40) });
  const again = await call(fake, "POST", `${HOME}/releases`, { tag_name: "app/v4" });
  expect(await again.json()).toMatchObject({ errors: [{ code: "already_exists", field: "tag_name" }] });
});

test("an asset is uploaded to its release's upload URL, keeps its bytes and can be deleted", async () => {
  await using fake = await startFakeGithub(FULL);
  const { upload_url: address } = (await read(fake, `${HOME}/releases/1`)) as { upload_url: string };
  expect(address).toBe(`${fake.url}${UPLOAD}{?name,label}`);
  const answer = await upload(fake, "video.mp4", address.replace("{?name,label}", ""));
  expect(answer.status).toBe(201);
  const digest = "sha256:0cab1c9617404faf2b24e221e189ca5945813e14d3f766345b09ca13bbe28ffc";
  expect(await answer.json()).toMatchObject({
    name: "video.mp4",
    size: 5,
    content_type: "video/mp4",
    digest,
  });
  const listed = await read(fake, `${HOME}/releases/1/assets`);
  expect(listed).toMatchObject([
    { id: 1001, browser_download_url: expect.stringMatching(/v1\/video\.mp4$/) },
  ]);
  expect((await call(fake, "DELETE", `${HOME}/releases/assets/1001`)).status).toBe(204);
  expect(await read(fake, `${HOME}/releases/1/assets`)).toEqual([]);
  expect((await call(fake, "DELETE", `${HOME}/releases/assets/1001`)).status).toBe(404);
});

test.each([
  ["my video (1).mp4", "my.video.1.mp4"],
  ["tobwen-1.1.0-1~buster_amd64.deb", "tobwen-1.1.0-1.buster_amd64.deb"],
  ["Übersicht+@.mp4", "Ubersicht+@.mp4"],
  [".hidden.mp4.", "default.hidden.mp4"],
  ["(x).mp4", "x.mp4"],
  ["日本.mp4", "default.mp4"],
])("an asset named %s becomes %s, and its like is refused", async (name, renamed) => {
  await using fake = await startFakeGithub(FULL);
  expect(await (await upload(fake, name)).json()).toMatchObject({ name: renamed });
  const again = await upload(fake, renamed);
  expect([again.status, await again.json()]).toMatchObject([
    422,
    { errors: [{ resource: "ReleaseAsset", code: "already_exists", field: "name" }] },
  ]);
});

test("an immutable release rejects uploads and deletions of assets once it is published", async () => {
  await using fake = await startFakeGithub({
    releases: [{ id: 1, tag: "v1", draft: true, immutable: true }],
  });
  expect((await upload(fake, "video.mp4")).status).toBe(201);
  const published = await call(fake, "PATCH", `${HOME}/releases/1`, { draft: false });
  expect(await published.json()).toMatchObject({ draft: false, immutable: true });
  const refused = await upload(fake, "other.mp4");
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { message: "Cannot upload assets to an immutable release." },
  ]);
  expect((await call(fake, "DELETE", `${HOME}/releases/assets/1001`)).status).toBe(422);
});

test("release notes are generated from the tags, or set by the test", async () => {
  await using fake = await startFakeGithub(FULL);
  const notes = async (body: object) =>
    (await call(fake, "POST", `${HOME}/releases/generate-notes`, body)).json();
  const link = "https://github.com/octo/showreel-test/compare/v1...v2-beta";
  expect(await notes({ tag_name: "v2-beta" })).toMatchObject({ body: `**Full Changelog**: ${link}` });
  expect(await notes({ tag_name: "v3", previous_tag_name: "v0" })).toMatchObject({ status: "422" });
  fake.state.generatedNotes = { name: "Three", body: "What is new" };
  expect(await notes({ tag_name: "v3" })).toEqual({ name: "Three", body: "What is new" });
});

test("a comparison has the commits between two refs, oldest first, and files on its first page", async () => {
  await using fake = await startFakeGithub(FULL);
  const range = (await read(fake, `${HOME}/compare/v1...main`)) as Record<string, { sha: string }[]>;
  expect(range).toMatchObject({ status: "ahead", ahead_by: 3, total_commits: 3 });
  expect(range.commits?.map(({ sha }) => sha.charAt(0)).join("")).toBe("bcd");
  expect(range.files).toMatchObject([{ filename: "src/b b.ts", additions: 2, deletions: 1 }, {}, {}]);
  const second = await call(fake, "GET", `${HOME}/compare/v1...main?per_page=2&page=2`);
  expect(await second.json()).toMatchObject({
    total_commits: 3,
    commits: [{ sha: "d".repeat(40) }],
    files: [],
  });
  expect(await read(fake, `${HOME}/compare/main...v1`)).toMatchObject({ status: "behind", behind_by: 3 });
  expect((await call(fake, "GET", `${HOME}/compare/v0...main`)).status).toBe(404);
});

test("a comparison may diverge, have no common ancestor, or be set by the test", async () => {
  await using fake = await startFakeGithub({
    commits: [
      { sha: "c".repeat(40), message: "Main", parents: ["a".repeat(40)] },
      { sha: "b".repeat(40), message: "Side", parents: ["a".repeat(40)] },
      { sha: "a".repeat(40), message: "Root", parents: [] },
      { sha: "0".repeat(40), message: "Elsewhere", parents: [] },
    ],
    branches: { side: "b".repeat(40), elsewhere: "0".repeat(40) },
    comparisons: { "v1...v2": { commits: toCommits("e", "f"), files: [LOGO] } },
  });
  expect(await read(fake, `${HOME}/compare/side...main`)).toMatchObject({
    status: "diverged",
    ahead_by: 1,
    behind_by: 1,
    merge_base_commit: { sha: "a".repeat(40) },
  });
  expect((await call(fake, "GET", `${HOME}/compare/elsewhere...main`)).status).toBe(404);
  const told = (await read(fake, `${HOME}/compare/v1...v2`)) as { files: object[] };
  expect(told).toMatchObject({ total_commits: 2, commits: toCommits("e", "f").map(({ sha }) => ({ sha })) });
  expect(told.files).toMatchObject([{ filename: "logo.png", previous_filename: "old.png" }]);
  expect(told.files[0]).not.toHaveProperty("patch");
});

test("a commit is found by its SHA, an abbreviated SHA or a branch, and its author may be unknown", async () => {
  await using fake = await startFakeGithub({
    ...FULL,
    commits: [{ sha: "e".repeat(40), message: "By mail" }, ...toCommits("d")],
  });
  const found = { sha: "e".repeat(40), author: null, commit: { message: "By mail" } };
  for (const ref of ["e".repeat(40), "e".repeat(7), "main", "heads/main"]) {
    expect(await read(fake, `${HOME}/commits/${ref}`)).toMatchObject(found);
  }
  const missing = await call(fake, "GET", `${HOME}/commits/nowhere`);
  expect([missing.status, await missing.json()]).toMatchObject([
    422,
    { message: "No commit found for SHA: nowhere" },
  ]);
});

test("a pull request has its base and head, with null for the repository of a deleted fork", async () => {
  await using fake = await startFakeGithub(FULL);
  expect(await read(fake, `${HOME}/pulls/7`)).toMatchObject({
    html_url: "https://github.com/octo/showreel-test/pull/7",
    body: null,
    head: { ref: "logo", repo: { full_name: "mona/showreel-test", fork: true } },
    base: { ref: "main", repo: { full_name: "octo/showreel-test", fork: false } },
    changed_files: 1,
    merged: false,
  });
  expect(await read(fake, `${HOME}/pulls/8`)).toMatchObject({ merged: true, head: { repo: null } });
  const pulls = await read(fake, `${HOME}/commits/${"c".repeat(40)}/pulls`);
  expect(pulls).toMatchObject([{ number: 7 }, { number: 8 }]);
  expect(await read(fake, `${HOME}/commits/${"d".repeat(40)}/pulls`)).toMatchObject([{ number: 7 }]);
});

test("a comment is created by the token's bot and can be changed", async () => {
  await using fake = await startFakeGithub(FULL);
  const created = await call(fake, "POST", `${HOME}/issues/7/comments`, { body: "One" });
  expect([created.status, await created.json()]).toMatchObject([
    201,
    { id: 1001, user: { login: "github-actions[bot]", type: "Bot" } },
  ]);
  await call(fake, "PATCH", `${HOME}/issues/comments/1001`, { body: "Two" });
  expect(await read(fake, `${HOME}/issues/7/comments`)).toMatchObject([{ body: "Two" }]);
  expect((await call(fake, "POST", `${HOME}/issues/99/comments`, { body: "One" })).status).toBe(404);
});

test("a permission is the one that the test sets, and `none` for an unknown user", async () => {
  await using fake = await startFakeGithub(FULL);
  const of = (login: string) => read(fake, `${HOME}/collaborators/${login}/permission`);
  expect(await of("mona")).toMatchObject({ permission: "admin", user: { login: "mona" } });
  expect(await of("stranger")).toMatchObject({ permission: "none" });
});

test("another repository returns 404", async () => {
  await using fake = await startFakeGithub({ repository: "octo/other" });
  expect((await call(fake, "GET", HOME)).status).toBe(404);
  expect(await read(fake, "/repos/Octo/Other")).toMatchObject({ full_name: "octo/other" });
});
