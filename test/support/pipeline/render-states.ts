import { ShowreelError } from "../../../src/base/errors.ts";
import type { VideoState } from "../../../src/jobs/video-record.ts";
import { job, remote } from "../jobs/scripted-provider.ts";

const second = 1_000;

/** What a video file contains. */
export const videoFormat = { durationSeconds: 80, width: 1_280, height: 720, codec: "H.264", hasAudio: true };

const local = {
  ...videoFormat,
  path: "/checkout/videos/release.mp4",
  sizeBytes: 1_200_000,
  sha256: "ab".repeat(32),
};

/** Before anything was submitted. */
export const started: VideoState = {
  status: "pending",
  title: "Release 2",
  provider: "heygen",
  phases: {},
  milestones: {},
};

/** A video that is being rendered. */
export const processing: VideoState = {
  ...started,
  status: "processing",
  job,
  resumed: false,
  estimate: { seconds: 75, usd: 2.5, atMostUsd: 4.35, usdPerSecond: [0.0333, 0.0333], waitMinutes: [20, 45] },
  phases: { submit: 900 },
  milestones: { submitted: 1_000_000 },
};

/** A video that was downloaded and uploaded. */
export const completed: VideoState = {
  ...processing,
  status: "completed",
  remote: { ...remote, pageUrl: "https://app.heygen.com/video/v_1" },
  local,
  artifact: { id: "7", url: "https://github.com/octo/reel/actions/runs/42/artifacts/7", digest: "sha256:ab" },
  phases: { submit: 900, render: 300_000, download: 2_000, publish: 1_000 },
  milestones: {
    submitted: 1_000_000,
    queued: 1_000_000 + second,
    rendering: 1_000_000 + 40 * second,
    rendered: 1_000_000 + 300 * second,
    downloaded: 1_000_000 + 302 * second,
    uploaded: 1_000_000 + 303 * second,
  },
};

/** A video that wasn't finished before the timeout. */
export const timedOut: VideoState = {
  ...processing,
  failure: new ShowreelError("timed_out", "20 min are over, and the video is not finished.", {
    hint: 'The video is paid for. A re-run resumes it without paying again. Resume it with `video_id` set to "v_1".',
  }),
};

/** A video that failed at the provider. */
export const failed: VideoState = {
  ...processing,
  status: "failed",
  failure: new ShowreelError("generation_failed", "The video failed: the avatar could not be found", {
    hint: "Change what the reason names and run again; the provider will not finish this one.",
    terminal: true,
  }),
};
