import type { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { LocalVideo } from "../download/local-video.ts";
import type { Check, Estimate } from "./check.ts";
import type { RemoteVideo, VideoJob } from "./provider.ts";

export type PhaseName = "check" | "submit" | "render" | "download" | "upload";

/** What the artifact service knows of the uploaded video. */
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
  readonly check?: Check;
  /** What was expected of a new video before it was submitted. */
  readonly estimate?: Estimate | undefined;
  readonly job?: VideoJob;
  /** A video that exists already was taken up, instead of paying for a new one. */
  readonly resumed?: boolean;
  readonly remote?: RemoteVideo;
  readonly local?: LocalVideo;
  readonly subtitlesPath?: string | undefined;
  readonly artifact?: Artifact | undefined;
  /** Why nothing was made, and nothing is wrong. */
  readonly skipped?: string;
  /** Why the run failed. */
  readonly failure?: ShowreelError;
  /** How long each phase took, in milliseconds, in their order. */
  readonly phases: Readonly<Partial<Record<PhaseName, number>>>;
}

export interface RenderRecord {
  current(): Render;
  add(news: Partial<Render>): void;
  /** Runs one phase under its own heading and notes how long it took, also when it fails. */
  phase<T>(name: PhaseName, work: () => Promise<T>): Promise<T>;
}

/** Keeps the record; `onChange` gets every state at once, the first too, so that nothing known is lost. */
export function createRecord(
  runtime: Runtime,
  title: string,
  onChange: (render: Render) => void,
): RenderRecord {
  let render: Render = { status: "pending", title, provider: "", phases: {} };
  onChange(render);
  const add = (news: Partial<Render>) => {
    render = { ...render, ...news };
    onChange(render);
  };
  return {
    current: () => render,
    add,
    async phase(name, work) {
      const started = runtime.now();
      try {
        return await runtime.log.group(headings[name], work);
      } finally {
        add({ phases: { ...render.phases, [name]: runtime.now() - started } });
      }
    },
  };
}

const headings: Readonly<Record<PhaseName, string>> = {
  check: "Check",
  submit: "Submit",
  render: "Render",
  download: "Download",
  upload: "Upload",
};
