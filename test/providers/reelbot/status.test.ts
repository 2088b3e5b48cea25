import { describe, expect, test } from "vitest";
import description from "../../fixtures/reelbot.json" with { type: "json" };
import { reelbotError } from "../../support/providers/fake-reelbot.ts";
import { openReelbot } from "../../support/providers/open-reelbot.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const statusRoute = "GET /api/v1/video/status/{projectId}";
const downloadRoute = "GET /api/v1/video/download/{projectId}";
const notReady = reelbotError(400, "VIDEO_NOT_READY", "Video is not ready for download");

describe("the examples of ReelBot's status page", () => {
  const expected: Readonly<Record<string, object>> = {
    processing: { state: "pending", phase: "rendering", detail: "processing" },
    queued: { state: "pending", phase: "queued", detail: "queued" },
    completed: { state: "completed" },
    failed: { state: "failed", reason: "Failed to process B-roll asset: file not found" },
    UNAUTHORIZED: { code: "unauthorized", retryable: false, hint: expect.stringContaining("rb_live_") },
    NOT_FOUND: { code: "provider_error", retryable: false, terminal: true },
    RATE_LIMITED: { code: "rate_limited", retryable: true },
  };

  test.each(description.examples)("are understood: $name", async ({ status, body }) => {
    await using reelbot = await openReelbot();
    reelbot.fake.on(statusRoute, { status, body });
    const end = status === 200 ? await reelbot.status() : await failureOf(reelbot.status);
    expect(end).toMatchObject(expected["code" in body ? `${body.code}` : `${body.status}`] ?? {});
  });

  test("and that of its download page: the link is handed on to the letter", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    reelbot.fake.on(downloadRoute, { status: 200, body: description.download });
    expect(await reelbot.status()).toEqual({
      state: "completed",
      job: { provider: "reelbot", surface: "project", ids: { video_id: "project_1" } },
      video: {
        url: description.download.downloadUrl,
        subtitlesUrl: undefined,
        thumbnailUrl: undefined,
        pageUrl: undefined,
        durationSeconds: undefined,
      },
    });
  });
});

test.each(["rendering", "QUEUED", "paused", "", "constructor"])(
  "an unknown status (%j) is pending",
  async (word) => {
    await using reelbot = await openReelbot({ statuses: [word] });
    expect(await reelbot.status()).toMatchObject({ state: "pending", detail: word.toLowerCase() });
  },
);

test.each([
  [{ error: "Clip is broken", message: "Video generation failed" }, "Clip is broken"],
  [{ error: { message: "Clip is broken" } }, "Clip is broken"],
  [{ error: null, message: "Video generation failed" }, "Video generation failed"],
  [{ error: "", message: "Video generation failed" }, "Video generation failed"],
  [{ error: " \u0000", message: 7 }, "ReelBot gives no reason"],
  [{ error: 40119 }, "ReelBot gives no reason"],
  [{}, "ReelBot gives no reason"],
])("a failure always has a reason: %j is %j", async (fields, reason) => {
  await using reelbot = await openReelbot({ statuses: [{ status: "Failed", ...fields }] });
  expect(await reelbot.status()).toMatchObject({ state: "failed", reason });
});

describe("a finished video", () => {
  test("has a new link each time it is asked for", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    const job = await reelbot.submit();
    const links = [await reelbot.provider.status(job), await reelbot.provider.status(job)];
    expect(links).toMatchObject([
      { video: { url: expect.stringContaining("secret-1") } },
      { video: { url: expect.stringContaining("secret-2") } },
    ]);
  });

  test("whose file is not there yet is still in work, and then there", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    reelbot.fake.on(downloadRoute, notReady);
    const job = await reelbot.submit();
    expect(await reelbot.provider.status(job)).toMatchObject({
      state: "pending",
      phase: "rendering",
      detail: "completed, waiting for the file",
    });
    reelbot.runtime.advance(5_000);
    expect(await reelbot.provider.status(job)).toMatchObject({ state: "completed" });
  });

  test("whose file takes long uses up fewer links in 20 minutes than an hour has", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    reelbot.fake.on(downloadRoute, ...Array(40).fill(notReady));
    const job = await reelbot.submit();
    for (let asked = 0; asked < 240; asked += 1) {
      expect(await reelbot.provider.status(job)).toMatchObject({ state: "pending" });
      reelbot.runtime.advance(5_000);
    }
    expect(reelbot.fake.count(downloadRoute)).toBeLessThan(30);
  });

  test("whose file ReelBot has lost has failed, and its support is named", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    reelbot.fake.on(downloadRoute, reelbotError(404, "OUTPUT_NOT_FOUND", "Output file not found"));
    expect(await reelbot.status()).toMatchObject({
      state: "failed",
      reason: expect.stringMatching(/lost the file.*support/),
    });
  });

  test.each([{ success: true }, { success: true, downloadUrl: null }, { success: true, downloadUrl: "" }])(
    "is asked for again when the answer has no link: %j",
    async (body) => {
      await using reelbot = await openReelbot({ statuses: ["completed"] });
      reelbot.fake.on(downloadRoute, { status: 200, body });
      expect(await failureOf(reelbot.status)).toMatchObject({ code: "provider_error", retryable: true });
    },
  );
});

describe("a remembered video", () => {
  test("is known, or not, by what ReelBot itself says", async () => {
    await using reelbot = await openReelbot();
    const job = await reelbot.submit();
    expect(await reelbot.provider.owns(job)).toBe(true);
    expect(await reelbot.provider.owns(reelbot.provider.jobFromId("project_9"))).toBe(false);
  });

  test("is not given up for a 404 that is not ReelBot's", async () => {
    await using reelbot = await openReelbot();
    const job = await reelbot.submit();
    reelbot.fake.on(statusRoute, { status: 404, body: "<html>Not found</html>" });
    expect(await failureOf(() => reelbot.provider.owns(job))).toMatchObject({
      retryable: true,
      terminal: false,
    });
  });
});
