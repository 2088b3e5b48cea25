import type { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { LocalVideo } from "../download/video-cache.ts";
import type { Estimate } from "./cost/estimate.ts";
import type { Preflight } from "./cost/preflight.ts";
import type { RemoteVideo, VideoJob } from "./provider.ts";

export type PhaseName = "check" | "submit" | "render" | "download" | "publish";

/** The moments in a video's life. */
export type Milestone = "submitted" | "queued" | "rendering" | "rendered" | "downloaded" | "uploaded";

/** What the artifact service knows of an uploaded file. */
export interface Artifact {
  readonly id: string;
  /** Its page, for people who may see the repository. */
  readonly url: string;
  readonly digest: string;
}

/** What is known of the video so far. It grows as the story goes on. */
export interface Render {
  readonly status: "pending" | "processing" | "completed" | "failed" | "skipped";
  readonly title: string;
  readonly provider: string;
  /** What a dry run found; it ends there. */
  readonly preflight?: Preflight;
  /** What was expected of a new video before it was submitted. */
  readonly estimate?: Estimate | undefined;
  readonly job?: VideoJob;
  /** A video that exists already was taken up, instead of paying for a new one. */
  readonly resumed?: boolean;
  readonly remote?: RemoteVideo;
  readonly local?: LocalVideo;
  readonly subtitlesPath?: string | undefined;
  /** A picture of the video, beside it. */
  readonly posterPath?: string | undefined;
  readonly artifact?: Artifact | undefined;
  /** Poster and subtitles, for those who may see the repository. */
  readonly posterArtifact?: Artifact | undefined;
  readonly subtitlesArtifact?: Artifact | undefined;
  /** The video among a release's files, and the poster there: links for everybody who may see the release. */
  readonly releaseAssetUrl?: string | undefined;
  readonly releasePosterUrl?: string | undefined;
  readonly commentUrl?: string | undefined;
  /** How to take up a video that goes on rendering. */
  readonly resumeHint?: string;
  /** Why nothing was made, and nothing is wrong. */
  readonly skipReason?: string;
  /** Why the run failed. */
  readonly failure?: ShowreelError;
  /** How long each phase took, in milliseconds, in their order. */
  readonly phases: Readonly<Partial<Record<PhaseName, number>>>;
  /** When each moment was first seen, in milliseconds since 1970, in their order. */
  readonly milestones: Readonly<Partial<Record<Milestone, number>>>;
}

export interface RenderRecord {
  current(): Render;
  update(news: Partial<Render>): void;
  /** Notes a moment, once. */
  recordMilestone(moment: Milestone): void;
  /** Runs one phase under its own heading and notes how long it took, also when it fails. */
  phase<T>(name: PhaseName, work: () => Promise<T>): Promise<T>;
}

/** Keeps the record; `onChange` gets every state at once, the first too, so that nothing known is lost. */
export function createRecord(
  runtime: Runtime,
  title: string,
  onChange: (render: Render) => void,
): RenderRecord {
  let render: Render = { status: "pending", title, provider: "", phases: {}, milestones: {} };
  onChange(render);
  const add = (news: Partial<Render>) => {
    render = { ...render, ...news };
    onChange(render);
  };
  return {
    current: () => render,
    update: add,
    recordMilestone(moment) {
      if (render.milestones[moment] !== undefined) return;
      add({ milestones: { ...render.milestones, [moment]: runtime.now() } });
    },
    async phase(name, work) {
      const started = runtime.elapsed();
      try {
        return await runtime.log.group(headings[name], work);
      } finally {
        add({ phases: { ...render.phases, [name]: runtime.elapsed() - started } });
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
