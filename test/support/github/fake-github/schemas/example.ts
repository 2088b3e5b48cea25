import { crc32 } from "node:zlib";
import { example } from "../../api-description.ts";
import type { FakeRoute } from "../handlers.ts";
import type { GithubState } from "../state.ts";

/** An object in a response. */
export type Json = Record<string, unknown>;

/** What each state has used: examples as JSON with its repository and hosts, and users by login. */
interface Known {
  readonly examples: Map<FakeRoute, string>;
  readonly users: Map<string, Json>;
}

const known = new WeakMap<GithubState, Known>();

function knownOf(state: GithubState): Known {
  const uses = known.get(state) ?? { examples: new Map(), users: new Map() };
  known.set(state, uses);
  return uses;
}

/**
 * Returns GitHub's example of a route's response, of a list its first item. Its repository and hosts are the
 * fake's, so that its links lead to the fake; the keys of `words` are replaced by their values everywhere.
 */
export function exampleOf(
  state: GithubState,
  route: FakeRoute,
  words: Readonly<Record<string, string | number>> = {},
): Json {
  const { examples } = knownOf(state);
  const text = examples.get(route) ?? readExample(state, route);
  examples.set(route, text);
  return JSON.parse(exchange(text, words)) as Json;
}

function readExample(state: GithubState, route: FakeRoute): string {
  const [method = "", path = ""] = route.split(" ");
  const [item] = [example(method, path, route.startsWith("POST /uploads") ? 201 : 200)].flat();
  return exchange(JSON.stringify(item), {
    "octocat/Hello-World": state.repository,
    "https://api.github.com": state.url,
    "https://uploads.github.com": `${state.url}/uploads`,
  });
}

/** A user; names like `github-actions[bot]` are bots. */
export function toUser(state: GithubState, login: string): Json {
  const { users } = knownOf(state);
  const user = users.get(login) ?? createUser(state, login);
  users.set(login, user);
  return { ...user };
}

function createUser(state: GithubState, login: string): Json {
  const { author } = exampleOf(state, "GET /repos/{owner}/{repo}/releases/{release_id}");
  const id = login === "github-actions[bot]" ? 41898282 : crc32(login);
  const type = login.endsWith("[bot]") ? "Bot" : "User";
  return { ...JSON.parse(exchange(JSON.stringify(author), { octocat: login })), id, type };
}

/** Replaces words in a JSON text. */
function exchange(json: string, words: Readonly<Record<string, string | number>>): string {
  return Object.entries(words).reduce(
    (text, [word, other]) => text.replaceAll(word, () => JSON.stringify(String(other)).slice(1, -1)),
    json,
  );
}
