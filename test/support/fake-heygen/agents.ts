import { type FakeReply, failure, type HandlerRequest, ok, page, readText } from "./replies.ts";
import { type FakeSession, type FakeState, scriptedAt } from "./state.ts";
import { addVideo, pageOfVideos } from "./videos.ts";

/** POST /v3/video-agents: every create that is let in bills, whatever its idempotency key. */
export function createSession(state: FakeState, { body, receivedAt }: HandlerRequest): FakeReply {
  const video = addVideo(state, null, receivedAt);
  const id = `sess_${state.sessions.size + 1}`;
  state.sessions.set(id, {
    id,
    createdAt: receivedAt,
    prompt: readText(body, "prompt") ?? "",
    video,
    asked: 0,
  });
  const videoId = state.options.agentVideoIdAtOnce ? video.id : null;
  return ok({ session_id: id, status: "generating", video_id: videoId, created_at: receivedAt });
}

/** GET /v3/video-agents/{session_id}: each call goes one answer further; the first message is the user's prompt. */
export function getSession(state: FakeState, request: HandlerRequest): FakeReply {
  const session = findSession(state, request);
  if (!session) return sessionNotFound();
  session.asked += 1;
  const messages = [{ role: "user", type: "text", content: session.prompt, created_at: session.createdAt }];
  const usual = { progress: 0, title: null, messages };
  const said = scriptedAt(state.options.sessionStatuses ?? usualStatuses(state, session), session.asked);
  const answer = ok({ session_id: session.id, created_at: session.createdAt, ...usual, ...said });
  return { ...answer, scripted: state.options.sessionStatuses !== undefined };
}

/** GET /v3/video-agents: newest first, without any trace of the prompt. */
export function listSessions(state: FakeState, { query }: HandlerRequest): FakeReply {
  const newestFirst = [...state.sessions.values()].reverse();
  const items = newestFirst.map(({ id, createdAt }) => ({
    session_id: id,
    created_at: createdAt,
    title: null,
  }));
  return page(items, query, 20);
}

/** GET /v3/video-agents/{session_id}/videos. */
export function listSessionVideos(state: FakeState, request: HandlerRequest): FakeReply {
  const session = findSession(state, request);
  return session ? pageOfVideos(state, [session.video], request.query) : sessionNotFound();
}

/** POST /v3/video-agents/{session_id}/stop: it stops no render and gives nothing back. */
export function stopSession(state: FakeState, request: HandlerRequest): FakeReply {
  const session = findSession(state, request);
  return session ? ok({ session_id: session.id }) : sessionNotFound();
}

function usualStatuses(state: FakeState, { video }: FakeSession): readonly object[] {
  const videoIdAtFirst = state.options.agentVideoIdAtOnce ? video.id : null;
  return [
    { status: "thinking", progress: 35, video_id: videoIdAtFirst },
    { status: "generating", progress: 80, video_id: video.id },
  ];
}

function findSession(state: FakeState, { parameters }: HandlerRequest): FakeSession | undefined {
  return state.sessions.get(parameters.session_id ?? "");
}

function sessionNotFound(): FakeReply {
  return failure(404, "not_found", "Session not found");
}
