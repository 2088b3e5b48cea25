import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toBody } from "../../../../src/providers/heygen/request.ts";
import { createWorkspace } from "../../../support/files/workspace.ts";
import { findRoute } from "../../../support/heygen/fake-heygen/find-route.ts";
import { failure } from "../../../support/heygen/fake-heygen/replies.ts";
import type { Fault } from "../../../support/heygen/fake-heygen.ts";
import { openHeygen } from "../../../support/heygen/open-heygen.ts";
import {
  compositionRequest,
  filesRequest,
  requestProblemsOf,
  submit,
} from "../../../support/heygen/uploads.ts";
import { eventLoopTurns } from "../../../support/runtime/event-loop-turns.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const begin = "POST /v3/assets/direct-uploads";
const put = "PUT /uploads/{asset_id}";
const complete = "POST /v3/assets/{asset_id}/complete";

describe("a failed upload submits nothing and is retried", () => {
  test.each<[string, typeof begin | typeof put | typeof complete, Fault]>([
    ["the response with the upload URL is lost", begin, "lost"],
    ["the request for the upload URL fails", begin, failure(500, "internal_error", "No, sorry.")],
    ["the connection is reset during the upload", put, "reset"],
    ["the response of the storage is lost", put, "lost"],
    ["the storage returns 503", put, { status: 503, body: "<Error></Error>" }],
    ["the storage redirects", put, { redirect: "https://files.example" }],
    ["the response to the completion is lost", complete, "lost"],
  ])("if %s", async (_, route, fault) => {
    await using heygen = await openHeygen();
    const request = await compositionRequest();
    heygen.fake.on(route, fault, ...(route === complete ? Array(5).fill(fault) : []));
    const failed = await failureOf(() => submit(heygen, request));
    expect(failed).toMatchObject({ retryable: true, outcomeUnknown: false });
    expect(heygen.fake.billed).toBe(0);
    await submit(heygen, request);
    expect([heygen.fake.billed, ...requestProblemsOf(heygen)]).toEqual([1]);
  });

  test("with the same idempotency key if the response to a small file is lost, so that HeyGen stores it once", async () => {
    await using heygen = await openHeygen();
    const request = await filesRequest(createWorkspace({ "a.png": "a logo" }), "a.png");
    heygen.fake.on("POST /v3/assets", "lost");
    expect(await failureOf(() => submit(heygen, request))).toMatchObject({
      retryable: true,
      outcomeUnknown: false,
    });
    await submit(heygen, request);
    expect(heygen.fake.requests.at(-1)?.body).toMatchObject({ files: [{ asset_id: "ast_up_1" }] });
  });

  test("no earlier than Retry-After allows", async () => {
    await using heygen = await openHeygen();
    const busy = failure(503, "service_unavailable", "Busy.");
    heygen.fake.on("POST /v3/assets", { ...busy, headers: { "retry-after": "240" } });
    const request = await filesRequest(createWorkspace({ "a.png": "a logo" }), "a.png");
    expect(await failureOf(() => submit(heygen, request))).toMatchObject({
      retryable: true,
      outcomeUnknown: false,
      retryAfterMs: 240_000,
    });
  });

  test("but not if HeyGen rejects the file, and the error contains HeyGen's message", async () => {
    await using heygen = await openHeygen();
    const words = "Content type not match image/jpeg != image/png";
    heygen.fake.on("POST /v3/assets", failure(400, "invalid_parameter", words));
    const request = await filesRequest(createWorkspace({ "a.png": "a logo" }), "a.png");
    const { code, message, outcomeUnknown } = await failureOf(() => submit(heygen, request));
    expect([code, outcomeUnknown, message]).toEqual(["invalid_input", false, expect.stringContaining(words)]);
  });
});

test.each(["a.png", "film.mp4"])(
  "the error names %s if it was deleted before the upload, and nothing is submitted",
  async (name) => {
    await using heygen = await openHeygen();
    const workspace = createWorkspace({ "a.png": "a logo", "film.mp4": Buffer.alloc(32_000_001) });
    const request = await filesRequest(workspace, name);
    rmSync(join(workspace, name));
    const { code, message, outcomeUnknown } = await failureOf(() => submit(heygen, request));
    expect([code, outcomeUnknown]).toEqual(["invalid_input", false]);
    expect(message).toBe(`${name} cannot be read any more (ENOENT).`);
    expect(heygen.fake.billed).toBe(0);
  },
);

test.each([begin, put, complete] as const)(
  "a run that is cancelled at %s submits nothing, and the error says so",
  async (route) => {
    await using heygen = await openHeygen();
    const request = await compositionRequest();
    heygen.fake.on(route, "hang");
    const submitted = failureOf(() => submit(heygen, request));
    while (!heygen.fake.requests.some(({ method, path }) => findRoute([route], method, path)))
      await eventLoopTurns(1);
    heygen.runtime.interrupt();
    expect(await submitted).toMatchObject({ code: "interrupted", outcomeUnknown: false });
    expect(heygen.fake.billed).toBe(0);
  },
);

test("a retry requests a new upload URL, because the old one may have expired", async () => {
  await using heygen = await openHeygen();
  const request = await compositionRequest();
  heygen.fake.on(put, { status: 403, body: "<Error>Request has expired</Error>" });
  await failureOf(() => submit(heygen, request));
  await submit(heygen, request);
  const addresses = heygen.fake.requests.filter(({ method }) => method === "PUT").map(({ path }) => path);
  expect([addresses.length, new Set(addresses).size]).toEqual([2, 2]);
});

test("nothing is uploaded to a URL with a non-public address", async () => {
  await using heygen = await openHeygen();
  const upload_url = "http://169.254.169.254/latest";
  const data = { asset_id: "ast_1", upload_url, upload_headers: {}, status: "pending_upload" };
  heygen.fake.on(begin, { status: 200, body: { data } });
  const request = await compositionRequest();
  expect(await failureOf(() => submit(heygen, request))).toMatchObject({
    retryable: false,
    outcomeUnknown: false,
  });
  expect(heygen.fake.requests).toHaveLength(1);
});

test("a file that changed before the upload is not sent, and nothing is submitted", async () => {
  await using heygen = await openHeygen();
  const workspace = createWorkspace({ "a.png": "a logo" });
  const request = await filesRequest(workspace, "a.png");
  writeFileSync(join(workspace, "a.png"), "secret");
  expect((await failureOf(() => submit(heygen, request))).message).toContain("a.png has changed");
  expect(heygen.fake.requests).toEqual([]);
});

test("a run that is cancelled while it uploads submits nothing", async () => {
  await using heygen = await openHeygen();
  const request = await filesRequest(createWorkspace({ "a.png": "a logo" }), "a.png");
  const submitting = failureOf(() => submit(heygen, request));
  heygen.runtime.interrupt();
  expect((await submitting).code).toBe("interrupted");
  expect(heygen.fake.billed).toBe(0);
});

test.each(["site", "site.zip"])(
  "%s is accepted as a composition but not as a reference file of an agent",
  async (name) => {
    await using heygen = await openHeygen();
    const workspace = createWorkspace({ "site/index.html": "<html></html>", "site.zip": "PK" });
    const request = await filesRequest(workspace, name);
    expect((await failureOf(async () => toBody(request))).message).toContain("is a folder or a zip");
    expect(heygen.fake.requests).toEqual([]);
  },
);
