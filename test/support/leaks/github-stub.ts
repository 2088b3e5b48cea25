import type { GitHubClient } from "../../../src/platform/github/api/client.ts";

/** A GitHub that accepts all comments and release notes, and keeps the last ones. */
export function createGithubStub(): {
  readonly github: GitHubClient;
  readonly written: { comment: string; notes: string };
} {
  const written = { comment: "", notes: "" };
  const release = () => ({
    ...{ id: 2, tag_name: "v2", draft: false, immutable: true, upload_url: "", html_url: "" },
    body: written.notes,
  });
  const comment = () => ({
    id: 7,
    html_url: "https://github.com/octo/reel/pull/7#issuecomment-7",
    body: written.comment,
  });
  const answer = (route: string, body: unknown): unknown => {
    const [method = ""] = route.split(" ");
    if (route.includes("/comments")) {
      written.comment = String(body);
      return comment();
    }
    if (method === "PATCH") written.notes = String(body);
    return release();
  };
  return {
    written,
    github: {
      request: async (route, { parameters, responseSchema: schema }) =>
        schema.parse(answer(route, parameters?.body)),
      paginate: async () => [],
      upload: async () => undefined,
      apiUrl: "https://api.github.com",
      reservePause: () => true,
    },
  };
}
