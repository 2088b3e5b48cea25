import type { VideoSubject } from "../inputs/video-request.ts";

/** The built-in placeholders, whose values come from the workflow run. */
export const eventVariables = [
  "repository",
  "ref",
  "tag",
  "sha",
  "actor",
  "event",
  "release.name",
  "release.notes",
  "release.url",
  "pull_request.title",
  "pull_request.body",
  "pull_request.number",
  "pull_request.url",
  "commits",
  "changed_files",
  "changed_pages",
] as const;

export type EventVariable = (typeof eventVariables)[number];

export function isEventVariable(name: string): name is EventVariable {
  return eventVariables.some((variable) => variable === name);
}

/** The value of a built-in placeholder. */
export interface EventValue {
  readonly text: string;
  readonly isMarkdown?: boolean;
  /**
   * A stable name for the value, if GitHub may return another value to a later attempt of the same run. The
   * video is then identified by this name, not by the value. Undefined for values of the event itself.
   */
  readonly stableName?: string | undefined;
  /** Why the text is empty, as a sentence; undefined if an empty value is nothing unusual. */
  readonly emptyReason?: string | undefined;
}

/** Reads the values of the built-in placeholders. */
export interface EventText {
  /** GitHub's name of the event that started the run, such as `push`; undefined outside of a workflow. */
  readonly eventName: string | undefined;
  /** Whether the run is about a release or a tag. If so, and no source is set, the video announces it. */
  readonly announcesRelease: boolean;
  /**
   * Reads a value, from GitHub if necessary. Returns undefined if the event has no such value. Fails with the
   * error of the request to GitHub.
   */
  read(name: EventVariable): Promise<EventValue | undefined>;
  /**
   * Returns what the event is about, as far as it is known: sends no request to GitHub that was not needed for a
   * value that was read before. Never fails.
   */
  subject(): Promise<VideoSubject>;
}
