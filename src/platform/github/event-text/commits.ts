import { z } from "zod";
import { firstLine } from "../../../base/text/lines-and-characters.ts";
import { plainText } from "../../../base/text/plain-text.ts";
import type { EventValue } from "../../../text/event-text.ts";
import type { GitHubClient } from "../api/client.ts";
import { eventPullRequest, eventTag, type WorkflowEvent } from "../event.ts";
import { latestTag, previousTag } from "./previous-tag.ts";

const commitsSchema = z.lazy(() => z.array(z.object({ commit: z.object({ message: z.string() }) })));
const comparisonSchema = z.lazy(() => z.object({ commits: commitsSchema }));
const permission = "contents: read";

/**
 * Returns a Markdown list of the commit subjects of the event's pull request or push. With `tag`, lists the
 * commits since the previous tag. Undefined if GitHub doesn't have the commits.
 */
export async function readCommits(
  github: GitHubClient,
  event: WorkflowEvent,
  tag = eventTag(event),
): Promise<EventValue | undefined> {
  const pushed = event.payload.commits?.map(({ message }) => message ?? "") ?? [];
  if (tag === undefined && pushed.length > 0) return toEventValue(pushed, undefined);
  const { commits, start } = await fetchCommits(github, event, tag);
  if (!commits) return undefined;
  const messages = commits.map(({ commit }) => commit.message);
  const value = toEventValue(messages, `commits of ${tag ?? event.sha}`);
  if (start === undefined || messages.length > 0) return value;
  return { ...value, emptyReason: `there is no commit since ${plainText(start, 120)}.` };
}

/** The commits, and the tag that they follow. */
interface FoundCommits {
  readonly commits: z.infer<typeof commitsSchema> | undefined;
  readonly start?: string;
}

async function fetchCommits(
  github: GitHubClient,
  event: WorkflowEvent,
  tag: string | undefined,
): Promise<FoundCommits> {
  const pullRequest = tag === undefined ? eventPullRequest(event) : undefined;
  if (pullRequest) return { commits: await pullRequestCommits(github, pullRequest.number) };
  const end = tag ?? event.sha;
  const start = await (tag === undefined ? latestTag(github) : previousTag(github, tag));
  if (start === undefined) return { commits: await branchCommits(github, end) };
  return { commits: await compareCommits(github, start, end), start };
}

function pullRequestCommits(github: GitHubClient, pull_number: number) {
  return github.paginate("GET /repos/{owner}/{repo}/pulls/{pull_number}/commits", {
    parameters: { pull_number },
    responseSchema: commitsSchema,
    permission: "pull-requests: read",
    // GitHub lists at most 250 commits of a pull request.
    maxPages: 3,
  });
}

async function compareCommits(github: GitHubClient, start: string, end: string) {
  const comparison = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    parameters: { basehead: `${start}...${end}` },
    responseSchema: comparisonSchema,
    permission,
  });
  return comparison?.commits;
}

function branchCommits(github: GitHubClient, end: string) {
  return github.request("GET /repos/{owner}/{repo}/commits", {
    parameters: { sha: end, per_page: 100 },
    responseSchema: commitsSchema,
    permission,
  });
}

function toEventValue(messages: readonly string[], stableName: string | undefined): EventValue {
  const subjects = messages.map((message) => plainText(firstLine(message), 300));
  // The subject of a merge doesn't say what has changed.
  const changes = subjects.filter(
    (subject) => subject !== "" && !/^Merge (pull request|branch|tag|remote)/.test(subject),
  );
  return {
    text: changes.map((subject) => `- ${subject}`).join("\n"),
    isMarkdown: true,
    stableName,
  };
}
