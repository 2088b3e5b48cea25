import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../../../src/inputs/video-request.ts";
import { toEstimate } from "../../../../src/providers/heygen/preflight/estimate.ts";
import { toBody } from "../../../../src/providers/heygen/request.ts";
import { createScriptRequest, createVideoRequest } from "../../../support/jobs/video-request.ts";

const estimate = (request: VideoRequest, avatar_type = "studio_avatar") =>
  toEstimate(request, toBody(request), { id: "look_1", avatar_type });

test.each(['<break time="1.5.s"/>', '<break time=".s"/>', '<break time="..5ms"/>'])(
  "a pause that is no number (%s) leaves the length and the wait numbers",
  (pause) => {
    const { seconds, waitMinutes } = estimate(createScriptRequest({ text: `Hello. ${pause} Good bye.` }));
    expect([seconds, ...(waitMinutes ?? [])].filter((value) => !Number.isFinite(value))).toEqual([]);
  },
);

test.each([
  [0.1, [1, 15]],
  [1, [5, 15]],
  [2, [10, 20]],
  [4, [20, 40]],
] as const)("a script of %d min is expected to render for %j minutes", (minutes, range) => {
  const text = "word ".repeat(150 * minutes).trim();
  expect(estimate(createScriptRequest({ text })).waitMinutes).toEqual(range);
});

describe("the estimate of a prompt uses the length in its text, and as the price limit the longest possible length:", () => {
  const inUsd = (seconds: number) => (seconds * 0.0333 * 1.74).toFixed(2);
  const revises = "sess_1";

  test.each<[why: string, changes: Partial<VideoRequest>, seconds: number, atMost: number]>([
    ["no length", { text: "A short welcome" }, 45, 45],
    ["a length above the default", { text: "A 10-minute tour" }, 600, 600],
    ["a shorter length at the beginning", { text: "A 30-second tour" }, 30, 30],
    ["a shorter length, perhaps of something else", { text: "Explain our 5 s timeout" }, 5, 45],
    [
      "several lengths, of which the longest counts",
      { text: "Explain our 5 s timeout in a 10-minute film" },
      600,
      605,
    ],
    ["the lengths of its parts", { text: "Intro 30 s, demo 60 s, outro 20 s" }, 60, 110],
    ["a total length followed by its parts", { text: "A 60-second tour: intro 20 s, demo 40 s" }, 60, 60],
    [
      "a shorter length in the event's text",
      { text: "Tell what is new: The timeout is now 5 s", userText: "Tell what is new: …" },
      45,
      45,
    ],
    [
      "hours in the event's text",
      { text: "What is new: 24-hour support", userText: "What is new: …" },
      45,
      45,
    ],
    ["a longer length in a message", { text: "A 30-second tour", messages: ["No, two minutes."] }, 120, 120],
    ["a shorter length in a message", { text: "A 30-second tour", messages: ["10 s are enough"] }, 30, 30],
    ["the `length` setting", { text: "The 24-hour support, for 10 minutes", lengthSeconds: 20 }, 20, 20],
    ["a message with more than `length`", { lengthSeconds: 20, messages: ["Yes.", "Make it 60 s"] }, 60, 60],
    ["the `length` setting of a revision", { text: "Shorter, please", revises, lengthSeconds: 20 }, 20, 20],
  ])("%s (%j): %i s, up to the price of %i s", (_, changes, seconds, atMost) => {
    const found = estimate(createVideoRequest(changes));
    expect([found.seconds, found.atMostUsd?.toFixed(2)]).toEqual([seconds, inUsd(atMost)]);
  });

  test.each<[why: string, changes: Partial<VideoRequest>, unknownBecause: string]>([
    ["hours in the prompt", { text: "A 90-minute film" }, '"90-minute" may be meant as its length'],
    ["hours in a message", { messages: ["An hour."] }, '"an hour" may be meant as its length'],
    [
      "a message with more than `length`",
      { lengthSeconds: 20, messages: ["As long as it takes: hours"] },
      '"as long as it takes" may be meant as its length',
    ],
    [
      "a revision that mentions a part",
      { text: "Cut the first 5 seconds", revises },
      "a revision may become as long as the video that it changes",
    ],
  ])("%s (%j): unknown", (_, changes, unknownBecause) => {
    const found = estimate(createVideoRequest(changes));
    expect([found.usd, found.atMostUsd, found.unknownReason]).toEqual([undefined, undefined, unknownBecause]);
  });
});

describe("the estimate of a script assumes 150 words per minute:", () => {
  test.each([
    ["English", "word ".repeat(75), 30],
    ["Japanese, which has no spaces", "今日は", 0.8],
    ["nothing but signs", "… — !", 0],
  ])("%s", (_language, text, seconds) => {
    expect(estimate(createScriptRequest({ text })).seconds).toBeCloseTo(seconds);
  });

  test("plus the pauses marked in it", () => {
    const text = `${"word ".repeat(75)} <break time="60s"/> and <break time='500ms' />`;
    expect(estimate(createScriptRequest({ text })).seconds).toBeGreaterThan(90);
  });

  test("scaled by the voice speed", () => {
    const options = { voice_settings: { speed: 1.5 } };
    expect(estimate(createScriptRequest({ text: "word ".repeat(75), options })).seconds).toBeCloseTo(20);
  });
});

describe("the price of a minute of script depends on engine and look:", () => {
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

  test("a request with an unknown price or length has no estimate", () => {
    expect(
      estimate(
        createVideoRequest({ kind: "template_id", templateId: "t_1", text: "", options: { variables: {} } }),
      ),
    ).toEqual({});
    expect(estimate(createVideoRequest({ options: { model: "heygen-video-1" } }))).toEqual({});
  });
});
