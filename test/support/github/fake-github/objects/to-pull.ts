import type { FakeRoute } from "../handlers.ts";
import { exampleOf, type Json, toUser } from "../schemas/example.ts";
import type { GithubState } from "../state.ts";
import type { FakeBranch, FakePull } from "./objects.ts";
import { toFile } from "./to-commit.ts";

/** A single pull request as GitHub returns it, with its counts. */
export function toPull(state: GithubState, pull: FakePull): Json {
  const files = (pull.files ?? []).map((file) => toFile(state, file));
  const sum = (field: string) => files.reduce((total, file) => total + Number(file[field]), 0);
  const isMerged = pull.mergedAt !== undefined;
  return {
    ...overlay(state, pull, "GET /repos/{owner}/{repo}/pulls/{pull_number}"),
    merged: isMerged,
    merged_by: isMerged ? toUser(state, state.login) : null,
    mergeable: isMerged ? null : true,
    comments: state.comments.filter((comment) => comment.issue === pull.number).length,
    commits: pull.commits?.length ?? 0,
    additions: sum("additions"),
    deletions: sum("deletions"),
    changed_files: files.length,
  };
}

/** A pull request as GitHub lists it. */
export function toListedPull(state: GithubState, pull: FakePull): Json {
  return overlay(state, pull, "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls");
}

function overlay(state: GithubState, pull: FakePull, route: FakeRoute): Json {
  const { number, title, body, mergedAt, draft = false } = pull;
  const example = exampleOf(state, route, { "/1347": `/${number}` });
  return {
    ...example,
    id: number,
    number,
    title,
    body: body ?? null,
    user: toUser(state, pull.author ?? "octocat"),
    draft,
    state: mergedAt === undefined ? "open" : "closed",
    locked: false,
    active_lock_reason: null,
    merged_at: mergedAt ?? null,
    closed_at: mergedAt ?? null,
    merge_commit_sha: pull.mergeSha ?? null,
    ...NOTHING,
    head: toBranch(state, pull.head, example.head as Json),
    base: toBranch(state, pull.base, example.base as Json),
  };
}

/** Fields of the example that do not apply to a test's pull request. */
const NOTHING = {
  labels: [],
  milestone: null,
  assignee: null,
  assignees: [],
  requested_reviewers: [],
  requested_teams: [],
};

function toBranch(state: GithubState, branch: FakeBranch, example: Json): Json {
  const { ref, sha, repository = state.repository } = branch;
  const isDeleted = repository === "deleted";
  const [owner = "", name = ""] = (isDeleted ? "ghost/deleted" : repository).split("/");
  const user = toUser(state, owner);
  const fork = repository !== state.repository;
  const links = JSON.parse(JSON.stringify(example.repo).replaceAll(state.repository, repository)) as Json;
  const repo = { ...links, name, full_name: repository, owner: user, fork };
  return { ...example, label: `${owner}:${ref}`, ref, sha, user, repo: isDeleted ? null : repo };
}
