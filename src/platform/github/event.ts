import { existsSync, readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { visibleText } from "../../base/plain-text.ts";
import { removeMarkedBlocks } from "./marker.ts";

/** What is read of an event's payload: loose, because a strange payload is never worth a failure. */
const textSchema = z.string().nullish().catch(undefined);
const repositorySchema = z
  .object({ full_name: textSchema, default_branch: textSchema })
  .nullish()
  .catch(undefined);
const payloadSchema = z.object({
  action: textSchema,
  ref: textSchema,
  ref_type: textSchema,
  before: textSchema,
  after: textSchema,
  deleted: z.boolean().nullish().catch(undefined),
  repository: repositorySchema,
  release: z
    .object({
      tag_name: textSchema,
      name: textSchema,
      body: textSchema,
      html_url: textSchema,
      prerelease: z.boolean().catch(false),
    })
    .nullish()
    .catch(undefined),
  pull_request: z
    .object({
      number: z.number().nullish().catch(undefined),
      title: textSchema,
      body: textSchema,
      html_url: textSchema,
      head: z.object({ repo: repositorySchema, sha: textSchema }).nullish().catch(undefined),
      base: z.object({ repo: repositorySchema }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  issue: z
    .object({
      number: z.number().nullish().catch(undefined),
      title: textSchema,
      body: textSchema,
      pull_request: z.object({ html_url: textSchema }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  commits: z
    .array(z.object({ message: textSchema }))
    .nullish()
    .catch(undefined),
  changes: z
    .object({
      body: z.object({ from: textSchema }).nullish().catch(undefined),
      name: z.unknown().optional(),
      tag_name: z.unknown().optional(),
    })
    .nullish()
    .catch(undefined),
  workflow_run: z.object({ event: textSchema, head_repository: repositorySchema }).nullish().catch(undefined),
});

/** The event that started the workflow run: what the environment says of it, and its payload. */
export interface WorkflowEvent {
  /** Such as `push`; empty where there is none. */
  readonly name: string;
  /** `owner/name`; empty where there is none. */
  readonly repository: string;
  /** `refs/tags/v1`. */
  readonly ref: string;
  /** `v1`. */
  readonly refName: string;
  readonly sha: string;
  /** Who did what started the run. */
  readonly actor: string;
  readonly payload: z.infer<typeof payloadSchema>;
  /** When what the event is about was made or changed, as GitHub has noted it, in milliseconds since 1970. */
  readonly timestamps: readonly number[];
}

/** Reads the event out of the environment of a step. Never fails: what makes no sense is not there. */
export function readWorkflowEvent(env: NodeJS.ProcessEnv): WorkflowEvent {
  const told = readJson(env.GITHUB_EVENT_PATH);
  const payload = payloadSchema.safeParse(told).data ?? payloadSchema.parse({});
  const ref = env.GITHUB_REF || payload.ref || "";
  return {
    name: env.GITHUB_EVENT_NAME ?? "",
    repository: env.GITHUB_REPOSITORY || payload.repository?.full_name || "",
    ref,
    refName: env.GITHUB_REF_NAME || ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    sha: env.GITHUB_SHA || payload.after || "",
    actor: env.GITHUB_ACTOR ?? "",
    payload,
    timestamps: findTimestamps(told),
  };
}

// Times that GitHub sets itself: the one in a commit is its author's, and so is the one at which a release was created.
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
    .flatMap((subject) => pick(subject, timestampFields))
    .map((stamp) => (typeof stamp === "number" ? stamp * 1_000 : Date.parse(String(stamp))))
    .filter((time) => Number.isFinite(time));
}

function readJson(path: string | undefined): unknown {
  try {
    // A pipe would be waited for.
    return statSync(path ?? "").isFile() ? JSON.parse(readFileSync(path ?? "", "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is a file for the payload, and no JSON in it. */
export function hasBrokenPayload({ GITHUB_EVENT_PATH }: NodeJS.ProcessEnv): boolean {
  return (
    Boolean(GITHUB_EVENT_PATH) &&
    existsSync(GITHUB_EVENT_PATH ?? "") &&
    readJson(GITHUB_EVENT_PATH) === undefined
  );
}

/** The tag that the event is about: of its release, pushed, or created. */
export function eventTag({ ref, refName, payload }: WorkflowEvent): string | undefined {
  if (payload.release?.tag_name) return payload.release.tag_name;
  if (ref.startsWith("refs/tags/")) return refName;
  return payload.ref_type === "tag" ? (payload.ref ?? undefined) : undefined;
}

/** Whether the event says that something new is out. */
export function announcesRelease(event: WorkflowEvent): boolean {
  const { action, deleted } = event.payload;
  // GitHub starts runs for `created`, `published` and `released` of one release: one video is enough.
  if (event.name === "release") return action === "published" || action === undefined || action === null;
  return event.name === "push" && eventTag(event) !== undefined && !deleted;
}

/** Whether the event is nothing but our own edit of a release's notes. */
export function isOwnNotesEdit({ name, payload: { action, changes, release } }: WorkflowEvent): boolean {
  const before = changes?.body?.from;
  if (name !== "release" || action !== "edited" || before == null || changes?.name || changes?.tag_name)
    return false;
  return removeMarkedBlocks(before) === removeMarkedBlocks(release?.body ?? "");
}

/**
 * A title out of the event: the release's name or tag, the pull request's title, else the repository and the branch or
 * tag.
 */
export function titleFromEvent(event: WorkflowEvent): string {
  const { release, pull_request } = event.payload;
  const place = [event.repository.split("/").at(-1), event.refName].filter(Boolean).join(" ");
  const title = release?.name || release?.tag_name || pull_request?.title || place;
  return visibleText(title).replace(/\s+/g, " ").trim() || "Video";
}

/** The commit that the event is about: of a pull request its own, and not the one that tries the merge. */
export function eventCommit({ sha, payload }: WorkflowEvent): string {
  return payload.pull_request?.head?.sha ?? sha;
}

/** The pull request that the event is about, if it is about one; a comment tells of its pull request as an issue. */
export function eventPullRequest({ payload: { pull_request, issue } }: WorkflowEvent) {
  if (pull_request?.number != null) return { ...pull_request, number: pull_request.number };
  if (issue?.number == null || !issue.pull_request) return undefined;
  const { number, title, body, pull_request: link } = issue;
  return { number, title, body, html_url: link.html_url };
}
