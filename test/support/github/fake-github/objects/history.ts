import type { GithubState } from "../state.ts";
import type { FakeCommit } from "./objects.ts";

/** Finds the commit of a branch, a tag, `HEAD` or an abbreviated SHA. */
export function findCommit(state: GithubState, ref: string): FakeCommit | undefined {
  const name = ref.replace(/^(refs\/)?(heads|tags)\//, "");
  const isDefault = name === "HEAD" || name === state.defaultBranch;
  const head = isDefault ? state.commits[0]?.sha : undefined;
  const tag = state.tags.find((candidate) => candidate.name === name)?.sha;
  const sha = state.branches[name] ?? tag ?? head ?? name;
  return state.commits.find(
    (commit) => commit.sha === sha || (sha.length >= 7 && commit.sha.startsWith(sha)),
  );
}

/** The SHAs of a commit's parents. */
export function parentsOf(state: GithubState, commit: FakeCommit): readonly string[] {
  const index = state.commits.indexOf(commit);
  const next = index < 0 ? undefined : state.commits[index + 1];
  return commit.parents ?? (next ? [next.sha] : []);
}

/** A commit and its ancestors, newest first. */
export function historyOf(state: GithubState, commit: FakeCommit): FakeCommit[] {
  const reached = new Set([commit.sha]);
  const open = [commit];
  for (let next = open.pop(); next; next = open.pop()) {
    const parents = parentsOf(state, next).filter((sha) => !reached.has(sha));
    for (const sha of parents) reached.add(sha);
    open.push(...state.commits.filter(({ sha }) => parents.includes(sha)));
  }
  return state.commits.filter(({ sha }) => reached.has(sha));
}
