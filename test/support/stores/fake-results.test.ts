import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runBuiltAction, startBuiltAction } from "../action/built-action.ts";
import { runBuiltCli } from "../cli/built-cli.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { readBaseEnvironment, startChild } from "../processes/child-process.ts";
import { type FakeResults, startFakeResults } from "./fake-results.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const cacheService = "twirp/github.actions.results.api.v1.CacheService";

/**
 * Runs a script with the real client as `client` and the arguments as `args`; returns what it leaves in
 * `result`.
 */
async function useClient(results: FakeResults, script: string, args: string[] = []) {
  const output = join(createTemporaryFolder(), "result.json");
  const whole = `
    import { writeFileSync } from "node:fs";
    import client from "@actions/artifact";
    const [output, ...args] = process.argv.slice(1);
    let result;
    try { ${script} } catch (error) { result = { error: error.message }; }
    writeFileSync(output, JSON.stringify(result));`;
  const { done } = startChild({
    args: ["--input-type=module", "-e", whole, output, ...args],
    cwd: repository,
    env: {
      ...readBaseEnvironment(),
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_RETENTION_DAYS: "90",
      ACTIONS_RESULTS_URL: results.url,
      ACTIONS_RUNTIME_TOKEN: results.token,
    },
  });
  expect(await done).toMatchObject({ exitCode: 0, stderr: "" });
  return JSON.parse(readFileSync(output, "utf8"));
}

const upload = `result = await client.uploadArtifact("ignored", [args[0]], args[1], { skipArchive: true, retentionDays: 7 });`;

function createVideo(sizeBytes: number) {
  const folder = createTemporaryFolder();
  const path = join(folder, "My video.mp4");
  const bytes = randomBytes(sizeBytes);
  writeFileSync(path, bytes);
  return { folder, path, bytes };
}

describe("artifacts, with the real client", () => {
  test("a file of three blocks can be uploaded, listed, downloaded and deleted", async () => {
    await using results = await startFakeResults();
    const { folder, path, bytes } = createVideo(20_000_000);
    const uploaded = await useClient(results, upload, [path, folder]);
    const [artifact] = results.artifacts;
    expect(artifact).toMatchObject({ id: uploaded.id, name: "My video.mp4", contentType: "video/mp4" });
    expect(artifact?.bytes.equals(bytes)).toBe(true);
    expect(artifact?.digest).toBe(`sha256:${uploaded.digest}`);
    expect(Date.parse(artifact?.expiresAt ?? "") - Date.now()).toBeGreaterThan(6 * 24 * 3600 * 1000);
    expect(results.requests.filter(({ path }) => path.includes("comp=block&"))).toHaveLength(3);

    const { found, deleted } = await useClient(
      results,
      `const { artifact: found } = await client.getArtifact("My video.mp4");
       await client.downloadArtifact(found.id, { path: args[0], expectedHash: found.digest });
       result = { found, deleted: await client.deleteArtifact("My video.mp4") };`,
      [join(folder, "down")],
    );
    expect(found).toMatchObject({ id: uploaded.id, size: bytes.length, digest: artifact?.digest });
    expect(readFileSync(join(folder, "down", "My video.mp4")).equals(bytes)).toBe(true);
    expect(deleted).toEqual({ id: uploaded.id });
    expect(results.artifacts).toEqual([]);
  });

  test("a folder is uploaded as a zip and extracted by the download", async () => {
    await using results = await startFakeResults();
    const { folder, path, bytes } = createVideo(1000);
    const zipped = `const { id } = await client.uploadArtifact("reel", [args[0]], args[1]);
      result = await client.downloadArtifact(id, { path: args[2] });`;
    await useClient(results, zipped, [path, folder, join(folder, "down")]);
    expect(results.artifacts).toMatchObject([{ name: "reel", contentType: "application/zip" }]);
    expect(readFileSync(join(folder, "down", "My video.mp4")).equals(bytes)).toBe(true);
  });

  test("a name that exists is rejected with 409 before the upload", async () => {
    await using results = await startFakeResults();
    const { folder, path } = createVideo(1000);
    await useClient(results, upload, [path, folder]);
    const second = await useClient(results, upload, [path, folder]);
    expect(second.error).toContain("(409) Conflict: an artifact with this name already exists");
    expect(results.artifacts).toHaveLength(1);
  });

  test("scripted failures are returned first, once each", async () => {
    await using results = await startFakeResults();
    const { folder, path } = createVideo(1000);
    results.fail("CreateArtifact", { status: 403, body: { code: "permission_denied", msg: "not today" } });
    expect(await useClient(results, upload, [path, folder])).toEqual({
      error:
        "Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden: not today",
    });
    results.fail("PutBlock", { status: 403, body: {} });
    expect(await useClient(results, upload, [path, folder])).toHaveProperty("error");
    expect(results.artifacts).toEqual([]);
  });

  test("an upload that does not match the client's hash is rejected", async () => {
    await using results = await startFakeResults();
    const service = "twirp/github.actions.results.api.v1.ArtifactService";
    const ids = { workflow_run_backend_id: "run-1", workflow_job_run_backend_id: "job-1", name: "a.mp4" };
    const { body } = await call(results, `${service}/CreateArtifact`, { ...ids, version: 7 });
    await fetch(body.signed_upload_url, { method: "PUT", body: "abc" });
    const wrong = { ...ids, size: "3", hash: `sha256:${"0".repeat(64)}` };
    expect(await call(results, `${service}/FinalizeArtifact`, wrong)).toMatchObject({
      status: 400,
      body: { code: "invalid_argument" },
    });
    expect(results.artifacts).toEqual([]);
  });
});

