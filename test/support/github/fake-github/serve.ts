import type { IncomingMessage, ServerResponse } from "node:http";
import { responseProblems } from "../api-description.ts";
import { type FakeRoute, GRAPHQL, HANDLERS } from "./handlers.ts";
import { badCredentials, type FakeReply, type Handler, type HandlerRequest, notFound } from "./replies.ts";
import { type ReadRequest, type RecordedRequest, readRequest } from "./request.ts";
import type { GithubState } from "./state.ts";

/**
 * The scripted response of a route.
 * - a reply: it is sent, and nothing happens at GitHub
 * - `hang up`: the connection is closed without a response
 * - `lost`: the request takes effect, and the connection is closed without a response
 * - `no answer`: never responds
 * - `afterwards`: one of these, after a change by someone else
 */
export type ScriptedReply = PlainReply | { readonly reply: PlainReply; afterwards(state: GithubState): void };

type PlainReply = FakeReply | "hang up" | "lost" | "no answer";

/** The state, the scripted responses and the recorded requests. */
export interface Stage {
  readonly state: GithubState;
  readonly scripts: Map<FakeRoute, ScriptedReply[]>;
  readonly requests: RecordedRequest[];
  readonly answerProblems: string[];
}

const CALLS_PER_HOUR = 5000;

/** Records a request and responds from the script of its route or from the state. */
export async function serve(
  stage: Stage,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming);
  const { method, path, headers, body, problems } = request;
  const used = stage.requests.push({ method, path, headers, body, problems });
  const script = request.route && stage.scripts.get(request.route)?.shift();
  const [scripted, afterwards] =
    typeof script === "object" && "afterwards" in script ? [script.reply, script.afterwards] : [script];
  if (scripted === "no answer") return;
  const reply = scripted === undefined || scripted === "lost" ? answerNormally(stage, request) : scripted;
  afterwards?.(stage.state);
  if (reply === "hang up" || scripted === "lost") incoming.socket.destroy();
  else send(response, reply, used);
}

/** The response of a healthy GitHub, validated against its description. */
function answerNormally(stage: Stage, request: ReadRequest): FakeReply {
  const { method, url, route } = request;
  const reply = answer(stage.state, request);
  const sent = reply.body === undefined ? undefined : JSON.parse(JSON.stringify(reply.body));
  if (route && route !== GRAPHQL)
    stage.answerProblems.push(...responseProblems(method, url.pathname, reply.status, sent));
  return reply;
}

function answer(state: GithubState, request: ReadRequest): FakeReply {
  const { route, parameters, headers } = request;
  const [, token] = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? "") ?? [];
  if (token !== state.token) return badCredentials();
  const asked = `${parameters.owner}/${parameters.repo}`;
  if (route === GRAPHQL) return HANDLERS[route](state, toHandler(request));
  if (!route || asked.toLowerCase() !== state.repository.toLowerCase()) return notFound();
  const handler: Handler = HANDLERS[route];
  return handler(state, toHandler(request));
}

function toHandler({ url, parameters, headers, body, content }: ReadRequest): HandlerRequest {
  return { path: url.pathname, query: url.searchParams, parameters, headers, body, content };
}

function send(response: ServerResponse, { status, headers, body }: FakeReply, used: number): void {
  const content = typeof body === "string" || body === undefined ? (body ?? "") : JSON.stringify(body);
  const type = typeof body === "string" ? "text/html" : "application/json; charset=utf-8";
  const usual = {
    ...(body !== undefined && { "content-type": type }),
    "content-length": String(Buffer.byteLength(content)),
    "x-github-request-id": `FAKE:${used}`,
    "x-ratelimit-limit": String(CALLS_PER_HOUR),
    "x-ratelimit-remaining": String(CALLS_PER_HOUR - used),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
    "x-ratelimit-resource": "core",
  };
  response.writeHead(status, { ...usual, ...headers }).end(content);
}
