import type { VideoRequest } from "../../../../src/inputs/video-request.ts";
import { createVideoRequest } from "../../jobs/video-request.ts";

import { asset, type BodyCase, callback, recording, url } from "./body-case.ts";

type Changes = Partial<VideoRequest>;

const clip = { model: "heygen-video-1" };
const fromPrompt = (changes: Changes) => createVideoRequest({ text: "A tour", ...changes });
const fromTemplate = (options: object) =>
  createVideoRequest({ kind: "template_id", text: "", templateId: "t", options: { ...options } });
const fromComposition = (changes: Changes) =>
  createVideoRequest({ kind: "composition", text: "", composition: recording, ...changes });

/** The requests of the other routes that create videos. */
export const otherRouteBodies: readonly BodyCase[] = [
  [
    "an instant video",
    "/v3/models/videos",
    fromPrompt({ aspectRatio: "21:9", resolution: "480p", options: { ...clip, duration: 15, seed: 7 } }),
    { ...clip, mode: "text_to_video", prompt: "A tour", aspect_ratio: "21:9", duration: 15, seed: 7 },
  ],
  [
    "an instant video from a picture",
    "/v3/models/videos",
    fromPrompt({ resolution: "2k", options: { ...clip, mode: "image_to_video", image: url, ...callback } }),
    { mode: "image_to_video", image: url, resolution: "2k" },
  ],
  [
    "an instant video with references",
    "/v3/models/videos",
    fromPrompt({
      aspectRatio: "adaptive",
      options: {
        ...clip,
        mode: "reference_to_video",
        prompt_enhancement: "ultraquality",
        reference_images: [url],
        reference_videos: [asset],
        reference_audio: [asset],
      },
    }),
    {
      aspect_ratio: "adaptive",
      reference_images: [url],
      reference_videos: [asset],
      reference_audio: [asset],
    },
  ],
  [
    "a template",
    "/v3/templates/t",
    fromTemplate({
      variables: { name: { type: "text", properties: { content: "Ann" } } },
      dimension: { width: 1_280, height: 720 },
      fps: 60,
      scene_ids: ["one", "one"],
      subtitles: { preset_name: "bold", position: { x: 0.5, y: 0.9 } },
      reorder_music: false,
      ...callback,
    }),
    { title: "Release 2.0", caption: false, fps: 60, scene_ids: ["one", "one"] },
  ],
  [
    "a composition",
    "/v3/hyperframes/renders",
    fromComposition({
      aspectRatio: "1:1",
      resolution: "4k",
      options: { fps: 60, quality: "high", composition: "intro", variables: { name: "Ann" }, ...callback },
    }),
    {
      project: { type: "url", url: recording.url },
      title: "Release 2.0",
      aspect_ratio: "1:1",
      resolution: "4k",
      variables: { name: "Ann" },
    },
  ],
  [
    "a change to a session's video",
    "/v3/video-agents/sess_1",
    fromPrompt({
      revises: "sess_1",
      avatarId: "look_1",
      files: [recording],
      options: { brand_kit_id: "kit" },
    }),
    {
      message: "A tour",
      avatar_id: "look_1",
      brand_kit_id: "kit",
      files: [{ type: "url", url: recording.url }],
    },
  ],
  [
    "a prompt with messages",
    "/v3/video-agents",
    fromPrompt({ messages: ["Blue."], files: [{ from: "asset", id: "ast_1" }], options: { files: [url] } }),
    { mode: "chat", prompt: "A tour", files: [url, asset] },
  ],
];
