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

  test.each(description.examples)("are parsed: $name", async ({ status, body }) => {
    await using reelbot = await openReelbot();
    reelbot.fake.on(statusRoute, { status, body });
    const end = status === 200 ? await reelbot.status() : await failureOf(reelbot.status);
    const key = "code" in body ? `${body.code}` : `${body.status}`;
    expect(Object.keys(expected)).toContain(key);
    expect(end).toMatchObject(expected[key] ?? {});
  });

  test("include the download page, whose link is returned unchanged", async () => {
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
])("a failure with %j has the reason %j", async (fields, reason) => {
  await using reelbot = await openReelbot({ statuses: [{ status: "Failed", ...fields }] });
  expect(await reelbot.status()).toMatchObject({ state: "failed", reason });
});

describe("a finished video", () => {
  test("has a new link in each status response", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    const job = await reelbot.submit();
    const links = [await reelbot.provider.status(job), await reelbot.provider.status(job)];
    expect(links).toMatchObject([
      { video: { url: expect.stringContaining("secret-1") } },
      { video: { url: expect.stringContaining("secret-2") } },
    ]);
  });

  test("is pending until its file is available", async () => {
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

  test("whose file is late requests fewer links in 20 minutes than ReelBot allows per hour", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    reelbot.fake.on(downloadRoute, ...Array(40).fill(notReady));
    const job = await reelbot.submit();
    for (let asked = 0; asked < 240; asked += 1) {
      expect(await reelbot.provider.status(job)).toMatchObject({ state: "pending" });
      reelbot.runtime.advance(5_000);
    }
    expect(reelbot.fake.count(downloadRoute)).toBeLessThan(30);
  });

  test("has failed if ReelBot has lost its file, and the reason names ReelBot's support", async () => {
    await using reelbot = await openReelbot({ statuses: ["completed"] });
    reelbot.fake.on(downloadRoute, reelbotError(404, "OUTPUT_NOT_FOUND", "Output file not found"));
    expect(await reelbot.status()).toMatchObject({
      state: "failed",
      reason: expect.stringMatching(/lost the file.*support/),
    });
  });

  test.each([{ success: true }, { success: true, downloadUrl: null }, { success: true, downloadUrl: "" }])(
    "is requested again if the response has no link: %j",
    async (body) => {
      await using reelbot = await openReelbot({ statuses: ["completed"] });
      reelbot.fake.on(downloadRoute, { status: 200, body });
      expect(await failureOf(reelbot.status)).toMatchObject({ code: "provider_error", retryable: true });
    },
  );
});

describe("a stored video", () => {
  test("is owned by the account if ReelBot finds it", async () => {
    await using reelbot = await openReelbot();
    const job = await reelbot.submit();
    expect(await reelbot.provider.owns(job)).toBe(true);
    expect(await reelbot.provider.owns(reelbot.provider.jobFromId("project_9"))).toBe(false);
  });

  test("is not missing if a gateway, not ReelBot, returns 404", async () => {
    await using reelbot = await openReelbot();
    const job = await reelbot.submit();
    reelbot.fake.on(statusRoute, { status: 404, body: "<html>Not found</html>" });
    expect(await failureOf(() => reelbot.provider.owns(job))).toMatchObject({
      retryable: true,
      terminal: false,
    });
  });
});
