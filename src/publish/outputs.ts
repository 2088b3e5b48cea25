import type { VideoState } from "../jobs/video-record.ts";
import { publicPageUrl } from "./watch-link.ts";

/**
 * All outputs with their descriptions: the source of `action.yml`, the README and the command line's JSON.
 */
export const outputDescriptions = {
  status:
    "`pending`, `processing`, `completed`, `failed`, or `skipped` " +
    "(a fork without secrets, or no video needed).",
  video_id: "The provider's id of the video, set after the submit or as soon as the provider assigns it.",
  session_id: "The id of the HeyGen Video Agent session, set after the submit.",
  video_url: "The provider's download URL. It is signed and expires: never print it.",
  video_page_url: "The video's page at the provider, which is not secret. Empty if its URL is signed.",
  thumbnail_url: "The URL of a thumbnail. It may be signed.",
  duration_seconds: "The length of the video, in seconds.",
  width: "The width of the picture, in pixels.",
  height: "The height of the picture, in pixels.",
  codec: "The video codec, such as `H.264` or `VP9`.",
  has_audio: "`true` if the video has an audio track.",
  video_path: "The absolute path of the video file, an MP4 or WebM.",
  rejected_path:
    "The absolute path of a downloaded file that is not a playable video. It is kept for you to judge.",
  captions_path: "The absolute path of the subtitle file, with `captions`.",
  captions_vtt_path:
    "The absolute path of the subtitles as WebVTT, with `captions`, if the provider makes them.",
  preview_path: "The absolute path of an animated preview, a GIF, if the provider makes one.",
  size_bytes: "The size of the video file, in bytes.",
  sha256: "The SHA-256 of the video file, in hexadecimal.",
  artifact_id: "The id of the artifact.",
  artifact_url:
    "The page of the artifact, where the video plays in the browser; a zipped artifact is downloaded instead.",
  artifact_digest: "The SHA-256 of the artifact, as computed by the artifact service.",
  comment_url: "The URL of the comment on the pull request, with `comment`.",
  release_asset_url: "The URL of the video in the release's assets, with `release_tag`.",
  resumed: "`true` if an existing video was resumed instead of paying for a new one.",
  error_code: "Why the step failed: one of the error codes in the README.",
} as const;

/** The videos of a run, in order; there is at least one. */
export type VideoList = readonly [VideoState, ...VideoState[]];

export type OutputName = keyof typeof outputDescriptions;

/** The outputs as strings; an unknown value is an empty string. */
export type Outputs = Readonly<Record<OutputName, string>>;

/**
 * Returns all outputs for the current state of the videos. Outputs about one video describe the first one.
 */
export function toOutputs([video]: VideoList): Outputs {
  const { job, remote, local, rejected, artifact, failure } = video;
  return {
    status: video.status,
    video_id: job?.ids.video_id ?? "",
    session_id: job?.ids.session_id ?? "",
    video_url: remote?.url ?? "",
    video_page_url: publicPageUrl(video) ?? "",
    thumbnail_url: remote?.thumbnailUrl ?? "",
    duration_seconds: toOutputText(local?.durationSeconds ?? remote?.durationSeconds),
    width: toOutputText(local?.width),
    height: toOutputText(local?.height),
    codec: local?.codec ?? "",
    has_audio: toOutputText(local?.hasAudio),
    video_path: local?.path ?? "",
    rejected_path: rejected?.path ?? "",
    captions_path: video.subtitlesPath ?? "",
    captions_vtt_path: video.webSubtitlesPath ?? "",
    preview_path: video.previewPath ?? "",
    size_bytes: toOutputText(local?.sizeBytes),
    sha256: local?.sha256 ?? "",
    artifact_id: artifact?.id ?? "",
    artifact_url: artifact?.url ?? "",
    artifact_digest: artifact?.digest ?? "",
    comment_url: video.commentUrl ?? "",
    release_asset_url: video.releaseAssetUrl ?? "",
    resumed: toOutputText(video.resumed),
    error_code: failure?.code ?? "",
  };
}

function toOutputText(value: number | boolean | undefined): string {
  return value === undefined ? "" : String(value);
}
