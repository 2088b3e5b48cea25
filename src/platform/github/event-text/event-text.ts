import type { Runtime } from "../../../base/runtime.ts";
import { plainText, visibleText } from "../../../base/text/plain-text.ts";
import type { PageFilter } from "../../../inputs/pages.ts";
import type { EventText, EventValue, EventVariable } from "../../../text/event-text.ts";
import type { GitHubClient } from "../api/client.ts";
import { announcesRelease, eventPullRequest, eventTag, type WorkflowEvent } from "../event.ts";
import { readChangedFiles } from "./changed-files.ts";
import { readCommits } from "./commits.ts";
import { readDocumentationPages } from "./documentation-pages.ts";
import { findRelease, readReleaseNotes } from "./release.ts";

/** The sources of the placeholder values. */
export interface EventTextOptions {
  readonly event: WorkflowEvent;
  readonly github: GitHubClient;
  readonly workspace: string;
  /** The tag in `release_tag`, if set. */
  readonly releaseTag: string | undefined;
  /** Whether that tag was found as the latest release, which may be another one in the next attempt. */
  readonly isLatestRelease: boolean;
  readonly isPage: PageFilter;
}

/**
 * Creates the placeholder values of an event. A value is requested from GitHub when it is first read, and
 * only once.
 */
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
      const found = await release.read();
      // A release that is created between two attempts of a run must not change the fingerprint of the video.
      return { text: found?.name ?? tag, stableName: found?.isFromEvent ? undefined : `name of ${tag}` };
    },
    "release.notes": async () =>
      tag === undefined ? undefined : readReleaseNotes(tag, await release.read(), { runtime, github, event }),
    "release.url": async () => {
      const found = await release.read();
      return found?.url ? { text: found.url, stableName: `link of ${tag}` } : undefined;
    },
    "pull_request.title": async () => pullRequest && { text: pullRequest.title ?? "" },
    "pull_request.body": async () => pullRequest && { text: pullRequest.body ?? "", isMarkdown: true },
    "pull_request.number": async () => textValue(pullRequest && String(pullRequest.number)),
    "pull_request.url": async () => textValue(pullRequest?.html_url),
    commits: () => readCommits(github, event, options.releaseTag),
    changed_files: async () => fileListValue(await files.read(), `files of ${change}`),
    changed_pages: async () => {
      const pages = await readDocumentationPages(
        workspace,
        (await files.read())?.filter(options.isPage) ?? [],
      );
      // Has no stable name: pages from a different checkout make a different video.
      return pages === undefined ? undefined : { text: pages, isMarkdown: true };
    },
  };
  return {
    eventName: event.name === "" || event.repository === "" ? undefined : event.name,
    announcesRelease: options.releaseTag !== undefined || announcesRelease(event),
    read: async (name) => {
      const value = event.repository === "" ? undefined : await readers[name]();
      const isUnstable = options.isLatestRelease && releaseVariables.includes(name);
      return value && isUnstable ? { ...value, stableName: `${name} of the latest release` } : value;
    },
    subject: async () => {
      const isFree = release.isRead() || event.payload.release?.tag_name === tag;
      const found = isFree ? await release.read().catch(() => undefined) : undefined;
      return {
        repository: lineOf(event.repository),
        version: lineOf(tag),
        link: httpsLink(found?.url || pullRequest?.html_url),
      };
    },
  };
}

const releaseVariables: readonly EventVariable[] = [
  "tag",
  "release.name",
  "release.notes",
  "release.url",
  "commits",
  "changed_files",
];

function textValue(text: string | null | undefined): EventValue | undefined {
  return text ? { text } : undefined;
}

// A path may contain a line break.
function fileListValue(files: readonly string[] | undefined, stableName: string): EventValue | undefined {
  return files && { text: files.map((file) => plainText(file, 300)).join("\n"), stableName };
}

function lineOf(text = ""): string | undefined {
  return visibleText(text).replace(/\s+/g, " ").trim() || undefined;
}

function httpsLink(url: string | null | undefined): string | undefined {
  return url && URL.parse(url)?.protocol === "https:" ? url : undefined;
}

function once<T>(start: () => Promise<T>) {
  let result: Promise<T> | undefined;
  return {
    isRead: () => result !== undefined,
    read(): Promise<T> {
      result ??= start();
      return result;
    },
  };
}
