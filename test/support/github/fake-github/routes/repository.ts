import { toPage } from "../page.ts";
import { readText } from "../read-field.ts";
import { failure, type Handler, ok } from "../replies.ts";
import { exampleOf, toUser } from "../schemas/example.ts";

/** The token's owner: the only GraphQL query that the fake supports. */
export const getViewer: Handler = ({ login }, { body }) =>
  readText(body, "query") === "{ viewer { login } }"
    ? ok({ data: { viewer: { login } } })
    : failure(400, "Problems parsing JSON");

/** The repository, with the token's permissions. */
export const getRepository: Handler = (state) => {
  const { source: _source, parent: _parent, ...example } = exampleOf(state, "GET /repos/{owner}/{repo}");
  const [owner = "", name = ""] = state.repository.split("/");
  const access = { admin: false, maintain: false, push: state.canPush, triage: state.canPush, pull: true };
  const answer = {
    ...example,
    name,
    full_name: state.repository,
    owner: toUser(state, owner),
    private: state.isPrivate,
    visibility: state.isPrivate ? "private" : "public",
    default_branch: state.defaultBranch,
    language: null,
    permissions: access,
  };
  return ok(answer);
};

/** All tags, in the test's order. */
export const listTags: Handler = (state, request) =>
  toPage(state, request, state.tags, ({ name, sha }) => ({
    ...exampleOf(state, "GET /repos/{owner}/{repo}/tags", { "v0.1": name }),
    commit: { sha, url: `${state.url}/repos/${state.repository}/commits/${sha}` },
  }));

/** For an unknown user GitHub returns the permission `none`. */
export const getPermission: Handler = (state, { parameters: { username = "" } }) => {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const permission = state.permissions[username] ?? "none";
  const user = { ...toUser(state, username), role_name: permission };
  return ok({ ...exampleOf(state, route), permission, role_name: permission, user });
};

/** A workflow run, for a token with `actions: read`. */
export const getRun: Handler = (state, { parameters: { run_id = "" } }) => {
  const example = exampleOf(state, "GET /repos/{owner}/{repo}/actions/runs/{run_id}");
  return ok({ ...example, id: Number(run_id), created_at: state.runCreatedAt });
};
