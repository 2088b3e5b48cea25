import { z } from "zod";
import type { GitHubClient } from "../api/client.ts";
import { eventPullRequest, eventTag, type WorkflowEvent } from "../event.ts";
import { previousTag } from "./previous-tag.ts";

const filesSchema = z.lazy(() => z.array(z.object({ filename: z.string(), status: z.string() })));
const changeSchema = z.lazy(() => z.object({ files: filesSchema.optional() }));
const permission = "contents: read";
const missingCommit = /^0*$/;

/**
 * Returns the paths of the files that the event's pull request or push added or changed. With `tag`, returns
 * those added or changed since the previous tag. Undefined if the event has no commit.
 */
export async function readChangedFiles(
  github: GitHubClient,
  event: WorkflowEvent,
  tag = eventTag(event),
): Promise<string[] | undefined> {
  const files = await fetchChangedFiles(github, event, tag);
  return files?.filter(({ status }) => status !== "removed").map(({ filename }) => filename);
}

async function fetchChangedFiles(github: GitHubClient, event: WorkflowEvent, tag: string | undefined) {
  const pullRequest = tag === undefined ? eventPullRequest(event) : undefined;
  if (pullRequest) return pullRequestFiles(github, pullRequest.number);
  const start = tag === undefined ? event.payload.before : await previousTag(github, tag);
  const end = tag ?? event.sha;
  if (end === "") return undefined;
  // GitHub sends zeros as `before` for a new branch. Then only the last commit of the push is read.
  const comparedFiles =
    start == null || missingCommit.test(start) ? undefined : await compareFiles(github, start, end);
  // After a force push, the previous commit may no longer exist.
  return comparedFiles ?? commitFiles(github, end);
}

function pullRequestFiles(github: GitHubClient, pull_number: number) {
  return github.paginate("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
    parameters: { pull_number },
    responseSchema: filesSchema,
    permission: "pull-requests: read",
    // GitHub lists at most 3,000 files.
    maxPages: 30,
  });
}

async function commitFiles(github: GitHubClient, ref: string) {
  const commit = await github.request("GET /repos/{owner}/{repo}/commits/{ref}", {
    parameters: { ref },
    responseSchema: changeSchema,
    permission,
  });
  return commit?.files;
}

async function compareFiles(github: GitHubClient, start: string, end: string) {
  const comparison = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    parameters: { basehead: `${start}...${end}` },
    responseSchema: changeSchema,
    permission,
  });
  return comparison?.files;
}
