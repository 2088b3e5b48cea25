import type { Render } from "../jobs/record.ts";
import { publicPageUrl } from "./watch-link.ts";

/** Every output, and what it means: the one list behind `action.yml`, README and the JSON of the command line. */
export const outputDescriptions = {
  status:
    "`pending`, `processing`, `completed`, `failed`, or `skipped` (no secrets in a fork, or nothing to tell).",
  video_id: "The provider's id of the video, right after submit or as soon as the provider tells it.",
  session_id: "The HeyGen Video Agent session, right after submit.",
  video_url: "The provider's download link. It is signed and expires: never print it.",
  video_page_url: "The provider's page of the video, which is no secret; empty where its link is signed.",
  thumbnail_url: "A picture of the video; the link may be signed.",
  duration_seconds: "The video's length.",
  video_path: "Where the MP4 is, an absolute path.",
  captions_path: "Where the subtitle file is, with `captions`.",
  size_bytes: "The MP4's size.",
  sha256: "The MP4's SHA-256, hexadecimal.",
  artifact_id: "The artifact's id.",
  artifact_url: "The artifact's page, where the video plays.",
  artifact_digest: "The artifact's SHA-256 as the artifact service computed it.",
  comment_url: "The comment on the pull request, with `comment`.",
  release_asset_url: "The video among the files of the release, with `release_tag`.",
  resumed: "`true` when an existing video was taken up instead of paying for a new one.",
  error_code: "Why the step failed: one word of a closed list.",
} as const;

export type OutputName = keyof typeof outputDescriptions;

/** The outputs, as text; unknown is the empty string. */
export type Outputs = Readonly<Record<OutputName, string>>;

/** All outputs from what is known so far. */
export function toOutputs(render: Render): Outputs {
  const { job, remote, local, artifact, failure } = render;
  return {
    status: render.status,
    video_id: job?.ids.video_id ?? "",
    session_id: job?.ids.session_id ?? "",
    video_url: remote?.url ?? "",
    video_page_url: publicPageUrl(render) ?? "",
    thumbnail_url: remote?.thumbnailUrl ?? "",
    duration_seconds: toOutputText(local?.durationSeconds ?? remote?.durationSeconds),
    video_path: local?.path ?? "",
    captions_path: render.subtitlesPath ?? "",
    size_bytes: toOutputText(local?.sizeBytes),
    sha256: local?.sha256 ?? "",
    artifact_id: artifact?.id ?? "",
    artifact_url: artifact?.url ?? "",
    artifact_digest: artifact?.digest ?? "",
    comment_url: render.commentUrl ?? "",
    release_asset_url: render.releaseAssetUrl ?? "",
    resumed: toOutputText(render.resumed),
    error_code: failure?.code ?? "",
  };
}

function toOutputText(value: number | boolean | undefined): string {
  return value === undefined ? "" : String(value);
}
