import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { reelbot } from "../../../src/providers/reelbot/index.ts";
import description from "../../fixtures/reelbot.json" with { type: "json" };
import { describedApi } from "../../support/providers/described-api.ts";
import { bedroom, createNarration, createTopic } from "../../support/providers/open-reelbot.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const api = describedApi(description);
const everyOption = {
  brollKeys: [bedroom, "users/abc123/b-roll/morning-routine.mp4"],
  musicKey: "shared/music/calm-ambient.mp3",
  assetTrimSettings: { [bedroom]: { startTime: 2.5, endTime: 10 } },
  scriptDuration: 30,
  captionSize: "medium",
  tone: "professional",
  brandPreset: { colour: "#ffffff" },
};

test("a script becomes the body of ReelBot's own example", () => {
  expect(reelbot.toPayload(createNarration({ options: everyOption, orientation: "portrait" }))).toMatchObject(
    {
      videoType: "narrated",
      topic: "5 Tips for Better Sleep",
      script: "Here are five science-backed tips for better sleep.",
      voiceId: "joanna",
      aspectRatio: "9:16",
      ...everyOption,
    },
  );
});

test("a prompt becomes the topic of a cinematic video without narration", () => {
  const body = reelbot.toPayload(createTopic({ options: everyOption }));
  expect(body).toEqual({ videoType: "cinematic", topic: "Better sleep", ...everyOption });
});

test.each<[string, VideoRequest]>([
  ["a short narration", createNarration()],
  ["a narration with every option", createNarration({ options: everyOption, aspectRatio: "1:1" })],
  [
    "an uploaded voice-over",
    createNarration({
      voiceId: undefined,
      options: {
        brollKeys: [bedroom],
        voiceoverKey: "users/a/vo.mp3",
        voiceoverSpeechMarksKey: "users/a/vo.json",
      },
    }),
  ],
  ["the longest script", createNarration({ text: "a".repeat(5_000) })],
  ["a title that is too long for a topic", createNarration({ title: "t".repeat(900) })],
  ["a topic", createTopic()],
  ["the longest topic", createTopic({ text: "é".repeat(500) })],
  ["twenty clips", createTopic({ options: { brollKeys: Array(20).fill(bedroom) } })],
])("the request for %s matches ReelBot's documentation", (_, request) => {
  const body = reelbot.toPayload(request);
  expect(api.requestProblems("POST", "/api/v1/video/generate", body)).toEqual([]);
});

test("a title longer than 500 characters is truncated for the topic, between two characters", () => {
  const { topic } = reelbot.toPayload(createNarration({ title: "🎬".repeat(600) })) as { topic: string };
  expect(topic).toBe("🎬".repeat(500));
});

test.each<[Partial<VideoRequest>, string | undefined]>([
  [{}, undefined],
  [{ orientation: "landscape" }, "16:9"],
  [{ orientation: "portrait" }, "9:16"],
  [{ aspectRatio: "1:1" }, "1:1"],
  [{ orientation: "landscape", aspectRatio: "4:3" }, "4:3"],
])("%j becomes the aspect ratio %s", (changes, aspectRatio) => {
  const body: { aspectRatio?: string } = reelbot.toPayload(createNarration(changes));
  expect(body.aspectRatio).toBe(aspectRatio);
});

describe("a request to ReelBot is rejected before anything is submitted if", () => {
  const clips = { brollKeys: [bedroom] };
  test.each<[string, VideoRequest, RegExp]>([
    ["clips are missing", createNarration({ options: {} }), /brollKeys .* is required.*1 to 20 clips/],
    [
      "an option name is misspelled",
      createNarration({ options: { broll_keys: [bedroom] } }),
      /did you mean "brollKeys"/,
    ],
    ["the list of clips is empty", createNarration({ options: { brollKeys: [] } }), /brollKeys is not valid/],
    [
      "it has 21 clips",
      createNarration({ options: { brollKeys: Array(21).fill(bedroom) } }),
      /brollKeys is not valid/,
    ],
    ["a script has no voice", createNarration({ voiceId: undefined }), /`script` requires a voice/],
    [
      "it has two voices",
      createNarration({ options: { ...clips, voiceoverKey: "users/a/vo.mp3" } }),
      /`voice_id` and voiceoverKey .* exclude each other/,
    ],
    [
      "its script is too long",
      createNarration({ text: "a".repeat(5_001) }),
      /`script` has 5,001 characters.*at most 5,000/,
    ],
    [
      "its prompt is too long",
      createTopic({ text: "a".repeat(501) }),
      /`prompt` has 501 characters.*at most 500/,
    ],
    ["a prompt has a voice", createTopic({ voiceId: "joanna" }), /`voice_id` needs `script`/],
    [
      "a prompt has a voice-over",
      createTopic({ options: { ...clips, voiceoverKey: "users/a/vo.mp3" } }),
      /voiceoverKey .* needs `script`/,
    ],
    [
      "a trimmed clip is not in the video",
      createTopic({
        options: { ...clips, assetTrimSettings: { "other.mp4": { startTime: 0, endTime: 1 } } },
      }),
      /has the key "other.mp4", which is not in brollKeys/,
    ],
    [
      "a clip ends before it starts",
      createTopic({ options: { ...clips, assetTrimSettings: { [bedroom]: { startTime: 2, endTime: 2 } } } }),
      /startTime must be before endTime/,
    ],
    [
      "it has an avatar",
      createNarration({ avatarId: "look_1" }),
      /`avatar_id` is not supported with `provider: reelbot`/,
    ],
    ["it has a style", createNarration({ styleId: "style_1" }), /`style_id` is not supported/],
    ["it has a resolution", createNarration({ resolution: "1080p" }), /`resolution` is not supported/],
    [
      "its aspect ratio and orientation contradict each other",
      createNarration({ orientation: "portrait", aspectRatio: "16:9" }),
      /`orientation` is "portrait", but `aspect_ratio` is "16:9"/,
    ],
    [
      "it is square and has an orientation",
      createNarration({ orientation: "portrait", aspectRatio: "1:1" }),
      /`aspect_ratio` is "1:1"/,
    ],
  ])("%s", async (_, request, message) => {
    const failure = await failureOf(() => reelbot.toPayload(request));
    expect(failure).toMatchObject({ code: "invalid_input", message: expect.stringMatching(message) });
    expect(failure.submitted).toBe(false);
  });
});
