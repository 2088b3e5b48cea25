/** A route such as `GET /v3/videos/{video_id}` that a request matches, with its path parameters. */
export interface FoundRoute<Route extends string> {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the route of a method and path, ignoring the query string. */
export function findRoute<Route extends string>(
  routes: readonly Route[],
  method: string,
  path: string,
): FoundRoute<Route> | undefined {
  const asked = `${method.toUpperCase()} ${path.split("?", 1)[0]}`;
  for (const route of routes) {
    const match = toPattern(route).exec(asked);
    if (match) return { route, parameters: { ...match.groups } };
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

function toPattern(route: string): RegExp {
  const pattern = patterns.get(route) ?? new RegExp(`^${route.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
  patterns.set(route, pattern);
  return pattern;
}
