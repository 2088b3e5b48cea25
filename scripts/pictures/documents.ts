import { ShowreelError } from "../../src/base/errors.ts";
import { withResumeHint } from "../../src/jobs/resume-hint.ts";
import type { VideoState } from "../../src/jobs/video-record.ts";
import { toCommentBody } from "../../src/publish/comment/body.ts";
import { writeState } from "../../src/publish/comment/state.ts";
import { toBlock, withBlock } from "../../src/publish/release/notes.ts";
import { toSummary } from "../../src/publish/summary.ts";

/** A document that Showreel writes, and where GitHub shows it. */
export interface SampleDocument {
  readonly name: string;
  readonly markdown: string;
  readonly kind: "summary" | "comment" | "release";
}

/** Returns sample documents with the values of typical runs. */
export function sampleDocuments(): readonly SampleDocument[] {
  const summaries = { finished, rendering, failed, "dry-run": dryRun };
  const comments = { finished: released, rendering: { ...processing, milestones: {} } };
  return [
    ...Object.entries(summaries).map(
      ([name, render]): SampleDocument => ({
        name: `summary-${name}`,
        markdown: toSummary([render], run.run),
        kind: "summary",
      }),
    ),
    ...Object.entries(comments).map(
      ([name, render]): SampleDocument => ({
        name: `comment-${name}`,
        markdown:
          toCommentBody("<!-- showreel:ci/video/make/tour -->", render, run, {
            id: 1,
            body: previousState,
          }) ?? "",
        kind: "comment",
      }),
    ),
    {
      name: "release",
      markdown: withBlock(notes, "ci/video/make/tour", toBlock("ci/video/make/tour", released)),
      kind: "release",
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

const notes = `## What's new

- Starts in half the time: nothing is loaded before it is needed.
- Downloads are a third smaller.

## Fixed

- A pause in the middle of a word no longer ends the sentence.`;

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
const video: VideoState = { status: "pending", title, provider: "heygen", phases: {}, milestones: {} };

const processing: VideoState = {
  ...video,
  status: "processing",
  estimate,
  job,
  resumed: false,
  phases: { check: 1_200, submit: 900 },
  milestones: { submitted: startedAt, queued: startedAt + 3_000, rendering: startedAt + 95_000 },
};

const finished: VideoState = {
  ...processing,
  status: "completed",
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
  },
  artifact: {
    id: "7",
    url: "https://github.com/octo-org/reel/actions/runs/1/artifacts/7",
    digest: "sha256:9f",
  },
  phases: { ...processing.phases, render: 415_000, download: 4_200, publish: 6_100 },
  milestones: {
    ...processing.milestones,
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

const timedOut = new ShowreelError(
  "timed_out",
  "Timed out after 45 min; the video is still rendering (last state: processing).",
);

const rendering: VideoState = {
  ...processing,
  failure: withResumeHint(timedOut, job, true) as ShowreelError,
  phases: { ...processing.phases, render: 2_700_000 },
};

const failed: VideoState = {
  ...video,
  status: "failed",
  failure: new ShowreelError(
    "unauthorized",
    "HeyGen refused the key (HTTP 401: GET https://api.heygen.com/v3/users/me, request 4d2a17c0).",
    {
      hint:
        "Check the key (app.heygen.com/settings/api) and its scopes. Pull requests from forks and runs of Dependabot " +
        "get no secrets.",
    },
  ),
  phases: { check: 600 },
};

const dryRun: VideoState = {
  ...video,
  preflight: {
    rows: [
      ["Account", "wallet, 4.10 USD"],
      ["Avatar", "Anna in the studio (digital twin)"],
      ["Voice", "Anna, calm (English)"],
    ],
    warnings: [
      "The account has 4.10 USD left, and the video may cost up to 6.17 USD. Top up the API wallet: " +
        "app.heygen.com/settings?nav=API. Credits of a web plan do not count here.",
    ],
    estimate,
  },
  phases: { check: 1_400 },
};
