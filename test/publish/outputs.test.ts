import { expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import type { VideoState } from "../../src/jobs/video-record.ts";
import { outputDescriptions, toOutputs } from "../../src/publish/outputs.ts";

const names = Object.keys(outputDescriptions);
const newRender: VideoState = {
  status: "pending",
  title: "Release 2",
  provider: "",
  phases: {},
  milestones: {},
};
const fullRender: VideoState = {
  status: "completed",
  title: "Release 2",
  provider: "heygen",
  job: { provider: "heygen", surface: "video_agent", ids: { video_id: "v_1", session_id: "s_1" } },
  resumed: true,
  remote: {
    url: "https://files.example/v_1.mp4?Signature=secret",
    subtitlesUrl: "https://files.example/v_1.srt",
    thumbnailUrl: "https://files.example/v_1.jpg",
    pageUrl: "https://app.example/v_1",
    durationSeconds: 30.5,
  },
  local: {
    path: "/checkout/v.mp4",
    sizeBytes: 43_609,
    sha256: "ab".repeat(32),
    durationSeconds: 30.48,
    width: 1_920,
    height: 1_080,
    codec: "H.264",
    hasAudio: false,
  },
  rejected: { path: "/checkout/v.rejected.mp4", sizeBytes: 9, sha256: "cd".repeat(32) },
  subtitlesPath: "/checkout/v.srt",
  webSubtitlesPath: "/checkout/v.vtt",
  previewPath: "/checkout/v.preview.gif",
  artifact: { id: "7", url: "https://github.example/artifacts/7", digest: "sha256:ab" },
  commentUrl: "https://github.example/pull/7#issuecomment-1",
  releaseAssetUrl: "https://github.example/releases/download/v2/v.mp4",
  failure: new ShowreelError("publish_failed", "No."),
  phases: {},
  milestones: {},
};

test("every known value becomes an output", () => {
  expect(toOutputs([fullRender])).toEqual({
    status: "completed",
    video_id: "v_1",
    session_id: "s_1",
    video_url: "https://files.example/v_1.mp4?Signature=secret",
    video_page_url: "https://app.example/v_1",
    thumbnail_url: "https://files.example/v_1.jpg",
    duration_seconds: "30.48",
    width: "1920",
    height: "1080",
    codec: "H.264",
    has_audio: "false",
    video_path: "/checkout/v.mp4",
    rejected_path: "/checkout/v.rejected.mp4",
    captions_path: "/checkout/v.srt",
    captions_vtt_path: "/checkout/v.vtt",
    preview_path: "/checkout/v.preview.gif",
    size_bytes: "43609",
    sha256: "ab".repeat(32),
    artifact_id: "7",
    artifact_url: "https://github.example/artifacts/7",
    artifact_digest: "sha256:ab",
    comment_url: "https://github.example/pull/7#issuecomment-1",
    release_asset_url: "https://github.example/releases/download/v2/v.mp4",
    resumed: "true",
    error_code: "publish_failed",
  });
});

test("an unknown value is an empty string", () => {
  const unknown = Object.fromEntries(names.map((name) => [name, ""]));
  expect(toOutputs([newRender])).toEqual({ ...unknown, status: "pending" });
});

test.each([
  ["nothing", newRender],
  ["a job", { ...newRender, job: { provider: "x", surface: "y", ids: {} } }],
  ["everything", fullRender],
])("every output exists and is a string if %s is known", (_, render) => {
  const outputs = toOutputs([render]);
  expect(Object.keys(outputs)).toEqual(names);
  for (const value of Object.values(outputs)) expect(value).toBeTypeOf("string");
});

test("the length is the provider's until the video is downloaded", () => {
  const { local: _, ...remoteOnly } = fullRender;
  expect(toOutputs([remoteOnly]).duration_seconds).toBe("30.5");
});

test("`resumed` is `false` for a new video", () => {
  expect(toOutputs([{ ...newRender, resumed: false }]).resumed).toBe("false");
});
