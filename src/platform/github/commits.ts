import { z } from "zod";
import { firstLine } from "../../base/lines-and-characters.ts";
import { plainText } from "../../base/plain-text.ts";
import type { EventValue } from "../../text/event-text.ts";
import type { Github } from "./client.ts";
import { eventPullRequest, eventTag, type WorkflowEvent } from "./event.ts";
import { latestTag, previousTag } from "./previous-tag.ts";

const commitsSchema = z.array(z.object({ commit: z.object({ message: z.string() }) }));
const comparisonSchema = z.object({ commits: commitsSchema });
const permission = "contents: read";

/** The subjects of the commits that the event is about: of the pull request, of the push, or since the tag before. */
export async function readCommits(
  github: Github,
  event: WorkflowEvent,
  tag = eventTag(event),
): Promise<EventValue | undefined> {
  const pushed = event.payload.commits?.map(({ message }) => message ?? "") ?? [];
  if (tag === undefined && pushed.length > 0) return toEventValue(pushed, undefined);
  const asked = await fetchCommits(github, event, tag);
  if (!asked) return undefined;
  const messages = asked.map(({ commit }) => commit.message);
  return toEventValue(messages, `commits of ${tag ?? event.sha}`);
}

async function fetchCommits(github: Github, event: WorkflowEvent, tag: string | undefined) {
  const pullRequest = tag === undefined ? eventPullRequest(event) : undefined;
  if (pullRequest) return pullRequestCommits(github, pullRequest.number);
  const end = tag ?? event.sha;
  const start = await (tag === undefined ? latestTag(github) : previousTag(github, tag));
  return start === undefined ? branchCommits(github, end) : compareCommits(github, start, end);
}

// GitHub lists 250 commits of a pull request at the most.
async function pullRequestCommits(
  github: Github,
  pull_number: number,
): Promise<z.infer<typeof commitsSchema>> {
  const all: z.infer<typeof commitsSchema> = [];
  for (let page = 1; page <= 3; page += 1) {
    const found = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/commits", {
      parameters: { pull_number, per_page: 100, page },
      responseSchema: commitsSchema,
      permission: "pull-requests: read",
    });
    all.push(...(found ?? []));
    if ((found?.length ?? 0) < 100) break;
  }
  return all;
}

async function compareCommits(github: Github, start: string, end: string) {
  const found = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    parameters: { basehead: `${start}...${end}` },
    responseSchema: comparisonSchema,
    permission,
  });
  return found?.commits;
}

function branchCommits(github: Github, end: string) {
  return github.request("GET /repos/{owner}/{repo}/commits", {
    parameters: { sha: end, per_page: 100 },
    responseSchema: commitsSchema,
    permission,
  });
}

function toEventValue(messages: readonly string[], stableName: string | undefined): EventValue {
  const subjects = messages.map((message) => plainText(firstLine(message), 300));
  // A merge says what was merged, and not what for.
  const telling = subjects.filter(
    (subject) => subject !== "" && !/^Merge (pull request|branch|tag|remote)/.test(subject),
  );
  return {
    text: telling.map((subject) => `- ${subject}`).join("\n"),
    isMarkdown: true,
    stableName,
  };
}
