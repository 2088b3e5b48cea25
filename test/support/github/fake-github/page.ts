import type { FakeReply, HandlerRequest } from "./replies.ts";
import { ok } from "./replies.ts";
import type { GithubState } from "./state.ts";

/** A page of a list, with its `link` header. */
export interface Page<Item> {
  readonly number: number;
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the page of the query: 30 items by default, at most 100. */
export function cutPage<Item>(
  state: GithubState,
  { path, query }: HandlerRequest,
  items: readonly Item[],
): Page<Item> {
  const size = Math.min(Number(query.get("per_page") ?? 30), 100) || 30;
  const number = Number(query.get("page") ?? 1) || 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const toLink = (page: number, relation: string) => {
    const pages = new URLSearchParams({ ...Object.fromEntries(query), page: String(page) });
    return `<${state.url}${path}?${pages}>; rel="${relation}"`;
  };
  const links = [
    ...(number > 1 ? [toLink(number - 1, "prev")] : []),
    ...(number < last ? [toLink(number + 1, "next"), toLink(last, "last")] : []),
    ...(number > 1 ? [toLink(1, "first")] : []),
  ];
  const headers = links.length > 0 ? { link: links.join(", ") } : undefined;
  return { number, items: items.slice((number - 1) * size, number * size), headers: headers ?? {} };
}

/** Responds with a page of a list, whose items are converted. */
export function toPage<Item>(
  state: GithubState,
  request: HandlerRequest,
  items: readonly Item[],
  toAnswer: (item: Item) => object,
): FakeReply {
  const page = cutPage(state, request, items);
  return { ...ok(page.items.map(toAnswer)), headers: page.headers };
}
