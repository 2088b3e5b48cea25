import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { createWorkspace } from "../../../support/files/workspace.ts";
import { failure } from "../../../support/heygen/fake-heygen/replies.ts";
import { type OpenedHeygen, openHeygen } from "../../../support/heygen/open-heygen.ts";
import {
  compositionFiles,
  compositionRequest,
  filesRequest,
  requestProblemsOf,
  submit,
} from "../../../support/heygen/uploads.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const routesOf = ({ fake }: OpenedHeygen) =>
  fake.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*|ast_up_\d+/g, "…")}`);

test("a file is uploaded before the prompt, which contains its asset id", async () => {
  await using heygen = await openHeygen();
  await submit(
    heygen,
    await filesRequest(createWorkspace({ "a logo.png": "a logo" }), "a logo.png", "asset:ast_1"),
  );
  const [upload, session] = heygen.fake.requests;
  expect(upload).toMatchObject({
    path: "/v3/assets",
    headers: {
      "x-api-key": "test-key",
      "idempotency-key": expect.stringMatching(/^showreel-asset-[0-9a-f]{64}$/),
    },
    body: { file: { name: "a logo.png", type: "image/png", bytes: 6 } },
  });
  expect(session?.body).toMatchObject({
    files: [
      { type: "asset_id", asset_id: "ast_up_1" },
      { type: "asset_id", asset_id: "ast_1" },
    ],
  });
  expect([heygen.fake.billed, ...requestProblemsOf(heygen)]).toEqual([1]);
});

test("the same content is uploaded once per run, whatever its file names and however often it is submitted", async () => {
  await using heygen = await openHeygen();
  const workspace = createWorkspace({ "a.png": "a logo", "b.png": "a logo", "c.png": "another" });
  const request = await filesRequest(workspace, "a.png", "b.png", "c.png");
  heygen.fake.on("POST /v3/video-agents", failure(429, "rate_limit_exceeded", "Full."));
  expect(await failureOf(() => submit(heygen, request))).toMatchObject({ code: "rate_limited" });
  await submit(heygen, request);
  expect(routesOf(heygen).filter((route) => route === "POST /v3/assets")).toHaveLength(2);
});

test("a large file is uploaded to the storage directly, unchanged and without the API key", async () => {
  await using heygen = await openHeygen();
  const film = Buffer.alloc(32_000_001, "film");
  await submit(heygen, await filesRequest(createWorkspace({ "film.mp4": film }), "film.mp4"));
  expect(routesOf(heygen)).toEqual([
    "POST /v3/assets/direct-uploads",
    "PUT /uploads/……",
    "POST /v3/assets/…/complete",
    "POST /v3/assets/…/complete",
    "POST /v3/video-agents",
  ]);
  expect(film.equals(heygen.fake.requests[1]?.content ?? Buffer.alloc(0))).toBe(true);
  expect(heygen.fake.requests[1]?.headers).toMatchObject({ "x-amz-server-side-encryption": "AES256" });
  expect(requestProblemsOf(heygen)).toEqual([]);
});

test("a folder is uploaded as a zip of exactly its files, with the same bytes each time", async () => {
  await using heygen = await openHeygen();
  await submit(heygen, await compositionRequest());
  await using other = await openHeygen();
  await submit(other, await compositionRequest());
  const [zip, same] = [heygen, other].map(({ fake }) => fake.requests[1]?.content ?? new Uint8Array());
  const found = Object.entries(unzipSync(zip ?? new Uint8Array()));
  const texts = found.map(([path, content]) => [`site/${path}`, Buffer.from(content).toString()]);
  expect(Object.fromEntries(texts)).toEqual(compositionFiles);
  expect(Buffer.from(zip ?? "").equals(same ?? Buffer.alloc(0))).toBe(true);
  expect(heygen.fake.requests[0]?.body).toMatchObject({
    filename: "site.zip",
    content_type: "application/zip",
  });
  expect(requestProblemsOf(heygen)).toEqual([]);
});
