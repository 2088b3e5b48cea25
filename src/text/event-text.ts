/** The placeholders that the place of the run fills, beside the user's own `variables`. */
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

/** What a placeholder stands for. */
export interface EventValue {
  readonly text: string;
  /** It is Markdown, which nobody can speak as it is. */
  readonly isMarkdown?: boolean;
  /**
   * What GitHub was asked for, in words, where a later attempt of the same run may get another answer: by these the text is
   * known. Undefined for what the event itself says.
   */
  readonly stableName?: string | undefined;
}

/** What the event that started the run has to say. */
export interface EventText {
  /** The event in words, for errors: `a push`. */
  readonly eventLabel: string;
  /** A release, or a tag: what the video is about when nothing else is said. */
  readonly announcesRelease: boolean;
  /**
   * The value of a placeholder; undefined when this event has none. Asks GitHub where it must. Fails with a
   * ShowreelError that says what is missing.
   */
  read(name: EventVariable): Promise<EventValue | undefined>;
}

/** Where there is no event, such as in a terminal. */
export const noEventText: EventText = {
  eventLabel: "no event of GitHub",
  announcesRelease: false,
  read: async () => undefined,
};
