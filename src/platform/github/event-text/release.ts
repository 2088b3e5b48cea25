import { z } from "zod";
import { invalidInputError, type ShowreelError } from "../../../base/errors.ts";
import type { Runtime } from "../../../base/runtime.ts";
import { plainText } from "../../../base/text/plain-text.ts";
import type { EventValue } from "../../../text/event-text.ts";
import type { GitHubClient } from "../api/client.ts";
import { githubResponseOf, isPermissionError } from "../api/github-error.ts";
import { eventTag, type WorkflowEvent } from "../event.ts";
import { removeMarkedBlocks } from "../marker.ts";
import { readCommits } from "./commits.ts";
import { previousTag } from "./previous-tag.ts";

const textSchema = z.string().nullish();
const releaseSchema = z.lazy(() =>
  z.object({
    tag_name: z.string(),
    name: textSchema,
    body: textSchema,
    html_url: textSchema,
  }),
);
const generatedNotesSchema = z.lazy(() => z.object({ body: z.string() }));

/** The fields of a release that are used in texts. */
export interface Release {
  /** Its name, or its tag. */
  readonly name: string;
  /** The release notes without Showreel's blocks. */
  readonly notes: string;
  readonly url: string;
  /** Whether the release comes from the event's payload, which is the same in every attempt of a run. */
  readonly isFromEvent: boolean;
}

/**
 * Returns the release of a tag, from the event's payload or else from GitHub. Finds drafts if the token can
 * read them.
 */
export async function findRelease(
  github: GitHubClient,
  event: WorkflowEvent,
  tag: string,
): Promise<Release | undefined> {
  const { release } = event.payload;
  if (release?.tag_name === tag) return { ...toRelease({ ...release, tag_name: tag }), isFromEvent: true };
  const published = await github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
    parameters: { tag },
    responseSchema: releaseSchema,
    permission: "contents: read",
  });
  const found = published ?? (await findDraft(github, tag));
  return found && { ...toRelease(found), isFromEvent: false };
}

/**
 * Returns the tag of the release that GitHub calls the latest. Fails with `invalid_input` if the run has no
 * repository, or the repository no release.
 */
export async function findLatestReleaseTag(github: GitHubClient, event: WorkflowEvent): Promise<string> {
  if (event.repository === "")
    throw noLatestReleaseError(
      "the repository of this run is unknown",
      "Set GITHUB_REPOSITORY to owner/name",
    );
  const release = await github.request("GET /repos/{owner}/{repo}/releases/latest", {
    responseSchema: releaseSchema,
    permission: "contents: read",
  });
  if (release) return release.tag_name;
  const problem = `${plainText(event.repository, 150)} has no release`;
  throw noLatestReleaseError(problem, "Publish a release (a draft or pre-release does not count)");
}

function noLatestReleaseError(problem: string, remedy: string): ShowreelError {
  return invalidInputError(`\`release_tag\` is \`latest\`, but ${problem}.`, {
    hint: `${remedy}, or set \`release_tag\` to a tag.`,
    settings: ["release_tag"],
  });
}

// The route by tag finds only published releases.
async function findDraft(github: GitHubClient, tag: string) {
  const releases = await github.request("GET /repos/{owner}/{repo}/releases", {
    parameters: { per_page: 100 },
    responseSchema: z.array(releaseSchema),
    permission: "contents: read",
  });
  return releases?.find(({ tag_name }) => tag_name === tag);
}

function toRelease({ tag_name, name, body, html_url }: z.infer<typeof releaseSchema>) {
  return { name: name || tag_name, notes: removeMarkedBlocks(body ?? ""), url: html_url ?? "" };
}

export interface ReleaseNotesContext {
  readonly runtime: Runtime;
  readonly github: GitHubClient;
  readonly event: WorkflowEvent;
}

/**
 * Returns the notes of a tag: the notes of its release, or else the notes that GitHub generates from pull
 * requests, or else the commit subjects. Undefined if there are none. Fails with `invalid_input` if
 * `release_tag` names a tag that doesn't exist.
 */
export async function readReleaseNotes(
  tag: string,
  release: Release | undefined,
  { runtime, github, event }: ReleaseNotesContext,
): Promise<EventValue | undefined> {
  const stableName = `notes of ${tag}`;
  const { notes = "", isFromEvent = false } = release ?? {};
  if (notes !== "")
    return { text: notes, isMarkdown: true, stableName: isFromEvent ? undefined : stableName };
  // GitHub generates notes for tags that don't exist, too.
  if (!release && eventTag(event) !== tag) await requireTagExists(github, tag);
  const text = await generateNotes(runtime, github, tag);
  if (text) return { text, isMarkdown: true, stableName };
  const commits = await readCommits(github, event, tag);
  return commits && commits.text !== "" ? { ...commits, stableName } : undefined;
}

const commitSchema = z.lazy(() => z.object({ sha: z.string() }));

async function requireTagExists(github: GitHubClient, tag: string): Promise<void> {
  try {
    const commit = await github.request("GET /repos/{owner}/{repo}/commits/{ref}", {
      parameters: { ref: `tags/${tag}` },
      responseSchema: commitSchema,
      permission: "contents: read",
    });
    if (commit) return;
  } catch (error) {
    // GitHub's status for an unknown ref.
    if (githubResponseOf(error)?.status !== 422) throw error;
  }
  throw invalidInputError(`\`release_tag\`: the tag "${plainText(tag, 120)}" does not exist.`, {
    hint: "Use the tag of a release, or push the tag first.",
    settings: ["release_tag"],
  });
}

async function generateNotes(
  runtime: Runtime,
  github: GitHubClient,
  tag: string,
): Promise<string | undefined> {
  const previous = await previousTag(github, tag);
  try {
    const notes = await github.request("POST /repos/{owner}/{repo}/releases/generate-notes", {
      parameters: { tag_name: tag, ...(previous !== undefined && { previous_tag_name: previous }) },
      responseSchema: generatedNotesSchema,
      permission: "contents: write",
    });
    return notes && removeMarkedBlocks(notes.body);
  } catch (error) {
    if (!isPermissionError(error)) throw error;
    runtime.log.warning(
      "The token may not generate release notes, so the commit subjects are used instead. To use notes by " +
        "pull request, give the workflow job this permission:\npermissions:\n  contents: write",
    );
    return undefined;
  }
}
