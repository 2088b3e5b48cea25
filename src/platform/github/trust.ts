import { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { plainText } from "../../base/plain-text.ts";
import type { Github } from "./client.ts";
import type { WorkflowEvent } from "./event.ts";

/**
 * Why GitHub gives this run no secrets, in words; undefined when it does. Source: GitHub's pages on events and on Dependabot.
 */
export function missingSecretsReason({
  name,
  actor,
  payload,
  repository,
}: WorkflowEvent): string | undefined {
  const { pull_request } = payload;
  if (actor === "dependabot[bot]") return "a run of Dependabot";
  // This one runs with the secrets of the repository that it is aimed at.
  if (!pull_request?.head || name === "pull_request_target") return undefined;
  const home = pull_request.base?.repo?.full_name ?? repository;
  return isSameRepository(pull_request.head.repo, home) ? undefined : "a pull request from a fork";
}

// Only somebody with write permission can start these, or an app that somebody with more than that has installed. The empty
// name is a terminal or another CI. Any other event, also one that GitHub may add, can be the doing of anybody. Source: GitHub's
// page on events.
const writerOnlyEvents = [
  "",
  "push",
  "release",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
  "create",
  "delete",
  "merge_group",
  "deployment",
  "registry_package",
  "page_build",
];

/**
 * Whether the event may be the doing of somebody without write permission. It goes by where the event comes from: secrets may
 * be in reach all the same, of a pull request from a fork by a setting of a private repository or on a machine of one's own.
 */
export function mayBeUntrusted({ name, payload, repository }: WorkflowEvent): boolean {
  const { pull_request, workflow_run } = payload;
  // Whoever pushes to a branch of the repository itself may write to it.
  if (name === "pull_request") return !isSameRepository(pull_request?.head?.repo, repository);
  if (name !== "workflow_run") return !writerOnlyEvents.includes(name);
  const origin = workflow_run?.event ?? "unknown";
  const isWriters = origin === "pull_request" || (origin !== "" && writerOnlyEvents.includes(origin));
  return !isWriters || !isSameRepository(workflow_run?.head_repository, repository);
}

// A fork that has been deleted is no repository any more.
function isSameRepository(origin: Repository, repository: string): boolean {
  return repository !== "" && origin?.full_name === repository;
}

type Repository = WorkflowEvent["payload"]["repository"];

const permissionSchema = z.object({ permission: z.string() });

/** Fails with `unauthorized` unless the one who started the run may write to the repository. */
export async function requireWritePermission(github: Github, event: WorkflowEvent): Promise<void> {
  const found = await github.request("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
    parameters: { username: event.actor },
    responseSchema: permissionSchema,
    permission: "contents: read",
  });
  if (found?.permission === "admin" || found?.permission === "write") return;
  const who = plainText(event.actor, 60) || "nobody";
  const how = plainText(event.name, 60) + (isFromFork(event) ? " from a fork" : "");
  throw new ShowreelError(
    "unauthorized",
    `${who} has started this run by ${how}, and has no write permission: strangers may not spend money here.`,
    {
      hint:
        "Let somebody with write permission start it, or set `allow_untrusted` to true if everybody may. Nothing was " +
        "submitted.",
    },
  );
}

function isFromFork({ payload: { pull_request, workflow_run }, repository }: WorkflowEvent): boolean {
  const origin = pull_request ? pull_request.head?.repo : workflow_run?.head_repository;
  return (pull_request ?? workflow_run) != null && !isSameRepository(origin, repository);
}
