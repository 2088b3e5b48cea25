import type { FakeComment } from "../objects/objects.ts";
import { toPage } from "../page.ts";
import { readText } from "../read-field.ts";
import { failure, type Handler, notFound, ok } from "../replies.ts";
import { exampleOf, type Json, toUser } from "../schemas/example.ts";
import { type GithubState, toDate } from "../state.ts";

/** The comments of an issue or a pull request, oldest first. */
export const listComments: Handler = (state, request) => {
  const issue = findIssue(state, request.parameters.issue_number);
  if (issue === undefined) return notFound();
  const since = request.query.get("since") ?? "";
  const comments = state.comments.filter((comment) => comment.issue === issue && comment.updatedAt >= since);
  return toPage(state, request, comments, (comment) => toComment(state, comment));
};

/** A comment of any issue. */
export const getComment: Handler = (state, { parameters }) => {
  const comment = findComment(state, parameters.comment_id);
  return comment ? ok(toComment(state, comment)) : notFound();
};

/** Creates a comment by the token's owner. */
export const createComment: Handler = (state, { parameters, body }) => {
  const issue = findIssue(state, parameters.issue_number);
  if (issue === undefined) return notFound();
  const text = readText(body, "body");
  if (text === undefined) return failure(422, 'Invalid request.\n\n"body" wasn\'t supplied.');
  const now = toDate(Date.now());
  const times = { createdAt: now, updatedAt: now };
  const comment: FakeComment = { id: state.nextId++, issue, body: text, author: state.login, ...times };
  state.comments.push(comment);
  const answer = toComment(state, comment);
  return { status: 201, headers: { location: String(answer.url) }, body: answer };
};

/** Changes the text of a comment of any author. */
export const updateComment: Handler = (state, { parameters, body }) => {
  const comment = findComment(state, parameters.comment_id);
  if (!comment) return notFound();
  const text = readText(body, "body");
  if (text === undefined) return failure(422, 'Invalid request.\n\n"body" wasn\'t supplied.');
  comment.body = text;
  comment.updatedAt = toDate(Date.now());
  return ok(toComment(state, comment));
};

/** Deletes a comment of any author. */
export const deleteComment: Handler = (state, { parameters }) => {
  const comment = findComment(state, parameters.comment_id);
  if (!comment) return notFound();
  state.comments = state.comments.filter((other) => other !== comment);
  return { status: 204 };
};

function findIssue(state: GithubState, number: string | undefined): number | undefined {
  const numbers = [...state.issues, ...state.pulls.map((pull) => pull.number)];
  return numbers.find((candidate) => String(candidate) === number);
}

function findComment(state: GithubState, id: string | undefined): FakeComment | undefined {
  return state.comments.find((comment) => String(comment.id) === id);
}

function toComment(state: GithubState, comment: FakeComment): Json {
  const { id, issue, body, author, createdAt, updatedAt } = comment;
  const isPull = state.pulls.some((pull) => pull.number === issue);
  const page = `https://github.com/${state.repository}/${isPull ? "pull" : "issues"}/${issue}`;
  return {
    ...exampleOf(state, "GET /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      "/comments/1": `/comments/${id}`,
      "/1347": `/${issue}`,
    }),
    html_url: `${page}#issuecomment-${id}`,
    id,
    body,
    user: toUser(state, author),
    author_association: ["admin", "write"].includes(state.permissions[author] ?? "")
      ? "COLLABORATOR"
      : "NONE",
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
