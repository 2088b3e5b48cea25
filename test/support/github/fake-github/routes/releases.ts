import type { FakeRelease } from "../objects/objects.ts";
import { toRelease } from "../objects/to-release.ts";
import { toPage } from "../page.ts";
import { readFlag, readText } from "../read-field.ts";
import { failure, type Handler, notFound, ok, validationFailed } from "../replies.ts";
import { type GithubState, toDate } from "../state.ts";
import { makeNotes } from "./notes.ts";

/** All releases, newest first; drafts only with write permission. */
export const listReleases: Handler = (state, request) => {
  const seen = state.releases.filter((release) => state.canPush || !release.draft);
  return toPage(state, request, seen, (release) => toRelease(state, release));
};

/** A release by its id. */
export const getRelease: Handler = (state, { parameters }) => {
  const release = findRelease(state, parameters.release_id);
  return release ? ok(toRelease(state, release)) : notFound();
};

/** The newest release that is neither a draft nor a pre-release. */
export const getLatestRelease: Handler = (state) => {
  const latest = state.releases.find((release) => !release.draft && !release.prerelease);
  return latest ? ok(toRelease(state, latest)) : notFound();
};

/** The published release of a tag, never a draft. */
export const getReleaseByTag: Handler = (state, { parameters }) => {
  const release = state.releases.find(({ tag, draft }) => tag === parameters.tag && !draft);
  return release ? ok(toRelease(state, release)) : notFound();
};

/** Creates a release or a draft; a tag has one published release. */
export const createRelease: Handler = (state, { body }) => {
  const tag = readText(body, "tag_name");
  if (tag === undefined) return failure(422, 'Invalid request.\n\n"tag_name" wasn\'t supplied.');
  const release: FakeRelease = { id: state.nextId++, tag, createdAt: toDate(Date.now()), assets: [] };
  if (readFlag(body, "generate_release_notes")) Object.assign(release, makeNotes(state, tag));
  change(release, body);
  const taken = state.releases.some((other) => other.tag === tag && !other.draft && !release.draft);
  if (taken) return validationFailed("already_exists", undefined, { resource: "Release", field: "tag_name" });
  state.releases.unshift(release);
  publish(state, release);
  const answer = toRelease(state, release);
  return { status: 201, headers: { location: String(answer.url) }, body: answer };
};

/** Updates a release, and publishes a draft with `draft: false`. */
export const updateRelease: Handler = (state, { parameters, body }) => {
  const release = findRelease(state, parameters.release_id);
  if (!release) return notFound();
  change(release, body);
  publish(state, release);
  return ok(toRelease(state, release));
};

/** Finds a release by its id, unless it is a draft that the token may not see. */
export function findRelease(state: GithubState, id: string | undefined): FakeRelease | undefined {
  const release = state.releases.find((candidate) => String(candidate.id) === id);
  return release?.draft && !state.canPush ? undefined : release;
}

function change(release: FakeRelease, body: unknown): void {
  const told = {
    tag: readText(body, "tag_name"),
    target: readText(body, "target_commitish"),
    name: readText(body, "name"),
    body: readText(body, "body"),
    draft: readFlag(body, "draft"),
    prerelease: readFlag(body, "prerelease"),
  };
  Object.assign(release, Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)));
}

/** Publishing sets the time, and creates the tag if it doesn't exist. */
function publish(state: GithubState, release: FakeRelease): void {
  if (release.draft) return;
  release.publishedAt ??= toDate(Date.now());
  const [head] = state.commits;
  const isTagged = state.tags.some(({ name }) => name === release.tag);
  if (head && !isTagged) state.tags.unshift({ name: release.tag, sha: head.sha });
}
