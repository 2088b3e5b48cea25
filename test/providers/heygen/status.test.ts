import { describe, expect, test } from "vitest";
import { openHeygen } from "../../support/heygen/open-heygen.ts";

describe("a video", () => {
  test.each(["waiting", "pending", "processing", "queued", "draft", "WAITING", "composing", "", "42"])(
    "with the status %j is pending",
    async (word) => {
      await using heygen = await openHeygen({ videoStatuses: [word] });
      expect(await heygen.videoStatus()).toMatchObject({ state: "pending", detail: word.toLowerCase() });
    },
  );

  test.each([
    ["queued", ["waiting", "pending", "QUEUED"]],
    ["rendering", ["processing", "rendering", "never_heard_of", ""]],
  ])("is %s when its status is one of %j", async (phase, words) => {
    for (const word of words) {
      await using heygen = await openHeygen({ videoStatuses: [word] });
      expect(await heygen.videoStatus(), word).toMatchObject({ state: "pending", phase });
    }
  });

  test.each(["completed", "success", "done", "Completed", "DONE"])(
    "with the status %j is completed",
    async (word) => {
      const video_url = "https://files.example/v_1.mp4?Signature=x";
      await using heygen = await openHeygen({ videoStatuses: [{ status: word, video_url }] });
      expect(await heygen.videoStatus()).toMatchObject({ state: "completed", video: { url: video_url } });
    },
  );

  test.each(["failed", "error", "cancelled", "canceled", "FAILED"])(
    "with the status %j has failed",
    async (word) => {
      await using heygen = await openHeygen({ videoStatuses: [word] });
      expect(await heygen.videoStatus()).toMatchObject({ state: "failed" });
    },
  );

  test.each([null, undefined, ""])("that is completed with the link %j is pending", async (video_url) => {
    await using heygen = await openHeygen({ videoStatuses: [{ status: "completed", video_url }] });
    expect(await heygen.videoStatus()).toMatchObject({
      state: "pending",
      phase: "rendering",
      detail: "completed, waiting for the link",
    });
  });

  test("with an error of null is not an error", async () => {
    await using heygen = await openHeygen();
    const body = { data: { id: "v_1", status: "processing" }, error: null };
    heygen.fake.on("GET /v3/videos/{video_id}", { status: 200, body });
    expect(await heygen.videoStatus()).toMatchObject({ state: "pending", detail: "processing" });
  });

  test("has all fields that HeyGen returns", async () => {
    await using heygen = await openHeygen({ videoStatuses: ["completed"] });
    const link = (ending: string) => `${heygen.fake.url}/files/v_1${ending}?Signature=secret-1`;
    expect(await heygen.videoStatus()).toEqual({
      state: "completed",
      job: { provider: "heygen", surface: "video", ids: { video_id: "v_1" } },
      video: {
        url: link(".mp4"),
        subtitlesUrl: link(".srt"),
        thumbnailUrl: link(".jpg"),
        pageUrl: "https://app.heygen.com/video/v_1",
        durationSeconds: 30.5,
      },
    });
  });

  test.each([
    [
      { failure_message: "Out of paint", failure_code: "rendering_failed" },
      "Out of paint (rendering_failed)",
    ],
    [{ failure_message: null, failure_code: "rendering_failed" }, "(rendering_failed)"],
    [{ failure_message: "Out of paint", failure_code: null }, "Out of paint"],
    [{ failure_message: "", failure_code: "" }, "HeyGen gives no reason (status failed)"],
    [{ failure_message: null, failure_code: null }, "HeyGen gives no reason (status failed)"],
    [{ failure_message: "Out of paint", failure_code: 40119 }, "Out of paint (40119)"],
    [
      { failure_message: { text: "Out of paint" }, failure_code: [] },
      "HeyGen gives no reason (status failed)",
    ],
  ])("has a reason when it failed: %j", async (fields, reason) => {
    await using heygen = await openHeygen({ videoStatuses: [{ status: "failed", ...fields }] });
    expect(await heygen.videoStatus()).toMatchObject({ state: "failed", reason });
  });
});

