import { expect, test } from "vitest";
import type { VideoRequest } from "../../../../src/inputs/video-request.ts";
import { toPayload } from "../../../../src/providers/heygen/request.ts";
import { createScriptRequest, createVideoRequest } from "../../../support/jobs/video-request.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

type Changes = Partial<VideoRequest>;

const url = { type: "url", url: "https://files.example/a.png" };
const file = (name: string, bytes = 1) =>
  ({ from: "disk", path: `/${name}`, name, bytes, sha256: "a" }) as const;
const asset = { from: "asset", id: "ast_1" } as const;
const kinds: Readonly<Record<string, Changes>> = {
  audio: { kind: "audio", text: "", audio: asset, avatarId: "look_1" },
  picture: { kind: "script", voiceId: "v", options: { type: "image", image: url } },
  cinematic: { avatarId: "look_1", options: { type: "cinematic_avatar" } },
  scenes: { kind: "options", text: "", options: { scenes: [{ type: "video", source: url }] } },
  instant: { options: { model: "heygen-video-1" } },
  template: { kind: "template_id", text: "", templateId: "t", options: { variables: {} } },
  composition: { kind: "composition", text: "", composition: asset },
  change: { revises: "sess_1" },
};

const rows: readonly [kind: string, changes: Changes, sentence: string][] = [
  ["audio", { avatarId: undefined }, "`avatar_id` is required with `audio`"],
  ["audio", { voiceId: "v" }, "`voice_id` works with `script` only"],
  ["audio", { audio: file("a.pdf") }, "`audio` is a.pdf: HeyGen takes .mp3 and .wav"],
  ["audio", { audio: file("a.ogg") }, "`audio` is a.ogg"],
  ["audio", { audio: file("a.mp3", 0) }, "a.mp3 is empty"],
  [
    "picture",
    { voiceId: undefined },
    "`voice_id` is required with `type: image`: a picture has no voice of its own",
  ],
  ["picture", { avatarId: "look_1" }, "`avatar_id` works with an avatar only"],
  ["cinematic", { avatarId: undefined }, "`avatar_id` is required with `type: cinematic_avatar`"],
  ["cinematic", { captions: true }, "`captions` works with a spoken video only"],
  ["cinematic", { aspectRatio: "4:5" }, "HeyGen accepts 16:9, 9:16, 1:1"],
  ["cinematic", { resolution: "4k" }, "HeyGen accepts 1080p, 720p"],
  ["cinematic", { text: "x".repeat(10_001) }, "`prompt` has 10,001 characters"],
  ["cinematic", { files: Array(13).fill(asset) }, "`files` and `provider_options` have 13 files"],
  ["cinematic", { options: { type: "cinematic_avatar", duration: 5, auto_duration: true } }, "auto_duration"],
  ["cinematic", { options: { type: "studio" } }, "provider_options.type is not valid"],
  ["scenes", { avatarId: "look_1" }, "`avatar_id` works with a single scene only"],
  ["scenes", { options: { scenes: [] } }, "provider_options.scenes is not valid"],
  [
    "scenes",
    { options: { scenes: [{ type: "image", source: url }] } },
    "either a duration, or exactly one of",
  ],
  ["instant", { avatarId: "look_1" }, "`avatar_id` works with a video with an avatar only"],
  ["instant", { files: [asset] }, "references go into `provider_options`"],
  ["instant", { aspectRatio: "4:5" }, "HeyGen accepts 21:9"],
  ["instant", { aspectRatio: "adaptive" }, "HeyGen accepts 21:9"],
  ["instant", { resolution: "720p" }, "HeyGen accepts 480p, 768p, 1080p, 2k"],
  ["instant", { resolution: "2k", aspectRatio: "1:1" }, "HeyGen with 2k accepts 16:9, 9:16"],
  ["instant", { options: { model: "sora" } }, "provider_options.model is not valid"],
  ["instant", { options: { model: "heygen-video-1", image: url } }, "is required with mode image_to_video"],
  [
    "instant",
    { options: { model: "heygen-video-1", mode: "image_to_video" } },
    "is required with mode image_to_video",
  ],
  [
    "instant",
    { options: { model: "heygen-video-1", reference_audio: [url] } },
    "references need mode reference_to_video",
  ],
  [
    "instant",
    { orientation: "portrait", options: { model: "heygen-video-1", mode: "image_to_video", image: url } },
    "the picture's own are used",
  ],
  ["template", { options: {} }, "provider_options.variables is not valid"],
  ["template", { aspectRatio: "16:9" }, "the template's own are used"],
  ["template", { options: { variables: {}, dimension: { width: 101, height: 720 } } }, "dimension"],
  ["template", { options: { variables: {}, fps: 24 } }, "provider_options.fps"],
  ["composition", { captions: true }, "`captions` works with other sources only"],
  ["composition", { composition: { ...file("site"), entries: ["page.html"] } }, "has no `index.html`"],
  ["composition", { composition: file("index.html") }, "has no `index.html`"],
  ["composition", { composition: file("a.zip", 200_000_001) }, "a.zip has "],
  ["composition", { options: { format: "mov" } }, "provider_options.format is not valid"],
  ["composition", { resolution: "4k", options: { format: "webm" } }, "a webm has 1080p at most"],
  ["change", { styleId: "style_1" }, "`style_id` works with a new video only"],
  ["change", { messages: ["Blue."] }, "`messages` works with a new video only"],
  ["change", { options: { incognito_mode: true } }, 'unknown option: "incognito_mode"'],
];

test.each(rows)("%s: %j is rejected before anything is sent: %s", async (kind, changes, sentence) => {
  const request = createVideoRequest({ ...kinds[kind], ...changes });
  const { code, message, submitted } = await failureOf(() => toPayload(request));
  expect([code, submitted]).toEqual(["invalid_input", false]);
  expect(message).toContain(sentence);
});

test.each<[Changes, string]>([
  [{ files: [file("page.html")] }, "page.html has a type that HeyGen does not accept"],
  [{ files: [file("no-ending")] }, "no-ending has a type"],
  [{ files: [file("empty.png", 0)] }, "empty.png is empty"],
  [{ files: [file("film.mp4", 1_000_000_001)] }, "film.mp4 has "],
  [{ files: Array(21).fill(asset) }, "`files` and `provider_options` have 21 files"],
  [
    { files: Array(11).fill(asset), options: { files: Array(10).fill(url) } },
    "`files` and `provider_options` have 21 files",
  ],
])("a prompt's files: %j are rejected before anything is sent: %s", async (changes, sentence) => {
  const { code, message } = await failureOf(() => toPayload(createVideoRequest(changes)));
  expect([code, message]).toEqual(["invalid_input", expect.stringContaining(sentence)]);
});

test.each<Changes>([{ files: [asset] }, { messages: ["Blue."] }, { styleId: "style_1" }])(
  "a script with %j is rejected, because HeyGen would ignore it",
  async (changes) => {
    expect((await failureOf(() => toPayload(createScriptRequest(changes)))).message).toContain("works with");
  },
);
