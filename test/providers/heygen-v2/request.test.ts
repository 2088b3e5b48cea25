import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { heygenV2 } from "../../../src/providers/heygen-v2/index.ts";
import description from "../../fixtures/heygen-v2.json" with { type: "json" };
import { describedApi } from "../../support/providers/described-api.ts";
import { createSpeech } from "../../support/providers/open-heygen-v2.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const api = describedApi(description);
const everyOption = {
  avatar_style: "normal",
  speed: 1,
  pitch: 0,
  background: { type: "color", value: "#ffffff" },
  test: true,
  folder_id: "folder_1",
  callback_url: "https://example.com/hook",
  callback_id: "ava124",
};

test("a script becomes the body of HeyGen's own example", () => {
  expect(heygenV2.toPayload(createSpeech({ title: "My Title", options: everyOption }))).toEqual({
    video_inputs: [
      {
        character: { type: "avatar", avatar_id: "Kristin_public_3_20240108", avatar_style: "normal" },
        voice: {
          type: "text",
          input_text: "Welcome to version 2.0.",
          voice_id: "2f72ee82b83d4b00af16c4771d611752",
          speed: 1,
          pitch: 0,
        },
        background: { type: "color", value: "#ffffff" },
      },
    ],
    dimension: { width: 1280, height: 720 },
    title: "My Title",
    caption: false,
    test: true,
    folder_id: "folder_1",
    callback_url: "https://example.com/hook",
    callback_id: "ava124",
  });
});

test.each<[string, VideoRequest]>([
  ["a script", createSpeech()],
  ["a script with every option", createSpeech({ options: everyOption, captions: true })],
  ["a talking photo", createSpeech({ options: { character_type: "talking_photo" } })],
  [
    "a background image",
    createSpeech({ options: { background: { type: "image", url: "https://a.b/c.png" } } }),
  ],
  ["a size in pixels", createSpeech({ options: { dimension: { width: 1080, height: 1080 } } })],
  ["the longest script", createSpeech({ text: "a".repeat(5_000) })],
])("the request for %s matches HeyGen's documentation", (_, request) => {
  const body = heygenV2.toPayload(request);
  expect(api.requestProblems("POST", "/v2/video/generate", body)).toEqual([]);
});

test.each<[Partial<VideoRequest>, [width: number, height: number]]>([
  [{}, [1280, 720]],
  [{ resolution: "1080p" }, [1920, 1080]],
  [{ orientation: "portrait" }, [720, 1280]],
  [{ orientation: "portrait", resolution: "1080p" }, [1080, 1920]],
  [{ aspectRatio: "1:1" }, [720, 720]],
  [{ aspectRatio: "9:16", orientation: "portrait" }, [720, 1280]],
  [{ options: { dimension: { width: 640, height: 360 } } }, [640, 360]],
])("%j becomes a video of %j pixels", (changes, [width, height]) => {
  expect(heygenV2.toPayload(createSpeech(changes))).toMatchObject({ dimension: { width, height } });
});

describe("a request to v2 is rejected before anything is submitted if", () => {
  const dimension = { width: 640, height: 360 };
  test.each<[string, VideoRequest, RegExp]>([
    [
      "it has a prompt, which needs v3",
      createSpeech({ kind: "prompt" }),
      /`prompt` is not supported with `provider: heygen_v2`/,
    ],
    [
      "it has a style, which needs v3",
      createSpeech({ styleId: "style_1" }),
      /`style_id` is not supported with `provider: heygen_v2`/,
    ],
    ["the avatar is missing", createSpeech({ avatarId: undefined }), /`avatar_id` is required with `script`/],
    ["the voice is missing", createSpeech({ voiceId: undefined }), /`voice_id` is required/],
    ["the script is too long", createSpeech({ text: "a".repeat(5_001) }), /5,001 characters.*at most 5,000/],
    ["the resolution is 4K", createSpeech({ resolution: "4k" }), /`resolution` is "4k".*720p, 1080p/],
    [
      "the aspect ratio is 4:3",
      createSpeech({ aspectRatio: "4:3" }),
      /`aspect_ratio` is "4:3".*16:9, 9:16, 1:1/,
    ],
    [
      "the aspect ratio is the name of an object property",
      createSpeech({ aspectRatio: "constructor" }),
      /"constructor"/,
    ],
    [
      "the resolution is the name of an object property",
      createSpeech({ resolution: "__proto__" }),
      /"__proto__"/,
    ],
    [
      "aspect ratio and orientation contradict each other",
      createSpeech({ orientation: "portrait", aspectRatio: "16:9" }),
      /`orientation` is "portrait", but `aspect_ratio` is "16:9"/,
    ],
    [
      "it is square and has an orientation",
      createSpeech({ orientation: "portrait", aspectRatio: "1:1" }),
      /`aspect_ratio` is "1:1"/,
    ],
    [
      "it has a size in pixels and an aspect ratio or resolution",
      createSpeech({ resolution: "1080p", options: { dimension } }),
      /`resolution` and dimension .* exclude each other/,
    ],
    [
      "a talking photo has an avatar style",
      createSpeech({ options: { character_type: "talking_photo", avatar_style: "circle" } }),
      /avatar_style .* does not work with a talking_photo/,
    ],
    [
      "an option is unknown",
      createSpeech({ options: { voice_speed: 1 } }),
      /an unknown option: "voice_speed"/,
    ],
  ])("%s", async (_, request, message) => {
    const failure = await failureOf(() => heygenV2.toPayload(request));
    expect(failure).toMatchObject({ code: "invalid_input", message: expect.stringMatching(message) });
    expect(failure.submitted).toBe(false);
  });
});