interface Answer {
  readonly signed_upload_url: string;
  readonly signed_download_url: string;
  readonly matched_key?: string;
}

async function call(results: FakeResults, path: string, message: object, token = results.token) {
  const response = await fetch(`${results.url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function save(results: FakeResults, key: string, version = "v") {
  const { body } = await call(results, `${cacheService}/CreateCacheEntry`, { key, version });
  await fetch(body.signed_upload_url, {
    method: "PUT",
    body: key,
    headers: { "x-ms-blob-type": "BlockBlob" },
  });
  const size = String(Buffer.byteLength(key));
  return await call(results, `${cacheService}/FinalizeCacheEntryUpload`, { key, version, size_bytes: size });
}

async function lookUp(results: FakeResults, key: string, restoreKeys: string[] = [], version = "v") {
  const message = { key, version, restore_keys: restoreKeys };
  return (await call(results, `${cacheService}/GetCacheEntryDownloadURL`, message)).body;
}

describe("cache", () => {
  test("an entry is visible only after it is finalized, and then can't be replaced", async () => {
    await using results = await startFakeResults();
    const identity = { key: "showreel-1", version: "v" };
    const reserved = await call(results, `${cacheService}/CreateCacheEntry`, identity);
    expect(reserved).toMatchObject({ status: 200, body: { ok: true } });
    expect(await lookUp(results, "showreel-1")).toEqual({ ok: false });
    const taken = { status: 409, body: { code: "already_exists" } };
    expect(await call(results, `${cacheService}/CreateCacheEntry`, identity)).toMatchObject(taken);

    const put = await fetch(reserved.body.signed_upload_url, { method: "PUT", body: "data" });
    expect(put.status).toBe(201);
    const finalize = { ...identity, size_bytes: "4" };
    const finalized = await call(results, `${cacheService}/FinalizeCacheEntryUpload`, finalize);
    expect(finalized.body).toEqual({ ok: true, entry_id: expect.stringMatching(/^\d+$/) });
    const hit = await lookUp(results, "showreel-1");
    expect(hit.matched_key).toBe("showreel-1");
    expect(await (await fetch(hit.signed_download_url)).text()).toBe("data");
    expect(await call(results, `${cacheService}/CreateCacheEntry`, identity)).toMatchObject(taken);
    expect(results.cacheEntries).toMatchObject([identity]);
  });

  test("a lookup tries the exact key, the key as a prefix, then the restore keys, and returns the newest match of a prefix", async () => {
    await using results = await startFakeResults();
    for (const key of ["a-1", "a-1-old", "a-1-new", "b-1", "b-2"]) await save(results, key);
    await save(results, "c-1", "other version");
    expect(await lookUp(results, "a-1", ["b-"])).toMatchObject({ matched_key: "a-1" });
    expect(await lookUp(results, "a-1-", ["b-"])).toMatchObject({ matched_key: "a-1-new" });
    expect(await lookUp(results, "z", ["y", "b-", "a-"])).toMatchObject({ matched_key: "b-2" });
    expect(await lookUp(results, "c-1")).toEqual({ ok: false });
    results.cacheEntries.push({ key: "d-seeded", version: "v" });
    expect(await lookUp(results, "d-")).toMatchObject({ matched_key: "d-seeded" });
  });

  test("every error is JSON: for a wrong token, an unknown method and a message without its fields", async () => {
    await using results = await startFakeResults();
    const lookup = `${cacheService}/GetCacheEntryDownloadURL`;
    expect(await call(results, lookup, { key: "a", version: "v" }, "other")).toMatchObject({ status: 401 });
    expect(await call(results, `${cacheService}/DeleteCacheEntry`, {})).toMatchObject({ status: 404 });
    expect(await call(results, lookup, { key: "a" })).toMatchObject({
      status: 400,
      body: { code: "malformed" },
    });
    expect(results.requests.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
  });
});

function writeEntry(body: string): string {
  const path = join(createTemporaryFolder(), "entry.mjs");
  writeFileSync(path, `import * as core from "${import.meta.resolve("@actions/core")}";\n${body}`);
  return path;
}

describe("runBuiltAction", () => {
  test("reads outputs, annotations, masks and the summary", async () => {
    await using results = await startFakeResults();
    const entry = writeEntry(`
      core.setSecret(core.getInput("api key"));
      core.setOutput("video_id", "first");
      core.setOutput("video_id", "vid=1<<x");
      core.setOutput("text", "two\\nlines");
      core.warning("100% done:\\nalmost", { title: "Slow, but fine: yes" });
      core.error("bad line", { file: "script.yml", startLine: 3 });
      process.stderr.write("::notice::from stderr\\n");
      core.info("::stop-commands::secret-token\\n::error::hidden\\n::secret-token::");
      core.info("a title ##[set-output name=forged;]value\\n::unknown::nothing");
      await core.summary.addRaw("# Done").write();
      core.setOutput("cwd", process.cwd() === process.env.GITHUB_WORKSPACE);
      core.setOutput("env", [process.env.INPUT_VIDEO_ID, process.env.ACTIONS_RESULTS_URL, process.env.VITEST]);
      core.setFailed("the end");`);
    const lines: string[] = [];
    const inputs = { "api key": "s3cret", video_id: "v" };
    const run = await runBuiltAction({ entry, inputs, results, onLine: (line) => lines.push(line) });
    expect(run).toMatchObject({ exitCode: 1, signal: null, summary: "# Done", masks: ["s3cret"] });
    expect(run.outputs).toEqual({
      video_id: "vid=1<<x",
      text: "two\nlines",
      forged: "value",
      cwd: "true",
      env: JSON.stringify(["v", results.url, null]),
    });
    expect(run.annotations).toEqual([
      { level: "warning", title: "Slow, but fine: yes", message: "100% done:\nalmost" },
      { level: "error", message: "bad line", file: "script.yml", line: 3 },
      { level: "error", message: "the end" },
      { level: "notice", message: "from stderr" },
    ]);
    expect(lines).toContain("::add-mask::s3cret");
  });

  test("passes a signal to the action, which still writes its outputs", async () => {
    const entry = writeEntry(`
      process.once("SIGINT", () => { core.setOutput("status", "detached"); process.exit(130); });
      core.info("waiting");
      setInterval(() => {}, 1000);`);
    const { child, done } = startBuiltAction({ entry, inputs: {}, onLine: () => child.kill("SIGINT") });
    expect(await done).toMatchObject({ exitCode: 130, outputs: { status: "detached" } });
  });

  test("kills an action that does not end, and reports its output", async () => {
    const entry = writeEntry(`core.info("still here"); setInterval(() => {}, 1000);`);
    await expect(runBuiltAction({ entry, inputs: {}, timeoutMs: 1000 })).rejects.toThrow(
      /1000 ms.*still here/s,
    );
  });

  test.runIf(process.getuid?.() === 0)(
    "gives the runner's new folders to another user, but not an existing folder",
    async () => {
      const folder = createTemporaryFolder();
      chmodSync(folder, 0o755);
      const entry = join(folder, "entry.mjs");
      writeFileSync(
        entry,
        `import { appendFileSync, writeFileSync } from "node:fs";
      appendFileSync(process.env.GITHUB_OUTPUT, "uid=" + process.getuid());
      writeFileSync("video.mp4", "");`,
      );
      const ours = await runBuiltAction({ entry, inputs: {}, uid: 65_534 });
      expect(ours).toMatchObject({ exitCode: 0, outputs: { uid: "65534" } });
      const given = await runBuiltAction({ entry, inputs: {}, uid: 65_534, workspace: folder });
      expect(given).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("EACCES") });
    },
  );
});

describe("runBuiltCli", () => {
  test("passes arguments, input and a clean environment, in a new folder", async () => {
    const entry = writeEntry(`
      let input = "";
      for await (const chunk of process.stdin) input += chunk;
      console.log(JSON.stringify([process.argv.slice(2), input, process.cwd(), Object.keys(process.env).sort()]));
      process.exitCode = 3;`);
    const run = await runBuiltCli(["render", "--title", "A b"], {
      entry,
      input: "script",
      env: { HEYGEN_API_KEY: "k" },
    });
    expect(run).toMatchObject({ exitCode: 3, signal: null, stderr: "" });
    const [args, input, cwd, names] = JSON.parse(run.stdout);
    expect([args, input, cwd]).toEqual([["render", "--title", "A b"], "script", run.cwd]);
    expect(names).toEqual(["HEYGEN_API_KEY", "HOME", "NODE_COMPILE_CACHE", "NO_PROXY", "PATH"]);
  });
});