describe("a session", () => {
  const noVideo = { video_id: null };

  test.each(["thinking", "generating", "processing", "dreaming", "THINKING"])(
    "with the status %j is pending",
    async (status) => {
      await using heygen = await openHeygen({ sessionStatuses: [{ status, progress: 35, ...noVideo }] });
      const expected = { state: "pending", detail: status.toLowerCase(), progress: 35 };
      expect(await heygen.sessionStatus()).toMatchObject(expected);
    },
  );

  test.each([
    ["queued", ["thinking", "THINKING", null]],
    ["rendering", ["generating", "processing", "never_heard_of"]],
  ])("is %s when its status is one of %j", async (phase, words) => {
    for (const status of words) {
      await using heygen = await openHeygen({ sessionStatuses: [{ status, ...noVideo }] });
      expect(await heygen.sessionStatus(), `${status}`).toMatchObject({ state: "pending", phase });
    }
  });

  test.each([{}, { status: null, progress: null, messages: null }])(
    "without any details (%j) is pending",
    async (said) => {
      await using heygen = await openHeygen({ sessionStatuses: [said] });
      expect(await heygen.sessionStatus()).toMatchObject({ state: "pending" });
    },
  );

  test("is read although details of it have unexpected types", async () => {
    const messages = [{ role: "model", type: 1, content: { text: "Drafting." }, created_at: "today" }];
    const session = { status: "thinking", progress: "35 %", messages, ...noVideo };
    await using heygen = await openHeygen({ sessionStatuses: [session] });
    expect(await heygen.sessionStatus()).toMatchObject({ state: "pending", detail: "thinking" });
  });

  test.each(["thinking", "generating", "completed", "failed", "waiting_for_input"])(
    "returns its video's id whatever its status (%s)",
    async (status) => {
      await using heygen = await openHeygen({ sessionStatuses: [{ status, video_id: "v_7" }] });
      expect(await heygen.sessionStatus()).toMatchObject({
        state: "pending",
        job: { ids: { session_id: "sess_1", video_id: "v_7" } },
      });
    },
  );

  test.each([null, ""])(
    "that is completed with the video id %j leads to a request for its videos",
    async (video_id) => {
      await using heygen = await openHeygen({ sessionStatuses: [{ status: "completed", video_id }] });
      expect(await heygen.sessionStatus()).toMatchObject({
        state: "pending",
        job: { ids: { video_id: "v_1" } },
      });
      expect(heygen.fake.requests.at(-1)?.path).toBe("/v3/video-agents/sess_1/videos");
    },
  );

  test("that is completed without any video is pending", async () => {
    await using heygen = await openHeygen({ sessionStatuses: [{ status: "completed", ...noVideo }] });
    heygen.fake.on("GET /v3/video-agents/{session_id}/videos", { status: 200, body: { data: [] } });
    expect(await heygen.sessionStatus()).toMatchObject({ state: "pending", detail: "completed" });
  });

  const said = (role: string, type: string, content: string) => ({ role, type, content });
  const messages = [
    said("model", "text", "Sorry."),
    said("model", "error", "The avatar has left"),
    said("model", "error", "An older error"),
    said("user", "text", "A short welcome"),
  ];

  test.each([
    [messages, "The avatar has left"],
    [[], "the session failed"],
    [null, "the session failed"],
    [[said("model", "error", "")], "the session failed"],
  ])("has a reason when it failed (%#)", async (spoken, reason) => {
    const status = { status: "failed", messages: spoken, ...noVideo };
    await using heygen = await openHeygen({ sessionStatuses: [status] });
    expect(await heygen.sessionStatus()).toMatchObject({ state: "failed", reason });
  });

  test.each([
    ["waiting_for_input", messages, "Sorry."],
    ["reviewing", messages, "Sorry."],
    ["reviewing", [], "reviewing"],
    ["waiting_for_input", [said("model", "text", "")], "waiting_for_input"],
  ])("that waits for a reply (%s) shows the question (%#)", async (status, spoken, question) => {
    await using heygen = await openHeygen({ sessionStatuses: [{ status, messages: spoken, ...noVideo }] });
    expect(await heygen.sessionStatus()).toMatchObject({ state: "blocked", question });
  });
});
