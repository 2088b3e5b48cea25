import { findCommit, historyOf } from "../objects/history.ts";
import type { FakeCommit, FakeComparison, FakeFile } from "../objects/objects.ts";
import { toCommit, toFile } from "../objects/to-commit.ts";
import { cutPage } from "../page.ts";
import { failure, type Handler, notFound, ok } from "../replies.ts";
import { exampleOf, type Json } from "../schemas/example.ts";
import type { GithubState } from "../state.ts";

/** A comparison, set by the test or derived, as GitHub returns it. */
interface Comparison extends FakeComparison {
  readonly base: FakeCommit;
  readonly mergeBase: FakeCommit;
  readonly behind: number;
}

/** GitHub returns the newest 250 commits or the requested page, and 300 files on the first page only. */
export const compare: Handler = (state, request) => {
  const { basehead = "" } = request.parameters;
  const comparison = tell(state, basehead) ?? derive(state, basehead);
  if (comparison === "unknown") return notFound();
  if (comparison === "unrelated") return failure(404, `No common ancestor between ${basehead}.`);
  const { commits, files = [] } = comparison;
  const isPaged = request.query.has("page") || request.query.has("per_page");
  const paged = cutPage(state, request, commits);
  const page = isPaged ? paged : { number: 1, items: commits.slice(-250), headers: {} };
  const shown = page.number === 1 ? files.slice(0, 300) : [];
  const answer = {
    ...toAnswer(state, basehead, comparison),
    commits: page.items.map((commit) => toCommit(state, commit)),
    files: shown.map((file) => toFile(state, file)),
  };
  return { ...ok(answer), headers: page.headers };
};

function tell(state: GithubState, basehead: string): Comparison | undefined {
  const told = state.comparisons[basehead];
  const base = findCommit(state, basehead.split("...")[0] ?? "") ?? { sha: "0".repeat(40), message: "Base" };
  return told && { ...told, base, mergeBase: base, behind: 0 };
}

function derive(state: GithubState, basehead: string): Comparison | "unknown" | "unrelated" {
  const [base, head] = basehead.split("...").map((ref) => findCommit(state, ref));
  if (!base || !head) return "unknown";
  const [behind, ahead] = [historyOf(state, base), historyOf(state, head)];
  const mergeBase = ahead.find((commit) => behind.includes(commit));
  if (!mergeBase) return "unrelated";
  const commits = ahead.filter((commit) => !behind.includes(commit)).reverse();
  const missing = behind.filter((commit) => !ahead.includes(commit)).length;
  return { base, mergeBase, commits, behind: missing, files: filesOf(commits) };
}

/** Each file with its newest change. */
function filesOf(commits: readonly FakeCommit[]): FakeFile[] {
  const files = commits.flatMap((commit) => commit.files ?? []);
  return [...new Map(files.map((file) => [file.filename, file])).values()];
}

function toAnswer(state: GithubState, basehead: string, comparison: Comparison): Json {
  const { base, mergeBase, behind, commits } = comparison;
  const words = { "master...topic": basehead };
  return {
    ...exampleOf(state, "GET /repos/{owner}/{repo}/compare/{basehead}", words),
    base_commit: toCommit(state, base),
    merge_base_commit: toCommit(state, mergeBase),
    status: toStatus(commits.length, behind),
    ahead_by: commits.length,
    behind_by: behind,
    total_commits: commits.length,
  };
}

function toStatus(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}
