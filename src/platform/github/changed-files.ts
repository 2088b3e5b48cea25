import { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { plainText } from "../../base/plain-text.ts";
import { withoutFrontMatter } from "../../inputs/front-matter.ts";
import { readTextFile } from "../../inputs/text-file.ts";
import { hasNoSymlinks } from "../../inputs/workspace-path.ts";
import { withoutComments } from "../../text/markdown.ts";
import type { Github } from "./client.ts";
import { eventPullRequest, eventTag, type WorkflowEvent } from "./event.ts";
import { previousTag } from "./previous-tag.ts";

const isPage = (path: string) => /\.(md|mdx|markdown|rst|adoc|txt)$/i.test(path);

// More than any provider takes; what is beyond the limit of one is cut later.
const maxCharacters = 100_000;

/** The documentation pages among these files as one text, each under its path. Undefined when there is none. */
export async function readDocumentationPages(
  workspace: string,
  files: readonly string[],
): Promise<string | undefined> {
  const paths = files.filter(isPage);
  const pages: string[] = [];
  let room = maxCharacters;
  for (const path of paths) {
    const page = room > 0 ? (await readDocumentationPage(workspace, path))?.slice(0, room) : undefined;
    if (page) pages.push(page);
    room -= page?.length ?? 0;
  }
  if (pages.length > 0) return pages.join("\n\n");
  if (paths.length === 0) return undefined;
  throw new ShowreelError("invalid_input", `None of the ${paths.length} changed pages is in the workspace.`, {
    hint: "Check out the commit first: `actions/checkout` in a step before.",
    submitted: false,
  });
}

// A name in a repository may be a link, to what is nobody's business, and a text no text: such a page is left out.
async function readDocumentationPage(workspace: string, path: string): Promise<string | undefined> {
  if (!(await hasNoSymlinks(workspace, path))) return undefined;
  const text = await readTextFile(workspace, "changed_pages", path).catch(() => undefined);
  const body = withoutComments(withoutFrontMatter(text ?? ""));
  return body ? `Page ${plainText(path, 200)}:\n\n${body}` : undefined;
}

const filesSchema = z.array(z.object({ filename: z.string(), status: z.string() }));
const withFilesSchema = z.object({ files: filesSchema.optional() });
const permission = "contents: read";
const noCommit = /^0*$/;

/** The paths of the files that the event has added or changed; undefined when it is about no change. */
export async function readChangedFiles(
  github: Github,
  event: WorkflowEvent,
  tag = eventTag(event),
): Promise<string[] | undefined> {
  const found = await fetchChangedFiles(github, event, tag);
  return found?.filter(({ status }) => status !== "removed").map(({ filename }) => filename);
}

async function fetchChangedFiles(github: Github, event: WorkflowEvent, tag: string | undefined) {
  const pullRequest = tag === undefined ? eventPullRequest(event) : undefined;
  if (pullRequest) return pullRequestFiles(github, pullRequest.number);
  const start = tag === undefined ? event.payload.before : await previousTag(github, tag);
  const end = tag ?? event.sha;
  if (end === "") return undefined;
  // The first push of a branch has nothing before it; its last commit says the most.
  const compared = start == null || noCommit.test(start) ? undefined : await compareFiles(github, start, end);
  // After a forced push there may be nothing to compare with.
  return compared ?? commitFiles(github, end);
}

async function pullRequestFiles(github: Github, pull_number: number): Promise<z.infer<typeof filesSchema>> {
  const all: z.infer<typeof filesSchema> = [];
  // GitHub lists 3,000 files at the most.
  for (let page = 1; page <= 30; page += 1) {
    const found = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
      parameters: { pull_number, per_page: 100, page },
      responseSchema: filesSchema,
      permission: "pull-requests: read",
    });
    all.push(...(found ?? []));
    if ((found?.length ?? 0) < 100) break;
  }
  return all;
}

async function commitFiles(github: Github, ref: string) {
  const parameters = { ref };
  const commit = await github.request("GET /repos/{owner}/{repo}/commits/{ref}", {
    parameters,
    responseSchema: withFilesSchema,
    permission,
  });
  return commit?.files;
}

async function compareFiles(github: Github, start: string, end: string) {
  const found = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    parameters: { basehead: `${start}...${end}` },
    responseSchema: withFilesSchema,
    permission,
  });
  return found?.files;
}
