import { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { plainText } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { EventText } from "../../text/event-text.ts";
import { createGithub, type Github } from "./client.ts";
import {
  eventCommit,
  eventPullRequest,
  eventTag,
  isOwnNotesEdit,
  readWorkflowEvent,
  titleFromEvent,
  type WorkflowEvent,
} from "./event.ts";
import { createEventText } from "./event-text.ts";
import { findRunStart, type RunStart } from "./run-start.ts";
import { mayBeUntrusted, missingSecretsReason, requireWritePermission } from "./trust.ts";

/** The workflow run around us, as far as a video is concerned; in a terminal there is little of it. */
export interface Workflow {
  readonly title: string;
  readonly github: Github;
  readonly run: WorkflowRun;
  /** Whether there is a repository to speak of. */
  readonly hasRepository: boolean;
  /** Why GitHub gives this run no secrets; undefined when it does. */
  readonly missingSecretsReason: string | undefined;
  /** The run was started by our own edit of release notes: another video would lead to another edit. */
  readonly isSelfTriggered: boolean;
  /** The title of a video about this release, when the user gives none. */
  titleFor(releaseTag: string | undefined): string;
  eventText(workspace: string, releaseTag: string | undefined): EventText;
  /** Fails unless whoever started this run may spend the owner's money. */
  requireTrust(): Promise<void>;
  /** When the first attempt of this run began at the earliest. GitHub is asked once. */
  runStart(): Promise<RunStart>;
  /** The tag that `release_tag` means; `auto` is the event's. */
  resolveTag(releaseTag: string | undefined): string | undefined;
  /** The number of the pull request that the event is about, or of an open one of the pushed branch. */
  pullRequest(): Promise<number | undefined>;
  /** Where a file of a published release will be. */
  releaseAssetUrl(tag: string, name: string): string;
}

/** Which run this is, in numbers, and where people see it. */
export interface WorkflowRun {
  readonly run: number;
  readonly attempt: number;
  readonly url: string;
  /** The commit that the event is about. */
  readonly commit: string;
  readonly workflow: string;
  readonly job: string;
  readonly step: string;
}

/** Reads the environment of a step. `token` is for GitHub's API, and may be empty. */
export function readWorkflow(runtime: Runtime, env: NodeJS.ProcessEnv, token: string): Workflow {
  const event = readWorkflowEvent(env);
  const apiUrl = env.GITHUB_API_URL || "https://api.github.com";
  const github = createGithub(runtime, { apiUrl, token, repository: event.repository });
  const home = `${env.GITHUB_SERVER_URL || "https://github.com"}/${event.repository}`;
  const run = readWorkflowRun(env, event, home);
  let beginning: Promise<RunStart> | undefined;
  const tag = (named: string | undefined) =>
    named === undefined || named === "auto" ? eventTag(event) : requireValidTagName(named);
  return {
    title: titleFromEvent(event),
    github,
    run,
    hasRepository: event.repository !== "",
    missingSecretsReason: missingSecretsReason(event),
    isSelfTriggered: isOwnNotesEdit(event),
    titleFor: (named) => {
      const of = tag(named);
      const isAnother = named !== undefined && of !== undefined && of !== eventTag(event);
      return isAnother ? `${event.repository.split("/").at(-1)} ${of}` : titleFromEvent(event);
    },
    eventText: (workspace, named) =>
      createEventText(runtime, { event, github, workspace, releaseTag: named && tag(named) }),
    requireTrust: async () => {
      if (mayBeUntrusted(event)) await requireWritePermission(github, event);
    },
    runStart: () => {
      beginning ??= findRunStart(runtime, github, event, run.run);
      return beginning;
    },
    resolveTag: tag,
    pullRequest: async () => eventPullRequest(event)?.number ?? findPullRequest(github, event),
    releaseAssetUrl: (of, name) =>
      `${home}/releases/download/${of.split("/").map(encodeURIComponent).join("/")}/${name}`,
  };
}

// It becomes a part of a path. Source: git-check-ref-format.
function requireValidTagName(name: string): string {
  const parts = name.split("/");
  if (
    /^[^\s~^:?*[\]\\\p{Cc}]+$/u.test(name) &&
    parts.every((part) => /^(?!\.)(?!.*\.\.).+(?<!\.)$/.test(part))
  )
    return name;
  throw new ShowreelError(
    "invalid_input",
    `\`release_tag\` is "${plainText(name, 120)}": no tag has such a name.`,
    {
      hint: "Give the tag of a release, or `auto`.",
      settings: ["release_tag"],
      submitted: false,
    },
  );
}

function readWorkflowRun(env: NodeJS.ProcessEnv, event: WorkflowEvent, home: string): WorkflowRun {
  return {
    run: Number(env.GITHUB_RUN_ID ?? 0) || 0,
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) || 1,
    url: `${home}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
    commit: eventCommit(event),
    workflow: env.GITHUB_WORKFLOW ?? "",
    job: env.GITHUB_JOB ?? "",
    step: env.GITHUB_ACTION ?? "",
  };
}

const pullsSchema = z.array(
  z.object({
    number: z.number(),
    state: z.string(),
    head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
  }),
);

// A push to a branch is a push to its pull request, if there is one.
async function findPullRequest(github: Github, event: WorkflowEvent): Promise<number | undefined> {
  if (event.name !== "push" || !event.ref.startsWith("refs/heads/") || event.sha === "") return undefined;
  const found = await github.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
    parameters: { commit_sha: event.sha },
    responseSchema: pullsSchema,
    permission: "pull-requests: write",
  });
  const isOurs = ({ state, head }: z.infer<typeof pullsSchema>[number]) =>
    state === "open" && head.ref === event.refName && head.repo?.full_name === event.repository;
  return found?.find(isOurs)?.number;
}
