import type { VideoState } from "../../src/jobs/video-record.ts";
import { toCommentBody } from "../../src/publish/comment/body.ts";
import { writeState } from "../../src/publish/comment/state.ts";
import { toSummary } from "../../src/publish/summary.ts";

/** A document that Showreel writes, and where GitHub shows it. */
export interface SampleDocument {
  readonly name: string;
  readonly markdown: string;
  readonly kind: "summary" | "comment";
}

/** Returns the documents that README shows, with the values of a typical run. */
export function sampleDocuments(): readonly SampleDocument[] {
  const comment = { id: 1, body: previousState };
  return [
    { name: "summary-finished", markdown: toSummary([finished], run.run), kind: "summary" },
    {
      name: "comment-finished",
      markdown: toCommentBody("<!-- showreel:ci/video/make/tour -->", released, run, comment) ?? "",
      kind: "comment",
    },
  ];
}

const run = {
  run: 42,
  attempt: 1,
  url: "https://github.com/octo-org/reel/actions/runs/42",
  commit: "e5c1a7f".padEnd(40, "0"),
};

// The state of the existing comment: the video of an earlier push.
const previousState = writeState({ run: 41, attempt: 1, seconds: 71, commit: "09ab3de".padEnd(40, "0") });

const title = "Release 2.4: faster start & smaller downloads";
const estimate = {
  seconds: 74,
  usd: 3.71,
  atMostUsd: 6.17,
  usdPerSecond: [0.05, 0.0667],
  waitMinutes: [5, 15],
} as const;
const job = { provider: "heygen", surface: "video", ids: { video_id: "8f3c1d0e5b7a4c62a9d41e70b6f25c38" } };
const startedAt = Date.UTC(2026, 10, 24, 9);

const finished: VideoState = {
  status: "completed",
  title,
  provider: "heygen",
  estimate,
  job,
  resumed: false,
  remote: {
    url: "https://files.heygen.example/video.mp4?Signature=secret",
    subtitlesUrl: undefined,
    thumbnailUrl: "https://files.heygen.example/poster.jpg",
    pageUrl: "https://app.heygen.com/videos/8f3c1d0e5b7a4c62a9d41e70b6f25c38",
    durationSeconds: 78,
  },
  local: {
    path: "videos/release-2.4.mp4",
    sizeBytes: 23_481_344,
    sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    durationSeconds: 78.2,
    width: 1_920,
    height: 1_080,
    codec: "H.264",
    hasAudio: true,
  },
  artifact: {
    id: "7",
    url: "https://github.com/octo-org/reel/actions/runs/1/artifacts/7",
    digest: "sha256:9f",
  },
  phases: { check: 1_200, submit: 900, render: 415_000, download: 4_200, publish: 6_100 },
  milestones: {
    submitted: startedAt,
    queued: startedAt + 3_000,
    rendering: startedAt + 95_000,
    rendered: startedAt + 418_000,
    downloaded: startedAt + 422_200,
    uploaded: startedAt + 428_300,
  },
};

const released: VideoState = {
  ...finished,
  releaseAssetUrl: "https://github.com/octo-org/reel/releases/download/v2.4/Release-2.4.mp4",
  releasePosterUrl: "https://github.com/octo-org/reel/releases/download/v2.4/Release-2.4.jpg",
};
