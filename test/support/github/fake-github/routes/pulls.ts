import type { FakePull } from "../objects/objects.ts";
import { toCommit, toFile } from "../objects/to-commit.ts";
import { toPull } from "../objects/to-pull.ts";
import { toPage } from "../page.ts";
import { type Handler, notFound, ok } from "../replies.ts";
import type { GithubState } from "../state.ts";

/** A pull request with its counts. */
export const getPull: Handler = (state, { parameters }) => {
  const pull = findPull(state, parameters.pull_number);
  return pull ? ok(toPull(state, pull)) : notFound();
};

/** GitHub lists at most 3000 files. */
export const listPullFiles: Handler = (state, request) => {
  const pull = findPull(state, request.parameters.pull_number);
  if (!pull) return notFound();
  return toPage(state, request, (pull.files ?? []).slice(0, 3000), (file) => toFile(state, file));
};

/** GitHub lists at most 250 commits. */
export const listPullCommits: Handler = (state, request) => {
  const pull = findPull(state, request.parameters.pull_number);
  if (!pull) return notFound();
  return toPage(state, request, (pull.commits ?? []).slice(0, 250), (commit) => toCommit(state, commit));
};

function findPull(state: GithubState, number: string | undefined): FakePull | undefined {
  return state.pulls.find((pull) => String(pull.number) === number);
}
