import { existsSync, readFileSync, statSync } from "node:fs";
import { visibleText } from "../../base/text/plain-text.ts";
import { type EventPayload, payloadSchema } from "./event-payload.ts";
import { removeMarkedBlocks } from "./marker.ts";

/** The event that started the workflow run: its environment variables and its payload. */
export interface WorkflowEvent {
  /** The event's name, such as `push`; empty outside of GitHub Actions. */
  readonly name: string;
  /** `owner/name`; empty if there is none. */
  readonly repository: string;
  /** The full ref, such as `refs/tags/v1`. */
  readonly ref: string;
  /** The short name of the ref, such as `v1`. */
  readonly refName: string;
  readonly sha: string;
  /** The login of the user who started the run. */
  readonly actor: string;
  readonly payload: EventPayload;
  /** When GitHub created or changed the objects in the payload, in milliseconds since 1970. */
  readonly timestamps: readonly number[];
}

/** Reads the event from the environment of a step. Never fails: malformed fields count as missing. */
export function readWorkflowEvent(env: NodeJS.ProcessEnv): WorkflowEvent {
  const json = readJson(env.GITHUB_EVENT_PATH);
  const payload: EventPayload = json === undefined ? {} : (payloadSchema.safeParse(json).data ?? {});
  const ref = env.GITHUB_REF || payload.ref || "";
  return {
    name: env.GITHUB_EVENT_NAME ?? "",
    repository: env.GITHUB_REPOSITORY || payload.repository?.full_name || "",
    ref,
    refName: env.GITHUB_REF_NAME || ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    sha: env.GITHUB_SHA || payload.after || "",
    actor: env.GITHUB_ACTOR ?? "",
    payload,
    timestamps: findTimestamps(json),
  };
}

// Only times that GitHub sets. A commit's time and a release's creation time are set by their author.
const timestampedObjects = [
  "repository",
  "release",
  "pull_request",
  "issue",
  "comment",
  "review",
  "workflow_run",
];
const timestampFields = ["updated_at", "pushed_at", "published_at", "submitted_at"];

function findTimestamps(payload: unknown): number[] {
  const pick = (from: unknown, names: readonly string[]): unknown[] =>
    from instanceof Object ? names.map((name) => Object.getOwnPropertyDescriptor(from, name)?.value) : [];
  return pick(payload, timestampedObjects)
    .flatMap((object) => pick(object, timestampFields))
    .map((time) => (typeof time === "number" ? time * 1_000 : Date.parse(String(time))))
    .filter((time) => Number.isFinite(time));
}

function readJson(path: string | undefined): unknown {
  try {
    // Reading a pipe could block forever.
    return statSync(path ?? "").isFile() ? JSON.parse(readFileSync(path ?? "", "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether the file with the payload exists but is not valid JSON. */
export function hasMalformedPayload({ GITHUB_EVENT_PATH }: NodeJS.ProcessEnv): boolean {
  return (
    Boolean(GITHUB_EVENT_PATH) &&
    existsSync(GITHUB_EVENT_PATH ?? "") &&
    readJson(GITHUB_EVENT_PATH) === undefined
  );
}

/** Returns the tag of the event: its release's, the pushed or the created one. */
export function eventTag({ ref, refName, payload }: WorkflowEvent): string | undefined {
  if (payload.release?.tag_name) return payload.release.tag_name;
  if (ref.startsWith("refs/tags/")) return refName;
  return payload.ref_type === "tag" ? (payload.ref ?? undefined) : undefined;
}

/** Returns whether the event announces a new version: a published release or a pushed tag. */
export function announcesRelease(event: WorkflowEvent): boolean {
  const { action, deleted } = event.payload;
  // One release starts runs for `created`, `published` and `released`, but needs only one video.
  if (event.name === "release") return action === "published" || action === undefined || action === null;
  return event.name === "push" && eventTag(event) !== undefined && !deleted;
}

/** Returns whether the event is an edit of release notes that changed only our own blocks. */
export function isOwnNotesEdit({ name, payload: { action, changes, release } }: WorkflowEvent): boolean {
  const before = changes?.body?.from;
  if (name !== "release" || action !== "edited" || before == null || changes?.name || changes?.tag_name)
    return false;
  return removeMarkedBlocks(before) === removeMarkedBlocks(release?.body ?? "");
}

/** A title for the video. */
export interface EventTitle {
  readonly text: string;
  /** Whether it says nothing about the event, so that every video of the branch would have it. */
  readonly isGeneric: boolean;
}

/**
 * Returns a title for the video: the release's name or tag, the pull request's title, or else the repository
 * with the branch or tag.
 */
export function titleFromEvent(event: WorkflowEvent): EventTitle {
  const { release, pull_request } = event.payload;
  const repositoryAndRef = [event.repository.split("/").at(-1), event.refName].filter(Boolean).join(" ");
  const ownTitle = toTitle(release?.name || release?.tag_name || pull_request?.title);
  return {
    text: ownTitle || toTitle(repositoryAndRef) || "Video",
    isGeneric: !ownTitle && eventTag(event) === undefined,
  };
}

const toTitle = (text: string | null | undefined) =>
  visibleText(text ?? "")
    .replace(/\s+/g, " ")
    .trim();

/** Returns the commit of the event: for a pull request its head, not the test merge in GITHUB_SHA. */
export function eventCommit({ sha, payload }: WorkflowEvent): string {
  return payload.pull_request?.head?.sha ?? sha;
}

/** Returns the event's pull request, if any. For a comment event, it is an `issue` with a `pull_request`. */
export function eventPullRequest({ payload: { pull_request, issue } }: WorkflowEvent) {
  if (pull_request?.number != null) return { ...pull_request, number: pull_request.number };
  if (issue?.number == null || !issue.pull_request) return undefined;
  const { number, title, body, pull_request: link } = issue;
  return { number, title, body, html_url: link.html_url };
}
