import { type FakeReply, failure, type HandlerRequest, ok, page, readText } from "../replies.ts";
import { type FakeSession, type FakeState, scriptedAt } from "../state.ts";
import { missingAsset } from "./assets.ts";
import { addVideo, pageOfVideos } from "./videos.ts";

/** POST /v3/video-agents: every accepted request is billed, whatever its idempotency key. */
export function createSession(state: FakeState, { body, receivedAt }: HandlerRequest): FakeReply {
  const missing = missingAsset(state, body);
  if (missing) return missing;
  const video = addVideo(state, null, receivedAt);
  const id = `sess_${state.sessions.size + 1}`;
  const prompt = { role: "user", content: readText(body, "prompt") ?? "", createdAt: receivedAt } as const;
  const mode = readText(body, "mode") ?? "generate";
  state.sessions.set(id, { id, createdAt: receivedAt, mode, messages: [prompt], videos: [video], asked: 0 });
  const videoId = state.options.agentVideoIdAtOnce ? video.id : null;
  return ok({ session_id: id, status: "generating", video_id: videoId, created_at: receivedAt });
}

/** POST /v3/video-agents/{session_id}: a reply to a question, or a revision, which is billed. */
export function sendMessage(state: FakeState, request: HandlerRequest): FakeReply {
  const session = findSession(state, request);
  if (!session) return sessionNotFound();
  if (session.mode !== "chat") return failure(400, "invalid_parameter", "The session is not in chat mode.");
  const { body, receivedAt } = request;
  if (!isAsking(state, session)) session.videos.push(addVideo(state, null, receivedAt + 1));
  session.messages.push({ role: "user", content: readText(body, "message") ?? "", createdAt: receivedAt });
  session.asked = 0;
  return ok({ session_id: session.id, run_id: `run_${session.messages.length}`, title: null });
}

/** GET /v3/video-agents/{session_id}: each call advances the script; messages are newest first. */
export function getSession(state: FakeState, request: HandlerRequest): FakeReply {
  const session = findSession(state, request);
  if (!session) return sessionNotFound();
  session.asked += 1;
  const status = scriptedAt(state.options.sessionStatuses ?? usualStatuses(state, session), session.asked);
  if (session.asked === 2 && isAsking(state, session)) ask(state, session, request.receivedAt);
  const messages = session.messages
    .map(({ role, content, createdAt }) => ({ role, type: "text", content, created_at: createdAt }))
    .reverse();
  const known = { session_id: session.id, created_at: session.createdAt, progress: 0, title: null, messages };
  return { ...ok({ ...known, ...status }), scripted: state.options.sessionStatuses !== undefined };
}

/** GET /v3/video-agents: newest first, without the prompts. */
export function listSessions(state: FakeState, { query }: HandlerRequest): FakeReply {
  const newestFirst = [...state.sessions.values()].reverse();
  const items = newestFirst.map(({ id, createdAt }) => ({
    session_id: id,
    created_at: createdAt,
    title: null,
  }));
  return page(items, query, 20);
}

/** GET /v3/video-agents/{session_id}/videos: newest first; a new one appears with a delay. */
export function listSessionVideos(state: FakeState, request: HandlerRequest): FakeReply {
  const session = findSession(state, request);
  if (!session) return sessionNotFound();
  const { videos, asked } = session;
  const isEarly = isAsking(state, session) || (asked < 2 && videos.length > 1);
  const listed = isEarly ? videos.slice(0, -1) : videos;
  return pageOfVideos(state, [...listed].reverse(), request.query);
}

/** POST /v3/video-agents/{session_id}/stop: stops no render and refunds nothing. */
export function stopSession(state: FakeState, request: HandlerRequest): FakeReply {
  const session = findSession(state, request);
  return session ? ok({ session_id: session.id }) : sessionNotFound();
}

/** In `chat` it asks a question after each of the user's messages, until none are left. */
function isAsking({ options }: FakeState, { mode, messages }: FakeSession): boolean {
  const answered = messages.filter(({ role }) => role === "user").length - 1;
  return mode === "chat" && answered < (options.questions?.length ?? 0);
}

function ask({ options }: FakeState, { messages }: FakeSession, createdAt: number): void {
  const asked = messages.filter(({ role }) => role === "model").length;
  messages.push({ role: "model", content: options.questions?.[asked] ?? "", createdAt });
}

/** The first response still has the state before the newest message. */
function usualStatuses(state: FakeState, session: FakeSession): readonly object[] {
  const [older, newest] = session.videos.map(({ id }) => id).slice(-2);
  if (isAsking(state, session)) {
    return [
      { status: "thinking", progress: 35, video_id: null },
      { status: "waiting_for_input", video_id: null },
    ];
  }
  if (newest) {
    return [
      { status: "completed", progress: 100, video_id: older },
      { status: "generating", progress: 80, video_id: newest },
    ];
  }
  const videoIdAtFirst = state.options.agentVideoIdAtOnce ? older : null;
  return [
    { status: "thinking", progress: 35, video_id: videoIdAtFirst },
    { status: "generating", progress: 80, video_id: older },
  ];
}

function findSession(state: FakeState, { parameters }: HandlerRequest): FakeSession | undefined {
  return state.sessions.get(parameters.session_id ?? "");
}

function sessionNotFound(): FakeReply {
  return failure(404, "not_found", "Session not found");
}
