import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { toBody } from "../../../src/providers/heygen/request.ts";
import { requestProblems } from "../../support/heygen/contract.ts";
import { createScriptRequest, createVideoRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

type Changes = Partial<VideoRequest>;
type Options = Readonly<Record<string, unknown>>;

const callback = { callback_url: "https://hook.example/done", callback_id: "abc" };

describe("a prompt", () => {
  test.each<Changes>([
    {},
    { text: "x".repeat(10_000) },
    { text: "🎬".repeat(10_000) },
    { avatarId: "look_1", voiceId: "voice_1", styleId: "style_1" },
    { orientation: "landscape" },
    { orientation: "portrait", aspectRatio: "9:16" },
    { aspectRatio: "16:9", captions: true, title: "x".repeat(1_000) },
  ])("becomes a request that HeyGen's contract allows: %j", (changes) => {
    const body = toBody(createVideoRequest(changes));
    expect(requestProblems("POST", "/v3/video-agents", body)).toEqual([]);
  });

  test.each<Options>([
    { brand_kit_id: "kit_1", incognito_mode: true, ...callback },
    { mode: "generate" },
    { mode: "chat" },
    { files: [{ type: "url", url: "https://files.example/deck.pdf" }] },
    { files: [{ type: "asset_id", asset_id: "ast_1" }] },
    { files: [{ type: "base64", media_type: "image/png", data: "iVBORw0KGgo=" }] },
    { files: Array(20).fill({ type: "asset_id", asset_id: "ast_1" }) },
  ])("may have any option that the contract allows: %j", (options) => {
    const body = toBody(createVideoRequest({ options }));
    expect(body).toMatchObject(options);
    expect(requestProblems("POST", "/v3/video-agents", body)).toEqual([]);
  });

  test("contains every setting of the request", () => {
    const named = { avatarId: "look_1", voiceId: "voice_1", styleId: "style_1", aspectRatio: "9:16" };
    expect(toBody(createVideoRequest(named))).toEqual({
      prompt: "A short welcome",
      avatar_id: "look_1",
      voice_id: "voice_1",
      style_id: "style_1",
      orientation: "portrait",
    });
  });
});

describe("a script", () => {
  const aspectRatios = ["16:9", "9:16", "4:5", "5:4", "1:1", "auto"].map((aspectRatio) => ({ aspectRatio }));
  const resolutions = ["4k", "1080p", "720p"].map((resolution) => ({ resolution }));

  test.each<Changes>([
    {},
    { text: "x".repeat(5_000) },
    { voiceId: "voice_1", captions: true, title: "" },
    { orientation: "landscape" },
    { orientation: "portrait" },
    { orientation: "landscape", aspectRatio: "5:4" },
    { orientation: "portrait", aspectRatio: "4:5" },
    ...aspectRatios,
    ...resolutions,
  ])("becomes a request that HeyGen's contract allows: %j", (changes) => {
    expect(requestProblems("POST", "/v3/videos", toBody(createScriptRequest(changes)))).toEqual([]);
  });

  const engines = [
    { engine_type: "elevenlabs", model: "eleven_v3", stability: 0, similarity_boost: 1, style: 0.5 },
    { engine_type: "elevenlabs", use_speaker_boost: true },
    { engine_type: "fish", model: "s2-pro", stability: 0.1, similarity: 0.9 },
    { engine_type: "starfish" },
  ];

  test.each<Options>([
    { fit: "cover", remove_background: true, motion_prompt: "waves", expressiveness: "high", ...callback },
    { background: { type: "color", value: "#1E40AF" } },
    { background: { type: "image", url: "https://files.example/slide.png" } },
    { background: { type: "image", asset_id: "ast_1" } },
    { engine: { type: "avatar_iii" } },
    { engine: { type: "avatar_iv" } },
    { engine: { type: "avatar_v", reference_look_id: "look_2" } },
    { voice_settings: { speed: 0.5, pitch: -50, volume: 0, locale: "en-US" } },
    { voice_settings: { speed: 1.5, pitch: 50, volume: 1 } },
    ...engines.map((engine_settings) => ({ voice_settings: { engine_settings } })),
  ])("may have any option that the contract allows: %j", (options) => {
    const body = toBody(createScriptRequest({ options }));
    expect(body).toMatchObject(options);
    expect(requestProblems("POST", "/v3/videos", body)).toEqual([]);
  });

  test("contains every setting of the request", () => {
    const named = {
      voiceId: "voice_1",
      resolution: "720p",
      orientation: "portrait",
      captions: true,
    } as const;
    expect(toBody(createScriptRequest(named))).toEqual({
      type: "avatar",
      avatar_id: "look_1",
      voice_id: "voice_1",
      script: "Welcome.",
      title: "Release 2.0",
      resolution: "720p",
      aspect_ratio: "9:16",
      caption: { file_format: "srt" },
    });
  });
});

describe("requests that HeyGen would reject fail before anything is sent", () => {
  test.each<[string, Changes]>([
    ["`prompt` has 10,001 characters", { text: "x".repeat(10_001) }],
    ["`resolution` works with `script` only", { resolution: "1080p" }],
    ['`aspect_ratio` is "1:1": HeyGen with `prompt` accepts 16:9, 9:16', { aspectRatio: "1:1" }],
    [
      '`orientation` is "portrait", but `aspect_ratio` is "16:9"',
      { orientation: "portrait", aspectRatio: "16:9" },
    ],
  ])("in a prompt: %s", async (sentence, changes) => {
    const { code, message, submitted } = await failureOf(() => toBody(createVideoRequest(changes)));
    expect(code).toBe("invalid_input");
    expect(message).toContain(sentence);
    expect(submitted).toBe(false);
  });

  test.each<[string, Changes]>([
    ["`script` has 5,001 characters", { text: "🎬".repeat(5_001) }],
    ["`style_id` works with `prompt` only", { styleId: "style_1" }],
    ["`avatar_id` is required with `script`", { avatarId: undefined }],
    ['`resolution` is "8k": HeyGen accepts 4k, 1080p, 720p', { resolution: "8k" }],
    ['`aspect_ratio` is "2:1": HeyGen accepts 16:9', { aspectRatio: "2:1" }],
    ['`orientation` is "landscape", but', { orientation: "landscape", aspectRatio: "1:1" }],
  ])("in a script: %s", async (sentence, changes) => {
    const { code, message, submitted } = await failureOf(() => toBody(createScriptRequest(changes)));
    expect(code).toBe("invalid_input");
    expect(message).toContain(sentence);
    expect(submitted).toBe(false);
  });

  test.each<Options>([
    { prompt: "another" },
    { mode: "talk" },
    { title: "another" },
    { fit: "cover" },
    { files: Array(21).fill({ type: "asset_id", asset_id: "ast_1" }) },
    { files: [{ type: "url", url: "http://files.example/deck.pdf" }] },
    { files: [{ type: "base64", base64: "iVBORw0KGgo=" }] },
    { callback_url: "http://hook.example" },
  ])("options of a prompt: %j", async (options) => {
    const { code, message } = await failureOf(() => toBody(createVideoRequest({ options })));
    expect([code, /^`provider_options`(?::| has an unknown option: ) ?/.test(message)]).toEqual([
      "invalid_input",
      true,
    ]);
  });

  test.each<Options>([
    { type: "studio" },
    { output_format: "webm", background: { type: "color", value: "#1E40AF" } },
    { output_format: "mov" },
    { brand_kit_id: "kit_1" },
    { background: { type: "color", color: "#1E40AF" } },
    { background: { type: "color", value: "red" } },
    { background: { type: "image" } },
    { background: { type: "image", url: "https://files.example/a.png", asset_id: "ast_1" } },
    { voice_settings: { speed: 1.6 } },
    { voice_settings: { engine_settings: { engine_type: "starfish", model: "s1" } } },
    { engine: { type: "avatar_iv", reference_look_id: "look_2" } },
  ])("options of a script: %j", async (options) => {
    const { code, message } = await failureOf(() => toBody(createScriptRequest({ options })));
    expect([code, /^`provider_options`(?::| has an unknown option: ) ?/.test(message)]).toEqual([
      "invalid_input",
      true,
    ]);
  });
});
