import { z } from "zod";
import { ShowreelError } from "../../../base/errors.ts";
import { interruptedError, type Runtime } from "../../../base/runtime.ts";
import type { GitHubClient } from "./client.ts";

const viewerSchema = z.lazy(() =>
  z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) }),
);

// The logins of the default workflow token at GitHub, Gitea and Forgejo.
const defaultTokenLogins = ["github-actions[bot]", "gitea-actions", "forgejo-actions"];

/**
 * Returns the logins that this token may post as: the one from GitHub, or those of the default tokens if the
 * server reports none. An app's token can read its login only with GraphQL
 * (marocchino/sticky-pull-request-comment#332).
 */
export async function tokenLogins(runtime: Runtime, github: GitHubClient): Promise<readonly string[]> {
  const url = github.apiUrl.replace(/\/+$/, "").replace(/\/api\/v3$/, "/api");
  try {
    const response = await github.request(`POST ${url}/graphql`, {
      parameters: { owner: undefined, repo: undefined, query: "{ viewer { login } }" },
      responseSchema: viewerSchema,
      permission: "pull-requests: write",
    });
    return response ? [response.data.viewer.login] : defaultTokenLogins;
  } catch (error) {
    if (runtime.signal.aborted) throw interruptedError();
    if (error instanceof ShowreelError) return defaultTokenLogins;
    throw error;
  }
}
