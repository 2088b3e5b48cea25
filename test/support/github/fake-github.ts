import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FakeRoute } from "./fake-github/handlers.ts";
import type { FakeReply } from "./fake-github/replies.ts";
import type { RecordedRequest } from "./fake-github/request.ts";
import { type ScriptedReply, type Stage, serve } from "./fake-github/serve.ts";
import { createState, type FakeGithubOptions, type GithubState } from "./fake-github/state.ts";

export type * from "./fake-github/objects/objects.ts";
export {
  failure,
  forbidden,
  notFound,
  primaryLimit,
  secondaryLimit,
  serverError,
  validationFailed,
} from "./fake-github/replies.ts";
export type { FakeGithubOptions, FakeReply, FakeRoute, GithubState, RecordedRequest, ScriptedReply };

/** A local GitHub REST API. Its disposal throws if one of its responses violated the description. */
export interface FakeGithub extends AsyncDisposable {
  /** The base URL, without a trailing slash. */
  readonly url: string;
  /** The accepted token. */
  readonly token: string;
  /** All requests in order, including those with scripted responses. */
  readonly requests: readonly RecordedRequest[];
  /** The state of the next request; a test may change it. */
  readonly state: GithubState;
  /** How the fake's own responses violate the description; scripted ones are not validated. */
  readonly answerProblems: readonly string[];
  /** Scripts the next responses of a route, in this order. */
  on(route: FakeRoute, ...replies: readonly ScriptedReply[]): void;
}

/** Starts a fake of GitHub's REST API with one repository: a real HTTP server on a free port of 127.0.0.1. */
export async function startFakeGithub(options: FakeGithubOptions = {}): Promise<FakeGithub> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const state = createState(`http://127.0.0.1:${port}`, options);
  const stage: Stage = { state, scripts: new Map(), requests: [], answerProblems: [] };
  server.on("request", toListener(stage));
  const { requests, answerProblems, scripts } = stage;
  return {
    url: state.url,
    token: state.token,
    requests,
    state,
    answerProblems,
    on: (route, ...replies) => void scripts.set(route, [...(scripts.get(route) ?? []), ...replies]),
    [Symbol.asyncDispose]: () => stop(server, answerProblems),
  };
}

function toListener(stage: Stage): RequestListener {
  return (incoming, response) => {
    serve(stage, incoming, response).catch((error: unknown) => {
      // A client may disconnect while it sends.
      if (incoming.complete) stage.answerProblems.push(String(error));
      response.destroy();
    });
  };
}

async function stop(server: Server, answerProblems: readonly string[]): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
  if (answerProblems.length > 0) {
    throw new Error(`The fake broke GitHub's description: ${answerProblems.join("; ")}`);
  }
}
