import { plainText } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { EventText, EventValue, EventVariable } from "../../text/event-text.ts";
import { readChangedFiles, readDocumentationPages } from "./changed-files.ts";
import type { Github } from "./client.ts";
import { readCommits } from "./commits.ts";
import { announcesRelease, eventPullRequest, eventTag, type WorkflowEvent } from "./event.ts";
import { findRelease, readReleaseNotes } from "./release.ts";

/** Where the words of an event are looked for. */
export interface EventTextOptions {
  readonly event: WorkflowEvent;
  readonly github: Github;
  readonly workspace: string;
  /** The release that the user names by its tag. */
  readonly releaseTag: string | undefined;
}

/** What the event has to say; GitHub is asked only for what a text names, and once. */
export function createEventText(runtime: Runtime, options: EventTextOptions): EventText {
  const { event, github, workspace } = options;
  const tag = options.releaseTag ?? eventTag(event);
  const change = options.releaseTag ?? event.sha;
  const pullRequest = eventPullRequest(event);
  const release = once(async () => (tag === undefined ? undefined : findRelease(github, event, tag)));
  const files = once(() => readChangedFiles(github, event, options.releaseTag));
  const readers: Readonly<Record<EventVariable, () => Promise<EventValue | undefined>>> = {
    repository: async () => textValue(event.repository),
    ref: async () => textValue(event.refName),
    tag: async () => textValue(tag),
    sha: async () => textValue(event.sha),
    actor: async () => textValue(event.actor),
    event: async () => textValue(event.name),
    "release.name": async () => {
      if (tag === undefined) return undefined;
      // It is the same video, whether somebody has made the release by now or not.
      const found = await release();
      return { text: found?.name ?? tag, stableName: found?.isFromEvent ? undefined : `name of ${tag}` };
    },
    "release.notes": async () =>
      tag === undefined ? undefined : readReleaseNotes(runtime, github, event, tag, await release()),
    "release.url": async () => {
      const found = await release();
      return found?.url ? { text: found.url, stableName: `link of ${tag}` } : undefined;
    },
    "pull_request.title": async () => pullRequest && { text: pullRequest.title ?? "" },
    "pull_request.body": async () => pullRequest && { text: pullRequest.body ?? "", isMarkdown: true },
    "pull_request.number": async () => textValue(pullRequest && String(pullRequest.number)),
    "pull_request.url": async () => textValue(pullRequest?.html_url),
    commits: () => readCommits(github, event, options.releaseTag),
    changed_files: async () => fileListValue(await files(), `files of ${change}`),
    changed_pages: async () => {
      const pages = await readDocumentationPages(workspace, (await files()) ?? []);
      // They come from the checkout: two checkouts are two videos.
      return pages === undefined ? undefined : { text: pages, isMarkdown: true };
    },
  };
  return {
    eventName: event.name === "" ? undefined : event.name,
    announcesRelease: options.releaseTag !== undefined || announcesRelease(event),
    // Without a repository there is nobody to ask.
    read: async (name) => (event.repository === "" ? undefined : readers[name]()),
  };
}

function textValue(text: string | null | undefined): EventValue | undefined {
  return text ? { text } : undefined;
}

// A path may hold a line break.
function fileListValue(files: readonly string[] | undefined, stableName: string): EventValue | undefined {
  return files && { text: files.map((file) => plainText(file, 300)).join("\n"), stableName };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= read();
    return result;
  };
}
