import { crc32 } from "node:zlib";
import { example } from "../../api-description.ts";
import type { FakeRoute } from "../handlers.ts";
import type { GithubState } from "../state.ts";

/** An object in a response. */
export type Json = Record<string, unknown>;

/**
 * Returns GitHub's example of a route's response, of a list its first item. Its repository and hosts are the
 * fake's, so that its links lead to the fake; the keys of `words` are replaced by their values everywhere.
 */
export function exampleOf(
  state: GithubState,
  route: FakeRoute,
  words: Readonly<Record<string, string | number>> = {},
): Json {
  const [method = "", path = ""] = route.split(" ");
  const [item] = [example(method, path, route.startsWith("POST /uploads") ? 201 : 200)].flat();
  const ours = {
    "octocat/Hello-World": state.repository,
    "https://api.github.com": state.url,
    "https://uploads.github.com": `${state.url}/uploads`,
  };
  return exchange(item, { ...ours, ...words });
}

/** A user; names like `github-actions[bot]` are bots. */
export function toUser(state: GithubState, login: string): Json {
  const { author } = exampleOf(state, "GET /repos/{owner}/{repo}/releases/{release_id}");
  const known = login === "github-actions[bot]" ? 41898282 : crc32(login);
  const type = login.endsWith("[bot]") ? "Bot" : "User";
  return { ...exchange(author, { octocat: login }), id: known, type };
}

function exchange(value: unknown, words: Readonly<Record<string, string | number>>): Json {
  const exchanged = Object.entries(words).reduce(
    (text, [word, other]) => text.replaceAll(word, () => JSON.stringify(String(other)).slice(1, -1)),
    JSON.stringify(value),
  );
  return JSON.parse(exchanged) as Json;
}
