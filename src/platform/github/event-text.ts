import { plainText } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { EventText, EventValue, EventVariable } from "../../text/event-text.ts";
import { readChangedFiles, readPages } from "./changes.ts";
import type { Github } from "./client.ts";
import { readCommits } from "./commits.ts";
import { announcesRelease, pullRequestOf, tagOf, type WorkflowEvent } from "./event.ts";
import { findRelease, readNotes } from "./release.ts";

/** Where the words of an event are looked for. */
export interface WordsPlace {
  readonly event: WorkflowEvent;
  readonly github: Github;
  readonly workspace: string;
  /** The release that the user names by its tag. */
  readonly releaseTag: string | undefined;
}

/** What the event has to say; GitHub is asked only for what a text names, and once. */
export function createEventText(runtime: Runtime, place: WordsPlace): EventText {
  const { event, github, workspace } = place;
  const tag = place.releaseTag ?? tagOf(event);
  const change = place.releaseTag ?? event.sha;
  const pullRequest = pullRequestOf(event);
  const release = once(async () => (tag === undefined ? undefined : findRelease(github, event, tag)));
  const files = once(() => readChangedFiles(github, event, place.releaseTag));
  const readers: Readonly<Record<EventVariable, () => Promise<EventValue | undefined>>> = {
    repository: async () => fixed(event.repository),
    ref: async () => fixed(event.refName),
    tag: async () => fixed(tag),
    sha: async () => fixed(event.sha),
    actor: async () => fixed(event.actor),
    event: async () => fixed(event.name),
    "release.name": async () => {
      if (tag === undefined) return undefined;
      // It is the same video, whether somebody has made the release by now or not.
      const found = await release();
      return { text: found?.name ?? tag, askedFor: found?.isEvents ? undefined : `name of ${tag}` };
    },
    "release.notes": async () =>
      tag === undefined ? undefined : readNotes(runtime, github, event, tag, await release()),
    "release.url": async () => {
      const found = await release();
      return found?.url ? { text: found.url, askedFor: `link of ${tag}` } : undefined;
    },
    "pull_request.title": async () => pullRequest && { text: pullRequest.title ?? "" },
    "pull_request.body": async () => pullRequest && { text: pullRequest.body ?? "", isMarkdown: true },
    "pull_request.number": async () => fixed(pullRequest && String(pullRequest.number)),
    "pull_request.url": async () => fixed(pullRequest?.html_url),
    commits: () => readCommits(github, event, place.releaseTag),
    changed_files: async () => list(await files(), `files of ${change}`),
    changed_pages: async () => {
      const pages = await readPages(workspace, (await files()) ?? []);
      // They come from the checkout: two checkouts are two videos.
      return pages === undefined ? undefined : { text: pages, isMarkdown: true };
    },
  };
  return {
    event: event.name === "" ? "no event of GitHub" : `the event ${plainText(event.name, 60)}`,
    announcesRelease: place.releaseTag !== undefined || announcesRelease(event),
    // Without a repository there is nobody to ask.
    read: async (name) => (event.repository === "" ? undefined : readers[name]()),
  };
}

function fixed(text: string | null | undefined): EventValue | undefined {
  return text ? { text } : undefined;
}

// A path may hold a line break.
function list(files: readonly string[] | undefined, askedFor: string): EventValue | undefined {
  return files && { text: files.map((file) => plainText(file, 300)).join("\n"), askedFor };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= read();
    return result;
  };
}
