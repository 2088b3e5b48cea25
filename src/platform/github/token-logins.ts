import { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import type { Github } from "./client.ts";

const viewerSchema = z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) });

// Whose token a workflow has by default at GitHub, Gitea and Forgejo.
const defaultTokenLogins = ["github-actions[bot]", "gitea-actions", "forgejo-actions"];

/**
 * The logins that this token's own words may stand under: the one that GitHub names, or those of the usual token where it
 * names none. GitHub tells it to an app's token by GraphQL alone (marocchino/sticky-pull-request-comment#332).
 */
export async function tokenLogins(runtime: Runtime, github: Github): Promise<readonly string[]> {
  const url = github.apiUrl.replace(/\/+$/, "").replace(/\/api\/v3$/, "/api");
  try {
    const answer = await github.request(`POST ${url}/graphql`, {
      parameters: { owner: undefined, repo: undefined, query: "{ viewer { login } }" },
      responseSchema: viewerSchema,
      permission: "pull-requests: write",
    });
    return answer ? [answer.data.viewer.login] : defaultTokenLogins;
  } catch (error) {
    if (runtime.signal.aborted) throw interruptedError();
    if (error instanceof ShowreelError) return defaultTokenLogins;
    throw error;
  }
}
