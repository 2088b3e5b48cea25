import type { VideoRequest } from "../../../../src/inputs/video-request.ts";
import { createScriptRequest, createVideoRequest } from "../../jobs/video-request.ts";

import { asset, type BodyCase, callback, recording, url } from "./body-case.ts";

type Changes = Partial<VideoRequest>;

const image = { type: "image", image: url };
const scenes = [
  { type: "avatar_video", input: { type: "avatar", avatar_id: "look_1", script: "Hello.", voice_id: "v" } },
  { type: "avatar_video", input: { type: "image", image: asset, audio_url: "https://files.example/a.mp3" } },
  { type: "image", source: url, duration: 300 },
  { type: "image", source: url, audio_asset_id: "ast_1" },
  { type: "video", source: asset, playback: { volume: 0.5, mute: false } },
];
const fromScript = (changes: Changes) => createScriptRequest(changes);
const fromPrompt = (changes: Changes) => createVideoRequest({ text: "A tour", ...changes });
const fromOptions = (options: object) =>
  createVideoRequest({ kind: "options", text: "", options: { ...options } });
/** The requests of `POST /v3/videos`, except for plain scripts. */
export const videoBodies: readonly BodyCase[] = [
  [
    "a recording by URL",
    "/v3/videos",
    fromScript({ kind: "audio", text: "", audio: recording }),
    { type: "avatar", avatar_id: "look_1", audio_url: recording.url },
  ],
  [
    "a recording by asset id",
    "/v3/videos",
    fromScript({ kind: "audio", text: "", audio: { from: "asset", id: "ast_1" } }),
    { audio_asset_id: "ast_1" },
  ],
  [
    "a picture that speaks",
    "/v3/videos",
    fromScript({ avatarId: undefined, voiceId: "v", options: { ...image, expressiveness: "high" } }),
    { ...image, script: "Welcome.", voice_id: "v", expressiveness: "high" },
  ],
  [
    "a picture that speaks a recording, without a voice",
    "/v3/videos",
    fromScript({ kind: "audio", text: "", audio: recording, avatarId: undefined, options: image }),
    { ...image, audio_url: recording.url },
  ],
  [
    "a watermark",
    "/v3/videos",
    fromScript({
      options: { watermark: { image: asset, opacity: 0.5, placement: { position: "top_left" } } },
    }),
    { watermark: { image: asset, opacity: 0.5, placement: { position: "top_left" } } },
  ],
  [
    "a transparent webm",
    "/v3/videos",
    fromScript({ options: { output_format: "webm", remove_background: true } }),
    { output_format: "webm", remove_background: true },
  ],
  [
    "a cinematic avatar",
    "/v3/videos",
    fromPrompt({
      avatarId: "look_1",
      orientation: "portrait",
      resolution: "1080p",
      files: [recording],
      options: { type: "cinematic_avatar", references: [asset], auto_duration: true, enhance_prompt: true },
    }),
    {
      type: "cinematic_avatar",
      prompt: "A tour",
      avatar_id: ["look_1"],
      references: [asset, { type: "url", url: recording.url }],
      aspect_ratio: "9:16",
      resolution: "1080p",
      title: "Release 2.0",
    },
  ],
  [
    "several cinematic avatars",
    "/v3/videos",
    fromPrompt({ options: { type: "cinematic_avatar", avatar_id: ["a", "b", "c"], duration: 15 } }),
    { avatar_id: ["a", "b", "c"], duration: 15 },
  ],
  [
    "scenes",
    "/v3/videos",
    createVideoRequest({
      kind: "options",
      text: "",
      captions: true,
      aspectRatio: "4:5",
      options: { scenes, ...callback },
    }),
    { type: "studio", scenes, aspect_ratio: "4:5", caption: { file_format: "srt" }, ...callback },
  ],
  ["scenes by their type", "/v3/videos", fromOptions({ type: "studio", scenes }), { type: "studio", scenes }],
];
