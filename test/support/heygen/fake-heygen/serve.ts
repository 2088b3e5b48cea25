import type { IncomingMessage, ServerResponse } from "node:http";
import { passBoundaries } from "../../network/request-boundaries.ts";
import { responseProblems } from "../contract.ts";
import type { FaultQueue } from "./faults.ts";
import type { FakeReply } from "./replies.ts";
import { isApi, leakedKeysOf, type RecordedRequest, readRequest } from "./request.ts";
import { respond, routeOf } from "./respond.ts";
import { send } from "./send.ts";
import type { FakeState } from "./state.ts";

/** The records that a test can inspect. */
export interface Journal {
  readonly requests: RecordedRequest[];
  /** Requests for the time only. */
  readonly timeQuestions: RecordedRequest[];
  readonly leakedKeys: string[];
  readonly answerProblems: string[];
}

/** The state, the scripted faults and the records. */
export interface Stage {
  readonly state: FakeState;
  readonly faults: FaultQueue;
  readonly journal: Journal;
}

/** Records a request and responds, or applies the next fault of its route. */
export async function serve(
  stage: Stage,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming);
  const { requests, timeQuestions, leakedKeys } = stage.journal;
  const asksForTime = request.path === "/v3/video-agents?limit=1";
  const index = asksForTime ? -timeQuestions.push(request) : requests.push(request) - 1;
  leakedKeys.push(...leakedKeysOf(request));
  if (isApi(request.path)) response.setHeader("x-request-id", `req_${requests.length}`);
  const route = routeOf(request);
  const fault = asksForTime ? undefined : stage.faults.take(route);
  if (fault === "hang") return;
  if (fault === "reset") incoming.socket.resetAndDestroy();
  else if (fault === undefined) {
    await passBoundaries(
      stage.state.options.onBoundary,
      { service: "heygen", route: route ?? request.path, index },
      response,
      () => answerNormally(stage, request),
      (reply) => send(response, reply),
    );
  } else if (fault === "lost") {
    answerNormally(stage, request);
    incoming.socket.destroy();
  } else if ("cutAfter" in fault) send(response, answerNormally(stage, request), fault.cutAfter);
  else if ("redirect" in fault) send(response, { status: 302, headers: { location: fault.redirect } });
  else send(response, fault);
}

/** The response of a healthy provider, validated against the contract unless it is scripted. */
function answerNormally({ state, journal }: Stage, request: RecordedRequest): FakeReply {
  const reply = respond(state, request);
  const { method, path } = request;
  const judged = isApi(path) && routeOf(request) !== undefined && !reply.scripted;
  if (judged) journal.answerProblems.push(...responseProblems(method, path, reply.status, reply.body));
  return reply;
}
