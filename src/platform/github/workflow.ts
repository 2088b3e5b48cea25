import { z } from "zod";
import { invalidInputError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { isDocumentation } from "../../inputs/pages.ts";
import type { EventText } from "../../text/event-text.ts";
import { createGitHubClient, type GitHubClient } from "./api/client.ts";
import {
  type EventTitle,
  eventCommit,
  eventPullRequest,
  eventTag,
  isOwnNotesEdit,
  readWorkflowEvent,
  titleFromEvent,
  type WorkflowEvent,
} from "./event.ts";
import { createEventText, type EventTextOptions } from "./event-text/event-text.ts";
import { findLatestReleaseTag } from "./event-text/release.ts";
import { findRunStart, type RunStart } from "./run-start.ts";
import { mayBeUntrusted, missingSecretsReason, requireWritePermission } from "./trust.ts";

/** The workflow run that renders the video. Most fields are empty in a terminal. */
export interface Workflow {
  /** The title of a video about the event. */
  readonly title: string;
  readonly github: GitHubClient;
  readonly run: WorkflowRun;
  /** Whether the run belongs to a repository. */
  readonly hasRepository: boolean;
  /**
   * The reason why GitHub gives this run no secrets, as a clause for a message; undefined if the run gets
   * secrets.
   */
  readonly missingSecretsReason: string | undefined;
  /**
   * Whether Showreel's own edit of release notes started the run. A new video would edit them again, in an
   * endless loop.
   */
  readonly isSelfTriggered: boolean;
  /** Returns the default title of a video about this release. */
  titleFor(releaseTag: string | undefined): EventTitle;
  /** Returns the placeholder values of the event, or of the release with this tag. */
  eventText(workspace: string, releaseTag: string | undefined, settings?: EventTextSettings): EventText;
  /** Fails with `unauthorized` unless the user who started the run may spend money. */
  requireTrust(): Promise<void>;
  /** Returns the earliest time at which the first attempt of this run can have started. Requested once. */
  runStart(): Promise<RunStart>;
  /** Resolves a value of `release_tag` to a tag. `auto` and undefined mean the tag of the event. */
  resolveTag(releaseTag: string | undefined): string | undefined;
  /** Requests the tag of the latest release. Fails with `invalid_input` if there is none. */
  latestReleaseTag(): Promise<string>;
  /**
   * Returns the number of the event's pull request. After a push, returns that of an open pull request of the
   * branch.
   */
  pullRequest(): Promise<number | undefined>;
  /** Returns the URL that an asset will have when the release is published. */
  releaseAssetUrl(tag: string, name: string): string;
}

/** How the placeholder values of an event are read. */
export type EventTextSettings = Partial<Pick<EventTextOptions, "isLatestRelease" | "isPage">>;

/** Identifies the workflow run. */
export interface WorkflowRun {
  /** GITHUB_RUN_ID; 0 outside of GitHub Actions. */
  readonly run: number;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** The URL of the run's page. */
  readonly url: string;
  /** The SHA of the event's commit. */
  readonly commit: string;
  readonly workflow: string;
  readonly job: string;
  readonly step: string;
}

/** Reads the workflow run from the environment of a step. `token` is for GitHub's API and may be empty. */
export function readWorkflow(runtime: Runtime, env: NodeJS.ProcessEnv, token: string): Workflow {
  const event = readWorkflowEvent(env);
  const apiUrl = env.GITHUB_API_URL || "https://api.github.com";
  const github = createGitHubClient(runtime, { apiUrl, token, repository: event.repository });
  const repositoryUrl = `${env.GITHUB_SERVER_URL || "https://github.com"}/${event.repository}`;
  const run = readWorkflowRun(env, event, repositoryUrl);
  let runStart: Promise<RunStart> | undefined;
  const resolveTag = (releaseTag: string | undefined) =>
    releaseTag === undefined || releaseTag === "auto" ? eventTag(event) : requireValidTagName(releaseTag);
  return {
    title: titleFromEvent(event).text,
    github,
    run,
    hasRepository: event.repository !== "",
    missingSecretsReason: missingSecretsReason(event),
    isSelfTriggered: isOwnNotesEdit(event),
    titleFor: (releaseTag) => {
      const tag = resolveTag(releaseTag);
      const isOtherTag = releaseTag !== undefined && tag !== undefined && tag !== eventTag(event);
      if (!isOtherTag) return titleFromEvent(event);
      return { text: `${event.repository.split("/").at(-1)} ${tag}`, isGeneric: false };
    },
    eventText: (workspace, releaseTag, { isLatestRelease = false, isPage = isDocumentation } = {}) =>
      createEventText(runtime, {
        event,
        github,
        workspace,
        releaseTag: releaseTag && resolveTag(releaseTag),
        isLatestRelease,
        isPage,
      }),
    requireTrust: async () => {
      if (mayBeUntrusted(event)) await requireWritePermission(github, event);
    },
    runStart: () => {
      runStart ??= findRunStart(runtime, github, event, run.run);
      return runStart;
    },
    resolveTag,
    latestReleaseTag: () => findLatestReleaseTag(github, event),
    pullRequest: async () => eventPullRequest(event)?.number ?? findPullRequest(github, event),
    releaseAssetUrl: (tag, name) =>
      `${repositoryUrl}/releases/download/${tag.split("/").map(encodeURIComponent).join("/")}/${name}`,
  };
}

// The name becomes a part of a URL's path. Source: git-check-ref-format.
function requireValidTagName(name: string): string {
  const parts = name.split("/");
  if (
    /^[^\s~^:?*[\]\\\p{Cc}]+$/u.test(name) &&
    parts.every((part) => /^(?!\.)(?!.*\.\.).+(?<!\.)$/.test(part))
  )
    return name;
  throw invalidInputError(`\`release_tag\`: "${plainText(name, 120)}" is not a valid tag name.`, {
    hint: "Use the tag of a release, `auto` or `latest`.",
    settings: ["release_tag"],
  });
}

function readWorkflowRun(env: NodeJS.ProcessEnv, event: WorkflowEvent, repositoryUrl: string): WorkflowRun {
  return {
    run: Number(env.GITHUB_RUN_ID ?? 0) || 0,
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) || 1,
    url: `${repositoryUrl}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
    commit: eventCommit(event),
    workflow: env.GITHUB_WORKFLOW ?? "",
    job: env.GITHUB_JOB ?? "",
    step: env.GITHUB_ACTION ?? "",
  };
}

const pullsSchema = z.lazy(() =>
  z.array(
    z.object({
      number: z.number(),
      state: z.string(),
      head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
    }),
  ),
);

// A push to a branch updates the pull request of the branch, if there is one.
async function findPullRequest(github: GitHubClient, event: WorkflowEvent): Promise<number | undefined> {
  if (event.name !== "push" || !event.ref.startsWith("refs/heads/") || event.sha === "") return undefined;
  const pulls = await github.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
    parameters: { commit_sha: event.sha },
    responseSchema: pullsSchema,
    permission: "pull-requests: write",
  });
  const isOpenPullOfBranch = ({ state, head }: z.infer<typeof pullsSchema>[number]) =>
    state === "open" && head.ref === event.refName && head.repo?.full_name === event.repository;
  return pulls?.find(isOpenPullOfBranch)?.number;
}
