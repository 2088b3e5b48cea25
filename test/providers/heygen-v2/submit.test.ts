import { describe, expect, test } from "vitest";
import { heygenV2 as plugin } from "../../../src/providers/heygen-v2/index.ts";
import type { Fault } from "../../support/heygen/fake-heygen/faults.ts";
import { deadAddress } from "../../support/network/local-server.ts";
import { heygenV2Error } from "../../support/providers/fake-heygen-v2.ts";
import { createSpeech, openHeygenV2 } from "../../support/providers/open-heygen-v2.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const generate = "POST /v2/video/generate";
const statusRoute = "GET /v1/video_status.get";

test("a script is submitted as HeyGen documents it, and the job has a video id at once", async () => {
  await using heygen = await openHeygenV2();
  expect(await heygen.submit()).toEqual({
    provider: "heygen_v2",
    surface: "video",
    ids: { video_id: "v_1" },
  });
  expect(heygen.fake.problems).toEqual([]);
});

test("a deprecation warning in the response is ignored", async () => {
  await using heygen = await openHeygenV2();
  const warning = { message: "This v2 endpoint is Legacy and will be removed on 2026-10-31." };
  heygen.fake.on(generate, {
    status: 200,
    body: { error: null, data: { video_id: "vid_legacy_1" }, warning },
  });
  expect(await heygen.submit()).toMatchObject({ ids: { video_id: "vid_legacy_1" } });
});

test("the id is read from a response with other fields and another 2xx status", async () => {
  await using heygen = await openHeygenV2();
  heygen.fake.on(generate, { status: 201, body: { code: 0, message: "ok", data: { video_id: "v_7" } } });
  expect(await heygen.submit()).toMatchObject({ ids: { video_id: "v_7" } });
});

describe("a submit with an unknown outcome is not retried", () => {
  test.each<[string, Fault]>([
    ["a connection closed without a response", "lost"],
    ["a connection reset", "reset"],
    ["a truncated response", { cutAfter: 5 }],
    ["an HTML page", { status: 200, body: "<html></html>" }],
    ["a response without an id", { status: 200, body: { error: null, data: {} } }],
    ["a response without data", { status: 200, body: { error: null, data: null } }],
    ["HTTP 500", heygenV2Error(500, "internal_error", "No, sorry.")],
    ["HTTP 500 about a retired API", heygenV2Error(500, "gone", "This legacy API was removed.")],
    ["HTTP 200 with an error that has no message", { status: 200, body: { error: { foo: 1 } } }],
    ["HTTP 504", { status: 504, body: "<html></html>" }],
  ])("after %s", async (_, fault) => {
    await using heygen = await openHeygenV2();
    heygen.fake.on(generate, fault);
    const lost = await failureOf(heygen.submit);
    expect(lost).toMatchObject({ code: "provider_error", retryable: false, outcomeUnknown: true });
    expect(lost.message).toMatch(/^A video may have been created, but its id was lost\. ./);
    expect(lost.hint).toMatch(/app\.heygen\.com.*`video_id`.*`reuse` to never/);
    expect(lost.submitted).toBeUndefined();
  });
});

test("a submit is retryable if the connection was refused", async () => {
  const connection = { runtime: createFakeRuntime(), apiKey: "test-key", baseUrl: await deadAddress() };
  const provider = await plugin.open(connection);
  const refused = await failureOf(() => provider.submit(createSpeech(), "key"));
  expect(refused).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: false });
});

describe("a stored video", () => {
  test("is owned by the account if HeyGen finds it", async () => {
    await using heygen = await openHeygenV2();
    const job = await heygen.submit();
    expect(await heygen.provider.owns(job)).toBe(true);
    expect(await heygen.provider.owns(heygen.provider.jobFromId("v_9"))).toBe(false);
  });

  test("is not missing if a gateway, not HeyGen, returns 404", async () => {
    await using heygen = await openHeygenV2();
    const job = await heygen.submit();
    heygen.fake.on(statusRoute, { status: 404, body: "<html>Not found</html>" });
    expect(await failureOf(() => heygen.provider.owns(job))).toMatchObject({ retryable: true });
  });
});

test("an id is percent-encoded in the request, and one with an unpaired surrogate is rejected", async () => {
  await using heygen = await openHeygenV2();
  const ask = (id: string) => failureOf(() => heygen.provider.status(heygen.provider.jobFromId(id)));
  await ask("a&video_id=b?c#d");
  expect(heygen.fake.requests.at(-1)?.path).toBe("/v1/video_status.get?video_id=a%26video_id%3Db%3Fc%23d");
  expect((await ask("\ud800")).message).toContain("Invalid id");
  expect(heygen.fake.requests).toHaveLength(1);
});
