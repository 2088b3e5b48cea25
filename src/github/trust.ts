import { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import type { Github } from "./client.ts";
import type { WorkflowEvent } from "./event.ts";

/**
 * Why GitHub gives this run no secrets, in words; undefined when it does. Source: GitHub's pages on events and on Dependabot.
 */
export function lacksSecrets({ name, actor, payload, repository }: WorkflowEvent): string | undefined {
  const { pull_request } = payload;
  if (actor === "dependabot[bot]") return "a run of Dependabot";
  // This one runs with the secrets of the repository that it is aimed at.
  if (!pull_request?.head || name === "pull_request_target") return undefined;
  const home = pull_request.base?.repo?.full_name ?? repository;
  // A fork that has been deleted is no repository any more.
  return pull_request.head.repo?.full_name === home ? undefined : "a pull request from a fork";
}

// Only somebody with write permission can start these, or they run without secrets where a stranger does; all others may be
// the doing of anybody, and run with the repository's secrets. Source: GitHub's page on events.
const closed = [
  "",
  "push",
  "release",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
  "create",
  "delete",
  "pull_request",
  "merge_group",
  "deployment",
  "registry_package",
  "page_build",
];

/** Whether the event can be the doing of somebody without any permission, while secrets are there. */
export function isOpenToAll({ name, payload, repository }: WorkflowEvent): boolean {
  if (name !== "workflow_run") return !closed.includes(name);
  const { event, head_repository } = payload.workflow_run ?? {};
  return head_repository?.full_name !== repository || !closed.includes(event ?? "unknown");
}

const permission = z.object({ permission: z.string() });

/** Fails with `unauthorized` unless the one who started the run may write to the repository. */
export async function requireWriter(github: Github, event: WorkflowEvent): Promise<void> {
  const found = await github.ask("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
    parameters: { username: event.actor },
    answer: permission,
    permission: "contents: read",
  });
  if (found?.permission === "admin" || found?.permission === "write") return;
  const who = plainText(event.actor, 60) || "nobody";
  throw new ShowreelError(
    "unauthorized",
    `${who} has started this run by ${event.name}, and has no write permission: strangers may not spend money here.`,
    {
      hint:
        "Let somebody with write permission start it, or set `allow_untrusted` to true if everybody may. Nothing was " +
        "submitted.",
    },
  );
}
