import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../../src/compose/request.ts";
import { toEstimate } from "../../../src/providers/heygen/check/estimate.ts";
import { toBody } from "../../../src/providers/heygen/request.ts";
import { createScriptRequest, createVideoRequest } from "../../support/video-request.ts";

const estimate = (request: VideoRequest, avatar_type = "studio_avatar") =>
  toEstimate(request, toBody(request), { id: "look_1", avatar_type });

const prompt = (text: string) => estimate(createVideoRequest({ text })).seconds;

describe("a prompt is expected to become as long as it says:", () => {
  test.each([
    ["A short welcome", 45],
    ["A 30-second tour", 30],
    ["A tour of 90 seconds, please", 90],
    ["Make it 20s long", 20],
    ["A 2 minute film", 120],
    ["A 1.5-minute film", 90],
    ["It starts in 2 seconds now. Tell that in 60 seconds.", 60],
    ["Uptime: 86400 seconds", 45],
    ["Answers within 200 ms", 45],
    ["Version 30 solves it", 45],
  ])("%j: %i s", (text, seconds) => {
    expect(prompt(text)).toBe(seconds);
  });

  test("and to cost as much, within the agent's margin", () => {
    const { usd = 0, atMostUsd = 0 } = estimate(createVideoRequest());
    expect([usd.toFixed(2), atMostUsd.toFixed(2)]).toEqual(["1.50", "2.61"]);
  });
});

describe("a script is expected to be spoken at 150 words a minute:", () => {
  test.each([
    ["English", "word ".repeat(75), 30],
    ["Japanese, which has no spaces", "今日は", 0.8],
    ["nothing but signs", "… — !", 0],
  ])("%s", (_language, text, seconds) => {
    expect(estimate(createScriptRequest({ text })).seconds).toBeCloseTo(seconds);
  });

  test("and faster when it is spoken faster", () => {
    const options = { voice_settings: { speed: 1.5 } };
    expect(estimate(createScriptRequest({ text: "word ".repeat(75), options })).seconds).toBeCloseTo(20);
  });
});

describe("a minute of script costs what the engine takes for the look:", () => {
  const text = "word ".repeat(150);
  test.each<[type: string, changes: Partial<VideoRequest>, usd: string | undefined]>([
    ["studio_avatar", {}, "4.00"],
    ["photo_avatar", {}, "3.00"],
    ["photo_avatar", { resolution: "4k" }, "4.00"],
    ["digital_twin", { options: { engine: { type: "avatar_iii" } } }, "1.00"],
    ["digital_twin", { options: { engine: { type: "avatar_v" } } }, "4.00"],
    ["photo_avatar", { options: { engine: { type: "avatar_v" } } }, undefined],
    ["hologram", {}, undefined],
  ])("%s %j: %s USD", (type, changes, usd) => {
    const found = estimate(createScriptRequest({ text, ...changes }), type);
    expect(found.seconds).toBe(60);
    expect(found.usd?.toFixed(2)).toBe(usd);
  });

  test("a cinematic video has one price", () => {
    const options = { type: "cinematic_avatar", duration: 15 };
    const found = estimate(createVideoRequest({ avatarId: "look_1", options }));
    expect(found).toEqual({ seconds: 15, usd: 7, atMostUsd: 7 });
  });

  test("what has no known price or length has no estimate", () => {
    expect(
      estimate(
        createVideoRequest({ kind: "template_id", templateId: "t_1", text: "", options: { variables: {} } }),
      ),
    ).toEqual({});
    expect(estimate(createVideoRequest({ options: { model: "heygen-video-1" } }))).toEqual({});
  });
});
