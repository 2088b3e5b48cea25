import { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { plainText } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { EventValue } from "../../text/event-text.ts";
import type { Github } from "./client.ts";
import { readCommits } from "./commits.ts";
import { eventTag, type WorkflowEvent } from "./event.ts";
import { githubResponseOf, isPermissionError } from "./github-error.ts";
import { removeMarkedBlocks } from "./marker.ts";
import { previousTag } from "./previous-tag.ts";

const textSchema = z.string().nullish();
const releaseSchema = z.object({
  tag_name: z.string(),
  name: textSchema,
  body: textSchema,
  html_url: textSchema,
});
const generatedNotesSchema = z.object({ body: z.string() });

/** A release, and whether GitHub was asked for it. */
export interface Release {
  readonly name: string;
  readonly notes: string;
  readonly url: string;
  /** The event itself tells of it; nothing of it can change in the course of a run. */
  readonly isFromEvent: boolean;
}

/** The release of a tag: the event's own, or the one that GitHub has, drafts included where the token sees them. */
export async function findRelease(
  github: Github,
  event: WorkflowEvent,
  tag: string,
): Promise<Release | undefined> {
  const { release } = event.payload;
  if (release?.tag_name === tag) return toRelease({ ...release, tag_name: tag }, true);
  const published = await github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
    parameters: { tag },
    responseSchema: releaseSchema,
    permission: "contents: read",
  });
  const found = published ?? (await findDraft(github, tag));
  return found && toRelease(found, false);
}

// GitHub finds published releases only by their tags.
async function findDraft(github: Github, tag: string) {
  const all = await github.request("GET /repos/{owner}/{repo}/releases", {
    parameters: { per_page: 100 },
    responseSchema: z.array(releaseSchema),
    permission: "contents: read",
  });
  return all?.find(({ tag_name }) => tag_name === tag);
}

function toRelease(
  { tag_name, name, body, html_url }: z.infer<typeof releaseSchema>,
  isEvents: boolean,
): Release {
  return {
    name: name || tag_name,
    notes: removeMarkedBlocks(body ?? ""),
    url: html_url ?? "",
    isFromEvent: isEvents,
  };
}

/**
 * What is new in a tag: the notes of its release, else what GitHub makes of the merged pull requests, else the subjects of the
 * commits.
 */
export async function readReleaseNotes(
  runtime: Runtime,
  github: Github,
  event: WorkflowEvent,
  tag: string,
  release: Release | undefined,
): Promise<EventValue | undefined> {
  const askedFor = `notes of ${tag}`;
  const { notes = "", isFromEvent = false } = release ?? {};
  if (notes !== "") return { text: notes, isMarkdown: true, stableName: isFromEvent ? undefined : askedFor };
  // GitHub writes notes also for a tag that nobody has made.
  if (!release && eventTag(event) !== tag) await requireTagExists(github, tag);
  const text = await generateNotes(runtime, github, tag);
  if (text) return { text, isMarkdown: true, stableName: askedFor };
  const commits = await readCommits(github, event, tag);
  return commits && commits.text !== "" ? { ...commits, stableName: askedFor } : undefined;
}

const commitSchema = z.object({ sha: z.string() });

async function requireTagExists(github: Github, tag: string): Promise<void> {
  const question = {
    parameters: { ref: `tags/${tag}` },
    responseSchema: commitSchema,
    permission: "contents: read",
  };
  try {
    if (await github.request("GET /repos/{owner}/{repo}/commits/{ref}", question)) return;
  } catch (error) {
    if (githubResponseOf(error)?.status !== 422) throw error;
  }
  throw new ShowreelError(
    "invalid_input",
    `\`release_tag\` is "${plainText(tag, 120)}": there is no such tag.`,
    {
      hint: "Give the tag of a release, or one that is pushed.",
      settings: ["release_tag"],
      submitted: false,
    },
  );
}

async function generateNotes(runtime: Runtime, github: Github, tag: string): Promise<string | undefined> {
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
      "GitHub does not write release notes for this run's token, so the subjects of the commits are used. Notes by pull " +
        "request need this permission:\npermissions:\n  contents: write",
    );
    return undefined;
  }
}
