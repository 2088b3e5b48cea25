import { exampleOf, type Json, toUser } from "../schemas/example.ts";
import { type GithubState, USUAL_DATE } from "../state.ts";
import { parentsOf } from "./history.ts";
import type { FakeCommit, FakeFile } from "./objects.ts";

const EXAMPLE_SHA = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

/** A commit as GitHub lists it, without its files. */
export function toCommit(state: GithubState, commit: FakeCommit): Json {
  const { sha, author, date = USUAL_DATE } = commit;
  const example = exampleOf(state, "GET /repos/{owner}/{repo}/commits", { [EXAMPLE_SHA]: sha });
  const name = author ?? "Somebody Unknown";
  const person = { name, email: `${name.replaceAll(" ", ".")}@example.com`, date };
  const user = author === undefined ? null : toUser(state, author);
  const toParent = (parent: string) => ({
    sha: parent,
    url: `${state.url}/repos/${state.repository}/commits/${parent}`,
    html_url: `https://github.com/${state.repository}/commit/${parent}`,
  });
  return {
    ...example,
    commit: { ...(example.commit as Json), message: commit.message, author: person, committer: person },
    author: user,
    committer: user,
    parents: parentsOf(state, commit).map(toParent),
  };
}

/** A single commit as GitHub returns it, with its files. */
export function toWholeCommit(state: GithubState, commit: FakeCommit): Json {
  const files = (commit.files ?? []).map((file) => toFile(state, file));
  const sum = (field: string) => files.reduce((total, file) => total + Number(file[field]), 0);
  const stats = { additions: sum("additions"), deletions: sum("deletions"), total: sum("changes") };
  return { ...toCommit(state, commit), stats, files };
}

/** A changed file as GitHub returns it, with line counts from its patch. */
export function toFile(state: GithubState, file: FakeFile): Json {
  const { filename, status = "modified", previousFilename, patch } = file;
  const { patch: _patch, ...example } = exampleOf(
    state,
    "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
    { "file1.txt": encodeURI(filename) },
  );
  const lines = (patch ?? "").split("\n");
  const additions = lines.filter((line) => line.startsWith("+")).length;
  const deletions = lines.filter((line) => line.startsWith("-")).length;
  return {
    ...example,
    filename,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    ...(previousFilename !== undefined && { previous_filename: previousFilename }),
    ...(patch !== undefined && { patch }),
  };
}
