import { forbidden, type Handler } from "./replies.ts";
import { createComment, deleteComment, getComment, listComments, updateComment } from "./routes/comments.ts";
import { getCommit, listCommits, listPullsOfCommit } from "./routes/commits.ts";
import { compare } from "./routes/compare.ts";
import { generateNotes } from "./routes/notes.ts";
import { getPull, listPullCommits, listPullFiles } from "./routes/pulls.ts";
import { deleteAsset, listAssets, updateAsset, uploadAsset } from "./routes/release-assets.ts";
import {
  createRelease,
  getLatestRelease,
  getRelease,
  getReleaseByTag,
  listReleases,
  updateRelease,
} from "./routes/releases.ts";
import { getPermission, getRepository, getRun, getViewer, listTags } from "./routes/repository.ts";

/** The fake's routes, spelled as in GitHub's description, with their handlers. */
export const HANDLERS = {
  "POST /graphql": getViewer,
  "GET /repos/{owner}/{repo}": getRepository,
  "GET /repos/{owner}/{repo}/releases": listReleases,
  "POST /repos/{owner}/{repo}/releases": forWriters(createRelease),
  "GET /repos/{owner}/{repo}/releases/latest": getLatestRelease,
  "GET /repos/{owner}/{repo}/releases/tags/{tag}": getReleaseByTag,
  "POST /repos/{owner}/{repo}/releases/generate-notes": forWriters(generateNotes),
  "GET /repos/{owner}/{repo}/releases/{release_id}": getRelease,
  "PATCH /repos/{owner}/{repo}/releases/{release_id}": forWriters(updateRelease),
  "GET /repos/{owner}/{repo}/releases/{release_id}/assets": listAssets,
  "POST /uploads/repos/{owner}/{repo}/releases/{release_id}/assets": forWriters(uploadAsset),
  "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}": forWriters(deleteAsset),
  "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}": forWriters(updateAsset),
  "GET /repos/{owner}/{repo}/tags": listTags,
  "GET /repos/{owner}/{repo}/commits": listCommits,
  "GET /repos/{owner}/{repo}/commits/{ref}": getCommit,
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls": listPullsOfCommit,
  "GET /repos/{owner}/{repo}/compare/{basehead}": compare,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": getPull,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files": listPullFiles,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": listPullCommits,
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": listComments,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": createComment,
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}": getComment,
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": updateComment,
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}": deleteComment,
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}": getRun,
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission": getPermission,
} satisfies Record<string, Handler>;

/** A route, written with its template: `GET /repos/{owner}/{repo}/releases/tags/{tag}`. */
export type FakeRoute = keyof typeof HANDLERS;

/** The only route outside of the REST API's description. */
export const GRAPHQL = "POST /graphql" satisfies FakeRoute;

function forWriters(handler: Handler): Handler {
  return (state, request) => (state.canPush ? handler(state, request) : forbidden());
}
