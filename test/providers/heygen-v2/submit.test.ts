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

test("a script is a video at once, submitted as HeyGen describes it", async () => {
  await using heygen = await openHeygenV2();
  expect(await heygen.submit()).toEqual({
    provider: "heygen_v2",
    surface: "video",
    ids: { video_id: "v_1" },
  });
  expect(heygen.fake.problems).toEqual([]);
});

test("the warning in an answer of the last months does no harm", async () => {
  await using heygen = await openHeygenV2();
  const warning = { message: "This v2 endpoint is Legacy and will be removed on 2026-10-31." };
  heygen.fake.on(generate, {
    status: 200,
    body: { error: null, data: { video_id: "vid_legacy_1" }, warning },
  });
  expect(await heygen.submit()).toMatchObject({ ids: { video_id: "vid_legacy_1" } });
});

test("an id counts, whatever a gateway writes around it", async () => {
  await using heygen = await openHeygenV2();
  heygen.fake.on(generate, { status: 201, body: { code: 0, message: "ok", data: { video_id: "v_7" } } });
  expect(await heygen.submit()).toMatchObject({ ids: { video_id: "v_7" } });
});

describe("a video whose answer was lost may exist: it is not submitted again", () => {
  test.each<[string, Fault]>([
    ["a connection that broke", "lost"],
    ["a reset", "reset"],
    ["an answer cut off", { cutAfter: 5 }],
    ["a page of HTML", { status: 200, body: "<html></html>" }],
    ["an answer without an id", { status: 200, body: { error: null, data: {} } }],
    ["an answer without data", { status: 200, body: { error: null, data: null } }],
    ["HTTP 500", heygenV2Error(500, "internal_error", "No, sorry.")],
    ["HTTP 500 about a retired API", heygenV2Error(500, "gone", "This legacy API was removed.")],
    ["a success with an error that says nothing", { status: 200, body: { error: { foo: 1 } } }],
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

test("a video that was never asked for may be submitted again: the connection was refused", async () => {
  const connection = { runtime: createFakeRuntime(), apiKey: "test-key", baseUrl: await deadAddress() };
  const provider = await plugin.open(connection);
  const refused = await failureOf(() => provider.submit(createSpeech(), "key"));
  expect(refused).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: false });
});

describe("a remembered video", () => {
  test("is known, or not, by what HeyGen itself says", async () => {
    await using heygen = await openHeygenV2();
    const job = await heygen.submit();
    expect(await heygen.provider.owns(job)).toBe(true);
    expect(await heygen.provider.owns(heygen.provider.jobFromId("v_9"))).toBe(false);
  });

  test("is not given up for a 404 that is not HeyGen's", async () => {
    await using heygen = await openHeygenV2();
    const job = await heygen.submit();
    heygen.fake.on(statusRoute, { status: 404, body: "<html>Not found</html>" });
    expect(await failureOf(() => heygen.provider.owns(job))).toMatchObject({ retryable: true });
  });
});

test("an id goes into the question as it is, and half a character is none", async () => {
  await using heygen = await openHeygenV2();
  const ask = (id: string) => failureOf(() => heygen.provider.status(heygen.provider.jobFromId(id)));
  await ask("a&video_id=b?c#d");
  expect(heygen.fake.requests.at(-1)?.path).toBe("/v1/video_status.get?video_id=a%26video_id%3Db%3Fc%23d");
  expect((await ask("\ud800")).message).toContain("Invalid id");
  expect(heygen.fake.requests).toHaveLength(1);
});
