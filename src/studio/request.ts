/**
 * What the studio makes a video of. JSON-serializable: it is kept, so that a later process can render the video
 * again.
 */
export interface StudioRequest {
  /** The title card's text. */
  readonly title: string;
  /** The words of the video with their structure; see `text/speech`: `toOutline`. */
  readonly outline: string;
  /** Whether the words describe the video instead of being spoken in it. The cards are marked then. */
  readonly isBrief: boolean;
  /** What the video is about, for the closing card. The repository's name also chooses the color. */
  readonly subject: Subject;
  readonly aspectRatio: AspectRatio;
  readonly resolution: Resolution;
  /** The id of a voice, or `none`. Undefined chooses the voice of the text's language, if there is one. */
  readonly voiceId?: string | undefined;
  /** Whether cards move: transitions, and a progress bar that advances. */
  readonly motion: boolean;
  readonly theme: Theme;
}

export interface Subject {
  /** For example `showreel/showreel`. */
  readonly repository?: string | undefined;
  /** For example `v2.4.0`. */
  readonly version?: string | undefined;
  /** An https link, for example of the release. */
  readonly link?: string | undefined;
}

export const aspectRatios = ["16:9", "9:16", "1:1"] as const;
export type AspectRatio = (typeof aspectRatios)[number];

export const resolutions = ["720p", "1080p"] as const;
export type Resolution = (typeof resolutions)[number];

export const themes = ["dark", "light"] as const;
export type Theme = (typeof themes)[number];
