import type { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { RejectedVideo } from "../download/rejected-video.ts";
import type { LocalVideo } from "../download/video-cache.ts";
import type { Estimate } from "./cost/estimate.ts";
import type { Preflight } from "./cost/preflight.ts";
import type { RemoteVideo, VideoJob } from "./provider.ts";

/** The phases of a run; each is a log group. */
export type PhaseName = "check" | "submit" | "render" | "download" | "publish";

/** What happens to a video, in this order. */
export type Milestone = "submitted" | "queued" | "rendering" | "rendered" | "downloaded" | "uploaded";

/** An uploaded workflow artifact. */
export interface Artifact {
  readonly id: string;
  /** The artifact's page, visible to everyone who can see the repository. */
  readonly url: string;
  readonly digest: string;
  /** Whether it is a ZIP, which the browser downloads instead of playing the video. */
  readonly isZipped?: boolean;
}

/** The state of a video: its request, job, files, links and errors so far. */
export interface VideoState {
  readonly status: "pending" | "processing" | "completed" | "failed" | "skipped";
  readonly title: string;
  readonly provider: string;
  /** The result of a dry run. */
  readonly preflight?: Preflight;
  /** What was estimated before a new video was submitted. */
  readonly estimate?: Estimate | undefined;
  readonly job?: VideoJob;
  /** Whether an existing video was resumed instead of paying for a new one. */
  readonly resumed?: boolean;
  readonly remote?: RemoteVideo;
  readonly local?: LocalVideo;
  /** A complete file that isn't a playable video. It is kept, but never published as the video. */
  readonly rejected?: RejectedVideo;
  readonly subtitlesPath?: string | undefined;
  /** The subtitles as WebVTT. */
  readonly webSubtitlesPath?: string | undefined;
  /** The preview image, in the same folder as the video. */
  readonly posterPath?: string | undefined;
  /** The animated preview, in the same folder. */
  readonly previewPath?: string | undefined;
  readonly artifact?: Artifact | undefined;
  /** Poster and subtitles as artifacts. */
  readonly posterArtifact?: Artifact | undefined;
  readonly subtitlesArtifact?: Artifact | undefined;
  readonly rejectedArtifact?: Artifact | undefined;
  /** The video and the poster as release assets, visible to everyone who can see the release. */
  readonly releaseAssetUrl?: string | undefined;
  readonly releasePosterUrl?: string | undefined;
  readonly commentUrl?: string | undefined;
  /** How to resume a video that is still rendering. */
  readonly resumeHint?: string;
  /** Why the video was skipped, if that isn't an error. */
  readonly skipReason?: string;
  /** Why the video failed. */
  readonly failure?: ShowreelError;
  /** The duration of each phase, in milliseconds, in their order. */
  readonly phases: Readonly<Partial<Record<PhaseName, number>>>;
  /** When each milestone was first seen, in milliseconds since 1970, in their order. */
  readonly milestones: Readonly<Partial<Record<Milestone, number>>>;
}

/** Records the state of a video during a run. */
export interface VideoRecord {
  current(): VideoState;
  update(changes: Partial<VideoState>): void;
  /** Records the time of a milestone, unless it has been recorded before. */
  recordMilestone(milestone: Milestone): void;
  /** Runs a phase as a log group and records its duration, even if it fails. */
  phase<T>(name: PhaseName, work: () => Promise<T>): Promise<T>;
}

/**
 * Creates the record of a video. `onChange` is called synchronously with every new state, including the
 * first.
 */
export function createRecord(
  runtime: Runtime,
  title: string,
  onChange: (video: VideoState) => void,
): VideoRecord {
  let video: VideoState = { status: "pending", title, provider: "", phases: {}, milestones: {} };
  onChange(video);
  const update = (changes: Partial<VideoState>) => {
    video = { ...video, ...changes };
    onChange(video);
  };
  return {
    current: () => video,
    update,
    recordMilestone(milestone) {
      if (video.milestones[milestone] !== undefined) return;
      update({ milestones: { ...video.milestones, [milestone]: runtime.now() } });
    },
    async phase(name, work) {
      const started = runtime.elapsed();
      try {
        return await runtime.log.group(headings[name], work);
      } finally {
        update({ phases: { ...video.phases, [name]: runtime.elapsed() - started } });
      }
    },
  };
}

const headings: Readonly<Record<PhaseName, string>> = {
  check: "Check",
  submit: "Submit",
  render: "Render",
  download: "Download",
  publish: "Publish",
};
