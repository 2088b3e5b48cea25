import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import client from "@actions/artifact";
import { describe, expect, test } from "vitest";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { readBaseEnvironment } from "../processes/child-process.ts";
import { createSimulatedStream, runSimulated, toProcessEnv } from "../processes/simulated-process.ts";
import { type FakeResults, startFakeResults } from "./fake-results.ts";

const cacheService = "twirp/github.actions.results.api.v1.CacheService";

/** Makes calls of the real client in a simulated process. */
async function useClient<Result>(results: FakeResults, calls: () => Promise<Result>): Promise<Result> {
  const [stdout, stderr] = [createSimulatedStream(), createSimulatedStream()];
  const env = toProcessEnv({
    ...readBaseEnvironment(),
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_RETENTION_DAYS: "90",
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: results.token,
  });
  const simulated = { env, cwd: createTemporaryFolder(), stdout, stderr, pause: () => {} };
  return await runSimulated(simulated, calls).finally(() => expect(stderr.text()).toBe(""));
}

const upload = (results: FakeResults, path: string, folder: string) =>
  useClient(results, () =>
    client.uploadArtifact("ignored", [path], folder, { skipArchive: true, retentionDays: 7 }),
  );

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
    const { id, digest } = await upload(results, path, folder);
    const [artifact] = results.artifacts;
    expect(artifact).toMatchObject({ id, name: "My video.mp4", contentType: "video/mp4" });
    expect(artifact?.bytes.equals(bytes)).toBe(true);
    expect(artifact?.digest).toBe(`sha256:${digest}`);
    expect(Date.parse(artifact?.expiresAt ?? "") - Date.now()).toBeGreaterThan(6 * 24 * 3600 * 1000);
    expect(results.requests.filter(({ path }) => path.includes("comp=block&"))).toHaveLength(3);

    await useClient(results, async () => {
      const { artifact: found } = await client.getArtifact("My video.mp4");
      expect(found).toMatchObject({ id, size: bytes.length, digest: artifact?.digest });
      await client.downloadArtifact(found.id, {
        path: join(folder, "down"),
        expectedHash: `sha256:${digest}`,
      });
      expect(await client.deleteArtifact("My video.mp4")).toEqual({ id });
    });
    expect(readFileSync(join(folder, "down", "My video.mp4")).equals(bytes)).toBe(true);
    expect(results.artifacts).toEqual([]);
  });

  test("a folder is uploaded as a zip and extracted by the download", async () => {
    await using results = await startFakeResults();
    const { folder, path, bytes } = createVideo(1000);
    await useClient(results, async () => {
      const { id = 0 } = await client.uploadArtifact("reel", [path], folder);
      await client.downloadArtifact(id, { path: join(folder, "down") });
    });
    expect(results.artifacts).toMatchObject([{ name: "reel", contentType: "application/zip" }]);
    expect(readFileSync(join(folder, "down", "My video.mp4")).equals(bytes)).toBe(true);
  });

  test("a name that exists is rejected with 409 before the upload", async () => {
    await using results = await startFakeResults();
    const { folder, path } = createVideo(1000);
    await upload(results, path, folder);
    await expect(upload(results, path, folder)).rejects.toThrow(
      "(409) Conflict: an artifact with this name already exists",
    );
    expect(results.artifacts).toHaveLength(1);
  });

  test("scripted failures are returned first, once each", async () => {
    await using results = await startFakeResults();
    const { folder, path } = createVideo(1000);
    results.fail("CreateArtifact", { status: 403, body: { code: "permission_denied", msg: "not today" } });
    await expect(upload(results, path, folder)).rejects.toThrow(
      /^Failed to CreateArtifact: Received non-retryable error: Failed request: \(403\) Forbidden: not today$/,
    );
    results.fail("PutBlock", { status: 403, body: {} });
    await expect(upload(results, path, folder)).rejects.toThrow();
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
