import { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { plainText } from "../../base/text/plain-text.ts";
import type { GitHubClient } from "./api/client.ts";
import type { WorkflowEvent } from "./event.ts";

/**
 * Returns the reason why GitHub gives this run no secrets, as a clause for a message; undefined if the run
 * gets secrets. Source: GitHub's documentation of events and of Dependabot.
 */
export function missingSecretsReason({
  name,
  actor,
  payload,
  repository,
}: WorkflowEvent): string | undefined {
  const { pull_request } = payload;
  if (actor === "dependabot[bot]") return "a run of Dependabot";
  // `pull_request_target` runs in the base repository, with its secrets.
  if (!pull_request?.head || name === "pull_request_target") return undefined;
  const baseRepository = pull_request.base?.repo?.full_name ?? repository;
  return isSameRepository(pull_request.head.repo, baseRepository) ? undefined : "a pull request from a fork";
}

// Only a user with write permission can start these, or an app that an admin has installed. The empty name
// stands for a terminal or another CI system. Every other event, including those that GitHub may add later,
// can be triggered by anyone. Source: GitHub's documentation of events.
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
 * Returns whether a user without write permission may have started the run. Checks where the event came from,
 * not whether the run has secrets: a setting of private repositories, or a self-hosted runner, can give
 * secrets to pull requests from forks.
 */
export function mayBeUntrusted({ name, payload, repository }: WorkflowEvent): boolean {
  const { pull_request, workflow_run } = payload;
  // Pushing to a branch of the repository itself takes write permission.
  if (name === "pull_request") return !isSameRepository(pull_request?.head?.repo, repository);
  if (name !== "workflow_run") return !writerOnlyEvents.includes(name);
  const origin = workflow_run?.event ?? "unknown";
  const isByWriter = origin === "pull_request" || (origin !== "" && writerOnlyEvents.includes(origin));
  return !isByWriter || !isSameRepository(workflow_run?.head_repository, repository);
}

// The repository of a deleted fork is null.
function isSameRepository(origin: Repository, repository: string): boolean {
  return repository !== "" && origin?.full_name === repository;
}

type Repository = WorkflowEvent["payload"]["repository"];

const permissionSchema = z.lazy(() => z.object({ permission: z.string() }));

/** Fails with `unauthorized` unless the user who started the run has write permission. */
export async function requireWritePermission(github: GitHubClient, event: WorkflowEvent): Promise<void> {
  const collaborator = await github.request("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
    parameters: { username: event.actor },
    responseSchema: permissionSchema,
    permission: "contents: read",
  });
  if (collaborator?.permission === "admin" || collaborator?.permission === "write") return;
  const actor = plainText(event.actor, 60) || "an unknown user";
  const trigger = plainText(event.name, 60) + (isFromFork(event) ? " from a fork" : "");
  throw new ShowreelError(
    "unauthorized",
    `${actor} started this run by ${trigger} and has no write permission, so it may not spend money.`,
    {
      hint:
        "Have someone with write permission start it, or set `allow_untrusted` to true to let everyone " +
        "start paid renders.",
      submitted: false,
    },
  );
}

function isFromFork({ payload: { pull_request, workflow_run }, repository }: WorkflowEvent): boolean {
  const origin = pull_request ? pull_request.head?.repo : workflow_run?.head_repository;
  return (pull_request ?? workflow_run) != null && !isSameRepository(origin, repository);
}
