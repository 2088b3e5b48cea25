import { expect, test } from "vitest";
import type { GitHubClient } from "../../../../src/platform/github/api/client.ts";
import { tokenLogins } from "../../../../src/platform/github/api/token-logins.ts";
import { createFakeRuntime } from "../../../support/runtime/fake-runtime.ts";

/** A GitHub at this URL that returns the login of the token's owner. */
function githubAt(apiUrl: string, routes: string[]): GitHubClient {
  return {
    apiUrl,
    reservePause: () => false,
    upload: async () => undefined,
    paginate: async () => [],
    request: async (route, { responseSchema, parameters }) => {
      routes.push(route);
      expect(parameters).toEqual({ owner: undefined, repo: undefined, query: "{ viewer { login } }" });
      return responseSchema.parse({ data: { viewer: { login: "octo-videos[bot]" } } });
    },
  };
}

test.each([
  ["github.com", "https://api.github.com", "https://api.github.com/graphql"],
  ["a server of one's own", "https://ghe.example/api/v3", "https://ghe.example/api/graphql"],
  ["a server of one's own, with a slash", "https://ghe.example/api/v3/", "https://ghe.example/api/graphql"],
  ["a host of GitHub's for a company", "https://api.octo.ghe.com", "https://api.octo.ghe.com/graphql"],
])("requests the token's login from the GraphQL endpoint of %s", async (_, apiUrl, url) => {
  const routes: string[] = [];
  expect(await tokenLogins(createFakeRuntime(), githubAt(apiUrl, routes))).toEqual(["octo-videos[bot]"]);
  expect(routes).toEqual([`POST ${url}`]);
});
