import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Fault } from "../heygen/fake-heygen/faults.ts";
import { findRoute } from "../heygen/fake-heygen/find-route.ts";
import type { FakeReply } from "../heygen/fake-heygen/replies.ts";
import { send } from "../heygen/fake-heygen/send.ts";
import { startLocalServer } from "../network/local-server.ts";
import { type BoundaryHook, passBoundaries } from "../network/request-boundaries.ts";
import type { DescribedApi } from "./described-api.ts";

/** A received request; `parameters` are those of the route's template. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly parameters: Readonly<Record<string, string>>;
}

/** How a fake responds. The file route needs no key and is not described. */
export interface FakeProviderOptions<Route extends string> {
  readonly api: DescribedApi;
  readonly handlers: Readonly<Record<Route, (request: FakeRequest, origin: string) => FakeReply>>;
  /** The response to a request without the key. */
  readonly refusal: FakeReply;
  /** Sent with every response of the API. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Awaited at every boundary of a request without a fault. */
  readonly onBoundary?: BoundaryHook | undefined;
}

/** A local provider. Its disposal throws if one of its responses violated the description. */
export interface FakeProvider<Route extends string> extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** How the requests violate the description. */
  readonly problems: readonly string[];
  /** One line per API key that was sent to a file server. */
  readonly leakedKeys: readonly string[];
  /** Scripts the next faults of a route, in this order. */
  on(route: Route, ...faults: readonly Fault[]): void;
  /** The number of requests of a route. */
  count(route: Route): number;
}

const isFile = (path: string) => path.startsWith("/files/");

export async function startFakeProvider<Route extends string>(
  options: FakeProviderOptions<Route>,
): Promise<FakeProvider<Route>> {
  const [requests, problems, leakedKeys, ownProblems]: [FakeRequest[], string[], string[], string[]] = [
    [],
    [],
    [],
    [],
  ];
  const faults = new Map<Route, Fault[]>();
  const counts = new Map<Route, number>();
  const routes = Object.keys(options.handlers) as Route[];

  function answerNormally(route: Route | undefined, request: FakeRequest, origin: string): FakeReply {
    const { method, path, headers } = request;
    if (!isFile(path) && headers["x-api-key"] !== "test-key") return options.refusal;
    if (!route) return { status: 404, body: "<html>Not found</html>" };
    const reply = options.handlers[route](request, origin);
    if (!isFile(path) && !reply.scripted)
      ownProblems.push(...options.api.answerProblems(method, path, reply.status, reply.body));
    return reply;
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/", headers } = incoming;
    const body = toJson(await text(incoming));
    const found = findRoute(routes, method, path);
    const request = { method, path, headers, body, parameters: found?.parameters ?? {} };
    const index = requests.push(request) - 1;
    if (found) counts.set(found.route, (counts.get(found.route) ?? 0) + 1);
    if (isFile(path) && headers["x-api-key"] !== undefined) leakedKeys.push(`${method} ${path}`);
    if (!isFile(path)) problems.push(...options.api.requestProblems(method, path, body));
    const answer = () => {
      const reply = answerNormally(found?.route, request, `http://${headers.host}`);
      return isFile(path) ? reply : { ...reply, headers: { ...options.headers, ...reply.headers } };
    };
    const fault = found && faults.get(found.route)?.shift();
    if (fault !== undefined) return meet(fault, incoming, response, answer);
    const boundary = { service: "provider", route: found?.route ?? path, index } as const;
    await passBoundaries(options.onBoundary, boundary, response, answer, (reply) => send(response, reply));
  }

  const server = await startLocalServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      if (incoming.complete) ownProblems.push(String(error));
      response.destroy();
    });
  });
  return {
    url: server.url.origin,
    requests,
    problems,
    leakedKeys,
    on: (route, ...more) => void faults.set(route, [...(faults.get(route) ?? []), ...more]),
    count: (route) => counts.get(route) ?? 0,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      if (ownProblems.length > 0)
        throw new Error(`The fake broke its description: ${ownProblems.join("; ")}`);
    },
  };
}

function meet(
  fault: Fault,
  incoming: IncomingMessage,
  response: ServerResponse,
  answer: () => FakeReply,
): void {
  if (fault === "hang") return;
  if (fault === "reset") incoming.socket.resetAndDestroy();
  else if (fault === "lost") {
    answer();
    incoming.socket.destroy();
  } else if ("cutAfter" in fault) send(response, answer(), fault.cutAfter);
  else if ("redirect" in fault) send(response, { status: 302, headers: { location: fault.redirect } });
  else send(response, fault);
}

function toJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
