import type { StudioRequest } from "./request.ts";

/** What a worker thread is started with, to render one video. */
export interface RenderTask {
  readonly request: StudioRequest;
  /** The folder to write the files to; see `renderFiles`. */
  readonly folder: string;
  /** The folder with the studio's data: voices, fonts and codecs. */
  readonly dataFolder: string;
}

/** The files of a finished video. */
export const renderFiles = {
  video: "video.mp4",
  poster: "poster.png",
  subtitles: "subtitles.srt",
  webSubtitles: "subtitles.vtt",
  preview: "preview.gif",
} as const;

/** What the worker thread reports, in this order; `progress` many times. */
export type RenderMessage =
  | { readonly kind: "progress"; readonly percent: number }
  /** The words are spoken and the times known. The pictures follow. */
  | { readonly kind: "timed"; readonly seconds: number }
  | { readonly kind: "finished"; readonly result: RenderResult };

export interface RenderResult {
  /** The duration of the video. */
  readonly seconds: number;
  /** What the user should know about the video, one sentence each. */
  readonly notices: readonly string[];
  /** What is missing in the video, one sentence each. */
  readonly warnings: readonly string[];
}
