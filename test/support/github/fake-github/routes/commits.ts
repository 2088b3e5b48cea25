import { findCommit, historyOf } from "../objects/history.ts";
import { toCommit, toWholeCommit } from "../objects/to-commit.ts";
import { toListedPull } from "../objects/to-pull.ts";
import { toPage } from "../page.ts";
import { failure, type Handler, notFound, ok } from "../replies.ts";

/** The history of a ref, newest first. */
export const listCommits: Handler = (state, request) => {
  const ref = request.query.get("sha");
  const head = findCommit(state, ref ?? state.defaultBranch);
  if (!head && ref === null) return failure(409, "Git Repository is empty.");
  if (!head) return notFound();
  return toPage(state, request, historyOf(state, head), (commit) => toCommit(state, commit));
};

/** A commit with its files. */
export const getCommit: Handler = (state, { parameters: { ref = "" } }) => {
  const commit = findCommit(state, ref);
  return commit ? ok(toWholeCommit(state, commit)) : failure(422, `No commit found for SHA: ${ref}`);
};

/** The pull requests that merged or contain a commit. */
export const listPullsOfCommit: Handler = (state, request) => {
  const { commit_sha: sha = "" } = request.parameters;
  const pulls = state.pulls.filter(
    ({ commits = [], mergeSha }) => mergeSha === sha || commits.some((commit) => commit.sha === sha),
  );
  if (pulls.length === 0 && !findCommit(state, sha)) return failure(422, `No commit found for SHA: ${sha}`);
  return toPage(state, request, pulls, (pull) => toListedPull(state, pull));
};
