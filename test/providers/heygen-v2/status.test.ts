import { describe, expect, test } from "vitest";
import description from "../../fixtures/heygen-v2.json" with { type: "json" };
import { openHeygenV2 } from "../../support/providers/open-heygen-v2.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const tooLong = "Video is too long (> 3600.0s). Please upgrade your plan to generate longer videos (40119)";
const expected: Readonly<Record<string, object>> = {
  waiting: { state: "pending", phase: "queued", detail: "waiting" },
  pending: { state: "pending", phase: "queued", detail: "pending" },
  processing: { state: "pending", phase: "rendering", detail: "processing" },
  completed: { state: "completed" },
  failed: { state: "failed" },
};

test.each(description.examples)("HeyGen's own example is parsed: $name", async ({ body }) => {
  await using heygen = await openHeygenV2({ statuses: [body] });
  const { data } = body;
  expect(Object.keys(expected)).toContain(data.status);
  expect(await heygen.status()).toMatchObject(expected[data.status] ?? {});
});

test.each([
  ["an object", "reference page: Failed", tooLong],
  ["a sentence", "older guide: Failed", "Script too long for selected avatar"],
])("the reason for a failure is read from an error that is %s", async (_, name, reason) => {
  const example = description.examples.find((one) => one.name === name);
  await using heygen = await openHeygenV2({ statuses: [example?.body ?? {}] });
  expect(await heygen.status()).toMatchObject({ state: "failed", reason });
});

test("a finished video has all fields that HeyGen returns, unchanged", async () => {
  const { body } = description.examples[0] ?? {};
  await using heygen = await openHeygenV2({ statuses: [body ?? {}] });
  const { data } = body as { data: Record<string, unknown> };
  expect(await heygen.status()).toEqual({
    state: "completed",
    job: { provider: "heygen_v2", surface: "video", ids: { video_id: "v_1" } },
    video: {
      url: data.video_url,
      subtitlesUrl: data.caption_url,
      thumbnailUrl: data.thumbnail_url,
      pageUrl: undefined,
      durationSeconds: 6.42612,
    },
  });
});

test("each status call returns a new link", async () => {
  await using heygen = await openHeygenV2({ statuses: ["completed"] });
  const job = await heygen.submit();
  const answers = [await heygen.provider.status(job), await heygen.provider.status(job)];
  expect(answers).toMatchObject([
    { video: { url: expect.stringContaining("secret-1") } },
    { video: { url: expect.stringContaining("secret-2") } },
  ]);
});

test.each(["rendering", "WAITING", "", "constructor"])("an unknown status (%j) is pending", async (word) => {
  await using heygen = await openHeygenV2({ statuses: [word] });
  expect(await heygen.status()).toMatchObject({ state: "pending", detail: word.toLowerCase() });
});

describe("a completed video", () => {
  const completed = (fields: object) => ({ code: 100, data: { status: "completed", ...fields } });

  test.each([{}, { video_url: null }, { video_url: "", video_url_caption: "" }, { video_url: 7 }])(
    "without a link is pending: %j",
    async (fields) => {
      await using heygen = await openHeygenV2({ statuses: [completed(fields)] });
      expect(await heygen.status()).toMatchObject({
        state: "pending",
        phase: "rendering",
        detail: "completed, waiting for the link",
      });
    },
  );

  test("has the link of the file with burned-in captions if there is no other", async () => {
    const statuses = [completed({ video_url: null, video_url_caption: "https://a.b/caption.mp4" })];
    await using heygen = await openHeygenV2({ statuses });
    expect(await heygen.status()).toMatchObject({ video: { url: "https://a.b/caption.mp4" } });
  });

  test("is completed even if fields other than the link are malformed", async () => {
    const oddities = { thumbnail_url: {}, caption_url: "", duration: "6.4", error: "" };
    const statuses = [completed({ video_url: "https://a.b/v.mp4", ...oddities })];
    await using heygen = await openHeygenV2({ statuses });
    expect(await heygen.status()).toMatchObject({
      state: "completed",
      video: { subtitlesUrl: undefined, thumbnailUrl: undefined, durationSeconds: undefined },
    });
  });
});

test.each([
  [{ code: 40119, message: "Video is too long" }, "Video is too long (40119)"],
  [{ detail: "No voice" }, "No voice"],
  [{ code: "internal_error" }, "error internal_error"],
  [{}, "HeyGen gives no reason"],
  [null, "HeyGen gives no reason"],
  ["", "HeyGen gives no reason"],
  [" \u0000", "HeyGen gives no reason"],
  [["x"], "HeyGen gives no reason"],
])("a failure with the error %j has the reason %j", async (error, reason) => {
  await using heygen = await openHeygenV2({ statuses: [{ code: "100", data: { status: "failed", error } }] });
  expect(await heygen.status()).toMatchObject({ state: "failed", reason });
});

test.each([{ code: 100, data: null }, { code: 100 }, { error: null, data: {} }, { data: { status: 1 } }])(
  "a response without a status is a retryable error: %j",
  async (body) => {
    await using heygen = await openHeygenV2({ statuses: [body] });
    expect(await failureOf(heygen.status)).toMatchObject({ code: "provider_error", retryable: true });
  },
);
