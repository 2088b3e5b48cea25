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
   * Names what GitHub was asked for, if a later attempt of the same run may get another value: the video is
   * identified by this name instead. Undefined for values of the event itself.
   */
  readonly stableName?: string | undefined;
}

/** Reads the values of the built-in placeholders. */
export interface EventText {
  /** GitHub's name of the event that started the run, such as `push`; undefined outside of a workflow. */
  readonly eventName: string | undefined;
  /** The run is about a release or a tag: without any source, the video announces it. */
  readonly announcesRelease: boolean;
  /** Returns undefined if the event has no such value. Asks GitHub if necessary, whose errors it throws. */
  read(name: EventVariable): Promise<EventValue | undefined>;
}
